#include "PracticeClient.h"
#include "practice/CallbackRules.h"
#include "practice/PracticeHost.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QJsonArray>

using practice::PracticeFault;
using support::PracticeClient;
using support::WireReply;

/// The practice CRM on the wire: who may ask, what it knows, and how it misbehaves when told to.
class TestPracticeServer final : public QObject {
    Q_OBJECT
private:
    static constexpr const char *org = "/crm/v2.1/org";
    static constexpr const char *create = "/crm/bulk/v2.1/write";
    static QByteArray goodJob()
    {
        return R"({"operation":"insert","resource":[{"type":"data","module":{"api_name":"Leads"},
            "file_id":"4150868000005364001","field_mappings":[{"api_name":"Last_Name","index":0},
            {"api_name":"Owner","index":2}]}]})";
    }
    static practice::PracticeOptions withFault(const PracticeFault &fault)
    {
        practice::PracticeOptions options;
        options.script.faults.push_back(fault);
        return options;
    }
    /// Whether the recorded file is used, that is, whether the faulty call made a job.
    static bool jobWasMade(const PracticeClient &client)
    {
        return client.post(create, goodJob()).code() == QLatin1String("FILE_NOT_SUPPORTED");
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void eachStartHasATokenOfItsOwn()
    {
        practice::PracticeHost first;
        practice::PracticeHost second;
        QVERIFY(first.start({}).ok());
        QVERIFY(second.start({}).ok());
        QVERIFY(first.token().reveal().size() >= 64);
        QVERIFY(first.token().reveal() != second.token().reveal());
        QVERIFY(first.baseUrl() != second.baseUrl());
        QCOMPARE(first.baseUrl().host(), QStringLiteral("127.0.0.1"));
    }

    void aTakenPortIsSaid()
    {
        practice::PracticeHost first;
        QVERIFY(first.start({}).ok());
        practice::PracticeOptions options;
        options.port = static_cast<quint16>(first.baseUrl().port());
        practice::PracticeHost second;
        const base::Status started = second.start(options);
        QVERIFY(!started.ok());
        QVERIFY(!started.error().detail.isEmpty());
        QVERIFY(second.start({}).ok());
        QCOMPARE(second.start({}).error().code, base::ErrorCode::UsageWrong);
    }

    void theSampleTravelsWithTheProgram()
    {
        for (const char *name : {":/samples/leads.csv", ":/samples/leads.importplan.json"})
            QVERIFY2(QFile::exists(QLatin1String(name)), name);
    }

    void authorization_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("the CRM's scheme") << QByteArray("Zoho-oauthtoken 1000.known") << 200 << QString();
        QTest::newRow("any case") << QByteArray("ZOHO-OAUTHTOKEN 1000.known") << 200 << QString();
        QTest::newRow("bearer") << QByteArray("bearer 1000.known") << 200 << QString();
        QTest::newRow("none") << QByteArray() << 401 << QStringLiteral("AUTHENTICATION_FAILURE");
        QTest::newRow("basic") << QByteArray("Basic 1000.known") << 401 << QStringLiteral("AUTHENTICATION_FAILURE");
        QTest::newRow("wrong") << QByteArray("Zoho-oauthtoken 1000.other") << 401 << QStringLiteral("INVALID_TOKEN");
        QTest::newRow("no token") << QByteArray("Bearer") << 401 << QStringLiteral("AUTHENTICATION_FAILURE");
    }

    void authorization()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, status);
        QFETCH(QString, code);
        practice::PracticeOptions options;
        options.token = base::Secret("1000.known");
        practice::PracticeHost host;
        QVERIFY(host.start(options).ok());
        PracticeClient client(host);
        client.setAuthorization(header);
        const WireReply reply = client.get(org);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.code(), code);
    }

    void metadataOfEveryModule_data()
    {
        QTest::addColumn<QByteArray>("module");
        QTest::addColumn<int>("fields");
        QTest::addColumn<QStringList>("required");
        const auto row = [](const char *module, int fields, const QStringList &required) {
            QTest::newRow(module) << QByteArray(module) << fields << required;
        };
        row("Leads", 40, {QStringLiteral("Owner"), QStringLiteral("Last_Name")});
        row("Contacts", 25, {QStringLiteral("Last_Name")});
        row("Accounts", 18, {QStringLiteral("Account_Name")});
        row("Deals", 16, {QStringLiteral("Deal_Name"), QStringLiteral("Stage"), QStringLiteral("Closing_Date")});
        row("Machines", 20, {QStringLiteral("Name"), QStringLiteral("Serial_No")});
    }

    void metadataOfEveryModule()
    {
        QFETCH(QByteArray, module);
        QFETCH(int, fields);
        QFETCH(QStringList, required);
        practice::PracticeHost host;
        QVERIFY(host.start({}).ok());
        const PracticeClient client(host);
        const QJsonObject metadata = client.get("/crm/v2.1/settings/fields?module=" + module).json();
        const QJsonArray list = metadata.value(QLatin1String("fields")).toArray();
        QVERIFY(list.size() >= fields);
        QSet<QString> ids;
        for (const QJsonValue &field : list)
            ids.insert(field[QLatin1String("id")].toString());
        QCOMPARE(ids.size(), list.size());
        QStringList found;
        const QJsonObject layouts = client.get("/crm/v2.1/settings/layouts?module=" + module).json();
        const QJsonArray inLayout =
            layouts.value(QLatin1String("layouts"))[0][QLatin1String("sections")][0][QLatin1String("fields")].toArray();
        for (const QJsonValue &field : inLayout) {
            if (field[QLatin1String("required")].toBool())
                found.append(field[QLatin1String("api_name")].toString());
        }
        QCOMPARE(found, required);
        const QJsonArray modules =
            client.get("/crm/v2.1/settings/modules").json().value(QLatin1String("modules")).toArray();
        QCOMPARE(modules.size(), 5);
    }

    void leadsHaveEveryKindOfField()
    {
        practice::PracticeHost host;
        QVERIFY(host.start({}).ok());
        const QJsonArray list = PracticeClient(host)
                                    .get("/crm/v7/settings/fields?module=Leads")
                                    .json()
                                    .value(QLatin1String("fields"))
                                    .toArray();
        QSet<QString> types;
        int writableTexts = 0;
        for (const QJsonValue &field : list) {
            types.insert(field[QLatin1String("data_type")].toString());
            writableTexts += field[QLatin1String("data_type")] == QLatin1String("text")
                && !field[QLatin1String("read_only")].toBool();
        }
        for (const char *type : {"text", "textarea", "email", "phone", "website", "picklist", "multiselectpicklist",
                                 "date", "datetime", "integer", "bigint", "double", "percent", "currency", "boolean",
                                 "lookup", "ownerlookup", "formula", "autonumber"})
            QVERIFY2(types.contains(QLatin1String(type)), type);
        QVERIFY(writableTexts >= 20);
    }

    void refusedPaths_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *method, const char *path, int status, const char *code) {
            QTest::newRow(path) << QByteArray(method) << QByteArray(path) << status << QString::fromLatin1(code);
        };
        row("GET", "/", 404, "INVALID_URL_PATTERN");
        row("GET", "/crm/v9/org", 404, "INVALID_URL_PATTERN");
        row("GET", "/crm/v2.1/settings/tags", 404, "INVALID_URL_PATTERN");
        row("GET", "/crm/bulk/v2.1/read", 404, "INVALID_URL_PATTERN");
        row("GET", "/crm/bulk/v2.1/write", 400, "INVALID_REQUEST_METHOD");
        row("DELETE", "/crm/bulk/v2.1/write/1", 400, "INVALID_REQUEST_METHOD");
        row("GET", "/crm/v2.1/upload", 400, "INVALID_REQUEST_METHOD");
        row("GET", "/crm/v2.1/settings/fields", 400, "REQUIRED_PARAM_MISSING");
        row("GET", "/crm/v2.1/settings/fields?module=Nope", 400, "INVALID_MODULE");
        row("GET", "/crm/v2.1/Nope", 400, "INVALID_MODULE");
        row("GET", "/crm/v2.1/Leads?per_page=201", 400, "INVALID_DATA");
        row("GET", "/crm/bulk/v2.1/write/77", 404, "RESOURCE_NOT_FOUND");
    }

    void refusedPaths()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        QFETCH(QString, code);
        practice::PracticeHost host;
        QVERIFY(host.start({}).ok());
        const WireReply reply = PracticeClient(host).ask(method, path, {}, {}, 5000);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.code(), code);
    }

    void anUnknownResultLinkIsForbidden()
    {
        practice::PracticeHost host;
        QVERIFY(host.start({}).ok());
        const WireReply reply = PracticeClient(host).get("/v2/crm/690415086/bulk-write/1/1.zip");
        QCOMPARE(reply.status, 403);
        QCOMPARE(reply.json().value(QLatin1String("x-info")).toString(), QStringLiteral("Link not valid"));
    }

    void noRecordsAreNoContent()
    {
        practice::PracticeHost host;
        QVERIFY(host.start({}).ok());
        const WireReply reply = PracticeClient(host).get("/crm/v2.1/Leads");
        QCOMPARE(reply.status, 204);
        QVERIFY(reply.body.isEmpty());
    }

    void aScriptedStatusHappensAsOftenAsAsked()
    {
        PracticeFault fault;
        fault.status = 429;
        fault.retryAfter = 7;
        fault.times = 2;
        fault.match = QStringLiteral("GET /crm/v2.1/org");
        practice::PracticeHost host;
        QVERIFY(host.start(withFault(fault)).ok());
        const PracticeClient client(host);
        QCOMPARE(client.get("/crm/v2.1/users").status, 200);
        const WireReply reply = client.get(org);
        QCOMPARE(reply.status, 429);
        QCOMPARE(reply.code(), QStringLiteral("TOO_MANY_REQUESTS"));
        QVERIFY(reply.head.toLower().contains("retry-after: 7"));
        QCOMPARE(client.get(org).status, 429);
        QCOMPARE(client.get(org).status, 200);
        QCOMPARE(host.requestCount(QStringLiteral("GET"), QString::fromLatin1(org)), 3);
    }

    void aScriptedStatusKeepsItsBodyAndDoesNoWork()
    {
        PracticeFault fault;
        fault.status = 503;
        fault.body = "<html>down</html>";
        fault.match = QStringLiteral("/write");
        practice::PracticeHost host;
        QVERIFY(host.start(withFault(fault)).ok());
        const PracticeClient client(host);
        const WireReply reply = client.post(create, goodJob());
        QCOMPARE(reply.status, 503);
        QCOMPARE(reply.body, QByteArray("<html>down</html>"));
        QVERIFY(!jobWasMade(client));
    }

    void anExpiredToken()
    {
        PracticeFault fault;
        fault.kind = PracticeFault::Kind::ExpiredToken;
        practice::PracticeHost host;
        QVERIFY(host.start(withFault(fault)).ok());
        const WireReply reply = PracticeClient(host).get(org);
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.code(), QStringLiteral("INVALID_TOKEN"));
    }

    void faultsOnTheWire_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("works");
        QTest::addColumn<bool>("answers");
        QTest::addColumn<bool>("closes");
        using Kind = PracticeFault::Kind;
        const auto row = [](const char *name, Kind kind, bool works, bool answers, bool closes) {
            QTest::newRow(name) << static_cast<int>(kind) << works << answers << closes;
        };
        row("hang", Kind::Hang, false, false, false);
        row("drop before the work", Kind::DropBefore, false, false, true);
        row("drop after the work", Kind::DropAfter, true, false, true);
        row("half a body", Kind::CutBody, true, true, true);
    }

    void faultsOnTheWire()
    {
        QFETCH(int, kind);
        QFETCH(bool, works);
        QFETCH(bool, answers);
        QFETCH(bool, closes);
        PracticeFault fault;
        fault.kind = static_cast<PracticeFault::Kind>(kind);
        fault.match = QStringLiteral("POST /crm/bulk");
        practice::PracticeHost host;
        QVERIFY(host.start(withFault(fault)).ok());
        const PracticeClient client(host);
        const WireReply reply = client.post(create, goodJob(), closes ? 5000 : 300);
        QCOMPARE(reply.closed, closes);
        QCOMPARE(!reply.head.isEmpty(), answers);
        QVERIFY(!reply.whole);
        if (answers) {
            QCOMPARE(reply.status, 201);
            QVERIFY(!reply.body.isEmpty());
        }
        QCOMPARE(jobWasMade(client), works);
    }

    void aDripIsSlowAndComplete()
    {
        PracticeFault fault;
        fault.kind = PracticeFault::Kind::SlowDrip;
        fault.match = QString::fromLatin1(org);
        practice::PracticeHost host;
        QVERIFY(host.start(withFault(fault)).ok());
        const PracticeClient client(host);
        const WireReply reply = client.get(org, 900);
        QVERIFY(!reply.whole && !reply.closed);
        QVERIFY2(reply.head.size() >= 2 && reply.head.size() <= 6, reply.head.constData());
        QVERIFY(QByteArray("HTTP/1").startsWith(reply.head));
    }

    void latencyHoldsEachAnswerBack()
    {
        practice::PracticeOptions options;
        options.script.latency = std::chrono::milliseconds(150);
        practice::PracticeHost host;
        QVERIFY(host.start(options).ok());
        QElapsedTimer time;
        time.start();
        QCOMPARE(PracticeClient(host).get(org).status, 200);
        QVERIFY(time.elapsed() >= 150);
    }

    void aNewScriptReplacesTheOld()
    {
        PracticeFault fault;
        fault.times = 1000;
        practice::PracticeHost host;
        QVERIFY(host.start(withFault(fault)).ok());
        const PracticeClient client(host);
        QCOMPARE(client.get(org).status, 500);
        host.setScript({});
        QCOMPARE(client.get(org).status, 200);
    }

    void aClientThatAsksForItIsDisconnected()
    {
        practice::PracticeHost host;
        QVERIFY(host.start({}).ok());
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(host.baseUrl().port()));
        QVERIFY(socket.waitForConnected());
        socket.write("GET /crm/v2.1/org HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QVERIFY(socket.waitForDisconnected(5000));
        QVERIFY(socket.readAll().contains("AUTHENTICATION_FAILURE"));
    }

    void scriptsAreRead()
    {
        QString problem(QStringLiteral("untouched"));
        const practice::PracticeScript script = practice::readScript(
            R"({"added_ms":1,"in_progress_ms":2,"latency_ms":3,"faults":[{"kind":"drop_after","match":"POST /crm/bulk",
                "times":4},{"kind":"status","status":503,"body":{"a":1},"retry_after":9}]})",
            &problem);
        QCOMPARE(problem, QString());
        QCOMPARE(script.added.count(), 1);
        QCOMPARE(script.inProgress.count(), 2);
        QCOMPARE(script.latency.count(), 3);
        QCOMPARE(script.faults.size(), size_t(2));
        QVERIFY(script.faults[0].kind == PracticeFault::Kind::DropAfter);
        QCOMPARE(script.faults[0].match, QStringLiteral("POST /crm/bulk"));
        QCOMPARE(script.faults[0].times, 4);
        QCOMPARE(script.faults[1].status, 503);
        QCOMPARE(script.faults[1].body, QByteArray("{\"a\":1}"));
        QCOMPARE(script.faults[1].retryAfter, 9);
    }

    void wrongScriptsSayWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("no JSON") << QByteArray("{") << QString();
        QTest::newRow("a list") << QByteArray("[]") << QString();
        QTest::newRow("strange key") << QByteArray(R"({"delay":1})") << QStringLiteral("delay");
        QTest::newRow("negative") << QByteArray(R"({"added_ms":-1})") << QStringLiteral("added_ms");
        QTest::newRow("strange fault") << QByteArray(R"({"faults":[{"kind":"melt"}]})") << QStringLiteral("melt");
        QTest::newRow("strange key of a fault")
            << QByteArray(R"({"faults":[{"kind":"hang","retryAfter":5}]})") << QStringLiteral("retryAfter");
        QTest::newRow("faults no list") << QByteArray(R"({"faults":{}})") << QStringLiteral("faults");
        QTest::newRow("status") << QByteArray(R"({"faults":[{"kind":"status","status":99}]})")
                                << QStringLiteral("status");
    }

    void wrongScriptsSayWhatIsWrong()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        QString problem;
        static_cast<void>(practice::readScript(json, &problem));
        QVERIFY(!problem.isEmpty());
        QVERIFY2(problem.contains(named), qPrintable(problem));
    }

    void callbacks_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("refused");
        const auto row = [](const char *url, bool refused) {
            QTest::newRow(url) << QString::fromLatin1(url) << refused;
        };
        row("https://www.zoho.com/", false);
        row("http://hooks.example.com/in?x=1", false);
        row("https://93.184.216.34/x", false);
        row("http://requestbin.fullcontact.com", true);
        row("http://requestbin.fullcontact.com/1fcimk51", true);
        row("https://localhost/x", true);
        row("https://crm/x", true);
        row("https://printer.local/x", true);
        row("https://nobody.invalid/x", true);
        row("http://127.0.0.1/x", true);
        row("http://172.20.0.1/x", true);
        row("http://172.32.0.1/x", false);
        row("http://192.168.1.1/x", true);
        row("http://169.254.169.254/x", true);
        row("http://[::1]/x", true);
        row("http://[fd00::1]/x", true);
        row("http://[::ffff:10.0.0.1]/x", true);
        row("ftp://www.zoho.com/x", true);
        row("www.zoho.com", true);
        row("", true);
    }

    void callbacks()
    {
        QFETCH(QString, url);
        QFETCH(bool, refused);
        QCOMPARE(practice::refusesCallback(url), refused);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestPracticeServer)
#include "tst_practice_server.moc"
