#include "net/HostPolicy.h"
#include "net/OneShotBody.h"
#include "net/RateGate.h"
#include "net/RetryBudget.h"
#include "net/RetryPolicy.h"
#include "net/TransferWatch.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTemporaryFile>

using namespace std::chrono_literals;
using base::ErrorCode;
using net::RepeatClass;

Q_DECLARE_METATYPE(base::ErrorCode)
Q_DECLARE_METATYPE(net::RepeatClass)

class TestPolicies final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void hosts_data();
    void hosts();
    void loopbackCanBeForbidden();
    void howOftenACallIsRepeated_data();
    void howOftenACallIsRepeated();
    void backOffDoublesUpToItsCapAndKeepsAFloor();
    void aRetryAfterIsWaitedOutWithAMargin();
    void aRetryAfterOfHoursEndsTheCall();
    void retryAfter_data();
    void retryAfter();
    void theBudgetOfRetriesRunsOut();
    void fiveFailuresInARowPauseTheNextRetry();
    void theGateLetsTwoInAndSpacesTheStarts();
    void whoLeavesTheQueueIsNotCalled();
    void deadlines_data();
    void deadlines();
    void bytesThatFlowKeepATransferAlive();
    void aBodyIsReadOnceHeadFileTail();
    void aFileThatBecameShorterIsNoWholeBody();

private:
    static base::Error error(ErrorCode code, std::optional<std::chrono::milliseconds> wait = {})
    {
        return {code, {}, {}, wait};
    }
};

void TestPolicies::hosts_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *url, bool allowed) { QTest::newRow(url) << QString::fromLatin1(url) << allowed; };
    row("https://www.zohoapis.com/crm", true);
    row("https://WWW.ZohoAPIs.EU/crm", true);
    row("https://sandbox.zohoapis.com.au/", true);
    row("https://upload.zoho.com/", true);
    row("https://files.zoho.sa/", true);
    row("https://crm.example.org/", true);
    row("https://eu.crm.example.net/", true);
    row("http://127.0.0.1:8080/", true);
    row("http://[::1]:8080/", true);
    row("http://localhost/", true);
    row("https://127.9.9.9/", true);
    row("http://www.zohoapis.com/", false);
    row("https://zohoapis.com/", false);
    row("https://evilzohoapis.com/", false);
    row("https://www.zohoapis.com.evil.org/", false);
    row("https://www.zohoapis.com@evil.org/", false);
    row("https://user@www.zohoapis.com/", false);
    row("https://crm.zoho.com.evil/", false);
    row("https://xupload.zoho.com/", false);
    row("https://crm.example.net/", false);
    row("https://anything.org/", false);
    row("http://127.0.0.1.evil.org/", false);
    row("http://localhost.evil.org/", false);
    row("http://192.168.0.1/", false);
    row("ftp://127.0.0.1/", false);
    row("file:///etc/passwd", false);
    row("www.zohoapis.com", false);
    row("", false);
}

void TestPolicies::hosts()
{
    QFETCH(QString, url);
    const net::HostPolicy policy({QStringLiteral("CRM.example.org"), QStringLiteral("*.crm.example.net"),
                                  QStringLiteral("*.org"), QStringLiteral("no host")});
    const auto checked = policy.check(QUrl(url));
    QTEST(checked.ok(), "allowed");
    if (!checked)
        QCOMPARE(checked.error().code, ErrorCode::HostNotAllowed);
}

void TestPolicies::loopbackCanBeForbidden()
{
    net::HostPolicy policy;
    policy.forbidLoopback();
    QVERIFY(!policy.check(QUrl(QStringLiteral("http://127.0.0.1:80/"))));
    QVERIFY(!policy.check(QUrl(QStringLiteral("https://localhost/"))));
    QVERIFY(policy.check(QUrl(QStringLiteral("https://www.zohoapis.com/"))));
}

