#include "importing/ImportPlan.h"
#include "importing/ImportRun.h"
#include "tests/support/TestMain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace std::chrono_literals;

namespace {

const QByteArray bareBody = R"({
 "operation": "insert", "ignore_empty": true,
 "resource": [ { "type": "data", "module": { "api_name": "Leads" }, "file_id": "41508",
   "field_mappings": [ { "api_name": "Last_Name", "index": 0 } ] } ] })";

QByteArray planWith(const QByteArray &source, const QByteArray &version = "1")
{
    return R"({"format":"crm-import-plan","version":)" + version + R"(,"api_version":"v3","source":)" + source
        + R"(,"request":)" + bareBody + "}";
}

} // namespace

class TestImportPlan final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void everyChoiceOfASourceIsKept_data()
    {
        QTest::addColumn<QByteArray>("source");
        const auto add = [](const char *name, const QByteArray &rest) {
            QTest::newRow(name) << QByteArray("{'path':'a.csv',").append(rest).append('}').replace('\'', '"');
        };
        add("old plan", "'sheet':null,'header_row':1,'delimiter':';','encoding':'UTF-8'");
        add("sheet", "'sheet':'May','header_row':2,'delimiter':',','encoding':'UTF-8','header_rows':2");
        add("colon", "'sheet':null,'header_row':0,'delimiter':':','encoding':'windows-1250'");
        add("two characters",
            "'sheet':null,'header_row':1,'delimiter':'||','encoding':'Shift_JIS','quote':'~',"
            "'backslash_escapes':true,'comment':'%'");
        add("decisions",
            "'sheet':null,'header_row':1,'delimiter':',','encoding':'windows-1252','long_rows':'leave_out',"
            "'utf8_lines':'read'");
        add("other decisions",
            "'sheet':null,'header_row':1,'delimiter':',','encoding':'windows-1252','long_rows':'widen',"
            "'utf8_lines':'keep'");
        add("no quotes", "'sheet':null,'header_row':1,'delimiter':'!','encoding':'UTF-16LE','quote':null");
    }

    void everyChoiceOfASourceIsKept()
    {
        QFETCH(QByteArray, source);
        const auto plan = importing::readPlan(planWith(source));
        QVERIFY(plan.ok());
        const QByteArray written = importing::writePlan(*plan);
        const QJsonValue kept = QJsonDocument::fromJson(written).object().value("source");
        QCOMPARE(kept.toObject(), QJsonDocument::fromJson(source).object());
        QVERIFY(importing::readPlan(written)->source == plan->source);
    }

    void aBareBodyKeepsItsBytes()
    {
        const auto plan = importing::readPlan(bareBody);
        QVERIFY(plan.ok());
        QCOMPARE(*plan->exactBody, bareBody);
        QVERIFY(!plan->source);
        QCOMPARE(plan->request.fileId.text(), QStringLiteral("41508"));
    }

    void whatIsWrittenReadsBackTheSame()
    {
        importing::ImportPlan plan =
            *importing::readPlan(planWith(R"({"path":"a;b.csv","header_row":3,"delimiter":"\t"})"));
        QCOMPARE(plan.source->dialect.delimiter, QByteArray("\t"));
        QCOMPARE(plan.source->dialect.headerRow, 3);
        const auto again = importing::readPlan(importing::writePlan(plan));
        QVERIFY(again.ok());
        QCOMPARE(again->apiVersion, QStringLiteral("v3"));
        QCOMPARE(again->source->path, plan.source->path);
        QVERIFY(again->source == plan.source);
        QVERIFY(again->request.fileId.isEmpty());
        plan.request.fileId = {};
        QVERIFY(again->request == plan.request);
    }

    void whatBecomesOfCellsIsKept()
    {
        importing::ImportPlan plan = *importing::readPlan(planWith(R"({"path":"a.csv"})"));
        QVERIFY(importing::writePlan(plan).contains("\"version\": 1,"));
        const crm::FieldName source(QStringLiteral("Lead_Source"));
        const crm::FieldName date(QStringLiteral("Date"));
        plan.cells[source] = {QStringLiteral(";"), {{"Messe", "Trade Show"}, {"Büro \"3\"", ""}}};
        plan.cells[date] = {QStringLiteral("dd/MM/yyyy"), {}};
        const QByteArray written = importing::writePlan(plan);
        // A program that knows nothing of cells must not take it.
        QVERIFY(written.contains("\"version\": 2,"));
        const auto again = importing::readPlan(written);
        QVERIFY(again.ok());
        QCOMPARE(again->cells.size(), size_t(2));
        QVERIFY(again->cells == plan.cells);
    }

    void cellsThatMakeNoSenseAreRefused_data()
    {
        QTest::addColumn<QByteArray>("cells");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("text of a field") << QByteArray(R"({"A":"b"})");
        QTest::newRow("pattern") << QByteArray(R"({"A":{"pattern":1}})");
        QTest::newRow("values") << QByteArray(R"({"A":{"values":["x"]}})");
        QTest::newRow("value") << QByteArray(R"({"A":{"values":{"x":1}}})");
    }

    void cellsThatMakeNoSenseAreRefused()
    {
        QFETCH(QByteArray, cells);
        const QByteArray json = planWith(R"({"path":"a.csv"})", "2").chopped(1) + R"(,"cells":)" + cells + "}";
        const auto plan = importing::readPlan(json);
        QVERIFY(!plan.ok());
        QCOMPARE(plan.error().context.value(QStringLiteral("key")).toString(), QStringLiteral("cells"));
    }

    void keysKeepTheirOrder()
    {
        const QByteArray written = importing::writePlan(*importing::readPlan(planWith(R"({"path":"a.csv"})")));
        qsizetype last = -1;
        for (const char *key :
             {"\"format\"", "\"version\"", "\"api_version\"", "\"source\"", "\"request\"", "\"operation\"",
              "\"ignore_empty\"", "\"resource\"", "\"type\"", "\"module\"", "\"field_mappings\""}) {
            const qsizetype at = written.indexOf(key, last + 1);
            QVERIFY2(at > last, key);
            last = at;
        }
    }

    void aFileIdIsKeptWhereThereIsNoSpreadsheet()
    {
        const QByteArray written = importing::writePlan(*importing::readPlan(bareBody));
        QVERIFY(written.contains("41508"));
    }

    void theSourceIsFoundBesideThePlan()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("x.importplan.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(planWith(R"({"path":"sub/leads.csv"})"));
        file.close();
        const auto plan = importing::readPlanFile(file.fileName());
        QVERIFY(plan.ok());
        QCOMPARE(plan->source->path, folder.filePath(QStringLiteral("sub/leads.csv")));
    }

    void whatARequestWouldLoseIsNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("lost");
        const auto row = [](const char *name, const char *resources, const char *lost) {
            QTest::newRow(name) << "{\"operation\":\"insert\",\"resource\":[" + QByteArray(resources).replace('\'', '"')
                    + "]}" << QString::fromLatin1(lost);
        };
        row("nothing",
            "{'type':'data','module':{'api_name':'Leads','id':7},'file_id':55,'file_names':['a.csv'],'find_by':'Email',"
            "'ignore_empty':true,'field_mappings':[{'api_name':'A','index':0,'format':'yyyy','find_by':'id',"
            "'parent_column_index':0,'default_value':{'value':'x'}}]}",
            "");
        row("module as text", "{'module':'Leads'}", "");
        row("what is empty", "{'type':'data','find_by':null,'file_names':[],'field_mappings':[{'format':''}]}", "");
        row("a child", "{'module':{'api_name':'Leads'}},{'module':{'api_name':'Lines'}}", "resource[1]");
        row("more of a constant",
            "{'field_mappings':[{'api_name':'A','default_value':{'value':'1','module':'Accounts'}}]}",
            "resource[0].field_mappings[0].default_value.module");
        row("a key nobody knows", "{'colour':1}", "resource[0].colour");
    }
    void whatARequestWouldLoseIsNamed()
    {
        QFETCH(const QByteArray, body);
        QTEST(importing::readPlan(body)->lost, "lost");
        const QByteArray plan =
            R"({"format":"crm-import-plan","version":1,"source":{"path":"a.csv"},"request":)" + body + '}';
        QTEST(importing::readPlan(plan)->lost, "lost");
    }

    void anApiVersionNobodyKnowsIsNotReplaced()
    {
        const auto plan = importing::readPlan(planWith("null").replace("\"v3\"", "\"v99\""));
        QVERIFY(!plan.ok());
        QCOMPARE(plan.error().context.value(QStringLiteral("key")).toString(), QStringLiteral("api_version"));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<base::ErrorCode>("code");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        using base::ErrorCode;
        QTest::newRow("broken in line 2")
            << QByteArray("{\n \"a\" }") << ErrorCode::PlanUnreadable << "line" << QVariant(2);
        QTest::newRow("empty") << QByteArray() << ErrorCode::PlanUnreadable << "line" << QVariant(1);
        QTest::newRow("a list") << QByteArray("[]") << ErrorCode::PlanUnreadable << "line" << QVariant();
        QTest::newRow("something else") << QByteArray("{\"a\":1}") << ErrorCode::PlanUnreadable << "line" << QVariant();
        QTest::newRow("later version") << planWith("null", "3") << ErrorCode::PlanVersionUnknown << "found"
                                       << QVariant("3");
        QTest::newRow("no path") << planWith("{}") << ErrorCode::PlanUnreadable << "key" << QVariant("path");
        QTest::newRow("long delimiter") << planWith(R"({"path":"a","delimiter":",,,"})") << ErrorCode::PlanUnreadable
                                        << "key" << QVariant("delimiter");
        QTest::newRow("unknown encoding") << planWith(R"({"path":"a","encoding":"klingon-1"})")
                                          << ErrorCode::PlanUnreadable << "key" << QVariant("encoding");
        QTest::newRow("no header rows") << planWith(R"({"path":"a","header_rows":0})") << ErrorCode::PlanUnreadable
                                        << "key" << QVariant("header_rows");
        QTest::newRow("long quote") << planWith(R"({"path":"a","quote":"~~"})") << ErrorCode::PlanUnreadable << "key"
                                    << QVariant("quote");
        QTest::newRow("backslash as text") << planWith(R"({"path":"a","backslash_escapes":"yes"})")
                                           << ErrorCode::PlanUnreadable << "key" << QVariant("backslash_escapes");
        QTest::newRow("unknown decision") << planWith(R"({"path":"a","long_rows":"drop"})") << ErrorCode::PlanUnreadable
                                          << "key" << QVariant("long_rows");
        QTest::newRow("sheet by number") << planWith(R"({"path":"a","sheet":2})") << ErrorCode::PlanUnreadable << "key"
                                         << QVariant("sheet");
        QTest::newRow("negative header") << planWith(R"({"path":"a","header_row":-1})") << ErrorCode::PlanUnreadable
                                         << "key" << QVariant("header_row");
        QTest::newRow("no request") << QByteArray(R"({"format":"crm-import-plan","version":1})")
                                    << ErrorCode::PlanUnreadable << "key" << QVariant("request");
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(base::ErrorCode, code);
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        const auto plan = importing::readPlan(json);
        QVERIFY(!plan.ok());
        QCOMPARE(plan.error().code, code);
        QCOMPARE(plan.error().context.value(key).toString(), value.toString());
    }

    void pollsGetRarer_data()
    {
        QTest::addColumn<int>("n");
        QTest::addColumn<std::chrono::milliseconds>("age");
        QTest::addColumn<std::chrono::milliseconds>("delay");
        QTest::newRow("first") << 0 << 0ms << std::chrono::milliseconds(2s);
        QTest::newRow("second") << 1 << 2000ms << std::chrono::milliseconds(3s);
        QTest::newRow("fifth") << 4 << 18000ms << std::chrono::milliseconds(13s);
        QTest::newRow("sixth") << 5 << 31000ms << std::chrono::milliseconds(20s);
        QTest::newRow("up to five minutes")
            << 30 << std::chrono::milliseconds(5min - 1ms) << std::chrono::milliseconds(20s);
        QTest::newRow("five minutes") << 30 << std::chrono::milliseconds(5min) << std::chrono::milliseconds(60s);
        QTest::newRow("an hour") << 90 << std::chrono::milliseconds(1h) << std::chrono::milliseconds(5min);
    }

    void pollsGetRarer()
    {
        QFETCH(int, n);
        QFETCH(std::chrono::milliseconds, age);
        QFETCH(std::chrono::milliseconds, delay);
        QCOMPARE(importing::pollDelay(n, age), delay);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestImportPlan)
#include "tst_import_plan.moc"
