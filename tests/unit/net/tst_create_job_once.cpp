#include "net/OneShotBody.h"
#include "tests/support/TestCertificates.h"
#include "tests/support/TestMain.h"
#include "tests/unit/net/ApiUnderTest.h"

#include <QNetworkProxyFactory>
#include <QTcpServer>
#include <QTcpSocket>

using Kind = net::CreateOutcome::Kind;
using support::Reaction;
using End = support::Reaction::End;

Q_DECLARE_METATYPE(Kind)
Q_DECLARE_METATYPE(support::Reaction)

/// Creating a job twice doubles every record of a file, and QNetworkAccessManager repeats a POST by itself when the server
/// drops the connection. Whatever the server does, one request leaves and the outcome says what is known.
class TestCreateJobOnce final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_certificates = support::TestCertificates::make();
        QVERIFY2(m_certificates.complete(), "the openssl program is needed");
        m_certificates.trust();
    }
    void init() { support::failOnWarnings(); }

    void exactlyOnePostLeaves_data();
    void exactlyOnePostLeaves();
    void aServerNobodyListensOnIsNotSent();
    void aCertificateNobodyTrustsIsNotSent();
    void anAbortBeforeItLeavesIsNotSent();
    void anAbortAfterItLeftIsUnknown();
    void aConnectionLostInTheMiddleOfTheBodyIsUnknown();
    void aRefusedTokenIsRenewedOnceAndTheJobSentAgain();
    void aRefusedTokenThatCannotBeRenewedIsARefusal();
    void noByteOfTheTokenFollowsARedirect();

private:
    static void addFaults(const char *scheme);
    [[nodiscard]] std::unique_ptr<support::FaultServer> serverFor(const QByteArray &scheme) const
    {
        return scheme == "https"
            ? std::make_unique<support::FaultServer>(m_certificates.server, m_certificates.serverKey)
            : std::make_unique<support::FaultServer>();
    }
    support::TestCertificates m_certificates;
};