void TestPolicies::howOftenACallIsRepeated_data()
{
    QTest::addColumn<RepeatClass>("repeat");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("notSent");
    QTest::addColumn<int>("repeats");
    const auto row = [](const char *name, RepeatClass repeat, ErrorCode code, bool notSent, int repeats) {
        QTest::newRow(name) << repeat << code << notSent << repeats;
    };
    row("read, lost", RepeatClass::Read, ErrorCode::ConnectionLost, false, 5);
    row("read, 5xx", RepeatClass::Read, ErrorCode::ServerTrouble, false, 5);
    row("read, login page", RepeatClass::Read, ErrorCode::AnswerNotUnderstood, false, 2);
    row("read, 429", RepeatClass::Read, ErrorCode::Throttled, false, 5);
    row("read, refused", RepeatClass::Read, ErrorCode::RefusedByServer, false, 0);
    row("read, TLS", RepeatClass::Read, ErrorCode::TlsFailed, true, 0);
    row("read, proxy password", RepeatClass::Read, ErrorCode::ProxyRefused, true, 0);
    row("read, redirect", RepeatClass::Read, ErrorCode::RedirectRefused, false, 0);
    row("read, too large", RepeatClass::Read, ErrorCode::AnswerTooLarge, false, 0);
    row("read, cancelled", RepeatClass::Read, ErrorCode::Cancelled, false, 0);
    row("upload, lost", RepeatClass::Repeatable, ErrorCode::ConnectionLost, false, 4);
    row("upload, 429", RepeatClass::Repeatable, ErrorCode::Throttled, false, 5);
    row("create, lost after it left", RepeatClass::Once, ErrorCode::ConnectionLost, false, 0);
    row("create, 5xx", RepeatClass::Once, ErrorCode::ServerTrouble, false, 0);
    row("create, 429", RepeatClass::Once, ErrorCode::Throttled, false, 0);
    row("create, nobody listens", RepeatClass::Once, ErrorCode::ConnectionRefused, true, 5);
    row("token, lost", RepeatClass::Scarce, ErrorCode::ConnectionLost, false, 2);
}

void TestPolicies::howOftenACallIsRepeated()
{
    QFETCH(RepeatClass, repeat);
    QFETCH(ErrorCode, code);
    QFETCH(bool, notSent);
    net::RetryPolicy policy(repeat, {}, [] { return 0.5; });
    int repeats = 0;
    while (repeats < 100 && policy.next(error(code), notSent))
        ++repeats;
    QTEST(repeats, "repeats");
}

void TestPolicies::backOffDoublesUpToItsCapAndKeepsAFloor()
{
    net::RetryTimes times;
    times.cap = 5s;
    net::RetryPolicy least(RepeatClass::Read, times, [] { return 0.0; });
    net::RetryPolicy most(RepeatClass::Read, times, [] { return 0.999999; });
    for (const auto nominal : {1000, 2000, 4000, 5000, 5000}) {
        QCOMPARE(least.next(error(ErrorCode::ConnectionLost), false)->delay.count(), qint64(nominal / 2));
        const qint64 longest = most.next(error(ErrorCode::ConnectionLost), false)->delay.count();
        QVERIFY(longest > nominal * 9 / 10 && longest <= nominal);
    }
}

