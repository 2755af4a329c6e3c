#include "ui/accounts/AccountPage.h"

#include "ui/accounts/SavedAccountsCard.h"
#include "ui/accounts/SignedInCard.h"
#include "ui/accounts/TokenForm.h"
#include "ui/text/ErrorText.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using State = session::CrmConnection::State;

class AccountPage::Private final {
    Q_DECLARE_TR_FUNCTIONS(AccountPage)
public:
    enum class Way { None, Practice, Saved, Token };

    Private(AccountPage &owner, session::ImportSession &importSession, session::CrmConnection &crmConnection,
            Dialogs &asker)
        : q(owner)
        , session(importSession)
        , connection(crmConnection)
        , dialogs(asker)
    { }

    void build();
    QWidget *makePractice();
    QWidget *makeToken();
    QWidget *makePlan();
    void connectAll();
    void usePractice();
    void useSaved(const QString &accountId);
    void useToken();
    void begin(Way attempted);
    void forget(const QString &accountId, const QString &name);
    void choosePlan();
    void showState();
    void showFailure();
    void showKeychain();

    AccountPage &q;
    session::ImportSession &session;
    session::CrmConnection &connection;
    Dialogs &dialogs;
    Way way = Way::None; ///< whose answer a failure is
    SignedInCard *signedIn = nullptr;
    QPushButton *practice = nullptr;
    SavedAccountsCard *saved = nullptr;
    TokenForm *form = nullptr;
    bool shownFailure = false;
    bool shownRefusal = false;
};

AccountPage::AccountPage(session::ImportSession &session, session::CrmConnection &connection, Dialogs &dialogs,
                         QWidget *parent)
    : Page(session::WizardStep::Account, tr("Account"),
           tr("Choose where the records go: a CRM to practise with, or your organisation in Zoho CRM."),
           Scrolling::Outer, parent)
    , d(std::make_unique<Private>(*this, session, connection, dialogs))
{
    d->build();
    d->connectAll();
    d->saved->showAccounts(connection.accounts());
    d->showState();
}

AccountPage::~AccountPage() = default;

void AccountPage::Private::build()
{
    signedIn = new SignedInCard(&q);
    saved = new SavedAccountsCard(&q);
    q.content()->addWidget(signedIn);
    q.content()->addWidget(makePractice());
    q.content()->addWidget(saved);
    q.content()->addWidget(makeToken());
    q.content()->addWidget(makePlan());
    q.content()->addStretch(1);
}

QWidget *AccountPage::Private::makePractice()
{
    auto *card = new Card(tr("Practice CRM"),
                          tr("Try everything with a simulated CRM in this program. Nothing leaves this computer."),
                          QStringLiteral("practice"), &q);
    practice = new QPushButton(tr("Use Practice CRM"), card);
    practice->setObjectName(QStringLiteral("usePracticeButton"));
    card->body()->addWidget(practice, 0, Qt::AlignLeading);
    return card;
}

QWidget *AccountPage::Private::makeToken()
{
    auto *card = new Card(tr("Access Token"),
                          tr("Sign in to your organisation with a token that allows bulk writes for a while."),
                          QStringLiteral("key"), &q);
    form = new TokenForm(card);
    card->body()->addWidget(form);
    return card;
}

QWidget *AccountPage::Private::makePlan()
{
    auto *card = new Card(tr("Plan or Request"),
                          tr("Go on with an import that was saved as a plan, or look into a recorded request."),
                          QStringLiteral("open"), &q);
    auto *open = new QPushButton(tr("Open Plan or Request…"), card);
    open->setObjectName(QStringLiteral("openPlanButton"));
    card->body()->addWidget(open, 0, Qt::AlignLeading);
    QObject::connect(open, &QPushButton::clicked, &q, [this] { choosePlan(); });
    return card;
}

