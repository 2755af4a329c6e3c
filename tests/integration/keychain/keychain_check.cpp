#include "auth/KeychainCredentialStore.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestMain.h"

#include <csignal>

using base::ErrorCode;
using namespace std::chrono_literals;

/// The keychain of this system as it is. The script beside this file says in KEYCHAIN_WORLD what it set up: "keyring" or
/// "none"; each world runs its own tests.
class KeychainCheck final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }
    void inTheWorldAtHand_data();
    void inTheWorldAtHand();

private:
    void aSecretComesBack();
    void accountsAreKeptApart();
    void anUnknownAccountIsMissing();
    void whatIsRemovedIsGone();
    void theNameCarriesTheWholeNamespace();
    void aKeychainThatHangsTimesOutAndRecovers();
    void withoutAServiceEachCallSaysSo();

    template <class T>
    static std::optional<T> valueOf(QFuture<T> future)
    {
        const bool came = QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000);
        return came ? std::optional<T>(future.result()) : std::nullopt;
    }
    static base::Secret secret() { return base::Secret(QByteArray("canary-keychain-token")); }
    base::SystemClock m_clock;
    auth::KeychainCredentialStore m_store{m_clock};
};

using Step = void (KeychainCheck::*)();
Q_DECLARE_METATYPE(Step)

void KeychainCheck::inTheWorldAtHand_data()
{
    QTest::addColumn<Step>("step");
    const QByteArray world = qgetenv("KEYCHAIN_WORLD");
    if (world == "keyring") {
        QTest::newRow("a secret comes back") << Step(&KeychainCheck::aSecretComesBack);
        QTest::newRow("accounts are kept apart") << Step(&KeychainCheck::accountsAreKeptApart);
        QTest::newRow("an unknown account is missing") << Step(&KeychainCheck::anUnknownAccountIsMissing);
        QTest::newRow("what is removed is gone") << Step(&KeychainCheck::whatIsRemovedIsGone);
        QTest::newRow("the name") << Step(&KeychainCheck::theNameCarriesTheWholeNamespace);
        QTest::newRow("a hanging keychain") << Step(&KeychainCheck::aKeychainThatHangsTimesOutAndRecovers);
    } else if (world == "none") {
        QTest::newRow("no service") << Step(&KeychainCheck::withoutAServiceEachCallSaysSo);
    } else {
        QFAIL("run this through with_keyring.sh or without_service.sh");
    }
}

void KeychainCheck::inTheWorldAtHand()
{
    QFETCH(Step, step);
    (this->*step)();
}

void KeychainCheck::aSecretComesBack()
{
    const auto written = valueOf(m_store.write(QStringLiteral("a"), secret()));
    QVERIFY(written);
    QVERIFY2(written->ok(), written->ok() ? "" : qPrintable(written->error().detail));
    const auto read = valueOf(m_store.read(QStringLiteral("a")));
    QVERIFY(read && read->ok());
    QCOMPARE(read->value().reveal(), secret().reveal());
}

void KeychainCheck::accountsAreKeptApart()
{
    QVERIFY(valueOf(m_store.write(QStringLiteral("a"), secret()))->ok());
    QVERIFY(valueOf(m_store.write(QStringLiteral("b"), base::Secret(QByteArray("another"))))->ok());
    QCOMPARE(valueOf(m_store.read(QStringLiteral("a")))->value().reveal(), secret().reveal());
    QCOMPARE(valueOf(m_store.read(QStringLiteral("b")))->value().reveal(), QByteArray("another"));
}

void KeychainCheck::anUnknownAccountIsMissing()
{
    const auto read = valueOf(m_store.read(QStringLiteral("nobody")));
    QVERIFY(read && !read->ok());
    QCOMPARE(read->error().code, ErrorCode::KeychainEntryMissing);
}

void KeychainCheck::whatIsRemovedIsGone()
{
    QVERIFY(valueOf(m_store.write(QStringLiteral("c"), secret()))->ok());
    QVERIFY(valueOf(m_store.remove(QStringLiteral("c")))->ok());
    QCOMPARE(valueOf(m_store.read(QStringLiteral("c")))->error().code, ErrorCode::KeychainEntryMissing);
    QVERIFY(valueOf(m_store.remove(QStringLiteral("c")))->ok());
}

void KeychainCheck::theNameCarriesTheWholeNamespace()
{
    QVERIFY(valueOf(m_store.write(QStringLiteral("d"), secret()))->ok());
    QProcess tool;
    tool.start(QStringLiteral("secret-tool"),
               {QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("crm-import-wizard"),
                QStringLiteral("user"), QStringLiteral("crm-import-wizard/zoho/d/v1")});
    QVERIFY(tool.waitForFinished());
    QVERIFY2(!tool.readAllStandardOutput().isEmpty(), tool.readAllStandardError().constData());
}

void KeychainCheck::aKeychainThatHangsTimesOutAndRecovers()
{
    const int keyring = qEnvironmentVariableIntValue("KEYRING_PID");
    QVERIFY(keyring > 1);
    QVERIFY(valueOf(m_store.write(QStringLiteral("e"), secret()))->ok());
    support::FakeClock clock;
    auth::KeychainCredentialStore store(clock);
    QCOMPARE(::kill(keyring, SIGSTOP), 0);
    const auto hanging = store.read(QStringLiteral("e"));
    clock.advance(19s);
    QTest::qWait(300);
    const bool early = hanging.isFinished();
    clock.advance(2s);
    const auto answer = valueOf(hanging);
    ::kill(keyring, SIGCONT);
    QVERIFY(!early);
    QVERIFY(answer && !answer->ok());
    QCOMPARE(answer->error().code, ErrorCode::KeychainTimedOut);
    QCOMPARE(valueOf(store.read(QStringLiteral("e")))->value().reveal(), secret().reveal());
}

void KeychainCheck::withoutAServiceEachCallSaysSo()
{
    QCOMPARE(valueOf(m_store.write(QStringLiteral("a"), secret()))->error().code, ErrorCode::KeychainUnavailable);
    QCOMPARE(valueOf(m_store.read(QStringLiteral("a")))->error().code, ErrorCode::KeychainUnavailable);
    QCOMPARE(valueOf(m_store.remove(QStringLiteral("a")))->error().code, ErrorCode::KeychainUnavailable);
}

WIZARD_TEST_MAIN(QCoreApplication, KeychainCheck)
#include "keychain_check.moc"