void TestCreateJobOnce::addFaults(const char *scheme)
{
    const QByteArray ok = Reaction::answer(201, support::createdAnswer).bytes;
    const QByteArray refusal =
        "{\"status\":\"error\",\"code\":\"INVALID_FIELD_NAME\",\"message\":\"m\",\"details\":{}}";
    const QByteArray huge = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n\r\n" + QByteArray(50'000, ' ');
    const auto row = [scheme](const char *name, Kind kind, const char *found, const Reaction &reaction) {
        QTest::addRow("%s: %s", scheme, name) << QByteArray(scheme) << reaction << kind << QByteArray(found);
    };
    row("created", Kind::Created, "", {ok});
    row("created, HTTP 200", Kind::Created, "", Reaction::answer(200, support::createdAnswer));
    row("created, ended by closing", Kind::Created, "",
        {QByteArray("HTTP/1.1 201 Created\r\n\r\n") + support::createdAnswer, End::Close});
    row("refused", Kind::Refused, "RefusedByServer", Reaction::answer(400, refusal));
    row("refused with HTTP 200", Kind::Refused, "RefusedByServer", Reaction::answer(200, refusal));
    row("refused by the gateway", Kind::Refused, "RefusedByServer",
        Reaction::answer(400, "{\"ERROR_CODE\":400,\"ERROR_MESSAGE\":\"Bad Request\",\"x-error\":\"headers\"}"));
    row("429", Kind::Refused, "Throttled", Reaction::answer(429, "", "text/plain", "Retry-After: 7\r\n"));
    row("FIN at once", Kind::Unknown, "ConnectionLost", {"", End::Close});
    row("RST at once", Kind::Unknown, "ConnectionLost", {"", End::Reset});
    row("FIN later", Kind::Unknown, "ConnectionLost", {"", End::Close, 60});
    row("RST later", Kind::Unknown, "ConnectionLost", {"", End::Reset, 60});
    row("garbage", Kind::Unknown, "ConnectionLost", {"this is not HTTP\r\n\r\n", End::Close});
    row("half a header", Kind::Unknown, "ConnectionLost", {"HTTP/1.1 201 Crea", End::Close});
    row("half a body", Kind::Unknown, "ConnectionLost", {ok.left(ok.size() - 40), End::Close});
    row("half a body without a length", Kind::Unknown, "AnswerNotUnderstood",
        {"HTTP/1.1 201 Created\r\n\r\n{\"status\":\"success\",\"deta", End::Close});
    row("no answer", Kind::Unknown, "AnswerTimedOut", {});
    row("half a body, then silence", Kind::Unknown, "TransferStalled", {ok.left(ok.size() - 40)});
    row("slow drip", Kind::Unknown, "AnswerTimedOut", {ok, End::Drip});
    row("slow drip of the body", Kind::Unknown, "TransferTooSlow",
        {"HTTP/1.1 201 Created\r\nContent-Length: 5000\r\n\r\n" + QByteArray(5000, ' '), End::DripBody});
    row("500", Kind::Unknown, "ServerTrouble",
        Reaction::answer(500, "{\"status\":\"error\",\"code\":\"INTERNAL_ERROR\",\"message\":\"m\",\"details\":{}}"));
    row("502 HTML", Kind::Unknown, "ServerTrouble", Reaction::answer(502, "<html>bad</html>", "text/html"));
    row("200 HTML", Kind::Unknown, "AnswerNotUnderstood", Reaction::answer(200, "<html>log in</html>", "text/html"));
    row("403 HTML", Kind::Unknown, "AnswerNotUnderstood", Reaction::answer(403, "<html>no</html>", "text/html"));
    row("a proxy's JSON", Kind::Unknown, "RefusedByServer", Reaction::answer(408, "{\"error\":\"timeout\"}"));
    row("a proxy's JSON with a code", Kind::Unknown, "RefusedByServer",
        Reaction::answer(403, "{\"code\":403,\"message\":\"blocked by policy\"}"));
    row("a proxy's limit", Kind::Unknown, "RefusedByServer", Reaction::answer(413, "<html>", "text/html"));
    row("a success without an id", Kind::Unknown, "AnswerNotUnderstood",
        Reaction::answer(201, "{\"status\":\"success\",\"code\":\"SUCCESS\",\"message\":\"m\",\"details\":{}}"));
    row("redirect 307", Kind::Unknown, "RedirectRefused",
        Reaction::answer(307, "", "text/plain", "Location: /elsewhere\r\n"));
    row("redirect 302", Kind::Unknown, "RedirectRefused",
        Reaction::answer(302, "", "text/plain", "Location: /elsewhere\r\n"));
    row("endless body", Kind::Unknown, "AnswerTooLarge", {huge, End::Flood});
    row("header of 80,000 bytes", Kind::Unknown, "AnswerTooLarge",
        Reaction::answer(201, support::createdAnswer, "application/json", "X: " + QByteArray(80'000, 'x') + "\r\n"));
}

void TestCreateJobOnce::exactlyOnePostLeaves_data()
{
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<support::Reaction>("reaction");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("found");
    addFaults("http");
    addFaults("https");
}

void TestCreateJobOnce::exactlyOnePostLeaves()
{
    QFETCH(QByteArray, scheme);
    QFETCH(support::Reaction, reaction);
    QFETCH(Kind, kind);
    QFETCH(QByteArray, found);
    const auto server = serverFor(scheme);
    server->script({reaction});
    const bool timeRunsOut = found == "AnswerTimedOut" || found.startsWith("Transfer");
    support::ApiUnderTest under(server->url(), timeRunsOut ? support::quickLimits() : support::patientLimits());

    const auto outcome = support::valueOf(under.api.createJob(support::jobBody, nullptr));

    QVERIFY(outcome);
    QTest::qWait(120); // a repeat by itself would come at once; it must have had the time to
    QCOMPARE(server->requests().size(), 1);
    QCOMPARE(server->requests().first().body, QByteArray(support::jobBody));
    QCOMPARE(server->requests().first().path, QByteArray("/crm/bulk/v2.1/write"));
    QCOMPARE(server->requests().first().header("Authorization"), QByteArray("Zoho-oauthtoken ") + support::canary);
    QCOMPARE(outcome->kind, kind);
    QCOMPARE(outcome->job.has_value(), kind == Kind::Created);
    QCOMPARE(outcome->failure.has_value(), kind != Kind::Created);
    if (kind == Kind::Refused)
        QCOMPARE(QByteArray(base::name(outcome->failure->error.code)), found);
    if (kind == Kind::Unknown) {
        QCOMPARE(outcome->failure->error.code, base::ErrorCode::OutcomeUnknown);
        QCOMPARE(outcome->failure->error.context.value(QStringLiteral("found")).toString().toLatin1(), found);
    }
}

void TestCreateJobOnce::aServerNobodyListensOnIsNotSent()
{
    QUrl url;
    {
        const support::FaultServer gone;
        url = gone.url();
    }
    support::ApiUnderTest under(url);
    net::CallControl control;
    QSignalSpy waiting(&control, &net::CallControl::waiting);
    const auto outcome = support::valueOf(under.api.createJob(support::jobBody, &control));
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::NotSent);
    QCOMPARE(outcome->failure->error.code, base::ErrorCode::ConnectionRefused);
    QCOMPARE(waiting.size(), 5);
}

void TestCreateJobOnce::aCertificateNobodyTrustsIsNotSent()
{
    const auto stranger = support::TestCertificates::make();
    support::FaultServer server(stranger.server, stranger.serverKey);
    support::ApiUnderTest under(server.url());
    const auto outcome = support::valueOf(under.api.createJob(support::jobBody, nullptr));
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::NotSent);
    QCOMPARE(outcome->failure->error.code, base::ErrorCode::TlsFailed);
    QVERIFY(server.requests().isEmpty());
    QVERIFY(!server.everything().contains(support::canary));
}

void TestCreateJobOnce::anAbortBeforeItLeavesIsNotSent()
{
    support::FaultServer server;
    support::ApiUnderTest under(server.url());
    net::CallControl control;
    const auto future = under.api.createJob(support::jobBody, &control);
    control.abort();
    const auto outcome = support::valueOf(future);
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::NotSent);
    QCOMPARE(outcome->failure->error.code, base::ErrorCode::Cancelled);
    QVERIFY(server.requests().isEmpty());
}