void AccountPage::Private::connectAll()
{
    using session::CrmConnection;
    QObject::connect(practice, &QPushButton::clicked, &q, [this] { usePractice(); });
    QObject::connect(saved, &SavedAccountsCard::useWanted, &q, [this](const QString &id) { useSaved(id); });
    QObject::connect(saved, &SavedAccountsCard::forgetWanted, &q,
                     [this](const QString &id, const QString &name) { forget(id, name); });
    QObject::connect(form, &TokenForm::submitted, &q, [this] { useToken(); });
    QObject::connect(signedIn, &SignedInCard::signOutWanted, &q, [this] { connection.signOut(); });
    QObject::connect(&connection, &CrmConnection::stateChanged, &q, [this] { showState(); });
    QObject::connect(&connection, &CrmConnection::accountsChanged, &q,
                     [this] { saved->showAccounts(connection.accounts()); });
    QObject::connect(&session, &session::ImportSession::changed, &q, [this](session::ImportSession::Area area) {
        if (area == session::ImportSession::Area::Account)
            showState();
    });
    QObject::connect(&session, &session::ImportSession::faultsChanged, &q, [this] { showState(); });
}

void AccountPage::Private::begin(Way attempted)
{
    way = attempted;
    shownFailure = false;
    form->clearTroubles();
    saved->clearTroubles();
    q.messages()->clear();
}

void AccountPage::Private::usePractice()
{
    begin(Way::Practice);
    connection.usePractice();
}

void AccountPage::Private::useSaved(const QString &accountId)
{
    begin(Way::Saved);
    connection.useSaved(accountId);
}

void AccountPage::Private::useToken()
{
    begin(Way::Token);
    connection.signIn(form->draft());
}

void AccountPage::Private::forget(const QString &accountId, const QString &name)
{
    if (dialogs.confirm(&q, tr("Forget Account"),
                        tr("%1 and its token are removed from this computer. Nothing changes in the CRM.").arg(name),
                        tr("Forget")))
        connection.forget(accountId);
}

void AccountPage::Private::choosePlan()
{
    const QString path = dialogs.openFile(&q, tr("Open Plan or Request"),
                                          tr("Plans and requests (*.importplan.json *.json);;All files (*)"));
    if (!path.isEmpty())
        Q_EMIT q.planChosen(path);
}

void AccountPage::Private::showState()
{
    const bool busy = connection.state() == State::Connecting;
    practice->setEnabled(!busy);
    practice->setText(busy && way == Way::Practice ? tr("Starting…") : tr("Use Practice CRM"));
    saved->setBusy(busy);
    form->setBusy(busy);
    signedIn->showAccount(session.account(), connection.keeping());
    if (connection.state() == State::Connected && way == Way::Token)
        form->forgetToken();
    showFailure();
    showKeychain();
    Q_EMIT q.completeChanged();
}

void AccountPage::Private::showFailure()
{
    std::vector<session::Fault> refused;
    for (const session::Fault &fault : session.faults().of({crm::InputRef::Kind::Account, {}}))
        if (fault.fromServer())
            refused.push_back(fault);
    if (!refused.empty() || shownRefusal)
        form->showFaults(refused);
    shownRefusal = !refused.empty();
    if (connection.state() != State::Failed || !connection.failure() || shownFailure)
        return;
    shownFailure = true;
    const crm::CallFailure &failure = *connection.failure();
    if (way == Way::Saved)
        saved->showFailure(failure);
    else if (way != Way::Token || !form->showFailure(failure))
        q.messages()->say(Tone::Error, ErrorText::of(failure), ErrorText::details(failure));
}

void AccountPage::Private::showKeychain()
{
    if (connection.state() == State::Connected && connection.keychainTrouble())
        q.messages()->say(Tone::Warning, ErrorText::of(*connection.keychainTrouble()),
                          connection.keychainTrouble()->detail);
}

QString AccountPage::whatIsMissing() const
{
    if (d->session.account().connected)
        return {};
    return d->connection.state() == State::Connecting ? tr("Signing in…")
                                                      : tr("Sign in, or use the practice CRM, to go on.");
}

QWidget *AccountPage::firstProblem()
{
    return d->saved->isEmpty() ? static_cast<QWidget *>(d->practice) : d->saved->input();
}

QWidget *AccountPage::widgetOf(const crm::InputRef &input)
{
    return input.kind == crm::InputRef::Kind::Account ? d->form->token() : nullptr;
}

} // namespace ui
