#include "crm/ErrorLocator.h"
#include "crm/wire/CreateJobWire.h"
#include "crm/wire/ErrorWire.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace {

/// Raw strings would read better, but moc of Qt 6.4 loses count of the braces in them and drops test functions silently.
QByteArray json(const char *withSingleQuotes)
{
    return QByteArray(withSingleQuotes).replace('\'', '"');
}

QByteArray inKeyOrder(const QByteArray &json)
{
    return QByteArray::fromStdString(nlohmann::ordered_json::parse(json.toStdString()).dump());
}

crm::BulkWriteRequest fullRequest()
{
    crm::BulkWriteRequest request;
    request.operation = crm::Operation::Upsert;
    request.characterEncoding = u"UTF-8"_s;
    request.ignoreEmpty = false;
    request.callback = crm::Callback{u"https://example.org/done"_s, u"post"_s};
    request.module = crm::ModuleRef{crm::ModuleName(u"Deals"_s), crm::RecordId(u"4150868000000002181"_s)};
    request.fileId = crm::FileId(u"4150868000005364001"_s);
    request.fileNames = {u"deals.csv"_s};
    request.findBy = crm::FieldName(u"Deal_Name"_s);
    crm::FieldMapping closing;
    closing.field = crm::FieldName(u"Closing_Date"_s);
    closing.column = crm::ColumnIndex{3};
    closing.format = u"yyyy-MM-dd"_s;
    crm::FieldMapping account;
    account.field = crm::FieldName(u"Account_Name"_s);
    account.column = crm::ColumnIndex{1};
    account.findBy = crm::FieldName(u"Account_Name"_s);
    crm::FieldMapping layout;
    layout.field = crm::FieldName(u"Layout"_s);
    layout.defaultValue = QJsonValue(u"4150868000000091055"_s);
    request.mappings = {closing, account, layout};
    return request;
}

} // namespace

