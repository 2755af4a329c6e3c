#include "ui/wizard/CallbackPage.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/TextLabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace ui {

using crm::InputRef;
using session::ImportSession;

namespace {

bool hasErrors(const std::vector<session::Fault> &faults)
{
    return std::any_of(faults.begin(), faults.end(), [](const session::Fault &fault) { return !fault.isWarning(); });
}

bool fromHere(const session::Fault &fault)
{
    return !fault.fromServer();
}

} // namespace

class CallbackPage::Private final {
    Q_DECLARE_TR_FUNCTIONS(CallbackPage)
public:
    Private(CallbackPage &owner, ImportSession &importSession)
        : q(owner)
        , session(importSession)
    { }

    void build();
    void connectAll();
    void store();
    void showCallback();
    void showFaults();
    [[nodiscard]] std::vector<session::Fault> faultsOf(InputRef::Kind kind) const;

    CallbackPage &q;
    ImportSession &session;
    QCheckBox *use = nullptr;
    QLineEdit *url = nullptr;
    QComboBox *method = nullptr;
    FieldBlock *urlBlock = nullptr;
    FieldBlock *methodBlock = nullptr;
    bool asked = false; ///< Next was pressed: an empty URL is now said to be wrong
};

CallbackPage::CallbackPage(session::ImportSession &session, QWidget *parent)
    : Page(session::WizardStep::Callback, tr("Callback"),
           tr("A callback is an address of yours that the CRM calls when the bulk job is done. It is optional."),
           Scrolling::Outer, parent)
    , d(std::make_unique<Private>(*this, session))
{
    d->build();
    d->connectAll();
    d->showCallback();
}

CallbackPage::~CallbackPage() = default;

void CallbackPage::Private::build()
{
    auto *card = new Card({}, {}, {}, &q);
    use = new QCheckBox(tr("Call an Address When the Job Is Done"), card);
    use->setObjectName(QStringLiteral("useCallback"));
    use->setAccessibleName(use->text());
    url = new QLineEdit(card);
    url->setObjectName(QStringLiteral("callbackUrl"));
    url->setPlaceholderText(QStringLiteral("https://hooks.example.com/import"));
    url->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    url->setLayoutDirection(Qt::LeftToRight);
    method = new QComboBox(card);
    method->setObjectName(QStringLiteral("callbackMethod"));
    method->addItem(QStringLiteral("post"));
    urlBlock = new FieldBlock(
        tr("Callback URL"), url,
        tr("The CRM must be able to reach it from the internet. It sends the state of the job there."), card);
    methodBlock = new FieldBlock(tr("Method"), method, tr("The CRM knows this one only."), card);
    card->body()->addWidget(use);
    card->body()->addWidget(urlBlock);
    card->body()->addWidget(methodBlock);
    q.content()->addWidget(card);
    auto *note =
        new Card(tr("You Do Not Need It Here"),
                 tr("This program asks the CRM for the state of the job by itself, with or without a callback. "
                    "Use one when another system of yours should know as well."),
                 QStringLiteral("info"), &q);
    q.content()->addWidget(note);
    q.content()->addStretch(1);
}

void CallbackPage::Private::connectAll()
{
    QObject::connect(use, &QCheckBox::clicked, &q, [this](bool checked) {
        asked = false;
        store();
        if (checked)
            url->setFocus(Qt::OtherFocusReason);
    });
    QObject::connect(url, &QLineEdit::textEdited, &q, [this] { store(); });
    QObject::connect(method, &QComboBox::activated, &q, [this] { store(); });
    QObject::connect(&session, &ImportSession::changed, &q, [this](ImportSession::Area area) {
        if (area == ImportSession::Area::Callback)
            showCallback();
    });
    QObject::connect(&session, &ImportSession::faultsChanged, &q, [this] { showFaults(); });
}

void CallbackPage::Private::store()
{
    if (use->isChecked())
        session.setCallback(crm::Callback{url->text().trimmed(), method->currentText()});
    else
        session.setCallback(std::nullopt);
}

void CallbackPage::Private::showCallback()
{
    const std::optional<crm::Callback> &callback = session.callback();
    use->setChecked(callback.has_value());
    urlBlock->setEnabled(callback.has_value());
    methodBlock->setEnabled(callback.has_value());
    if (callback) {
        // Not while it is being typed: the session's copy is trimmed.
        if (url->text().trimmed() != callback->url)
            url->setText(callback->url);
        // A recorded request may hold a method that the CRM does not take: shown as it is, with its fault below.
        if (method->findText(callback->method) < 0)
            method->addItem(callback->method);
        method->setCurrentText(callback->method);
    }
    showFaults();
}

std::vector<session::Fault> CallbackPage::Private::faultsOf(InputRef::Kind kind) const
{
    std::vector<session::Fault> faults = session.faults().of({kind, {}});
    // Nobody is told off for a URL that he is about to type.
    if (!asked && session.callback() && session.callback()->url.isEmpty())
        std::erase_if(faults, fromHere);
    return faults;
}

void CallbackPage::Private::showFaults()
{
    urlBlock->showFaults(faultsOf(InputRef::Kind::CallbackUrl));
    methodBlock->showFaults(faultsOf(InputRef::Kind::CallbackMethod));
    Q_EMIT q.completeChanged();
}

QString CallbackPage::whatIsMissing() const
{
    std::vector<session::Fault> url = d->session.faults().of({InputRef::Kind::CallbackUrl, {}});
    std::vector<session::Fault> method = d->session.faults().of({InputRef::Kind::CallbackMethod, {}});
    if (hasErrors(url))
        return tr("Correct the callback URL, or do without a callback, to go on.");
    return hasErrors(method) ? tr("Choose another method, or do without a callback, to go on.") : QString();
}

QWidget *CallbackPage::firstProblem()
{
    d->asked = true;
    d->showFaults();
    return hasErrors(d->faultsOf(InputRef::Kind::CallbackUrl)) ? static_cast<QWidget *>(d->url) : d->method;
}

QWidget *CallbackPage::widgetOf(const crm::InputRef &input)
{
    if (input.kind == InputRef::Kind::CallbackUrl)
        return d->url;
    return input.kind == InputRef::Kind::CallbackMethod ? d->method : nullptr;
}

} // namespace ui
