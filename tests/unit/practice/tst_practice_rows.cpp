#include "CrmBench.h"
#include "tests/support/TestMain.h"

using support::CrmBench;
using Json = practice::Json;
using namespace std::chrono_literals;

/// What becomes of rows: stored, changed, refused with the eight row codes; and what a job says meanwhile.
class TestPracticeRows final : public QObject {
    Q_OBJECT
private:
    /// STATUS and ERRORS of a data line.
    static QString verdict(const QStringList &line)
    {
        const auto size = line.size();
        return line.value(size - 3) + QLatin1Char(' ') + line.value(size - 1);
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void aJobPassesThroughItsStages()
    {
        CrmBench bench;
        const Json body{
            {"operation", "insert"},
            {"resource",
             Json::array(
                 {{{"type", "data"}, {"module", {{"api_name", "Leads"}}}, {"file_id", "4150868000005364001"}}})}};
        QCOMPARE(bench.crm.createJob(CrmBench::request(QByteArray::fromStdString(body.dump()))).status, 201);
        bench.jobId = QStringLiteral("4150868000005350003");
        QCOMPARE(bench.job()["status"], "ADDED");
        QCOMPARE(bench.crm.result(bench.jobId).status, 403);
        bench.clock.advance(599ms);
        QCOMPARE(bench.job()["status"], "ADDED");
        QVERIFY(bench.records("Leads").is_null());
        bench.clock.advance(1ms);
        QCOMPARE(bench.job()["status"], "INPROGRESS");
        bench.clock.advance(899ms);
        QCOMPARE(bench.job()["status"], "INPROGRESS");
        QVERIFY(!bench.job().contains("result"));
        bench.clock.advance(1ms);
        const Json done = bench.job();
        QCOMPARE(done["status"], "COMPLETED");
        QCOMPARE(done["resource"][0]["file"]["added_count"], 3);
        QCOMPARE(done["resource"][0]["file"]["total_count"], 3);
        QCOMPARE(done["resource"][0]["file"]["name"], "leads.csv");
        QCOMPARE(done["result"]["download_url"],
                 "http://127.0.0.1:1/v2/crm/690415086/bulk-write/4150868000005350003/4150868000005350003.zip");
        QCOMPARE(bench.job(QStringLiteral("v7"))["result"]["download_url"],
                 "/v7/crm/org690415086/bulk-write/4150868000005350003/4150868000005350003.zip");
    }

    void theResultRepeatsTheFirstThreeMappedColumns()
    {
        CrmBench bench;
        const auto lines = bench.import("Leads", "Last_Name,Owner,City,Company\r\nOkafor,,\"Ulm, Old\",A\r\n,,x,B\r\n");
        QCOMPARE(bench.resultName, QStringLiteral("Leads-people.csv"));
        QCOMPARE(lines.size(), size_t(3));
        QCOMPARE(lines[0].join(QLatin1Char('|')), QStringLiteral("Last_Name|Owner|City|STATUS|RECORD_ID|ERRORS"));
        QCOMPARE(lines[1].mid(0, 4).join(QLatin1Char('|')), QStringLiteral("Okafor||Ulm, Old|added"));
        QCOMPARE(lines[1][4], QString::fromStdString(bench.records("Leads")["data"][0]["id"]));
        QCOMPARE(lines[2].join(QLatin1Char('|')), QStringLiteral("||x|skipped||MANDATORY_NOT_FOUND-Last_Name"));
    }

    void cells_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("stored"); // JSON; empty: refused
        const auto row = [](const char *field, const QByteArray &cell, const char *stored) {
            QTest::addRow("%s %s", field, cell.left(30).constData()) << QByteArray(field) << cell << QByteArray(stored);
        };
        row("Company", " kept as it is ", "\" kept as it is \"");
        row("First_Name", QByteArray(41, 'x'), "");
        row("Email", "zoe@example.com", "\"zoe@example.com\"");
        row("Email", "zoe(at)example.com", "");
        row("Email", "zoe@example", "");
        row("Phone", "+49 (0)30 555-01", "\"+49 (0)30 555-01\"");
        row("Phone", "(030) 55501 ext 4", "\"(030) 55501 ext 4\"");
        row("Phone", "call me", "");
        row("Mobile", QByteArray(31, '1'), "");
        row("Website", "www.example.com/a", "\"www.example.com/a\"");
        row("Website", "not a site", "");
        row("Lead_Source", "Brand new", "\"Brand new\"");
        row("No_of_Employees", "123,344", "123344");
        row("No_of_Employees", "1234567890", "");
        row("No_of_Employees", "12.5", "");
        row("Visits", "123456789012345678", "\"123456789012345678\"");
        row("Annual_Revenue", "-1,234.5", "-1234.5");
        row("Annual_Revenue", "12,50", "");
        row("Annual_Revenue", "EUR 5", "");
        row("Discount", "99999", "99999.0");
        row("Discount", "100000", "");
        row("Email_Opt_Out", "TRUE", "true");
        row("Email_Opt_Out", "0", "false");
        row("Email_Opt_Out", "yes", "");
        row("First_Contact", "02/28/2026", "\"2026-02-28\"");
        row("First_Contact", "2026-02-28", "\"2026-02-28\"");
        row("First_Contact", "02/30/2026", "");
        row("First_Contact", "28.02.2026", "");
        row("Next_Call", "02/28/2026 13:05:00", "\"2026-02-28T13:05:00+00:00\"");
        row("Next_Call", "2026-02-28T13:05:00+02:00", "\"2026-02-28T11:05:00+00:00\"");
        row("Next_Call", "noon", "");
        row("Interests", "Service;Hardware", "[\"Service\",\"Hardware\"]");
        row("Owner", "mei.tanaka@example.com",
            R"({"name":"Mei Tanaka","id":"4150868000000225031","email":"mei.tanaka@example.com"})");
        row("Owner", "4150868000000225027",
            R"({"name":"Amadou Diallo","id":"4150868000000225027","email":"amadou.diallo@example.com"})");
        row("Owner", "nobody@example.com", "");
    }

