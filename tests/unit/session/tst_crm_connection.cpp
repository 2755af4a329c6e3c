#include "base/Observe.h"
#include "practice/PracticeHost.h"
#include "session/CrmConnection.h"
#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/TestMain.h"
#include "tests/unit/practice/PracticeClient.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using base::ErrorCode;
using session::CrmConnection;
using State = CrmConnection::State;
using Keeping = CrmConnection::Keeping;

namespace {

/// A keychain that answers when the test says so.
class SlowStore final : public auth::CredentialStore {
public:
    QFuture<base::Result<base::Secret>> read(const QString &) override
    {
        reading.start();
        return reading.future();
    }
    QFuture<base::Status> write(const QString &, const base::Secret &) override
    {
        writing.start();
        return writing.future();
    }
    QFuture<base::Status> remove(const QString &) override { return base::ready(base::Status(base::Done{})); }

    QPromise<base::Result<base::Secret>> reading;
    QPromise<base::Status> writing;
};

/// Everything around one connection; a practice CRM stands in for the real one.
struct Bench final {
    explicit Bench(auth::CredentialStore *other = nullptr)
        : store(other ? *other : memory)
    {
        started = host.start({}).ok();
    }

    [[nodiscard]] session::SignInDraft draft(const char *name = "Sales") const
    {
        session::SignInDraft draft;
        draft.name = QLatin1String(name);
        draft.dataCentre = QStringLiteral("eu");
        draft.hosts = {host.baseUrl(), host.baseUrl()};
        draft.apiVersion = QStringLiteral("v2.1");
        draft.token = host.token();
        return draft;
    }
    [[nodiscard]] QByteArray accountsFile() const
    {
        QFile file(folder.filePath(QStringLiteral("accounts.json")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// An account as an earlier run of the program has left it.
    void saveAccount(const char *id)
    {
        auth::Account account;
        account.id = QLatin1String(id);
        account.name = QStringLiteral("Saved");
        account.hosts = {host.baseUrl(), host.baseUrl()};
        if (!accounts.put(account).ok())
            qFatal("no account list");
        memory.items.insert(account.id, host.token());
    }
    void choose(const char *module)
    {
        session::ModuleChoice choice;
        choice.module = crm::ModuleRef{crm::ModuleName(QLatin1String(module)), {}};
        session.setModule(choice);
    }
    base::Result<session::PracticeAccess> access()
    {
        ++practiceStarts;
        if (!practiceWorks)
            return base::Error{ErrorCode::ConnectionRefused, {}, {}, {}};
        return session::PracticeAccess{host.baseUrl(), host.token()};
    }

    practice::PracticeHost host;
    bool started = false;
    bool practiceWorks = true;
    int practiceStarts = 0;
    QTemporaryDir folder;
    support::MemoryCredentialStore memory;
    auth::CredentialStore &store;
    base::SystemClock clock;
    auth::AccountList accounts{folder.filePath(QStringLiteral("accounts.json"))};
    session::ImportSession session;
    CrmConnection connection{session, accounts, store, clock, [this] { return access(); }};
};

} // namespace

class TestCrmConnection final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void practiceIsConnectedAndKeepsNothing()
    {
        Bench bench;
        QCOMPARE(bench.connection.state(), State::SignedOut);
        QVERIFY(!bench.connection.api());

        bench.connection.usePractice();
        QCOMPARE(bench.connection.state(), State::Connecting);
        QTRY_COMPARE(bench.connection.state(), State::Connected);

        const session::AccountState &account = bench.session.account();
        QVERIFY(account.connected && account.practice);
        QCOMPARE(account.user.name, QStringLiteral("Patricia Boyle"));
        QVERIFY(!account.organisation.zgid.isEmpty());
        QVERIFY(account.modules.size() >= 5);
        QVERIFY(bench.connection.api());
        QCOMPARE(bench.connection.keeping(), Keeping::NotKept);
        QVERIFY(bench.memory.items.isEmpty());
        QVERIFY(bench.accountsFile().isEmpty());
    }

    void aPracticeCrmThatCannotStartIsAFailure()
    {
        Bench bench;
        bench.practiceWorks = false;
        bench.connection.usePractice();
        QCOMPARE(bench.connection.state(), State::Failed);
        QCOMPARE(int(bench.connection.failure()->error.code), int(ErrorCode::ConnectionRefused));
        QVERIFY(!bench.session.account().connected);

        bench.practiceWorks = true;
        bench.connection.usePractice();
        QTRY_COMPARE(bench.connection.state(), State::Connected);
        QVERIFY(!bench.connection.failure());
        QCOMPARE(bench.practiceStarts, 2);
    }

    void aGoodTokenGoesIntoTheKeychainAndNowhereElse()
    {
        Bench bench;
        bench.connection.signIn(bench.draft());
        QVERIFY(bench.memory.items.isEmpty()); // not before it has proved good
        QTRY_COMPARE(bench.connection.keeping(), Keeping::InKeychain);

        QCOMPARE(bench.connection.state(), State::Connected);
        QVERIFY(!bench.session.account().practice);
        QCOMPARE(bench.session.account().name, QStringLiteral("Sales"));
        QCOMPARE(bench.connection.accounts().size(), size_t(1));
        const auth::Account &account = bench.connection.accounts().front();
        QCOMPARE(account.zgid, bench.session.account().organisation.zgid.text());
        QVERIFY(bench.memory.items.value(account.id) == bench.host.token());
        QVERIFY(bench.accountsFile().contains("Sales"));
        QVERIFY(!bench.accountsFile().contains(bench.host.token().reveal()));
    }

    void anAccountWithoutANameIsCalledLikeItsOrganisation()
    {
        Bench bench;
        bench.connection.signIn(bench.draft(""));
        QTRY_COMPARE(bench.connection.keeping(), Keeping::InKeychain);
        QCOMPARE(bench.connection.accounts().front().name, bench.session.account().organisation.name);
    }

    void signingInAgainUnderTheSameNameReplacesTheToken()
    {
        Bench bench;
        bench.saveAccount("one");
        bench.memory.items.insert(QStringLiteral("one"), base::Secret("an old token"));
        bench.connection.signIn(bench.draft("Saved"));
        QTRY_COMPARE(bench.connection.keeping(), Keeping::InKeychain);
        QCOMPARE(bench.connection.accounts().size(), size_t(1));
        QVERIFY(bench.memory.items.value(QStringLiteral("one")) == bench.host.token());
    }

    void withoutAKeychainTheSignInLastsForTheSession()
    {
        Bench bench;
        bench.memory.failure = ErrorCode::KeychainUnavailable;
        bench.connection.signIn(bench.draft());
        QTRY_VERIFY(bench.connection.keychainTrouble().has_value());

        QCOMPARE(int(bench.connection.keychainTrouble()->code), int(ErrorCode::KeychainUnavailable));
        QCOMPARE(bench.connection.state(), State::Connected);
        QCOMPARE(bench.connection.keeping(), Keeping::SessionOnly);
        QVERIFY(bench.connection.accounts().empty());
        QVERIFY(bench.accountsFile().isEmpty());
    }

    void whoeverDoesNotWantItKeptIsObeyed()
    {
        Bench bench;
        session::SignInDraft draft = bench.draft();
        draft.keep = false;
        bench.connection.signIn(draft);
        QTRY_COMPARE(bench.connection.state(), State::Connected);
        QCOMPARE(bench.connection.keeping(), Keeping::SessionOnly);
        QVERIFY(!bench.connection.keychainTrouble());
        QVERIFY(bench.memory.items.isEmpty());
        QVERIFY(bench.connection.accounts().empty());
    }

    void aWrongTokenIsRefusedAndNotKept()
    {
        Bench bench;
        session::SignInDraft draft = bench.draft();
        draft.token = base::Secret("1000.wrong.token");
        bench.connection.signIn(draft);
        QTRY_COMPARE(bench.connection.state(), State::Failed);

        const auto &failure = bench.connection.failure();
        QCOMPARE(int(failure->error.code), int(ErrorCode::SignInNeeded));
        QCOMPARE(failure->refusal->code, QStringLiteral("INVALID_TOKEN"));
        QVERIFY(failure->error.context.contains(QStringLiteral("call")));
        QVERIFY(!bench.connection.api());
        QVERIFY(!bench.session.account().connected);
        QVERIFY(bench.memory.items.isEmpty());
        QVERIFY(bench.connection.accounts().empty());
    }

    void aSavedAccountSignsInWithItsToken()
    {
        Bench bench;
        bench.saveAccount("one");
        bench.connection.useSaved(QStringLiteral("one"));
        QTRY_COMPARE(bench.connection.state(), State::Connected);
        QCOMPARE(bench.connection.keeping(), Keeping::InKeychain);
        QCOMPARE(bench.session.account().name, QStringLiteral("Saved"));
    }

    void aSavedAccountWithoutATokenStaysInTheList()
    {
        Bench bench;
        bench.saveAccount("one");
        bench.memory.items.clear();
        bench.connection.useSaved(QStringLiteral("one"));
        QTRY_COMPARE(bench.connection.state(), State::Failed);
        QCOMPARE(int(bench.connection.failure()->error.code), int(ErrorCode::KeychainEntryMissing));
        QCOMPARE(int(bench.connection.keychainTrouble()->code), int(ErrorCode::KeychainEntryMissing));
        QCOMPARE(bench.connection.accounts().size(), size_t(1));
    }

    void anUnknownAccountIsAFailure()
    {
        Bench bench;
        bench.connection.useSaved(QStringLiteral("nobody"));
        QCOMPARE(bench.connection.state(), State::Failed);
        QCOMPARE(int(bench.connection.failure()->error.code), int(ErrorCode::SignInNeeded));
    }

    void aForgottenAccountIsGoneButTheSessionGoesOn()
    {
        Bench bench;
        bench.saveAccount("one");
        bench.connection.useSaved(QStringLiteral("one"));
        QTRY_COMPARE(bench.connection.state(), State::Connected);
        bench.connection.forget(QStringLiteral("one"));
        QTRY_VERIFY(bench.connection.accounts().empty());
        QVERIFY(bench.memory.items.isEmpty());
        QCOMPARE(bench.connection.state(), State::Connected);
        QCOMPARE(bench.connection.keeping(), Keeping::SessionOnly);
    }

    /// Else its token would stay in the keychain with nothing left to find it by.
    void anAccountWhoseTokenCannotBeRemovedStays()
    {
        Bench bench;
        bench.saveAccount("one");
        bench.memory.failure = ErrorCode::KeychainLocked;
        bench.connection.forget(QStringLiteral("one"));
        QTRY_VERIFY(bench.connection.keychainTrouble().has_value());
        QCOMPARE(int(bench.connection.keychainTrouble()->code), int(ErrorCode::KeychainLocked));
        QCOMPARE(bench.connection.accounts().size(), size_t(1));
    }

    void whoSignsOutHasNoAccountAndNoApi()
    {
        Bench bench;
        bench.connection.usePractice();
        QTRY_COMPARE(bench.connection.state(), State::Connected);
        bench.connection.signOut();
        QCOMPARE(bench.connection.state(), State::SignedOut);
        QVERIFY(!bench.connection.api());
        QVERIFY(!bench.session.account().connected);
    }

    void answersToADroppedSignInChangeNothing()
    {
        Bench bench;
        practice::PracticeHost slow;
        practice::PracticeOptions options;
        options.script.latency = std::chrono::milliseconds(150);
        QVERIFY(slow.start(options).ok());
        session::SignInDraft draft = bench.draft("Slow");
        draft.hosts = {slow.baseUrl(), slow.baseUrl()};
        draft.token = base::Secret("1000.wrong.token");
        bench.connection.signIn(draft);
        QTRY_VERIFY(slow.requestCount(QStringLiteral("GET"), QStringLiteral("/crm/v2.1/org")) == 1);

        bench.connection.signIn(bench.draft("Quick"));
        QTRY_COMPARE(bench.connection.keeping(), Keeping::InKeychain);
        QCOMPARE(support::PracticeClient(slow).get("/crm/v2.1/org").status, 200); // later than the dropped answers
        QCoreApplication::processEvents();

        QCOMPARE(bench.connection.state(), State::Connected);
        QVERIFY(!bench.connection.failure());
        QCOMPARE(bench.session.account().name, QStringLiteral("Quick"));
        QCOMPARE(bench.connection.accounts().size(), size_t(1));
    }

    void aKeychainThatAnswersTooLateChangesNothing()
    {
        SlowStore store;
        Bench bench(&store);
        bench.saveAccount("one");
        bench.connection.useSaved(QStringLiteral("one"));
        QCOMPARE(bench.connection.state(), State::Connecting);
        bench.connection.usePractice();
        QTRY_COMPARE(bench.connection.state(), State::Connected);

        store.reading.addResult(base::Result<base::Secret>(base::Error{ErrorCode::KeychainLocked, {}, {}, {}}));
        store.reading.finish();
        QCoreApplication::processEvents();

        QCOMPARE(bench.connection.state(), State::Connected);
        QVERIFY(bench.session.account().practice);
        QVERIFY(!bench.connection.keychainTrouble());
    }

    void aTokenKeptAfterSigningOutIsListedButNotInUse()
    {
        SlowStore store;
        Bench bench(&store);
        bench.connection.signIn(bench.draft());
        QTRY_COMPARE(bench.connection.state(), State::Connected);
        QCOMPARE(bench.connection.keeping(), Keeping::SessionOnly);
        bench.connection.signOut();
        const QSignalSpy accountsChanged(&bench.connection, &CrmConnection::accountsChanged);

        store.writing.addResult(base::Status(base::Done{}));
        store.writing.finish();
        QTRY_COMPARE(accountsChanged.size(), 1);

        QCOMPARE(bench.connection.accounts().size(), size_t(1));
        QCOMPARE(bench.connection.state(), State::SignedOut);
        QCOMPARE(bench.connection.keeping(), Keeping::NotKept);
        QVERIFY(bench.session.account().name.isEmpty());
    }

    void aChosenModuleBringsItsFields()
    {
        Bench bench;
        bench.choose("Leads");
        QVERIFY(!bench.connection.loadingMetadata()); // nobody to ask yet
        bench.connection.usePractice();
        QTRY_COMPARE(bench.session.metadata().module.text(), QStringLiteral("Leads"));
        QVERIFY(!bench.session.metadata().fields.empty());
        QVERIFY(!bench.session.metadata().layouts.empty());

        bench.choose("Contacts");
        bench.choose("Deals"); // before the answer for Contacts
        QTRY_COMPARE(bench.session.metadata().module.text(), QStringLiteral("Deals"));
        QVERIFY(!bench.connection.loadingMetadata());
    }

    void fieldsThatTheCrmDoesNotGiveCanBeAskedForAgain()
    {
        Bench bench;
        practice::PracticeScript script;
        practice::PracticeFault fault;
        fault.match = QStringLiteral("/settings/fields");
        fault.status = 403;
        fault.body = R"({"code":"NO_PERMISSION","message":"permission denied","details":{},"status":"error"})";
        script.faults = {fault};
        bench.host.setScript(script);
        bench.choose("Leads");
        bench.connection.usePractice();
        QTRY_VERIFY(bench.connection.metadataFailure().has_value() && !bench.connection.loadingMetadata());
        QCOMPARE(bench.connection.metadataFailure()->refusal->code, QStringLiteral("NO_PERMISSION"));
        QVERIFY(bench.session.metadata().fields.empty());

        bench.connection.loadMetadata();
        QTRY_VERIFY(!bench.session.metadata().fields.empty());
        QVERIFY(!bench.connection.metadataFailure());
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestCrmConnection)
#include "tst_crm_connection.moc"
