#include "tests/support/TestCertificates.h"
#include "tests/support/TestMain.h"
#include "tests/unit/net/ApiUnderTest.h"

#include <QTemporaryDir>

using base::ErrorCode;
using support::Reaction;
using End = support::Reaction::End;

Q_DECLARE_METATYPE(base::ErrorCode)
Q_DECLARE_METATYPE(support::Reaction)

namespace {

const QByteArray jobAnswer = "{\"status\":\"COMPLETED\",\"id\":\"111\",\"operation\":\"insert\",\"resource\":[]}";
const QByteArray uploadAnswer =
    "{\"status\":\"success\",\"code\":\"FILE_UPLOAD_SUCCESS\",\"message\":\"file uploaded.\","
    "\"details\":{\"file_id\":\"4242\",\"created_time\":\"2018-12-31T12:00:00-12:00\"}}";
/// An empty zip: an end record alone.
const QByteArray emptyZip = QByteArray("PK\x05\x06", 4) + QByteArray(18, '\0');

} // namespace

/// The calls that may be repeated, against a server that misbehaves.
class TestCrmApi final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void readsAreRepeated_data();
    void readsAreRepeated();
    void readsRecover();
    void callsGoWhereTheyBelong();
    void organisationTeachesTheZgid();
    void anUploadIsOneFormWithTheZip();
    void eachUploadStartsAtTheFirstByte();
    void anUploadRefusedWithHttp200IsRefused();
    void anUploadOfNoFileIsAFileError();
    void aCutResultFileIsLoadedAgain();
    void aDownloadFollowsItsOwnHostAndTakesNoTokenElsewhere();
    void aDownloadDoesNotLeaveTheList();
    void aReadDoesNotFollowRedirects();
    void anAbortEndsAWaitingCall();
    void aGzipBombIsCutShort();
    void cookiesAreNotKept();
};