class TestRecordedExchanges final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void sevenAreRecorded() { QCOMPARE(exchanges().size(), 7); }

    void aRecordedBodyComesOutAsItWentIn_data() { addExchanges(); }
    void aRecordedBodyComesOutAsItWentIn()
    {
        QFETCH(QByteArray, request);
        const auto decoded = crm::wire::decodeRequest(request);
        QVERIFY(decoded.ok());
        const QByteArray compact = crm::wire::encodeRequest(*decoded, crm::defaultApiVersion());
        QCOMPARE(compact, inKeyOrder(request));
        const QByteArray indented = crm::wire::encodeRequest(*decoded, crm::defaultApiVersion(), true);
        QVERIFY(indented.contains("\n  \""));
        QCOMPARE(inKeyOrder(indented), compact);
        const auto again = crm::wire::decodeRequest(compact);
        QVERIFY(again.ok());
        QVERIFY(*again == *decoded);
    }

    void aRecordedAnswerSaysWhatItSays_data() { addExchanges(); }
    void aRecordedAnswerSaysWhatItSays()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const auto job = crm::wire::decodeCreatedJob({status, {}, body, {}});
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        if (name == "SUCCESS RESPONSE"_L1) {
            QVERIFY(job.ok());
            QCOMPARE(job->id.text(), u"4150868000005350003"_s);
            QCOMPARE(job->createdBy.id.text(), u"4150868000000225013"_s);
            QCOMPARE(job->createdBy.name, u"Patricia Boyle"_s);
            QVERIFY(!crm::wire::saysError(body));
            return;
        }
        QVERIFY(!job.ok());
        QVERIFY(crm::wire::saysError(body));
        const QJsonObject said = QJsonDocument::fromJson(body).object();
        QCOMPARE(job.error().shape, crm::ServerError::Shape::Crm);
        QCOMPARE(job.error().code, name);
        QCOMPARE(job.error().message, said.value("message"_L1).toString());
        QCOMPARE(job.error().details, said.value("details"_L1).toObject());
        QCOMPARE(job.error().answer.body, body);
        QCOMPARE(job.error().answer.httpStatus, 400);
    }

    void aRecordedRefusalBelongsToItsInput_data() { addExchanges(); }
    void aRecordedRefusalBelongsToItsInput()
    {
        const QHash<QString, QString> expected{
            {u"MANDATORY_FIELDS_NOT_MAPPED"_s, u"mapping:Owner"_s},
            {u"INVALID_CALLBACK_URL"_s, u"callback.url"_s},
            {u"FILE_NOT_SUPPORTED"_s, u"file"_s},
            {u"INVALID_DATA"_s, u"operation"_s},
            {u"MISSING_REQUIRED_KEY"_s, u"module"_s},
            {u"INVALID_FIELD_NAME"_s, u"mapping:Last Name"_s},
        };
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, body);
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        if (name == "SUCCESS RESPONSE"_L1)
            return;
        const auto inputs = crm::locateError(crm::wire::decodeError({400, {}, body, {}}), crm::ErrorSource::CreateJob,
                                             *crm::wire::decodeRequest(request));
        QCOMPARE(inputs.size(), 1U);
        QCOMPARE(inputs.front().toText(), expected.value(name));
    }

    void everyKeyStandsWhereItBelongs()
    {
        QCOMPARE(
            crm::wire::encodeRequest(fullRequest(), *crm::findApiVersion(u"v7"_s)),
            inKeyOrder(json("{'operation':'upsert','character_encoding':'UTF-8','ignore_empty':false,"
                            "'callback':{'url':'https://example.org/done','method':'post'},'resource':[{'type':'data',"
                            "'module':{'api_name':'Deals','id':'4150868000000002181'},'file_id':'4150868000005364001',"
                            "'file_names':['deals.csv'],'find_by':'Deal_Name','field_mappings':["
                            "{'api_name':'Closing_Date','index':3,'format':'yyyy-MM-dd'},"
                            "{'api_name':'Account_Name','index':1,'find_by':'Account_Name'},"
                            "{'api_name':'Layout','default_value':{'value':'4150868000000091055'}}]}]}")));
    }

    void versionsDifferWhereTheyShould_data()
    {
        QTest::addColumn<bool>("moduleIsText");
        QTest::addColumn<bool>("sendsFileNames");
        QTest::newRow("v2") << true << false;
        QTest::newRow("v2.1") << false << false;
        QTest::newRow("v3") << false << false;
        QTest::newRow("v4") << false << false;
        QTest::newRow("v5") << false << true;
        QTest::newRow("v8") << false << true;
    }
    void versionsDifferWhereTheyShould()
    {
        QFETCH(bool, moduleIsText);
        QFETCH(bool, sendsFileNames);
        const auto *version = crm::findApiVersion(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(version);
        const QByteArray body = crm::wire::encodeRequest(fullRequest(), *version);
        QCOMPARE(body.contains(json("'module':'Deals'")), moduleIsText);
        QCOMPARE(body.contains("file_names"), sendsFileNames);
        auto expected = fullRequest();
        if (moduleIsText)
            expected.module->id = {};
        if (!sendsFileNames)
            expected.fileNames.clear();
        QVERIFY(*crm::wire::decodeRequest(body) == expected);
    }

    void anEmptyRequestHasNothingToSay()
    {
        QCOMPARE(crm::wire::encodeRequest({}, crm::defaultApiVersion()), json("{'resource':[{'type':'data'}]}"));
    }

    void numbersAreReadExactly()
    {
        const auto read = crm::wire::decodeRequest(
            json("{'resource':[{'module':{'api_name':'Leads','id':9007199254740993},'file_id':4150868000005364001}]}"));
        QVERIFY(read.ok());
        QCOMPARE(read->module->id.text(), u"9007199254740993"_s);
        QCOMPARE(read->fileId.text(), u"4150868000005364001"_s);
    }

    void anyConstantSurvives_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char *value : {"\"Trade Show\"", "true", "4150868000005364001", "1.5", "null", "[1,\"a\"]",
                                  "{\"id\":\"7\"}", "\"\u00fc \U0001F600\""})
            QTest::newRow(value) << QByteArray(value);
    }
    void anyConstantSurvives()
    {
        QFETCH(QByteArray, value);
        const QByteArray body =
            json("{'resource':[{'type':'data','field_mappings':[{'api_name':'A','default_value':{'value':") + value
            + "}}]}]}";
        QCOMPARE(crm::wire::encodeRequest(*crm::wire::decodeRequest(body), crm::defaultApiVersion()), body);
    }

    void aWrongTypeIsNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("operation") << json("{'operation':5}");
        QTest::newRow("ignore_empty") << json("{'ignore_empty':'yes'}");
        QTest::newRow("callback") << json("{'callback':'https://a.b'}");
        QTest::newRow("callback.url") << json("{'callback':{'url':1}}");
        QTest::newRow("resource") << json("{'resource':{}}");
        QTest::newRow("resource[0]") << json("{'resource':['x']}");
        QTest::newRow("resource[0].module") << json("{'resource':[{'module':7}]}");
        QTest::newRow("resource[0].module.id") << json("{'resource':[{'module':{'id':1.5}}]}");
        QTest::newRow("resource[0].file_id") << json("{'resource':[{'file_id':123456789012345678901}]}");
        QTest::newRow("resource[0].file_names[1]") << json("{'resource':[{'file_names':['a',1]}]}");
        QTest::newRow("resource[0].field_mappings[1].index")
            << json("{'resource':[{'field_mappings':[{'index':1},{'index':'1'}]}]}");
        QTest::newRow("$") << QByteArray("[]");
    }
    void aWrongTypeIsNamed()
    {
        QFETCH(QByteArray, body);
        const auto read = crm::wire::decodeRequest(body);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, base::ErrorCode::PlanUnreadable);
        QCOMPARE(read.error().context.value(u"key"_s).toString(), QString::fromUtf8(QTest::currentDataTag()));
    }

    void brokenJsonGivesTheLine_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("line");
        QTest::newRow("empty") << QByteArray() << 1;
        QTest::newRow("a comma too many") << QByteArray("{\n \"operation\": \"insert\",\n}") << 3;
        QTest::newRow("cut") << QByteArray("{\n\"resource\":\n[") << 3;
        QTest::newRow("too deep") << QByteArray(200000, '[') << 1;
        QTest::newRow("not UTF-8") << QByteArray("{\n\"operation\":\"\xff\"}") << 2;
    }
    void brokenJsonGivesTheLine()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, line);
        const auto read = crm::wire::decodeRequest(body);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, base::ErrorCode::PlanUnreadable);
        QCOMPARE(read.error().context.value(u"line"_s).toInt(), line);
    }

    void successNeedsAnId()
    {
        const auto job = crm::wire::decodeCreatedJob({200, {}, json("{'status':'success','details':{}}"), {}});
        QVERIFY(!job.ok());
        QCOMPARE(job.error().shape, crm::ServerError::Shape::Foreign);
    }

private:
    static QJsonArray exchanges()
    {
        QFile file(QStringLiteral(WIZARD_TEST_DATA "/recorded/create-bulk-write-job.postman-item.json"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QJsonDocument::fromJson(file.readAll()).object().value("response"_L1).toArray();
    }

    static void addExchanges()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        for (const QJsonValue &exchange : exchanges()) {
            const QJsonObject object = exchange.toObject();
            const QJsonObject sent = object.value("originalRequest"_L1).toObject().value("body"_L1).toObject();
            QTest::newRow(object.value("name"_L1).toString().toUtf8().constData())
                << sent.value("raw"_L1).toString().toUtf8() << object.value("body"_L1).toString().toUtf8()
                << object.value("code"_L1).toInt();
        }
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestRecordedExchanges)
#include "tst_recorded_exchanges.moc"
