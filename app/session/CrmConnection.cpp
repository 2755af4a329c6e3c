#include "session/CrmConnection.h"

#include "session/SignInAttempt.h"

namespace session {

class CrmConnection::Private final {
public:
    Private(CrmConnection &owner, ImportSession &importSession, auth::AccountList &list, auth::CredentialStore &store,
            base::Clock &timeSource, PracticeStarter starter)
        : q(owner)
        , session(importSession)
        , accounts(list)
        , credentials(store)
        , clock(timeSource)
        , practice(std::move(starter))
    { }

    void begin();
    void dropAttempt();
    void connectTo(SignInPlan plan);
    void takeSaved(quint64 number, const auth::Account &account, const base::Result<base::Secret> &secret);
    void fail(const crm::CallFailure &why);
    void take(const SignInAttempt &done);
    void keepToken(const SignInPlan &plan, const crm::Organisation &organisation);
    void tokenWritten(quint64 number, const auth::Account &account, const base::Status &written);
    void forgotten(const QString &accountId, const base::Status &removed);
    void moduleChanged();
    void takeFields(quint64 load, const crm::CallResult<std::vector<crm::Field>> &fields);
    void takeLayouts(quint64 load, const crm::CallResult<std::vector<crm::Layout>> &layouts);
    void metadataArrived();
    [[nodiscard]] QString wantedVersion() const { return session.plan().apiVersion; }

    CrmConnection &q;
    ImportSession &session;
    auth::AccountList &accounts;
    auth::CredentialStore &credentials;
    base::Clock &clock;
    PracticeStarter practice;

    State state = State::SignedOut;
    std::optional<crm::CallFailure> failure;
    Keeping keeping = Keeping::NotKept;
    std::optional<base::Error> keychainTrouble;
    QString savedId; ///< of the account in use, when it is a saved one
    quint64 number = 0;
    QPointer<SignInAttempt> attempt;
    net::CrmApi *api = nullptr; ///< a child of q, as all before it: a run that still watches its job keeps its own

    quint64 load = 0;
    crm::ModuleName loading;
    std::optional<crm::CallFailure> metadataFailure;
    std::optional<std::vector<crm::Field>> fields;
    std::optional<std::vector<crm::Layout>> layouts;
};

void CrmConnection::Private::begin()
{
    ++number;
    ++load;
    loading = {};
    dropAttempt();
    api = nullptr;
    failure.reset();
    keychainTrouble.reset();
    metadataFailure.reset();
    keeping = Keeping::NotKept;
    savedId.clear();
    AccountState nobody;
    nobody.apiVersion = wantedVersion();
    session.setAccount(nobody);
}

void CrmConnection::Private::dropAttempt()
{
    if (attempt)
        attempt->abandon();
    attempt.clear();
}

void CrmConnection::Private::connectTo(SignInPlan plan)
{
    attempt = new SignInAttempt(std::move(plan), clock, q);
    attempt->start([this](const SignInAttempt &done) { take(done); });
}

void CrmConnection::Private::fail(const crm::CallFailure &why)
{
    dropAttempt();
    failure = why;
    state = State::Failed;
    Q_EMIT q.stateChanged();
}

void CrmConnection::Private::take(const SignInAttempt &done)
{
    if (done.failure()) {
        fail(crm::CallFailure(*done.failure()));
        return;
    }
    const SignInPlan plan = done.plan();
    const crm::Organisation organisation = done.organisation();
    api = attempt->takeApi();
    const AccountState account = done.accountState();
    dropAttempt();
    state = State::Connected;
    session.setAccount(account);
    if (!plan.practice) {
        keeping = plan.account.id.isEmpty() ? Keeping::SessionOnly : Keeping::InKeychain;
        savedId = plan.account.id;
    }
    Q_EMIT q.stateChanged();
    q.loadMetadata();
    if (plan.keep)
        keepToken(plan, organisation);
}

void CrmConnection::Private::keepToken(const SignInPlan &plan, const crm::Organisation &organisation)
{
    auth::Account account = plan.account;
    if (account.name.isEmpty())
        account.name = organisation.name;
    const auth::Account *known = accounts.find(account.name);
    account.id = known && known->name == account.name ? known->id : auth::AccountList::newId();
    account.organisation = organisation.name;
    account.zgid = organisation.zgid.text();
    base::observe(credentials.write(account.id, plan.token), &q,
                  [this, account, now = number](const base::Status &s) { tokenWritten(now, account, s); });
}

void CrmConnection::Private::tokenWritten(quint64 ofAttempt, const auth::Account &account, const base::Status &written)
{
    const base::Status listed = written ? accounts.put(account) : written;
    if (listed)
        Q_EMIT q.accountsChanged();
    if (ofAttempt != number)
        return;
    if (!listed) {
        keychainTrouble = listed.error();
    } else {
        keeping = Keeping::InKeychain;
        savedId = account.id;
        AccountState named = session.account();
        named.name = account.name;
        session.setAccount(named);
    }
    Q_EMIT q.stateChanged();
}

void CrmConnection::Private::takeSaved(quint64 ofAttempt, const auth::Account &account,
                                       const base::Result<base::Secret> &secret)
{
    if (ofAttempt != number)
        return;
    if (!secret) {
        keychainTrouble = secret.error();
        fail({secret.error(), nullptr, nullptr});
        return;
    }
    connectTo({account, *secret, wantedVersion(), false, false});
}

void CrmConnection::Private::forgotten(const QString &accountId, const base::Status &removed)
{
    const bool gone = removed || removed.error().code == base::ErrorCode::KeychainEntryMissing;
    const base::Status listed = gone ? accounts.remove(accountId) : removed;
    if (!listed)
        keychainTrouble = listed.error();
    else if (accountId == savedId)
        keeping = Keeping::SessionOnly;
    Q_EMIT q.accountsChanged();
    Q_EMIT q.stateChanged();
}

void CrmConnection::Private::moduleChanged()
{
    const auto &module = session.module().module;
    const crm::ModuleName wanted = module ? module->name : crm::ModuleName();
    if (api && wanted != session.metadata().module && wanted != loading)
        q.loadMetadata();
}

void CrmConnection::Private::takeFields(quint64 ofLoad, const crm::CallResult<std::vector<crm::Field>> &answer)
{
    if (ofLoad != load)
        return;
    if (!answer)
        metadataFailure = answer.error();
    fields = answer ? *answer : std::vector<crm::Field>{};
    metadataArrived();
}

void CrmConnection::Private::takeLayouts(quint64 ofLoad, const crm::CallResult<std::vector<crm::Layout>> &answer)
{
    if (ofLoad != load)
        return;
    if (!answer && !metadataFailure)
        metadataFailure = answer.error();
    layouts = answer ? *answer : std::vector<crm::Layout>{};
    metadataArrived();
}

/// Without layouts the fields still make a mapping possible; the failure is shown beside them.
void CrmConnection::Private::metadataArrived()
{
    if (!fields || !layouts)
        return;
    const crm::ModuleName module = std::exchange(loading, {});
    if (!fields->empty() || !metadataFailure)
        session.setMetadata({module, *fields, *layouts});
    Q_EMIT q.metadataStateChanged();
}

CrmConnection::CrmConnection(ImportSession &session, auth::AccountList &accounts, auth::CredentialStore &credentials,
                             base::Clock &clock, PracticeStarter practice, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, session, accounts, credentials, clock, std::move(practice)))
{
    connect(&session, &ImportSession::changed, this, [this](ImportSession::Area area) {
        if (area == ImportSession::Area::Module)
            d->moduleChanged();
    });
}