void TestCrmApi::readsAreRepeated_data()
{
    QTest::addColumn<support::Reaction>("reaction");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("requests");
    const auto row = [](const char *name, const Reaction &reaction, ErrorCode code, int requests) {
        QTest::newRow(name) << reaction << code << requests;
    };
    const QByteArray refusal =
        "{\"status\":\"error\",\"code\":\"RESOURCE_NOT_FOUND\",\"message\":\"m\",\"details\":{}}";
    const QByteArray scope =
        "{\"status\":\"error\",\"code\":\"OAUTH_SCOPE_MISMATCH\",\"message\":\"m\",\"details\":{}}";
    const QByteArray token = "{\"status\":\"error\",\"code\":\"INVALID_TOKEN\",\"message\":\"m\",\"details\":{}}";
    const QByteArray malformed = "{\"status\":\"error\",\"code\":\"INVALID_OAUTHTOKEN\",\"message\":\"m\"}";
    row("no answer", {}, ErrorCode::AnswerTimedOut, 6);
    row("half a body", {Reaction::answer(200, jobAnswer).bytes.chopped(20), End::Close}, ErrorCode::ConnectionLost, 6);
    row("503", Reaction::answer(503, "<html>", "text/html"), ErrorCode::ServerTrouble, 6);
    row("429", Reaction::answer(429, ""), ErrorCode::Throttled, 6);
    row("429 for hours", Reaction::answer(429, "", "text/plain", "Retry-After: 7200\r\n"), ErrorCode::Throttled, 1);
    row("login page", Reaction::answer(200, "<html>", "text/html"), ErrorCode::AnswerNotUnderstood, 3);
    row("refused", Reaction::answer(404, refusal), ErrorCode::RefusedByServer, 1);
    row("a missing right", Reaction::answer(401, scope), ErrorCode::RefusedByServer, 1);
    row("refused token", Reaction::answer(401, token), ErrorCode::SignInNeeded, 1);
    row("malformed token", Reaction::answer(401, malformed), ErrorCode::SignInNeeded, 1);
    row("a body that is too large", Reaction::answer(413, "<html>", "text/html"), ErrorCode::RefusedByServer, 1);
    row("a media type that is not taken", Reaction::answer(415, ""), ErrorCode::RefusedByServer, 1);
    row("too large", Reaction::answer(200, QByteArray(200'000, ' ')), ErrorCode::AnswerTooLarge, 1);
    row("error too large", Reaction::answer(500, QByteArray(50'000, ' ')), ErrorCode::ServerTrouble, 6);
    row("redirect", Reaction::answer(302, "", "text/plain", "Location: /x\r\n"), ErrorCode::RedirectRefused, 1);
}

void TestCrmApi::readsAreRepeated()
{
    QFETCH(support::Reaction, reaction);
    QFETCH(ErrorCode, code);
    support::FaultServer server;
    server.script({reaction});
    const bool timeRunsOut = code == ErrorCode::AnswerTimedOut;
    support::ApiUnderTest under(server.url(), timeRunsOut ? support::quickLimits() : support::patientLimits());
    const auto details = support::valueOf(under.api.jobDetails(crm::JobId(QStringLiteral("111"))));
    QVERIFY(details && !*details);
    QTEST(details->error().error.code, "code");
    QTEST(int(server.requests().size()), "requests");
    const bool refused = details->error().refusal != nullptr;
    QCOMPARE(refused,
             code == ErrorCode::RefusedByServer || code == ErrorCode::Throttled || code == ErrorCode::SignInNeeded);
}

void TestCrmApi::readsRecover()
{
    support::FaultServer server;
    server.script({{"", End::Reset}, Reaction::answer(502, ""), Reaction::answer(200, jobAnswer)});
    support::ApiUnderTest under(server.url());
    const auto details = support::valueOf(under.api.jobDetails(crm::JobId(QStringLiteral("111"))));
    QVERIFY(details && *details);
    QCOMPARE(details->value().state, crm::JobState::Completed);
    QCOMPARE(server.requests().last().header("User-Agent"), QByteArray("crm-import-wizard/" WIZARD_VERSION));
    QVERIFY(!server.requests().last().header("X-Request-ID").isEmpty());
}

void TestCrmApi::callsGoWhereTheyBelong()
{
    support::FaultServer server;
    server.script({Reaction::answer(404, "{\"status\":\"error\",\"code\":\"INVALID_URL_PATTERN\",\"message\":\"m\"}")});
    support::ApiUnderTest under(server.url());
    (void)support::valueOf(under.api.organisation());
    (void)support::valueOf(under.api.currentUser());
    (void)support::valueOf(under.api.modules());
    (void)support::valueOf(under.api.fields(crm::ModuleName(QStringLiteral("A&B"))));
    (void)support::valueOf(under.api.layouts(crm::ModuleName(QStringLiteral("Leads"))));
    (void)support::valueOf(under.api.jobDetails(crm::JobId(QStringLiteral("111"))));
    (void)support::valueOf(under.api.download(QStringLiteral("/crm/bulk/v2.1/write/111/result?a=1"), nullptr));
    QStringList paths;
    for (const auto &request : server.requests())
        paths << QString::fromLatin1(request.path);
    QCOMPARE(paths,
             QStringList({QStringLiteral("/crm/v2.1/org"), QStringLiteral("/crm/v2.1/users?type=CurrentUser"),
                          QStringLiteral("/crm/v2.1/settings/modules"),
                          QStringLiteral("/crm/v2.1/settings/fields?module=A%26B"),
                          QStringLiteral("/crm/v2.1/settings/layouts?module=Leads"),
                          QStringLiteral("/crm/bulk/v2.1/write/111"),
                          QStringLiteral("/crm/bulk/v2.1/write/111/result?a=1")}));
}

void TestCrmApi::organisationTeachesTheZgid()
{
    support::FaultServer server;
    server.script({Reaction::answer(200, "{\"org\":[{\"zgid\":\"777\",\"company_name\":\"X\",\"id\":\"1\"}]}")});
    support::ApiUnderTest under(server.url());
    under.api.setOrganisation({});
    QVERIFY(support::valueOf(under.api.organisation())->ok());
    QCOMPARE(under.api.target().org.text(), QStringLiteral("777"));
}

void TestCrmApi::anUploadIsOneFormWithTheZip()
{
    QTemporaryDir folder;
    QFile zip(folder.filePath(QStringLiteral("leads \"1\".zip")));
    QVERIFY(zip.open(QIODevice::WriteOnly));
    const QByteArray content(300'000, 'z');
    zip.write(content);
    zip.close();
    support::FaultServer server;
    server.script({Reaction::answer(200, uploadAnswer)});
    support::ApiUnderTest under(server.url());
    net::CallControl control;
    QSignalSpy sent(&control, &net::CallControl::sent);
    const auto uploaded = support::valueOf(under.api.upload(zip.fileName(), &control));
    QVERIFY(uploaded && *uploaded);
    QCOMPARE(uploaded->value().id.text(), QStringLiteral("4242"));
    QCOMPARE(server.requests().size(), 1);
    const auto &request = server.requests().first();
    QCOMPARE(request.path, QByteArray("/crm/v2.1/upload"));
    QCOMPARE(request.header("feature"), QByteArray("bulk-write"));
    QCOMPARE(request.header("X-CRM-ORG"), QByteArray("4711"));
    const QByteArray boundary = request.header("Content-Type").split('"').value(1);
    QCOMPARE(request.body,
             "--" + boundary
                 + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"leads %221%22.zip\"\r\n"
                   "Content-Type: application/zip\r\n\r\n"
                 + content + "\r\n--" + boundary + "--\r\n");
    QVERIFY(!sent.isEmpty());
    QCOMPARE(sent.last().at(0).toLongLong(), qint64(request.body.size()));
}

void TestCrmApi::eachUploadStartsAtTheFirstByte()
{
    QTemporaryDir folder;
    QFile zip(folder.filePath(QStringLiteral("a.zip")));
    QVERIFY(zip.open(QIODevice::WriteOnly) && zip.write("0123456789") == 10);
    zip.close();
    support::FaultServer server;
    server.script({{"", End::Close}, Reaction::answer(503, ""), Reaction::answer(200, uploadAnswer)});
    support::ApiUnderTest under(server.url());
    const auto uploaded = support::valueOf(under.api.upload(zip.fileName(), nullptr));
    QVERIFY(uploaded && *uploaded);
    QCOMPARE(server.requests().size(), 3);
    for (const auto &request : server.requests())
        QVERIFY(request.body.contains("\r\n\r\n0123456789\r\n--"));
}

void TestCrmApi::anUploadRefusedWithHttp200IsRefused()
{
    QTemporaryDir folder;
    QFile zip(folder.filePath(QStringLiteral("a.zip")));
    QVERIFY(zip.open(QIODevice::WriteOnly) && zip.write("x") == 1);
    zip.close();
    support::FaultServer server;
    server.script({Reaction::answer(200,
                                    "{\"status\":\"error\",\"code\":\"INVALID_FILE_FORMAT\",\"message\":\"m\","
                                    "\"details\":{}}")});
    support::ApiUnderTest under(server.url());
    const auto uploaded = support::valueOf(under.api.upload(zip.fileName(), nullptr));
    QVERIFY(uploaded && !*uploaded);
    QCOMPARE(uploaded->error().error.code, ErrorCode::RefusedByServer);
    QCOMPARE(uploaded->error().refusal->code, QStringLiteral("INVALID_FILE_FORMAT"));
    QCOMPARE(server.requests().size(), 1);
}

void TestCrmApi::anUploadOfNoFileIsAFileError()
{
    support::FaultServer server;
    support::ApiUnderTest under(server.url());
    const auto uploaded = support::valueOf(under.api.upload(QStringLiteral("/nowhere/a.zip"), nullptr));
    QVERIFY(uploaded && !*uploaded);
    QCOMPARE(uploaded->error().error.code, ErrorCode::FileNotFound);
    QVERIFY(server.requests().isEmpty());
}

void TestCrmApi::aCutResultFileIsLoadedAgain()
{
    support::FaultServer server;
    const QByteArray cut = "HTTP/1.1 200 OK\r\n\r\n" + emptyZip.chopped(3);
    server.script({{cut, End::Close}, Reaction::answer(200, emptyZip, "application/zip")});
    support::ApiUnderTest under(server.url());
    const auto zip = support::valueOf(under.api.download(QStringLiteral("/x"), nullptr));
    QVERIFY(zip && *zip);
    QCOMPARE(zip->value(), emptyZip);
    QCOMPARE(server.requests().size(), 2);
}

void TestCrmApi::aDownloadFollowsItsOwnHostAndTakesNoTokenElsewhere()
{
    support::FaultServer elsewhere;
    elsewhere.script({Reaction::answer(200, emptyZip, "application/zip")});
    support::FaultServer server;
    server.script({Reaction::answer(302, "", "text/plain", "Location: /again\r\n"),
                   Reaction::answer(302, "", "text/plain", "Location: " + elsewhere.url().toEncoded() + "/z\r\n")});
    support::ApiUnderTest under(server.url());
    const auto zip = support::valueOf(under.api.download(QStringLiteral("/x"), nullptr));
    QVERIFY(zip && *zip);
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(server.requests().last().header("Authorization").endsWith(support::canary));
    QCOMPARE(elsewhere.requests().size(), 1);
    QVERIFY(!elsewhere.everything().contains(support::canary));
    QVERIFY(!elsewhere.everything().toLower().contains("authorization"));
}

void TestCrmApi::aDownloadDoesNotLeaveTheList()
{
    support::FaultServer server;
    server.script({Reaction::answer(302, "", "text/plain", "Location: https://evil.example/z\r\n")});
    support::ApiUnderTest under(server.url());
    const auto redirected = support::valueOf(under.api.download(QStringLiteral("/x"), nullptr));
    QVERIFY(redirected && !*redirected);
    QCOMPARE(redirected->error().error.code, ErrorCode::HostNotAllowed);
    const auto direct = support::valueOf(under.api.download(QStringLiteral("https://evil.example/z"), nullptr));
    QVERIFY(direct && !*direct);
    QCOMPARE(direct->error().error.code, ErrorCode::HostNotAllowed);
    QCOMPARE(server.requests().size(), 1);
}

void TestCrmApi::aReadDoesNotFollowRedirects()
{
    support::FaultServer elsewhere;
    support::FaultServer server;
    server.script({Reaction::answer(307, "", "text/plain", "Location: " + elsewhere.url().toEncoded() + "/\r\n")});
    support::ApiUnderTest under(server.url());
    const auto modules = support::valueOf(under.api.modules());
    QVERIFY(modules && !*modules);
    QCOMPARE(modules->error().error.code, ErrorCode::RedirectRefused);
    QCOMPARE(modules->error().error.context.value(QStringLiteral("found")).toString(), QStringLiteral("127.0.0.1"));
    QCOMPARE(elsewhere.connections(), 0);
}

void TestCrmApi::anAbortEndsAWaitingCall()
{
    support::FaultServer server;
    server.script({Reaction::answer(503, "")});
    net::HttpLimits limits = support::quickLimits();
    limits.retry.unit = limits.retry.cap = std::chrono::hours(1);
    support::ApiUnderTest under(server.url(), limits);
    net::CallControl control;
    QSignalSpy waiting(&control, &net::CallControl::waiting);
    const auto future = under.api.download(QStringLiteral("/x"), &control);
    QTRY_COMPARE(waiting.size(), 1);
    QCOMPARE(waiting.first().at(0).toInt(), 1);
    QCOMPARE(waiting.first().at(1).toInt(), 6);
    control.abort();
    const auto zip = support::valueOf(future);
    QVERIFY(zip && !*zip);
    QCOMPARE(zip->error().error.code, ErrorCode::Cancelled);
}

void TestCrmApi::aGzipBombIsCutShort()
{
    // 50 MB of zero bytes as a gzip member: qCompress gives a zlib stream of which gzip shares the deflate part.
    const QByteArray zlib = qCompress(QByteArray(50'000'000, '\0'), 9).mid(4);
    const QByteArray bomb =
        QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + zlib.mid(2).chopped(4) + QByteArray(8, '\0');
    support::FaultServer server;
    server.script({Reaction::answer(200, bomb, "application/json", "Content-Encoding: gzip\r\n")});
    support::ApiUnderTest under(server.url());
    const auto details = support::valueOf(under.api.jobDetails(crm::JobId(QStringLiteral("111"))));
    QVERIFY(details && !*details);
    const ErrorCode code = details->error().error.code;
    QVERIFY2(code == ErrorCode::AnswerTooLarge || code == ErrorCode::AnswerNotUnderstood, base::name(code));
    QVERIFY(details->error().answer->body.size() < 3'000'000);
}

void TestCrmApi::cookiesAreNotKept()
{
    support::FaultServer server;
    server.script({Reaction::answer(200, jobAnswer, "application/json", "Set-Cookie: a=b\r\n")});
    support::ApiUnderTest under(server.url());
    (void)support::valueOf(under.api.jobDetails(crm::JobId(QStringLiteral("1"))));
    (void)support::valueOf(under.api.jobDetails(crm::JobId(QStringLiteral("1"))));
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(server.requests().last().header("Cookie").isEmpty());
}

WIZARD_TEST_MAIN(QCoreApplication, TestCrmApi)
#include "tst_crm_api.moc"
