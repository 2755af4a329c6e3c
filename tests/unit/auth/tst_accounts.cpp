#include "auth/Account.h"
#include "auth/TokenProvider.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>

class TestAccounts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        QVERIFY(m_folder.isValid());
    }

    void anAccountSurvivesARestart();
    void puttingTheSameIdReplacesIt();
    void anAccountIsFoundByIdThenByName();
    void aBrokenFileIsKeptBesideTheNewOne_data();
    void aBrokenFileIsKeptBesideTheNewOne();
    void aListThatCannotBeWrittenKeepsItsState();
    void dataCentresAreWhole();
    void uploadHostsFollowTheVersion();
    void aFixedTokenIsGivenButNotRenewed();

private:
    static auth::Account account(const QString &id, const QString &name)
    {
        return {id,
                name,
                QStringLiteral("eu"),
                auth::defaultHosts(*auth::findDataCentre(QStringLiteral("eu")), false),
                QStringLiteral("Example"),
                QStringLiteral("600001")};
    }
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QTemporaryDir m_folder;
};

void TestAccounts::anAccountSurvivesARestart()
{
    const auth::Account saved = account(auth::AccountList::newId(), QStringLiteral("Zürich"));
    {
        auth::AccountList list(path("a.json"));
        QVERIFY(list.put(saved).ok());
    }
    const auth::AccountList again(path("a.json"));
    QCOMPARE(again.accounts().size(), size_t(1));
    QVERIFY(again.accounts().front() == saved);
}

void TestAccounts::puttingTheSameIdReplacesIt()
{
    auth::AccountList list(path("b.json"));
    QVERIFY(list.put(account(QStringLiteral("1"), QStringLiteral("old"))).ok());
    QVERIFY(list.put(account(QStringLiteral("1"), QStringLiteral("new"))).ok());
    QCOMPARE(list.accounts().size(), size_t(1));
    QCOMPARE(list.accounts().front().name, QStringLiteral("new"));
    QVERIFY(list.remove(QStringLiteral("1")).ok());
    QVERIFY(auth::AccountList(path("b.json")).accounts().empty());
}

void TestAccounts::anAccountIsFoundByIdThenByName()
{
    auth::AccountList list(path("c.json"));
    QVERIFY(list.put(account(QStringLiteral("1"), QStringLiteral("2"))).ok());
    QVERIFY(list.put(account(QStringLiteral("2"), QStringLiteral("Sales"))).ok());
    QCOMPARE(list.find(QStringLiteral("2"))->name, QStringLiteral("Sales"));
    QCOMPARE(list.find(QStringLiteral("sales"))->id, QStringLiteral("2"));
    QVERIFY(!list.find(QStringLiteral("Sale")));
}

void TestAccounts::aBrokenFileIsKeptBesideTheNewOne_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("cut") << QByteArray("{\"version\":1,\"acc");
    QTest::newRow("later version") << QByteArray("{\"version\":2,\"accounts\":[]}");
    QTest::newRow("empty") << QByteArray();
}

void TestAccounts::aBrokenFileIsKeptBesideTheNewOne()
{
    QFETCH(QByteArray, content);
    const QString file = m_folder.filePath(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".json"));
    QFile broken(file);
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write(content) == content.size());
    broken.close();
    auth::AccountList list(file);
    QVERIFY(list.accounts().empty());
    QVERIFY(list.put(account(QStringLiteral("1"), QStringLiteral("x"))).ok());
    QFile kept(file + QStringLiteral(".unreadable"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), content);
    QCOMPARE(auth::AccountList(file).accounts().size(), size_t(1));
}

void TestAccounts::aListThatCannotBeWrittenKeepsItsState()
{
    auth::AccountList list(QStringLiteral("/dev/full/accounts.json"));
    const auto written = list.put(account(QStringLiteral("1"), QStringLiteral("x")));
    QVERIFY(!written);
    QVERIFY(list.accounts().empty());
}

void TestAccounts::dataCentresAreWhole()
{
    QCOMPARE(QByteArray(auth::dataCentres().front().id), QByteArray("us"));
    for (const auth::DataCentre &centre : auth::dataCentres()) {
        QCOMPARE(auth::findDataCentre(QLatin1String(centre.id)), &centre);
        QCOMPARE(auth::defaultHosts(centre, false).api.scheme(), QStringLiteral("https"));
    }
    QVERIFY(!auth::findDataCentre(QStringLiteral("mars")));
}

void TestAccounts::uploadHostsFollowTheVersion()
{
    const auto upload = [](const char *id, bool v8) {
        return auth::defaultHosts(*auth::findDataCentre(QLatin1String(id)), v8).upload.toString();
    };
    QCOMPARE(upload("eu", false), QStringLiteral("https://content.zohoapis.eu"));
    QCOMPARE(upload("eu", true), QStringLiteral("https://upload.zoho.eu"));
    QCOMPARE(upload("jp", true), QStringLiteral("https://content.zohoapis.jp"));
    QVERIFY(upload("uk", false).isEmpty());
}

void TestAccounts::aFixedTokenIsGivenButNotRenewed()
{
    auth::FixedTokenProvider tokens(base::Secret(QByteArray("t")));
    QCOMPARE(tokens.accessToken().result()->reveal(), QByteArray("t"));
    QCOMPARE(tokens.renew().result().error().code, base::ErrorCode::SignInNeeded);
    auth::FixedTokenProvider none{base::Secret()};
    QCOMPARE(none.accessToken().result().error().code, base::ErrorCode::SignInNeeded);
}

WIZARD_TEST_MAIN(QCoreApplication, TestAccounts)
#include "tst_accounts.moc"
