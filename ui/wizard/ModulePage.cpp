#include "ui/wizard/ModulePage.h"

#include "ui/text/ErrorText.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/SideBySide.h"
#include "ui/widgets/TextLabel.h"
#include "ui/wizard/BlankChooser.h"
#include "ui/wizard/ModulePicker.h"
#include "ui/wizard/OperationChooser.h"

#include <QComboBox>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>

namespace ui {

using crm::InputRef;
using session::ImportSession;

namespace {

/// Nothing is wrong yet with what nobody has been asked for.
bool onlyMissing(const session::Fault &fault)
{
    if (!fault.finding)
        return false;
    const checking::Rule rule = fault.finding->rule;
    return rule == checking::Rule::ModuleMissing || rule == checking::Rule::OperationMissing
        || rule == checking::Rule::FindByMissing;
}

} // namespace

class ModulePage::Private final {
    Q_DECLARE_TR_FUNCTIONS(ModulePage)
public:
    Private(ModulePage &owner, ImportSession &importSession, session::CrmConnection &crmConnection)
        : q(owner)
        , session(importSession)
        , connection(crmConnection)
    { }

    void build();
    QWidget *makeModule();
    QWidget *makeOperation();
    void connectAll();
    template <class Change>
    void change(Change set);
    void showModules();
    void showChoice();
    void showMatchFields();
    void showMandatory();
    void showFaults();
    void showMetadataState();
    [[nodiscard]] std::vector<session::Fault> faultsOf(InputRef::Kind kind) const;
    [[nodiscard]] QString mandatoryText() const;
    [[nodiscard]] bool matches() const;