void TestCreateJobOnce::anAbortAfterItLeftIsUnknown()
{
    support::FaultServer server;
    support::ApiUnderTest under(server.url());
    net::CallControl control;
    const auto future = under.api.createJob(support::jobBody, &control);
    QTRY_COMPARE(server.requests().size(), 1);
    control.abort();
    const auto outcome = support::valueOf(future);
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Unknown);
    QCOMPARE(outcome->failure->error.code, base::ErrorCode::OutcomeUnknown);
    QCOMPARE(outcome->failure->error.context.value(QStringLiteral("found")).toString(), QStringLiteral("Cancelled"));
    QCOMPARE(server.requests().size(), 1);
}

/// A server that goes by Content-Length could not act on half a body; nobody promises that ours does.
void TestCreateJobOnce::aConnectionLostInTheMiddleOfTheBodyIsUnknown()
{
    QTcpServer server;
    int connections = 0;
    connect(&server, &QTcpServer::newConnection, &server, [&server, &connections] {
        ++connections;
        QTcpSocket *socket = server.nextPendingConnection();
        socket->setReadBufferSize(1024);
        connect(socket, &QTcpSocket::readyRead, socket, &QTcpSocket::abort);
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));
    support::ApiUnderTest under(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())));
    const auto outcome = support::valueOf(under.api.createJob(QByteArray(64'000'000, ' '), nullptr));
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Unknown);
    QCOMPARE(connections, 1);
}

void TestCreateJobOnce::aRefusedTokenIsRenewedOnceAndTheJobSentAgain()
{
    const QByteArray badToken = "{\"code\":\"INVALID_TOKEN\",\"details\":{},\"message\":\"m\",\"status\":\"error\"}";
    support::FaultServer server;
    server.script({Reaction::answer(401, badToken), Reaction::answer(201, support::createdAnswer)});
    support::ApiUnderTest under(server.url());
    under.tokens->renewed = "the-second-token";
    const auto outcome = support::valueOf(under.api.createJob(support::jobBody, nullptr));
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Created);
    QCOMPARE(outcome->job->id.text(), QStringLiteral("111111000000541958"));
    QCOMPARE(under.tokens->renewals, 1);
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().last().header("Authorization"), QByteArray("Zoho-oauthtoken the-second-token"));
}

void TestCreateJobOnce::aRefusedTokenThatCannotBeRenewedIsARefusal()
{
    const QByteArray badToken = "{\"code\":\"INVALID_TOKEN\",\"details\":{},\"message\":\"m\",\"status\":\"error\"}";
    support::FaultServer server;
    server.script({Reaction::answer(401, badToken)});
    support::ApiUnderTest under(server.url());
    const auto outcome = support::valueOf(under.api.createJob(support::jobBody, nullptr));
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Refused);
    QCOMPARE(outcome->failure->error.code, base::ErrorCode::SignInNeeded);
    QCOMPARE(server.requests().size(), 1);
}

void TestCreateJobOnce::noByteOfTheTokenFollowsARedirect()
{
    support::FaultServer elsewhere;
    elsewhere.script({Reaction::answer(201, support::createdAnswer)});
    support::FaultServer server;
    server.script({Reaction::answer(307, "", "text/plain", "Location: " + elsewhere.url().toEncoded() + "/x\r\n")});
    support::ApiUnderTest under(server.url());
    const auto outcome = support::valueOf(under.api.createJob(support::jobBody, nullptr));
    QVERIFY(outcome);
    QTest::qWait(120);
    QCOMPARE(outcome->kind, Kind::Unknown);
    QCOMPARE(elsewhere.connections(), 0);
    QVERIFY(elsewhere.everything().isEmpty());
}

WIZARD_TEST_MAIN(QCoreApplication, TestCreateJobOnce)
#include "tst_create_job_once.moc"
