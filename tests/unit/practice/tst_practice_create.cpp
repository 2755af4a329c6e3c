#include "PracticeClient.h"
#include "practice/PracticeHost.h"
#include "practice/ResultZip.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QJsonArray>

#include <nlohmann/json.hpp>

using Json = nlohmann::ordered_json;
using support::PracticeClient;
using support::WireReply;

/// Creating jobs: the recorded exchanges, and the order and texts of the checks.
class TestPracticeCreate final : public QObject {
    Q_OBJECT
private:
    static Json body(const char *fileId = "4150868000005364001")
    {
        return {{"operation", "insert"},
                {"ignore_empty", true},
                {"callback", {{"url", "https://www.zoho.com/"}, {"method", "post"}}},
                {"resource",
                 Json::array({{{"type", "data"},
                               {"module", {{"api_name", "Leads"}, {"id", "4150868000000002175"}}},
                               {"file_id", fileId},
                               {"field_mappings",
                                Json::array({{{"api_name", "Last_Name"}, {"index", 0}},
                                             {{"api_name", "Mobile"}, {"index", 1}},
                                             {{"api_name", "Owner"}, {"index", 2}}})}}})}};
    }
    static QByteArray bytes(const Json &json) { return QByteArray::fromStdString(json.dump()); }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void theSevenRecordedRequestsGetTheRecordedAnswers()
    {
        QFile file(QStringLiteral(WIZARD_TEST_DATA "/recorded/create-bulk-write-job.postman-item.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray exchanges =
            QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("response")).toArray();
        QCOMPARE(exchanges.size(), 7);
        practice::PracticeHost host;
        QVERIFY(host.start({}).ok());
        const PracticeClient client(host);
        // As recorded, success comes first: what follows shows which checks precede the look at the used file.
        for (const QJsonValue &exchange : exchanges) {
            const QString name = exchange[QLatin1String("name")].toString();
            const WireReply reply =
                client.post("/crm/bulk/v2.1/write",
                            exchange[QLatin1String("originalRequest")][QLatin1String("body")][QLatin1String("raw")]
                                .toString()
                                .toUtf8());
            QCOMPARE(reply.status, exchange[QLatin1String("code")].toInt());
            const Json recorded = Json::parse(exchange[QLatin1String("body")].toString().toStdString());
            QVERIFY2(reply.body.toStdString() == recorded.dump(), qPrintable(name + QLatin1String(reply.body)));
            QVERIFY(reply.head.contains("application/json"));
        }
        QCOMPARE(host.requestCount(QStringLiteral("POST"), QStringLiteral("/crm/bulk/v2.1/write")), 7);
    }

    void aRefusalDoesNotUseUpTheFile()
    {
        practice::PracticeHost host;
        QVERIFY(host.start({}).ok());
        const PracticeClient client(host);
        Json wrong = body();
        wrong["callback"]["url"] = "http://localhost/hook";
        QCOMPARE(client.post("/crm/bulk/v2.1/write", bytes(wrong)).code(), QStringLiteral("INVALID_CALLBACK_URL"));
        QCOMPARE(client.post("/crm/bulk/v2.1/write", bytes(body())).status, 201);
        QCOMPARE(client.post("/crm/bulk/v2.1/write", bytes(body())).code(), QStringLiteral("FILE_NOT_SUPPORTED"));
        QCOMPARE(client.post("/crm/bulk/v2.1/write", bytes(body("4150868000005362001"))).status, 201);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("patch"); // JSON merge patch of a good request
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QByteArray>("details");
        const auto row = [](const char *name, const QByteArray &patch, const char *code, const char *message,
                            const QByteArray &details = "{}", const char *version = "v2.1") {
            QTest::newRow(name) << patch << QString::fromLatin1(version) << QString::fromLatin1(code)
                                << QString::fromLatin1(message) << details;
        };
        const auto resource = [](const QByteArray &members) {
            return R"({"resource":[{"type":"data","module":{"api_name":"Leads"},"file_id":"4150868000005364001",)"
                + members + "}]}";
        };
        const QByteArray good = R"({"api_name":"Last_Name","index":0},{"api_name":"Owner","index":2})";
        const auto mapped = [&](const QByteArray &mapping) {
            return resource("\"field_mappings\":[" + good + "," + mapping + "]");
        };
        row("operation wrong", R"({"operation":"replace"})", "INVALID_DATA", "Invalid data");
        row("resource absent", R"({"resource":null})", "MISSING_REQUIRED_KEY",
            "required key resource is not found in request body.");
        row("two resources", R"({"resource":[{},{}]})", "INVALID_DATA", "Invalid data");
        row("file id absent", R"({"resource":[{"type":"data","module":{"api_name":"Leads"}}]})", "MISSING_REQUIRED_KEY",
            "required key file_id is not found in request body.");
        row("path in v8", R"({"resource":[{"type":"data","module":{"api_name":"Leads"}}]})", "MISSING_REQUIRED_KEY",
            "required key file_id is not found in request body.", R"({"json_path":"$.resource[0].file_id"})", "v8");
        row("module as text", R"({"resource":[{"type":"data","module":"Leads","file_id":"1"}]})", "INVALID_DATA",
            "Invalid data");
        row("module as object in v2", R"({"character_encoding":"UTF-8"})", "INVALID_DATA", "Invalid data", "{}", "v2");
        row("module unknown", R"({"resource":[{"type":"data","module":{"api_name":"asdf"},"file_id":"1"}]})",
            "MODULE_NOT_AVAILABLE", "Requested module 'asdf' is not available.");
        row("index absent", mapped(R"({"api_name":"Company"})"), "MISSING_REQUIRED_KEY",
            "required key index for field Company is not found in request body.");
        row("index negative", mapped(R"({"api_name":"Company","index":-1})"), "COLUMN_INDEX_NOT_FOUND",
            "column index -1 is not found.", R"({"api_name":"Company"})");
        row("index beyond the file", mapped(R"({"api_name":"Company","index":3})"), "COLUMN_INDEX_NOT_FOUND",
            "column index 3 is not found.", R"({"api_name":"Company"})");
        row("field twice", mapped(R"({"api_name":"Owner","index":1})"), "DUPLICATE_DATA",
            "the field Owner is mapped more than once.",
            R"({"api_name":"Owner","json_path":"$.resource[0].field_mappings[2].api_name"})");
        row("formula", mapped(R"({"api_name":"Lead_Score","index":1})"), "INVALID_FIELD",
            "the field Lead_Score cannot be written.", R"({"api_name":"Lead_Score"})");
        row("lookup without find_by", mapped(R"({"api_name":"Partner","index":1})"), "MANDATORY_NOT_FOUND",
            "Required key find_by is not available");
        row("update without find_by", R"({"operation":"update"})", "MANDATORY_NOT_FOUND",
            "Required key find_by is not available");
        row("format unknown", mapped(R"({"api_name":"First_Contact","index":1,"format":"dd?MM"})"), "INVALID_FORMAT",
            "the format dd?MM of the field First_Contact is not supported.", R"({"api_name":"First_Contact"})");
        row("two mandatory fields", resource(R"("field_mappings":[{"api_name":"Mobile","index":1}])"),
            "MANDATORY_FIELDS_NOT_MAPPED", "All mandatory fields are not mapped for the layout [Owner, Last_Name]");
        row("callback without method", R"({"callback":{"method":null}})", "MISSING_REQUIRED_KEY",
            "required key method is not found in request body.");
        row("callback method in v8", R"({"callback":{"method":"get"}})", "INVALID_CALLBACK_METHOD",
            "Invalid callback method provided", R"({"supported_callback_methods":["post"]})", "v8");
        row("callback to a private address", R"({"callback":{"url":"http://10.1.2.3/x"}})", "INVALID_CALLBACK_URL",
            "Invalid URL 'http://10.1.2.3/x' for callback.", R"({"reason":"possible ssrf attempt"})");
        row("encoding unknown", R"({"character_encoding":"KLINGON-8"})", "INVALID_DATA", "Invalid data",
            R"({"api_name":"character_encoding"})");
        row("file unknown", R"({"resource":[{"type":"data","module":{"api_name":"Leads"},"file_id":"77",
            "field_mappings":[{"api_name":"Last_Name","index":0},{"api_name":"Owner","index":2}]}]})",
            "INVALID_FILE_ID", "improper file id");
        row("file unknown in v8", R"({"resource":[{"type":"data","module":{"api_name":"Leads"},"file_id":"77",
            "field_mappings":[{"api_name":"Last_Name","index":0},{"api_name":"Owner","index":2}]}]})",
            "FILE_NOT_FOUND", "File not found", "{}", "v8");
    }

    void refusals()
    {
        QFETCH(QByteArray, patch);
        QFETCH(QString, version);
        QFETCH(QString, code);
        QFETCH(QString, message);
        QFETCH(QByteArray, details);
        practice::PracticeHost host;
        QVERIFY(host.start({}).ok());
        Json request = body();
        request.merge_patch(Json::parse(patch.toStdString()));
        const WireReply reply = PracticeClient(host).post("/crm/bulk/" + version.toLatin1() + "/write", bytes(request));
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), code);
        QCOMPARE(reply.json().value(QLatin1String("message")).toString(), message);
        QCOMPARE(reply.json().value(QLatin1String("details")).toObject(), QJsonDocument::fromJson(details).object());
    }

    void whatIsNoJson()
    {
        practice::PracticeHost host;
        QVERIFY(host.start({}).ok());
        const PracticeClient client(host);
        QCOMPARE(client.post("/crm/bulk/v2.1/write", "{\"operation\":").code(), QStringLiteral("INVALID_DATA"));
        QCOMPARE(client.post("/crm/bulk/v8/write", "[1]").code(), QStringLiteral("REQUEST_BODY_NOT_SUPPORTED"));
    }

    void everyVersionCreates_data()
    {
        QTest::addColumn<QByteArray>("version");
        for (const char *version : {"v2", "v2.1", "v3", "v4", "v5", "v6", "v7", "v8"})
            QTest::newRow(version) << QByteArray(version);
    }

    void everyVersionCreates()
    {
        QFETCH(QByteArray, version);
        practice::PracticeHost host;
        QVERIFY(host.start({}).ok());
        const PracticeClient client(host);
        Json request = body();
        if (version == "v2")
            request["resource"][0]["module"] = "Leads";
        const WireReply created = client.post("/crm/bulk/" + version + "/write", bytes(request));
        QCOMPARE(created.status, 201);
        const QJsonObject job = client.get("/crm/bulk/" + version + "/write/4150868000005350003").json();
        const QJsonValue module = job.value(QLatin1String("resource"))[0][QLatin1String("module")];
        QCOMPARE(module.isString(), version == "v2");
        QCOMPARE(job.value(QLatin1String("resource"))[0].toObject().contains(QLatin1String("code")), version != "v2");
        QCOMPARE(job.value(QLatin1String("status")).toString(), QStringLiteral("ADDED"));
        QVERIFY(!job.contains(QLatin1String("character_encoding")));
    }

    void withoutMappingsTheHeaderRowNamesTheFields()
    {
        practice::PracticeHost host;
        QVERIFY(host.start({}).ok());
        const PracticeClient client(host);
        Json request = body();
        request["resource"][0].erase("field_mappings");
        QCOMPARE(client.post("/crm/bulk/v2.1/write", bytes(request)).status, 201);
        const QByteArray zip = practice::zipOf(QStringLiteral("a.csv"), "Last Name,Owner\r\nA,B\r\n");
        const QString id =
            client.upload(zip).json().value(QLatin1String("details"))[QLatin1String("file_id")].toString();
        request["resource"][0]["file_id"] = id.toStdString();
        QCOMPARE(client.post("/crm/bulk/v2.1/write", bytes(request)).json().value(QLatin1String("message")).toString(),
                 QStringLiteral("invalid mapping. invalid api_name Last Name."));
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestPracticeCreate)
#include "tst_practice_create.moc"