CrmConnection::~CrmConnection() = default;

void CrmConnection::usePractice()
{
    d->begin();
    d->state = State::Connecting;
    Q_EMIT stateChanged();
    const base::Result<PracticeAccess> access =
        d->practice ? d->practice() : base::Error{base::ErrorCode::UsageWrong, {}, {}, {}};
    if (!access) {
        d->fail({access.error(), nullptr, nullptr});
        return;
    }
    auth::Account account;
    account.hosts = {access->baseUrl, access->baseUrl};
    d->connectTo({account, access->token, d->wantedVersion(), true, false});
}

void CrmConnection::signIn(const SignInDraft &draft)
{
    d->begin();
    d->state = State::Connecting;
    Q_EMIT stateChanged();
    auth::Account account;
    account.name = draft.name;
    account.dataCentre = draft.dataCentre;
    account.hosts = completeHosts(draft.hosts, draft.dataCentre, draft.apiVersion);
    d->connectTo({account, draft.token, draft.apiVersion, false, draft.keep});
}

void CrmConnection::useSaved(const QString &accountId)
{
    d->begin();
    const auth::Account *account = d->accounts.find(accountId);
    if (!account) {
        d->fail({{base::ErrorCode::SignInNeeded, QStringLiteral("no such saved account"), {}, {}}, nullptr, nullptr});
        return;
    }
    d->state = State::Connecting;
    Q_EMIT stateChanged();
    base::observe(d->credentials.read(account->id), this,
                  [this, saved = *account, now = d->number](const base::Result<base::Secret> &secret) {
                      d->takeSaved(now, saved, secret);
                  });
}

void CrmConnection::signOut()
{
    d->begin();
    d->state = State::SignedOut;
    Q_EMIT stateChanged();
}

void CrmConnection::forget(const QString &accountId)
{
    base::observe(d->credentials.remove(accountId), this,
                  [this, accountId](const base::Status &removed) { d->forgotten(accountId, removed); });
}

void CrmConnection::loadMetadata()
{
    const auto &module = d->session.module().module;
    ++d->load;
    d->metadataFailure.reset();
    d->fields.reset();
    d->layouts.reset();
    d->loading = d->api && module ? module->name : crm::ModuleName();
    if (!d->loading.isEmpty()) {
        base::observe(d->api->fields(d->loading), this,
                      [this, load = d->load](const auto &fields) { d->takeFields(load, fields); });
        base::observe(d->api->layouts(d->loading), this,
                      [this, load = d->load](const auto &layouts) { d->takeLayouts(load, layouts); });
    }
    Q_EMIT metadataStateChanged();
}

CrmConnection::State CrmConnection::state() const
{
    return d->state;
}

const std::optional<crm::CallFailure> &CrmConnection::failure() const
{
    return d->failure;
}

bool CrmConnection::loadingMetadata() const
{
    return !d->loading.isEmpty();
}

const std::optional<crm::CallFailure> &CrmConnection::metadataFailure() const
{
    return d->metadataFailure;
}

CrmConnection::Keeping CrmConnection::keeping() const
{
    return d->keeping;
}

const std::optional<base::Error> &CrmConnection::keychainTrouble() const
{
    return d->keychainTrouble;
}

const std::vector<auth::Account> &CrmConnection::accounts() const
{
    return d->accounts.accounts();
}

net::CrmApi *CrmConnection::api() const
{
    return d->state == State::Connected ? d->api : nullptr;
}

} // namespace session
