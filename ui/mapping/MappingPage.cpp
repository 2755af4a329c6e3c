#include "ui/mapping/MappingPage.h"

#include "ui/mapping/BoardBar.h"
#include "ui/mapping/ColumnTableView.h"
#include "ui/mapping/ColumnsPanel.h"
#include "ui/mapping/FieldTableView.h"
#include "ui/mapping/FieldsPanel.h"
#include "ui/mapping/MappingBoard.h"
#include "ui/mapping/TemplateActions.h"
#include "ui/mapping/TemplateOffer.h"
#include "ui/text/ErrorText.h"
#include "ui/widgets/Theme.h"

#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using session::CrmConnection;
using session::ImportSession;
using session::WizardStep;

class MappingPage::Private final {
public:
    Private(MappingPage &page, ImportSession &decisions, CrmConnection &crm, QUndoStack &undo)
        : q(page)
        , session(decisions)
        , connection(crm)
        , board(new MappingBoard(decisions, undo, &page))
    { }

    void refresh();
    void showFieldsState();
    void act();
    void addTemplates(session::TemplateStore &templates, Dialogs &dialogs);

    MappingPage &q;
    ImportSession &session;
    CrmConnection &connection;
    MappingBoard *board;
};

void MappingPage::Private::refresh()
{
    board->refresh();
    showFieldsState();
    Q_EMIT q.completeChanged();
}

/// Why there are no fields, with what helps; entries that are there already stay in sight and a banner says it instead.
void MappingPage::Private::showFieldsState()
{
    const bool known = !session.metadata().fields.empty();
    const bool entries = !board->content().fields.empty();
    const auto &failure = connection.metadataFailure();
    QString sentence;
    QString action;
    QString icon = QStringLiteral("module");
    if (!session.module().module) {
        sentence = tr("Choose a module first. Its fields then stand here.");
        action = tr("Go to Module");
    } else if (!known && connection.loadingMetadata()) {
        sentence = tr("Loading the fields of %1…").arg(session.module().module->name.text());
        icon = QStringLiteral("clock");
    } else if (!known && failure) {
        sentence = tr("The fields could not be loaded. %1").arg(ErrorText::of(*failure));
        action = tr("Try Again");
        icon = QStringLiteral("error");
    } else if (!known) {
        sentence = tr("The fields of the module are not loaded. Sign in to load them.");
        action = tr("Go to Account");
        icon = QStringLiteral("account");
    }
    q.messages()->clear();
    if (sentence.isEmpty())
        return;
    if (!entries)
        return board->fields().showEmpty(icon, sentence, action);
    q.messages()->say(failure ? Tone::Error : Tone::Info, sentence, failure ? ErrorText::details(*failure) : QString());
    q.messages()->offer(action);
}

void MappingPage::Private::act()
{
    if (!session.module().module)
        Q_EMIT q.goTo(WizardStep::Module);
    else if (connection.metadataFailure())
        connection.loadMetadata();
    else
        Q_EMIT q.goTo(WizardStep::Account);
}

/// What is offered stands above the board while there is an offer, the menu among the board's own buttons.
void MappingPage::Private::addTemplates(session::TemplateStore &templates, Dialogs &dialogs)
{
    auto *offer = new TemplateOffer(session, templates, &q);
    auto *actions = new TemplateActions(session, templates, board->editor(), dialogs, &q);
    auto *button = new QPushButton(icon(QStringLiteral("template")), tr("Templates"), &q);
    button->setObjectName(QStringLiteral("templatesButton"));
    button->setMenu(actions->menu());
    board->bar().addButton(button);
    q.content()->setSpacing(space::s);
    q.content()->addWidget(offer);
    QObject::connect(offer, &TemplateOffer::applyWanted, actions, &TemplateActions::apply);
    QObject::connect(offer, &TemplateOffer::differencesWanted, actions, &TemplateActions::showDifferences);
    QObject::connect(actions, &TemplateActions::settled, offer, &TemplateOffer::settle);
    QObject::connect(actions, &TemplateActions::said, q.messages(), &MessageBanner::say);
}

MappingPage::MappingPage(ImportSession &session, CrmConnection &connection, session::TemplateStore &templates,
                         Dialogs &dialogs, QUndoStack &undo, QWidget *parent)
    : Page(WizardStep::Mapping, tr("Mapping"), tr("Say which column of the file fills which field of the CRM."),
           Scrolling::ByItself, parent)
    , d(std::make_unique<Private>(*this, session, connection, undo))
{
    d->addTemplates(templates, dialogs);
    content()->addWidget(d->board, 1);
    connect(&session, &ImportSession::changed, this, [this](ImportSession::Area area) {
        if (area == ImportSession::Area::Metadata || area == ImportSession::Area::File)
            d->board->sortAnew();
        d->refresh();
    });
    connect(&session, &ImportSession::faultsChanged, this, [this] { d->refresh(); });
    connect(&connection, &CrmConnection::metadataStateChanged, this, [this] { d->refresh(); });
    connect(d->board, &MappingBoard::fileWanted, this, [this] { Q_EMIT goTo(WizardStep::File); });
    connect(&d->board->fields(), &FieldsPanel::actionWanted, this, [this] { d->act(); });
    connect(messages(), &MessageBanner::actionRequested, this, [this] { d->act(); });
    d->board->sortAnew();
    d->refresh();
}

MappingPage::~MappingPage() = default;

QString MappingPage::whatIsMissing() const
{
    const BoardContent &content = d->board->content();
    if (!d->session.module().module)
        return tr("Choose a module before mapping.");
    if (d->session.mapping().entries().empty())
        return tr("Map at least one column.");
    if (!content.missing.isEmpty())
        return tr("These mandatory fields need a column or a constant: %1.")
            .arg(QLocale().createSeparatedList(content.missing));
    for (const session::Fault &fault : d->session.faults().onStep(WizardStep::Mapping))
        if (!fault.fromServer() && !fault.isWarning())
            return ErrorText::of(fault);
    return {};
}

QWidget *MappingPage::firstProblem()
{
    const auto &rows = d->board->content().fields;
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [](const FieldRow &row) { return !row.faults.empty() || row.isMissing(); });
    if (found == rows.end())
        return d->board->columns().table();
    return d->board->showField(found->name);
}

QWidget *MappingPage::widgetOf(const crm::InputRef &input)
{
    if (input.kind != crm::InputRef::Kind::Mapping)
        return nullptr;
    return d->board->showField(input.field);
}

void MappingPage::entered()
{
    d->board->pick(-1);
    d->board->sortAnew();
    d->refresh();
}

int MappingPage::heightForWidth(int width) const
{
    return layout()->minimumHeightForWidth(width);
}

} // namespace ui