    ModulePage &q;
    ImportSession &session;
    session::CrmConnection &connection;
    ModulePicker *picker = nullptr;
    FaultLines *moduleFaults = nullptr;
    QLabel *mandatory = nullptr;
    OperationChooser *operation = nullptr;
    FieldBlock *operationBlock = nullptr;
    QComboBox *matchField = nullptr;
    FieldBlock *matchBlock = nullptr;
    BlankChooser *blank = nullptr;
    bool asked = false; ///< Next was pressed: what is missing is now said under its input
};

ModulePage::ModulePage(session::ImportSession &session, session::CrmConnection &connection, QWidget *parent)
    : Page(
        session::WizardStep::Module, tr("Module"),
        tr("A module is what the CRM calls a kind of record, such as Leads. Choose where the rows go and what happens "
           "there."),
        Scrolling::Outer, parent)
    , d(std::make_unique<Private>(*this, session, connection))
{
    d->build();
    d->connectAll();
    d->showModules();
    d->showChoice();
    d->showMetadataState();
}

ModulePage::~ModulePage() = default;

void ModulePage::Private::build()
{
    auto *choices = new SideBySide(space::l, 18, &q);
    choices->add(makeModule());
    choices->add(makeOperation());
    q.content()->addWidget(choices);
    q.content()->addStretch(1);
}

QWidget *ModulePage::Private::makeModule()
{
    auto *card = new Card(tr("Where the Rows Go"), {}, {}, &q);
    picker = new ModulePicker(card);
    moduleFaults = new FaultLines(card);
    moduleFaults->setObjectName(QStringLiteral("moduleListFaults"));
    mandatory = new TextLabel({}, TextRole::Caption, TextLabel::Use::Selectable, card);
    mandatory->setObjectName(QStringLiteral("mandatoryFields"));
    card->body()->addWidget(picker, 1);
    card->body()->addWidget(moduleFaults);
    card->body()->addWidget(mandatory);
    return card;
}

QWidget *ModulePage::Private::makeOperation()
{
    auto *card = new Card(tr("What Happens There"), {}, {}, &q);
    operation = new OperationChooser(card);
    operationBlock = new FieldBlock({}, operation, {}, card);
    matchField = new QComboBox(card);
    matchField->setObjectName(QStringLiteral("matchField"));
    matchField->setPlaceholderText(tr("Choose a field"));
    matchField->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    matchField->setMinimumContentsLength(16);
    matchBlock =
        new FieldBlock(tr("Match Field"), matchField,
                       tr("The CRM finds the record of a row by this field. A column must be mapped to it."), card);
    blank = new BlankChooser(card);
    card->body()->addWidget(operationBlock);
    card->body()->addWidget(matchBlock);
    card->body()->addWidget(blank);
    card->body()->addStretch(1);
    return card;
}

template <class Change>
void ModulePage::Private::change(Change set)
{
    session::ModuleChoice choice = session.module();
    set(choice);
    session.setModule(choice);
}

void ModulePage::Private::connectAll()
{
    using session::CrmConnection;
    QObject::connect(picker, &ModulePicker::chosen, &q, [this](const crm::ModuleRef &module) {
        change([&module](session::ModuleChoice &choice) { choice.module = module; });
    });
    QObject::connect(picker, &ModulePicker::actionRequested, &q,
                     [this] { Q_EMIT q.goTo(session::WizardStep::Account); });
    QObject::connect(operation, &OperationChooser::chosen, &q, [this](crm::Operation chosen) {
        change([chosen](session::ModuleChoice &choice) { choice.operation = chosen; });
    });
    QObject::connect(matchField, &QComboBox::activated, &q, [this] {
        const crm::FieldName field(matchField->currentData().toString());
        change([&field](session::ModuleChoice &choice) { choice.findBy = field; });
    });
    QObject::connect(blank, &BlankChooser::chosen, &q, [this](bool ignoreEmpty) {
        change([ignoreEmpty](session::ModuleChoice &choice) { choice.ignoreEmpty = ignoreEmpty; });
    });
    QObject::connect(&session, &ImportSession::changed, &q, [this](ImportSession::Area area) {
        if (area == ImportSession::Area::Account)
            showModules();
        if (area == ImportSession::Area::Account || area == ImportSession::Area::Module
            || area == ImportSession::Area::Metadata)
            showChoice();
    });
    QObject::connect(&session, &ImportSession::faultsChanged, &q, [this] { showFaults(); });
    QObject::connect(&connection, &CrmConnection::metadataStateChanged, &q, [this] { showMetadataState(); });
    QObject::connect(q.messages(), &MessageBanner::actionRequested, &q, [this] {
        if (connection.metadataFailure())
            connection.loadMetadata();
    });
}

void ModulePage::Private::showModules()
{
    const session::AccountState &account = session.account();
    if (!account.connected)
        picker->showNothing(tr("Sign in to see the modules of your CRM."), tr("Go to Account"));
    else if (account.modules.empty())
        picker->showNothing(
            tr("The CRM names no module that rows can be imported into. Your profile may lack the right."),
            tr("Go to Account"));
    else
        picker->showModules(account.modules);
}

void ModulePage::Private::showChoice()
{
    const session::ModuleChoice &choice = session.module();
    picker->choose(choice.module);
    operation->choose(choice.operation);
    showMatchFields();
    blank->showChoice(choice.operation, choice.ignoreEmpty);
    showMandatory();
    showFaults();
    Q_EMIT q.completeChanged();
}

bool ModulePage::Private::matches() const
{
    const session::ModuleChoice &choice = session.module();
    return (choice.operation && *choice.operation != crm::Operation::Insert) || !choice.findBy.isEmpty();
}

void ModulePage::Private::showMatchFields()
{
    const session::ModuleChoice &choice = session.module();
    matchField->clear();
    for (const crm::Field &field : session.metadata().fields) {
        if (field.canFindRecords(session.metadata().module))
            matchField->addItem(
                field.label.isEmpty() || field.label == field.name.text()
                    ? field.name.text()
                    : tr("%1 (%2)", "label and API name of a field").arg(field.label, field.name.text()),
                field.name.text());
    }
    // A plan may name a field that is not among them: it is shown as it is, with its fault below.
    if (!choice.findBy.isEmpty() && matchField->findData(choice.findBy.text()) < 0)
        matchField->addItem(choice.findBy.text(), choice.findBy.text());
    matchField->setCurrentIndex(choice.findBy.isEmpty() ? -1 : matchField->findData(choice.findBy.text()));
    matchBlock->setVisible(matches());
}

void ModulePage::Private::showMandatory()
{
    mandatory->setText(mandatoryText());
    mandatory->setVisible(!mandatory->text().isEmpty());
}

QString ModulePage::Private::mandatoryText() const
{
    const session::ModuleMetadata &known = session.metadata();
    if (!session.module().module)
        return {};
    if (connection.loadingMetadata())
        return tr("Loading the fields…");
    if (known.fields.empty() || known.module != session.module().module->name)
        return {};
    if (session.module().operation == crm::Operation::Update)
        return tr("When records are updated, no field is mandatory.");
    QStringList labels;
    for (const crm::FieldName &name : crm::mandatoryFields(known.fields, known.layouts))
        for (const crm::Field &field : known.fields)
            if (field.name == name)
                labels.append(field.label.isEmpty() ? name.text() : field.label);
    return labels.isEmpty() ? tr("No field is mandatory here.")
                            : tr("Mandatory fields: %1.").arg(QLocale().createSeparatedList(labels));
}

std::vector<session::Fault> ModulePage::Private::faultsOf(InputRef::Kind kind) const
{
    std::vector<session::Fault> faults = session.faults().of({kind, {}});
    if (!asked)
        std::erase_if(faults, onlyMissing);
    return faults;
}

void ModulePage::Private::showFaults()
{
    moduleFaults->setFaults(faultsOf(InputRef::Kind::Module));
    picker->list()->setAccessibleDescription(moduleFaults->text());
    setMark(picker->list(), "invalid", moduleFaults->hasErrors());
    operationBlock->showFaults(faultsOf(InputRef::Kind::Operation));
    matchBlock->showFaults(faultsOf(InputRef::Kind::FindBy));
}

void ModulePage::Private::showMetadataState()
{
    if (connection.metadataFailure()) {
        q.messages()->say(
            Tone::Error,
            tr("The fields of this module could not be loaded. %1").arg(ErrorText::of(*connection.metadataFailure())),
            ErrorText::details(*connection.metadataFailure()));
        q.messages()->offer(tr("Try Again"));
    } else if (!session.faults().hasServerFaults()) {
        q.messages()->clear();
    }
    matchBlock->setHelp(connection.loadingMetadata()
                            ? tr("The fields of the module are being loaded.")
                            : tr("The CRM finds the record of a row by this field. A column must be mapped to it."));
    showMandatory();
}

QString ModulePage::whatIsMissing() const
{
    const session::ModuleChoice &choice = d->session.module();
    if (!choice.module)
        return tr("Choose a module to go on.");
    if (!choice.operation)
        return tr("Choose what happens to the records to go on.");
    if (*choice.operation != crm::Operation::Insert && choice.findBy.isEmpty())
        return tr("Choose a match field to go on.");
    return {};
}

QWidget *ModulePage::firstProblem()
{
    d->asked = true;
    d->showFaults();
    const session::ModuleChoice &choice = d->session.module();
    if (!choice.module)
        return d->picker->list();
    return choice.operation ? static_cast<QWidget *>(d->matchField) : d->operation->button();
}

QWidget *ModulePage::widgetOf(const crm::InputRef &input)
{
    switch (input.kind) {
    case InputRef::Kind::Module:
        return d->picker->list();
    case InputRef::Kind::Operation:
        return d->operation->button();
    case InputRef::Kind::FindBy:
        return d->matchField;
    default:
        return nullptr;
    }
}

} // namespace ui
