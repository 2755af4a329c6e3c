#include "crm/wire/JobWire.h"
#include "tests/support/TestMain.h"

using namespace Qt::StringLiterals;
using crm::JobState;
using crm::RowState;
Q_DECLARE_METATYPE(crm::JobState)

class TestJobWire final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void anUploadIsReadWithItsTime()
    {
        const auto file =
            crm::wire::decodeUpload({200,
                                     {},
                                     R"({"status":"success","code":"FILE_UPLOAD_SUCCESS","message":"file uploaded.",
"details":{"file_id":4150868000005364001,"created_time":"2018-12-31T12:00:00-12:00"}})",
                                     {}});
        QVERIFY(file.ok());
        QCOMPARE(file->id.text(), u"4150868000005364001"_s);
        QCOMPARE(file->createdTime.toUTC(), QDateTime({2019, 1, 1}, {0, 0}, Qt::UTC));
    }

    void anUploadWithoutAFileIdIsNone()
    {
        QVERIFY(!crm::wire::decodeUpload({200, {}, R"({"status":"success","details":{}})", {}}).ok());
    }

    void statesAreReadInEverySpelling_data()
    {
        QTest::addColumn<JobState>("state");
        QTest::newRow("ADDED") << JobState::Added;
        QTest::newRow("INPROGRESS") << JobState::InProgress;
        QTest::newRow("IN PROGRESS") << JobState::InProgress;
        QTest::newRow("In_Progress") << JobState::InProgress;
        QTest::newRow("COMPLETED") << JobState::Completed;
        QTest::newRow("FAILED") << JobState::Failed;
        QTest::newRow("SKIPPED") << JobState::Skipped;
        QTest::newRow("QUEUED") << JobState::Unknown;
        QTest::newRow("") << JobState::Unknown;
    }
    void statesAreReadInEverySpelling()
    {
        QTEST(crm::jobStateFromWire(QString::fromUtf8(QTest::currentDataTag())), "state");
    }

    void aFinishedJobIsReadWhole()
    {
        const auto job = crm::wire::decodeJobDetails({200,
                                                      {},
                                                      R"({"status":"COMPLETED","character_encoding":"UTF-8",
            "resource":[{"status":"COMPLETED","code":"SUCCESS","type":"data","module":{"api_name":"Leads","id":"1"},
              "field_mappings":[{"api_name":"Last_Name","index":0,"format":null,"find_by":null,"default_value":null}],
              "file":{"status":"COMPLETED","name":"leads.csv","added_count":9,"skipped_count":2,"updated_count":0,
                      "total_count":11}}],
            "id":"4150868000005350003","result":{"download_url":"/v7/crm/org6196138/bulk-write/1/1.zip"},
            "created_by":{"id":4150868000000225013,"name":"Patricia Boyle"},"operation":"insert",
            "created_time":"2021-05-11T12:38:29+05:30"})",
                                                      {}});
        QVERIFY(job.ok());
        QCOMPARE(job->id.text(), u"4150868000005350003"_s);
        QVERIFY(job->finished());
        QCOMPARE(job->resourceCode, u"SUCCESS"_s);
        QCOMPARE(job->fileName, u"leads.csv"_s);
        QVERIFY(job->counts == crm::JobCounts({9, 0, 2, 11}));
        QCOMPARE(job->downloadUrl, u"/v7/crm/org6196138/bulk-write/1/1.zip"_s);
        QCOMPARE(job->createdBy.id.text(), u"4150868000000225013"_s);
        QCOMPARE(job->createdTime.toUTC(), QDateTime({2021, 5, 11}, {7, 8, 29}, Qt::UTC));
        QVERIFY(job->message.isEmpty());
    }

    void aYoungJobHasLittleToSay()
    {
        const auto job = crm::wire::decodeJobDetails(
            {200, {}, R"({"status":"ADDED","id":1,"resource":[{"module":"Leads","file":{"status":"ADDED"}}]})", {}});
        QVERIFY(job.ok());
        QCOMPARE(job->state, JobState::Added);
        QVERIFY(!job->finished() && !job->counts && job->downloadUrl.isEmpty());
        QCOMPARE(job->resourceCode, u"ADDED"_s);
    }

    void anUnknownStateStillRuns()
    {
        const auto job = crm::wire::decodeJobDetails({200, {}, R"({"status":"PONDERING","id":"1","resource":[]})", {}});
        QVERIFY(job.ok());
        QVERIFY(!job->finished());
        QCOMPARE(job->statusText, u"PONDERING"_s);
    }

    void aMessageIsFoundWhereverItStands_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("job") << QByteArray(R"({"status":"FAILED","id":"1","message":"why"})");
        QTest::newRow("resource") << QByteArray(R"({"status":"FAILED","id":"1","resource":[{"message":"why"}]})");
        QTest::newRow("file") << QByteArray(R"({"status":"FAILED","id":"1","resource":[{"file":{"message":"why"}}]})");
    }
    void aMessageIsFoundWhereverItStands()
    {
        QFETCH(QByteArray, body);
        const auto job = crm::wire::decodeJobDetails({200, {}, body, {}});
        QVERIFY(job.ok());
        QCOMPARE(job->message, u"why"_s);
    }

    void whatIsNoJobIsAnError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("refusal") << QByteArray(
            R"({"status":"error","code":"RESOURCE_NOT_FOUND","details":{"id":"1"}})");
        QTest::newRow("refusal with an id") << QByteArray(R"({"status":"error","code":"A_B","id":"1"})");
        QTest::newRow("somebody else") << QByteArray(R"({"status":"ok"})");
        QTest::newRow("html") << QByteArray("<html>");
        QTest::newRow("empty") << QByteArray();
    }
    void whatIsNoJobIsAnError()
    {
        QFETCH(QByteArray, body);
        const auto job = crm::wire::decodeJobDetails({200, {}, body, {}});
        QVERIFY(!job.ok());
        QCOMPARE(job.error().answer.body, body);
    }

    void resultColumnsAreFoundByName_data()
    {
        QTest::addColumn<QStringList>("header");
        QTest::addColumn<QList<int>>("places"); // status, record id, errors, echoed
        const auto row = [](const char *header, const QList<int> &places) {
            QTest::newRow(header) << QString::fromUtf8(header).split(u',') << places;
        };
        row("Last_Name,Mobile,Owner,STATUS,RECORD_ID,ERRORS", {3, 4, 5, 3});
        row("Last_Name,ID,Status,Errors", {2, 1, 3, 1});
        row("a,errors,record id,status", {3, 2, 1, 1});
        row("STATUS,RECORD_ID,ERRORS", {0, 1, 2, 0});
        row("Status,id,STATUS,RECORD_ID,ERRORS", {2, 3, 4, 2});
        row("a,b", {-1, -1, -1, 0});
    }
    void resultColumnsAreFoundByName()
    {
        QFETCH(QStringList, header);
        const auto found = crm::wire::findResultColumns(header);
        QTEST(QList<int>({found.status, found.recordId, found.errors, found.echoed}), "places");
    }

    void aResultRowIsRead()
    {
        const auto columns = crm::wire::findResultColumns({u"A"_s, u"STATUS"_s, u"RECORD_ID"_s, u"ERRORS"_s});
        const auto row =
            crm::wire::decodeRowResult({u"x"_s, u"Skipped"_s, QString(), u"INVALID_DATA-A"_s}, columns, {});
        QCOMPARE(row.echoed, QStringList({u"x"_s}));
        QCOMPARE(row.state, RowState::Skipped);
        QCOMPARE(row.stateText, u"Skipped"_s);
        QCOMPARE(row.errors.size(), 1U);
        const auto added = crm::wire::decodeRowResult({u"y"_s, u"added"_s, u"4150868000005350003"_s}, columns, {});
        QCOMPARE(added.state, RowState::Added);
        QCOMPARE(added.recordId.text(), u"4150868000005350003"_s);
        QVERIFY(added.errors.empty());
        QCOMPARE(crm::wire::decodeRowResult({u"z"_s, u"odd"_s}, columns, {}).state, RowState::Unknown);
    }

    void rowErrorsFollowTheGrammar_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("read"); // code(column|column) code()
        const auto row = [](const char *cell, const char *read) {
            QTest::newRow(cell) << QString::fromUtf8(cell) << QString::fromUtf8(read);
        };
        row("MANDATORY_NOT_FOUND-Company,Last_Name:DUPLICATE_DATA-Email",
            "MANDATORY_NOT_FOUND(Company|Last_Name) DUPLICATE_DATA(Email)");
        row("CANNOT_PROCESS", "CANNOT_PROCESS()");
        row("CANNOT_PROCESS:INVALID_DATA-Email", "CANNOT_PROCESS() INVALID_DATA(Email)");
        row("NEW_CODE-Email", "NEW_CODE(Email)");
        row("INVALID_DATA-SKU:EAN", "INVALID_DATA(SKU:EAN)");
        row("INVALID_DATA-ART:EAN_CODE,Email", "INVALID_DATA(ART:EAN_CODE|Email)");
        row("INVALID_DATA-E-Mail: work, home,Email", "INVALID_DATA(E-Mail: work, home|Email)");
        row("INVALID_DATA-Email:NOT_APPROVED", "INVALID_DATA(Email) NOT_APPROVED()");
        row("INVALID_DATA-", "INVALID_DATA()");
        row("  ", "");
        row("", "");
        row("something went wrong", "(something went wrong)");
        row("INVALID_DATA then prose", "(INVALID_DATA then prose)");
        row("INVALID_DATA:prose", "(INVALID_DATA:prose)");
    }
    void rowErrorsFollowTheGrammar()
    {
        QFETCH(QString, cell);
        QStringList read;
        for (const auto &error :
             crm::wire::decodeRowErrors(cell, {u"Email"_s, u"E-Mail: work, home"_s, u"ART:EAN_CODE"_s}))
            read << u"%1(%2)"_s.arg(error.code, error.columns.join(u'|'));
        QTEST(read.join(u' '), "read");
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestJobWire)
#include "tst_job_wire.moc"