    void cells()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, stored);
        CrmBench bench;
        QByteArray csv = "Last_Name,Owner," + field + "\r\nA,,\"" + cell + "\"\r\n";
        if (field == "Owner")
            csv = "Last_Name,Owner\r\nA," + cell + "\r\n";
        const auto lines = bench.import("Leads", csv);
        QCOMPARE(lines.size(), size_t(2));
        if (stored.isEmpty()) {
            QCOMPARE(verdict(lines[1]), QLatin1String("skipped INVALID_DATA-") + QLatin1String(field));
        } else {
            QCOMPARE(verdict(lines[1]), QStringLiteral("added "));
            const Json value = bench.records("Leads")["data"][0][field.toStdString()];
            QCOMPARE(QByteArray::fromStdString(value.dump()), stored);
        }
    }

    void formatsAreUsed_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("stored");
        QTest::newRow("day first") << QByteArray("dd.MM.yyyy") << QByteArray("03.02.2026") << QByteArray("2026-02-03");
        QTest::newRow("short year") << QByteArray("dd/MM/yy") << QByteArray("03/02/26") << QByteArray("2026-02-03");
        QTest::newRow("old short year") << QByteArray("dd/MM/yy") << QByteArray("03/02/84") << QByteArray("1984-02-03");
        QTest::newRow("month name") << QByteArray("dd MMM yyyy") << QByteArray("03 Feb 2026")
                                    << QByteArray("2026-02-03");
        QTest::newRow("long name") << QByteArray("MMMM dd,yyyy") << QByteArray("February 03,2026")
                                   << QByteArray("2026-02-03");
        QTest::newRow("other order") << QByteArray("yyyy/MM/dd") << QByteArray("03/02/2026") << QByteArray();
    }

    void formatsAreUsed()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, stored);
        CrmBench bench;
        const Json mappings =
            Json::array({{{"api_name", "Last_Name"}, {"index", 0}},
                         {{"api_name", "Owner"}, {"index", 2}},
                         {{"api_name", "First_Contact"}, {"index", 1}, {"format", format.toStdString()}}});
        const auto lines = bench.import("Leads", "Last_Name,When,Owner\r\nA,\"" + cell + "\",\r\n",
                                        {{"resource", {{"field_mappings", mappings}}}});
        QCOMPARE(lines.size(), size_t(2));
        QCOMPARE(verdict(lines[1]),
                 stored.isEmpty() ? QStringLiteral("skipped INVALID_DATA-First_Contact") : QStringLiteral("added "));
        if (!stored.isEmpty())
            QCOMPARE(bench.records("Leads")["data"][0]["First_Contact"], stored.toStdString());
    }

    void severalFaultsOfARowShareOneCell()
    {
        CrmBench bench;
        const auto lines = bench.import("Leads", "Last_Name,Owner,Email,Phone\r\n,,bad,bad\r\n");
        QCOMPARE(verdict(lines[1]), QStringLiteral("skipped INVALID_DATA-Email,Phone:MANDATORY_NOT_FOUND-Last_Name"));
    }

    void aBlankOwnerIsTheImportingUser()
    {
        CrmBench bench;
        bench.import("Leads", "Last_Name,Owner\r\nA,\r\n");
        QCOMPARE(bench.records("Leads")["data"][0]["Owner"]["name"], "Patricia Boyle");
    }

    void lookupsFindTheirRecord()
    {
        CrmBench bench;
        const auto lines =
            bench.import("Contacts", "Last_Name,Account_Name.Account_Name\r\nA,harbour mills ltd\r\nB,Unknown Ltd\r\n");
        QCOMPARE(verdict(lines[1]), QStringLiteral("added "));
        QCOMPARE(verdict(lines[2]), QStringLiteral("skipped RESOURCE_NOT_FOUND-Account_Name"));
        QCOMPARE(bench.records("Contacts")["data"][6]["Account_Name"]["name"], "Harbour Mills Ltd");
    }

    void uniqueValuesStayUnique()
    {
        CrmBench bench;
        const auto lines = bench.import("Machines", "Name,Serial_No\r\nX,SN-1\r\nY,sn-1\r\nZ,SN-1001\r\n");
        QCOMPARE(verdict(lines[1]), QStringLiteral("added "));
        QCOMPARE(verdict(lines[2]), QStringLiteral("skipped DUPLICATE_DATA-Serial_No"));
        QCOMPARE(verdict(lines[3]), QStringLiteral("skipped DUPLICATE_DATA-Serial_No"));
    }

    void insertWithAMatchFieldSkipsWhatIsThere()
    {
        CrmBench bench;
        const auto lines =
            bench.import("Contacts", "Email,Last_Name\r\nnadia.haddad@example.com,X\r\nnew@example.com,Y\r\n",
                         {{"resource", {{"find_by", "Email"}}}});
        QCOMPARE(verdict(lines[1]), QStringLiteral("skipped DUPLICATE_DATA-Email"));
        QCOMPARE(verdict(lines[2]), QStringLiteral("added "));
    }

    void updateChangesWhatIsThereAndNothingElse()
    {
        CrmBench bench;
        const Json extra{{"operation", "update"}, {"resource", {{"find_by", "Email"}}}};
        const auto lines = bench.import(
            "Contacts", "Email,Title\r\nNADIA.haddad@example.com,Buyer\r\nnew@example.com,Y\r\nbad,Z\r\n", extra);
        QCOMPARE(verdict(lines[1]), QStringLiteral("updated "));
        QCOMPARE(verdict(lines[2]), QStringLiteral("skipped RESOURCE_NOT_FOUND-Email"));
        QCOMPARE(verdict(lines[3]), QStringLiteral("skipped INVALID_DATA-Email"));
        const Json all = bench.records("Contacts");
        QCOMPARE(all["data"].size(), size_t(6));
        QCOMPARE(all["data"][0]["Title"], "Buyer");
        QCOMPARE(all["data"][0]["Last_Name"], "Haddad");
        QCOMPARE(bench.job()["resource"][0]["file"]["updated_count"], 1);
        QCOMPARE(bench.job()["resource"][0]["file"]["skipped_count"], 2);
    }

    void updateFindsById()
    {
        CrmBench bench;
        const std::string id = bench.records("Contacts")["data"][1]["id"];
        const Json extra{{"operation", "update"}, {"resource", {{"find_by", "id"}}}};
        const auto lines =
            bench.import("Contacts", "id,Title\r\n" + QByteArray::fromStdString(id) + ",Chief\r\n12,None\r\n", extra);
        QCOMPARE(verdict(lines[1]), QStringLiteral("updated "));
        QCOMPARE(verdict(lines[2]), QStringLiteral("skipped RESOURCE_NOT_FOUND-id"));
        QCOMPARE(bench.records("Contacts")["data"][1]["Title"], "Chief");
    }

    void upsertAddsWhatIsNew()
    {
        CrmBench bench;
        const Json extra{{"operation", "upsert"}, {"resource", {{"find_by", "Email"}}}};
        const auto lines =
            bench.import("Contacts",
                         "Email,Last_Name\r\nnadia.haddad@example.com,Haddad-Ruiz\r\nnew@example.com,Y\r\n"
                         "new@example.com,Z\r\n,W\r\n",
                         extra);
        QCOMPARE(verdict(lines[1]), QStringLiteral("updated "));
        QCOMPARE(verdict(lines[2]), QStringLiteral("added "));
        QCOMPARE(verdict(lines[3]), QStringLiteral("updated "));
        QCOMPARE(verdict(lines[4]), QStringLiteral("added "));
        QCOMPARE(bench.records("Contacts")["data"][6]["Last_Name"], "Z");
    }

    void blankCells_data()
    {
        QTest::addColumn<bool>("ignore");
        QTest::addColumn<QByteArray>("phone");
        QTest::newRow("ignored") << true << QByteArray("\"+1 555\"");
        QTest::newRow("written") << false << QByteArray("null");
    }

    void blankCells()
    {
        QFETCH(bool, ignore);
        QFETCH(QByteArray, phone);
        CrmBench bench;
        bench.import("Contacts", "Email,Last_Name,Phone\r\na@example.com,A,+1 555\r\n");
        const auto lines =
            bench.import("Contacts", "Email,Phone\r\na@example.com,\r\n",
                         {{"operation", "update"}, {"ignore_empty", ignore}, {"resource", {{"find_by", "Email"}}}});
        QCOMPARE(verdict(lines[1]), QStringLiteral("updated "));
        QCOMPARE(QByteArray::fromStdString(bench.records("Contacts")["data"][6]["Phone"].dump()), phone);
    }

    void defaultsFillBlankCellsAndStandAlone()
    {
        CrmBench bench;
        const Json mappings = Json::array(
            {{{"api_name", "Last_Name"}, {"index", 0}},
             {{"api_name", "City"}, {"index", 1}, {"default_value", {{"value", "Ulm"}}}},
             {{"api_name", "Owner"}, {"find_by", "email"}, {"default_value", {{"value", "mei.tanaka@example.com"}}}}});
        const auto lines =
            bench.import("Leads", "N,C\r\nA,\r\nB,Bern\r\n", {{"resource", {{"field_mappings", mappings}}}});
        QCOMPARE(lines.size(), size_t(3));
        QCOMPARE(lines[0].join(QLatin1Char('|')), QStringLiteral("N|C|STATUS|RECORD_ID|ERRORS"));
        const Json leads = bench.records("Leads");
        QCOMPARE(leads["data"][0]["City"], "Ulm");
        QCOMPARE(leads["data"][1]["City"], "Bern");
        QCOMPARE(leads["data"][1]["Owner"]["name"], "Mei Tanaka");
    }

    void lockedRecords_data()
    {
        QTest::addColumn<QByteArray>("email");
        QTest::addColumn<QString>("said");
        QTest::newRow("awaits approval") << QByteArray("pending.approval@example.com")
                                         << QStringLiteral("skipped NOT_APPROVED");
        QTest::newRow("blocked") << QByteArray("blocked@example.com") << QStringLiteral("skipped BLOCKED_RECORD");
        QTest::newRow("in process") << QByteArray("in.process@example.com")
                                    << QStringLiteral("unprocessed CANNOT_PROCESS");
    }

    void lockedRecords()
    {
        QFETCH(QByteArray, email);
        QFETCH(QString, said);
        CrmBench bench;
        const auto lines = bench.import("Contacts", "Email,Title\r\n" + email + ",X\r\n",
                                        {{"operation", "update"}, {"resource", {{"find_by", "Email"}}}});
        QCOMPARE(verdict(lines[1]), said);
        QCOMPARE(bench.job()["resource"][0]["file"]["total_count"], 1);
    }

    void aFullModuleTakesNoMore()
    {
        CrmBench bench;
        bench.crm.setRecordLimit(1);
        const auto lines = bench.import("Leads", "Last_Name,Owner\r\nA,\r\nB,\r\n");
        QCOMPARE(verdict(lines[1]), QStringLiteral("added "));
        QCOMPARE(verdict(lines[2]), QStringLiteral("unprocessed LIMIT_EXCEEDED"));
    }

    void newPicklistValuesJoinTheMetadata()
    {
        CrmBench bench;
        bench.import("Leads", "Last_Name,Owner,Rating\r\nA,,Splendid\r\n");
        auto asked = CrmBench::request({});
        asked.query = QUrlQuery(QStringLiteral("module=Leads"));
        QVERIFY(bench.crm.fields(asked).body.contains("Splendid"));
    }

    void recordsComeInPages()
    {
        CrmBench bench;
        QByteArray csv = "Last_Name,Owner\r\n";
        for (int i = 0; i < 250; ++i)
            csv += "N" + QByteArray::number(i) + ",\r\n";
        bench.import("Leads", csv);
        const Json first = bench.records("Leads", QStringLiteral("page=1&per_page=200&fields=Last_Name"));
        QCOMPARE(first["data"].size(), size_t(200));
        QCOMPARE(first["info"]["more_records"], true);
        QCOMPARE(first["data"][0].size(), size_t(2));
        const Json second = bench.records("Leads", QStringLiteral("page=2"));
        QCOMPARE(second["data"].size(), size_t(50));
        QCOMPARE(second["data"][49]["Last_Name"], "N249");
        QCOMPARE(second["info"]["more_records"], false);
        QVERIFY(bench.records("Leads", QStringLiteral("page=3")).is_null());
    }

    void twoJobsRunSideBySide()
    {
        CrmBench bench;
        const auto create = [&bench](const QByteArray &csv, const char *module) {
            const Json body{
                {"operation", "insert"},
                {"resource",
                 Json::array(
                     {{{"type", "data"}, {"module", {{"api_name", module}}}, {"file_id", bench.upload(csv)}}})}};
            return bench.crm.createJob(CrmBench::request(QByteArray::fromStdString(body.dump()))).status;
        };
        QByteArray many = "Last_Name,Owner\r\n";
        for (int i = 0; i < 2000; ++i)
            many += "N,\r\n";
        QCOMPARE(create(many, "Leads"), 201);
        QCOMPARE(create("Account_Name\r\nNew Ltd\r\n", "Accounts"), 201);
        bench.finish();
        QCOMPARE(bench.records("Leads", QStringLiteral("page=10"))["data"].size(), size_t(200));
        QCOMPARE(bench.records("Accounts")["data"].size(), size_t(4));
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestPracticeRows)
#include "tst_practice_rows.moc"