void TestPolicies::aRetryAfterIsWaitedOutWithAMargin()
{
    net::RetryPolicy policy(RepeatClass::Read, {}, [] { return 0.5; });
    QCOMPARE(policy.next(error(ErrorCode::Throttled, 119s), false)->delay, std::chrono::milliseconds(121'500));
    QCOMPARE(policy.next(error(ErrorCode::ServerTrouble, 30s), false)->delay, std::chrono::milliseconds(32'500));
    net::RetryPolicy untold(RepeatClass::Read, {}, [] { return 0.0; });
    for (const auto wait : {60s, 120s, 240s, 480s, 600s})
        QCOMPARE(untold.next(error(ErrorCode::Throttled), false)->delay, std::chrono::milliseconds(wait));
}

void TestPolicies::aRetryAfterOfHoursEndsTheCall()
{
    net::RetryPolicy policy(RepeatClass::Read, {}, [] { return 0.5; });
    QVERIFY(!policy.next(error(ErrorCode::Throttled, 2h), false));
    QVERIFY(!policy.next(error(ErrorCode::ServerTrouble, 2h), false));
}

void TestPolicies::retryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("seconds"); // -1: none
    const auto row = [](const char *value, qint64 seconds) { QTest::newRow(value) << QByteArray(value) << seconds; };
    row("120", 120);
    row(" 7 ", 7);
    row("0", 1);
    row("Mon, 02 Mar 2026 09:02:00 GMT", 120);
    row("Mon, 02 Mar 2026 08:00:00 GMT", 1);
    row("99999999999999999", 10LL * 365 * 24 * 3600);
    row("-5", -1);
    row("soon", -1);
    row("1.5", -1);
    row("", -1);
}

void TestPolicies::retryAfter()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, seconds);
    const auto wait = net::parseRetryAfter(value, support::FakeClock().now());
    QCOMPARE(wait.has_value(), seconds >= 0);
    if (wait)
        QCOMPARE(wait->count(), seconds * 1000);
}

void TestPolicies::theBudgetOfRetriesRunsOut()
{
    net::RetryBudget budget(std::chrono::minutes(1));
    for (int retry = 0; retry < 14; ++retry)
        QVERIFY(budget.spendOn(ErrorCode::AnswerTimedOut)); // 28 of 30
    QVERIFY(budget.spendOn(ErrorCode::ConnectionLost));
    QVERIFY(!budget.spendOn(ErrorCode::AnswerTimedOut));
    QVERIFY(budget.spendOn(ErrorCode::ConnectionLost));
    QVERIFY(!budget.spendOn(ErrorCode::ConnectionLost));
    budget.answered();
    QVERIFY(!budget.spendOn(ErrorCode::ConnectionLost));
    budget.answered(); // two answers give one back
    QVERIFY(budget.spendOn(ErrorCode::ConnectionLost));
    for (int answer = 0; answer < 1000; ++answer)
        budget.answered();
    for (int retry = 0; retry < 30; ++retry)
        QVERIFY(budget.spendOn(ErrorCode::ConnectionLost));
    QVERIFY(!budget.spendOn(ErrorCode::ConnectionLost));
}

void TestPolicies::fiveFailuresInARowPauseTheNextRetry()
{
    using namespace std::chrono_literals;
    net::RetryBudget budget(60s);
    for (int failure = 0; failure < 4; ++failure)
        budget.failed(100s);
    QCOMPARE(budget.pauseLeft(100s), 0ms);
    budget.answered();
    for (int failure = 0; failure < 4; ++failure)
        budget.failed(200s);
    QCOMPARE(budget.pauseLeft(200s), 0ms);
    budget.failed(200s);
    QCOMPARE(budget.pauseLeft(200s), 60s);
    QCOMPARE(budget.pauseLeft(250s), 10s);
    QCOMPARE(budget.pauseLeft(300s), 0ms);
}

void TestPolicies::theGateLetsTwoInAndSpacesTheStarts()
{
    support::FakeClock clock;
    net::RateGate gate(clock, 2, 250ms);
    QList<int> entered;
    QList<net::RateGate::Ticket> tickets;
    for (int i = 0; i < 4; ++i)
        tickets << gate.enter([&entered, i] { entered << i; });
    QVERIFY(entered.isEmpty());
    clock.advance(0ms);
    QCOMPARE(entered, QList<int>({0}));
    clock.advance(249ms);
    QCOMPARE(entered, QList<int>({0}));
    clock.advance(1ms);
    QCOMPARE(entered, QList<int>({0, 1}));
    clock.advance(10s);
    QCOMPARE(entered, QList<int>({0, 1}));
    gate.leave(tickets[1]);
    gate.leave(tickets[0]);
    clock.advance(0ms);
    QCOMPARE(entered, QList<int>({0, 1, 2}));
    clock.advance(250ms);
    QCOMPARE(entered, QList<int>({0, 1, 2, 3}));
}

void TestPolicies::whoLeavesTheQueueIsNotCalled()
{
    support::FakeClock clock;
    net::RateGate gate(clock, 1, 0ms);
    QList<int> entered;
    const auto first = gate.enter([&entered] { entered << 1; });
    const auto second = gate.enter([&entered] { entered << 2; });
    const auto third = gate.enter([&entered] { entered << 3; });
    gate.leave(second);
    clock.advance(1s);
    gate.leave(first);
    clock.advance(1s);
    QCOMPARE(entered, QList<int>({1, 3}));
    gate.leave(third);
}

void TestPolicies::deadlines_data()
{
    using Phase = net::TransferWatch::Phase;
    QTest::addColumn<int>("phase");
    QTest::addColumn<qint64>("bytesASecond");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no connection") << int(Phase::Connecting) << qint64(0) << 30 << ErrorCode::ConnectTimedOut;
    QTest::newRow("no answer") << int(Phase::Waiting) << qint64(0) << 30 << ErrorCode::AnswerTimedOut;
    QTest::newRow("a body that stalls") << int(Phase::Receiving) << qint64(0) << 60 << ErrorCode::TransferStalled;
    QTest::newRow("a body that drips") << int(Phase::Receiving) << qint64(5) << 60 << ErrorCode::TransferTooSlow;
    QTest::newRow("an upload that drips") << int(Phase::Sending) << qint64(1000) << 60 << ErrorCode::TransferTooSlow;
}

void TestPolicies::deadlines()
{
    QFETCH(int, phase);
    QFETCH(qint64, bytesASecond);
    QFETCH(int, seconds);
    support::FakeClock clock;
    net::TransferTimes times;
    times.overall = 1h;
    net::TransferWatch watch(clock, times);
    QList<ErrorCode> expired;
    connect(&watch, &net::TransferWatch::expired, &watch, [&expired](ErrorCode code) { expired << code; });
    watch.start();
    watch.enter(static_cast<net::TransferWatch::Phase>(phase));
    for (int second = 0; second < seconds; ++second) {
        QVERIFY2(expired.isEmpty(), qPrintable(QString::number(second)));
        if (bytesASecond > 0)
            watch.moved(bytesASecond);
        clock.advance(1s);
    }
    QFETCH(ErrorCode, code);
    QCOMPARE(expired, QList<ErrorCode>({code}));
    clock.advance(2h);
    QCOMPARE(expired.size(), 1);
}

void TestPolicies::bytesThatFlowKeepATransferAlive()
{
    support::FakeClock clock;
    net::TransferWatch watch(clock, {});
    QList<ErrorCode> expired;
    connect(&watch, &net::TransferWatch::expired, &watch, [&expired](ErrorCode code) { expired << code; });
    watch.start();
    watch.enter(net::TransferWatch::Phase::Receiving);
    watch.expect(8 * 1024 * 300);
    for (int second = 0; second < 359; ++second) {
        watch.moved(6 * 1024); // fast enough for the window, too slow for 300 s + 60 s in the end
        clock.advance(1s);
    }
    QVERIFY(expired.isEmpty());
    clock.advance(1s);
    QCOMPARE(expired, QList<ErrorCode>({ErrorCode::TransferTooSlow}));
}

void TestPolicies::aBodyIsReadOnceHeadFileTail()
{
    auto file = std::make_unique<QTemporaryFile>();
    QVERIFY(file->open());
    const QByteArray content(100'000, 'x');
    file->write(content);
    file->seek(0);
    net::OneShotBody body("head", std::move(file), "tail");
    QSignalSpy reading(&body, &net::OneShotBody::reading);
    QCOMPARE(body.length(), qint64(content.size() + 8));
    QVERIFY(body.isSequential() && !body.begun() && !body.givenWhole());
    QByteArray read;
    while (!body.atEnd())
        read += body.read(16'384);
    QCOMPARE(read, "head" + content + "tail");
    QVERIFY(body.givenWhole());
    QCOMPARE(reading.size(), 1);
    QVERIFY(!body.seek(0) && !body.reset());
    QVERIFY(body.readAll().isEmpty());
}

void TestPolicies::aFileThatBecameShorterIsNoWholeBody()
{
    auto file = std::make_unique<QTemporaryFile>();
    QVERIFY(file->open());
    file->write(QByteArray(1000, 'x'));
    file->seek(0);
    QFile *const kept = file.get();
    net::OneShotBody body("h", std::move(file), "t");
    QVERIFY(kept->resize(10));
    char bytes[4096];
    while (body.read(bytes, sizeof bytes) > 0) { }
    QVERIFY(!body.givenWhole());
}

WIZARD_TEST_MAIN(QCoreApplication, TestPolicies)
#include "tst_policies.moc"
