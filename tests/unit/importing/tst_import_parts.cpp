#include "crm/wire/CreateJobWire.h"
#include "importing/ImportRun.h"
#include "importing/MappedColumns.h"
#include "practice/PracticeHost.h"
#include "tabular/ZipReader.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestMain.h"
#include "tests/unit/practice/PracticeClient.h"

/// Waits with time going on: calls keep a distance from each other by the clock.
#define WAIT_FOR(condition)                                                                                            \
    for (int n = 0; n < 4000 && !(condition); ++n) {                                                                   \
        m_clock->advance(50ms);                                                                                        \
        QTest::qWait(5);                                                                                               \
    }                                                                                                                  \
    QVERIFY(condition)

#include <QJsonArray>
#include <QTemporaryDir>

using namespace std::chrono_literals;
using Fate = importing::RunPart::Fate;
using Run = importing::ImportRun;

namespace {

constexpr int rows = 60'000; // two full parts and a piece

crm::FieldMapping fed(const char *field, int column)
{
    crm::FieldMapping mapping;
    mapping.field = crm::FieldName(QLatin1String(field));
    mapping.column = crm::ColumnIndex{column};
    return mapping;
}

std::vector<int> indexesOf(const crm::BulkWriteRequest &request)
{
    std::vector<int> indexes;
    for (const crm::FieldMapping &mapping : request.mappings)
        indexes.push_back(mapping.column ? mapping.column->value : -1);
    return indexes;
}

std::vector<Fate> fatesOf(const Run &run)
{
    std::vector<Fate> fates;
    for (const importing::RunPart &part : run.parts()->parts)
        fates.push_back(part.fate);
    return fates;
}

QByteArray csvIn(const QString &zipPath)
{
    QFile file(zipPath);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto entries = tabular::readZip(file.readAll(), {});
    return entries.ok() && entries->size() == 1 ? entries->front().content : QByteArray();
}

} // namespace

class TestImportParts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_clock = std::make_unique<support::FakeClock>();
        m_host = std::make_unique<practice::PracticeHost>();
        m_folder = std::make_unique<QTemporaryDir>();
        practice::PracticeOptions options;
        options.script = quick();
        QVERIFY(m_host->start(options).ok());
        const auth::ServiceHosts hosts{m_host->baseUrl(), m_host->baseUrl()};
        m_api = std::make_unique<net::CrmApi>(net::ApiTarget{hosts, nullptr, crm::OrgId(QStringLiteral("690415086"))},
                                              std::make_shared<auth::FixedTokenProvider>(m_host->token()),
                                              net::HostPolicy(), *m_clock);
    }

    void cleanup()
    {
        m_api.reset(); // before the clock that it uses
        m_host.reset();
        m_clock.reset();
    }

    /// Three jobs, one after the other; each row keeps its number in the user's file.
    void aLargeFileGoesUpInParts()
    {
        Run run(*m_api, order(bigTable()), *m_clock);
        QStringList order;
        QList<qsizetype> uploadsBefore;
        connect(&run, &Run::uploaded, this, [&] { order << QStringLiteral("up%1").arg(run.partNow()); });
        connect(&run, &Run::jobCreated, this, [&] { order << QStringLiteral("job%1").arg(run.partNow()); });
        connect(&run, &Run::partFinished, this, [&] {
            order << QStringLiteral("in%1").arg(run.partNow());
            uploadsBefore << uploads();
        });
        const QSignalSpy finished(&run, &Run::finished);
        run.start();
        WAIT_FOR(run.ended());

        QCOMPARE(run.state(), Run::State::Finished);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(order.join(QLatin1Char(' ')), QStringLiteral("up1 job1 in1 up2 job2 in2 up3 job3 in3"));
        QCOMPARE(uploadsBefore, (QList<qsizetype>{1, 2, 3}));
        QCOMPARE(creates(), 3);
        const importing::RunResult &result = *run.result();
        QCOMPARE(result.counts.total, rows);
        QCOMPARE(result.counts.added, rows);
        QVERIFY(result.serverCounts == result.counts);
        QCOMPARE(run.parts()->rowsIn(), rows);
        QCOMPARE(result.parts.size(), size_t(3));
        QCOMPARE(result.parts[0].counts.total, 25'000);
        QCOMPARE(result.parts[2].counts.total, 10'000);
        QCOMPARE(result.file.rows.size(), size_t(rows));
        QVERIFY(result.sourceRowOf(0) == 2); // the header row is the first
        QVERIFY(result.sourceRowOf(25'000) == 25'002);
        QVERIFY(result.sourceRowOf(rows - 1) == rows + 1);
        QVERIFY(!result.sourceRowOf(rows));
        QVERIFY(leftovers().isEmpty());
        const auto saved = tabular::readZip(importing::archiveToSave(result), {});
        QVERIFY(saved.ok());
        QCOMPARE(saved->size(), size_t(3));
        QCOMPARE(saved->at(1).content, result.parts[1].archive);
        QVERIFY(saved->at(1).name.startsWith(QLatin1String("part-002-result-")));
    }

    void onlyTheMappedColumnsGoUpAndTheRequestCountsWithinThem()
    {
        Run run(*m_api, order(table("Noise,Owner mail,Surname\nx,mei.tanaka@example.com,Sato\n")), *m_clock);
        QByteArray csv;
        connect(&run, &Run::uploaded, this, [&] { csv = csvIn(run.part()->zipPath); });
        run.start();
        WAIT_FOR(run.job());

        QCOMPARE(csv, QByteArray("Last_Name,Owner\r\nSato,mei.tanaka@example.com\r\n"));
        const auto sent = crm::wire::decodeRequest(run.requestBody());
        QVERIFY(sent.ok());
        QCOMPARE(indexesOf(*sent), (std::vector<int>{0, 1}));
        QCOMPARE(run.part()->columns, 2);
        QVERIFY(leftovers().isEmpty());
    }

    /// "Messe" in the file is a Trade Show in the CRM, and each row is found again in the result.
    void cellsArriveAsTheirRulesSay()
    {
        importing::RunOrder wanted = order(table("Quelle,Mail,Surname,Seit\n"
                                                 "Messe,mei.tanaka@example.com,Sato,3.4.2024\n"
                                                 "Web,mei.tanaka@example.com,Okafor,31.12.2023\n"
                                                 "messe,mei.tanaka@example.com,Moreau,irgendwann\n"));
        wanted.request.mappings.push_back(fed("Lead_Source", 0));
        wanted.request.mappings.push_back(fed("Remark", 0));
        wanted.request.mappings.push_back(fed("First_Contact", 3));
        wanted.request.mappings.back().format = QStringLiteral("yyyy-MM-dd");
        wanted.cells[crm::FieldName(QStringLiteral("Lead_Source"))] = {{}, {{"Messe", "Trade Show"}}};
        wanted.cells[crm::FieldName(QStringLiteral("First_Contact"))] = {QStringLiteral("d.M.yyyy"), {}};
        Run run(*m_api, wanted, *m_clock);
        QByteArray csv;
        QByteArray sha;
        QByteArray zip;
        connect(&run, &Run::uploaded, this, [&] {
            csv = csvIn(run.part()->zipPath);
            sha = run.part()->sha256.toLatin1();
            QFile file(run.part()->zipPath);
            zip = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        });
        run.start();
        WAIT_FOR(run.ended());

        QCOMPARE(run.state(), Run::State::Finished);
        QCOMPARE(csv,
                 QByteArray("Last_Name,Owner,Lead_Source,Remark,First_Contact\r\n"
                            "Sato,mei.tanaka@example.com,Trade Show,Messe,2024-04-03\r\n"
                            "Okafor,mei.tanaka@example.com,Web,Web,2023-12-31\r\n"
                            "Moreau,mei.tanaka@example.com,Trade Show,messe,irgendwann\r\n"));
        QCOMPARE(sha, QCryptographicHash::hash(zip, QCryptographicHash::Sha256).toHex());
        QCOMPARE(run.result()->counts.added, 2);
        QCOMPARE(run.result()->counts.skipped, 1); // "irgendwann" went up as it stands, and is no date
        QVERIFY(run.result()->sourceRowOf(2) == 4);
        const auto &refused = run.result()->file.rows.at(2);
        QCOMPARE(refused.echoed.value(2), QStringLiteral("Trade Show")); // as it was sent
        const QJsonArray records =
            support::PracticeClient(*m_host).get("/crm/v2.1/Leads").json()[QLatin1String("data")].toArray();
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[0][QLatin1String("Lead_Source")].toString(), QStringLiteral("Trade Show"));
        QCOMPARE(records[0][QLatin1String("Remark")].toString(), QStringLiteral("Messe"));
        QCOMPARE(records[0][QLatin1String("First_Contact")].toString(), QStringLiteral("2024-04-03"));
        QCOMPARE(records[1][QLatin1String("Lead_Source")].toString(), QStringLiteral("Web"));
    }

    /// All columns in their order would go out byte for byte.
    void aRuleAloneKeepsRowsFromGoingOutAsTheyStand()
    {
        crm::BulkWriteRequest request;
        request.mappings = {fed("Last_Name", 0), fed("Lead_Source", 1)};
        importing::PartsWanted wanted{table("Surname,Quelle\nSato,Messe\n"), {}, request, {}, m_folder->path()};
        const auto asTheyStand = importing::makeParts(wanted, {}, {});
        QVERIFY(asTheyStand.ok());
        QCOMPARE(csvIn(asTheyStand->parts[0].path), QByteArray("Last_Name,Lead_Source\nSato,Messe\n"));
        wanted.cells[crm::FieldName(QStringLiteral("Lead_Source"))] = {{}, {{"Messe", "Trade Show, big"}}};
        const auto changed = importing::makeParts(wanted, {}, {});
        QVERIFY(changed.ok());
        QCOMPARE(csvIn(changed->parts[0].path), QByteArray("Last_Name,Lead_Source\r\nSato,\"Trade Show, big\"\r\n"));
    }

    /// Blank lines are no records, and the header need not come first.
    void rowNumbersAreThoseOfTheUsersFile()
    {
        importing::RunOrder wanted =
            order(table("Title,,\nNoise,Owner mail,Surname\n\nx,mei.tanaka@example.com,Sato\ny,,\n"));
        wanted.source->dialect.headerRow = 2;
        Run run(*m_api, wanted, *m_clock);
        run.start();
        WAIT_FOR(run.ended());
        QCOMPARE(run.state(), Run::State::Finished);
        QVERIFY(run.result()->sourceRowOf(0) == 3);
        QVERIFY(run.result()->sourceRowOf(1) == 4);
    }

    void aColumnThatTheFileLacksIsNotSentAsBlanks()
    {
        importing::RunOrder wanted = order(table("Noise,Owner mail,Surname\nx,mei.tanaka@example.com,Sato\n"));
        wanted.request.mappings.push_back(fed("City", 7));
        Run run(*m_api, wanted, *m_clock);
        run.start();
        WAIT_FOR(run.part() && run.ended());
        QCOMPARE(run.part()->columns, 2);
        QVERIFY(indexesOf(run.request()).back() > 1); // outside the file, as it was in the spreadsheet
        QCOMPARE(run.state(), Run::State::Refused);
    }

    void aRefusalAtTheSecondPartStopsThereAndALaterRunGoesOn()
    {
        Run run(*m_api, order(bigTable()), *m_clock);
        failAtThePartAfter(run, refusal());
        run.start();
        WAIT_FOR(run.ended());
        QCOMPARE(run.state(), Run::State::Refused);
        QCOMPARE(run.failure()->refusal->code, QStringLiteral("INVALID_DATA"));
        QCOMPARE(fatesOf(run), (std::vector<Fate>{Fate::In, Fate::Refused, Fate::NotSent}));
        QCOMPARE(creates(), 2);
        QCOMPARE(uploads(), 2);
        QCOMPARE(run.result()->counts.total, 25'000);
        m_clock->advance(10min);
        QTest::qWait(20);
        QCOMPARE(creates(), 2);

        m_host->setScript(quick());
        importing::RunOrder again = order(bigTable());
        again.goOn = run.parts();
        Run second(*m_api, again, *m_clock);
        second.start();
        QCOMPARE(second.partNow(), 2);
        WAIT_FOR(second.ended());
        QCOMPARE(second.state(), Run::State::Finished);
        QCOMPARE(creates(), 4); // one of them was refused
        QCOMPARE(second.result()->counts.added, rows);
        QVERIFY(second.result()->sourceRowOf(25'000) == 25'002);
        QVERIFY(leftovers().isEmpty());
    }

    void anUnknownOutcomeAtTheSecondPartStopsThere()
    {
        Run run(*m_api, order(bigTable()), *m_clock);
        practice::PracticeFault lost;
        lost.kind = practice::PracticeFault::Kind::DropAfter;
        failAtThePartAfter(run, lost);
        run.start();
        WAIT_FOR(run.ended());
        QCOMPARE(run.state(), Run::State::OutcomeUnknown);
        QCOMPARE(fatesOf(run), (std::vector<Fate>{Fate::In, Fate::Unknown, Fate::NotSent}));
        m_clock->advance(10min);
        QTest::qWait(20);
        QCOMPARE(creates(), 2);
        QCOMPARE(uploads(), 2);
    }

    /// The job of the second part exists, so that going on watches it and never creates it again.
    void aStopAtTheSecondPartKeepsItsJob()
    {
        Run run(*m_api, order(bigTable()), *m_clock);
        connect(&run, &Run::jobCreated, this, [&run] {
            if (run.partNow() == 2)
                run.stop();
        });
        run.start();
        WAIT_FOR(run.ended());
        QCOMPARE(run.state(), Run::State::Stopped);
        QCOMPARE(fatesOf(run), (std::vector<Fate>{Fate::In, Fate::Created, Fate::NotSent}));
        const crm::JobId second = run.job()->id;

        importing::RunOrder again = order(bigTable());
        again.goOn = run.parts();
        Run goesOn(*m_api, again, *m_clock);
        goesOn.start();
        QVERIFY(goesOn.job()->id == second);
        WAIT_FOR(goesOn.ended());
        QCOMPARE(goesOn.state(), Run::State::Finished);
        QCOMPARE(creates(), 3);
        QCOMPARE(goesOn.result()->counts.added, rows);
    }

    /// Watching again sees the stopped job to its end and sends nothing more.
    void watchingAgainSendsNoFurtherPart()
    {
        Run run(*m_api, order(bigTable()), *m_clock);
        connect(&run, &Run::jobCreated, &run, &Run::stop);
        run.start();
        WAIT_FOR(run.ended());
        run.resumeWatching();
        WAIT_FOR(run.ended());
        QCOMPARE(run.state(), Run::State::Stopped);
        QCOMPARE(fatesOf(run), (std::vector<Fate>{Fate::In, Fate::NotSent, Fate::NotSent}));
        QCOMPARE(creates(), 1);
        QCOMPARE(uploads(), 1);
    }

    void aStopWhileTheFileIsCutSendsNothing()
    {
        Run run(*m_api, order(bigTable()), *m_clock);
        run.start();
        QCOMPARE(run.state(), Run::State::Zipping);
        run.stop();
        WAIT_FOR(run.ended());
        QCOMPARE(run.state(), Run::State::Stopped);
        QCOMPARE(uploads(), 0);
        QVERIFY(!run.parts());
    }

    void columnsGoOutInTheOrderOfTheMappings()
    {
        crm::BulkWriteRequest request;
        crm::FieldMapping constant;
        constant.field = crm::FieldName(QStringLiteral("Country"));
        constant.defaultValue = QJsonValue(QStringLiteral("DE"));
        request.mappings = {fed("City", 9), constant, fed("Last_Name", 4), fed("Company", 4), fed("Fax", -1)};

        const auto columns = importing::mappedColumns(request);
        QCOMPARE(columns,
                 (std::vector<tabular::PartColumn>{
                     {9, QStringLiteral("City")}, {4, QStringLiteral("Last_Name")}, {4, QStringLiteral("Company")}}));
        QCOMPARE(indexesOf(importing::requestWithin(columns, request)), (std::vector<int>{0, -1, 1, 2, -1}));
        crm::BulkWriteRequest other;
        other.mappings = {fed("X", 9)};
        QVERIFY(importing::holdAll(columns, other));
        QVERIFY(!importing::holdAll({{4, {}}}, other));
        QCOMPARE(importing::mappedColumns(request, 5).size(), size_t(2)); // column 9 is not there
        QCOMPARE(importing::mappedColumns({}).size(), size_t(1));         // rows need something to stand in
    }

private:
    static practice::PracticeScript quick()
    {
        practice::PracticeScript script;
        script.added = script.inProgress = 0ms;
        return script;
    }

    static practice::PracticeFault refusal()
    {
        practice::PracticeFault fault;
        fault.status = 400;
        fault.body = R"({"code":"INVALID_DATA","message":"Invalid data","details":{},"status":"error"})";
        return fault;
    }

    /// The create call of the part after the first one meets `fault`.
    void failAtThePartAfter(Run &run, practice::PracticeFault fault)
    {
        fault.match = QStringLiteral("POST /crm/bulk");
        connect(&run, &Run::partFinished, this, [this, fault, &run] {
            practice::PracticeScript script = quick();
            if (run.partNow() == 1)
                script.faults = {fault};
            m_host->setScript(script);
        });
    }

    [[nodiscard]] tabular::SourceFile table(const QByteArray &text) const
    {
        QFile file(m_folder->filePath(QStringLiteral("people.csv")));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        return written ? tabular::SourceFile{file.fileName(), {}} : tabular::SourceFile{};
    }

    [[nodiscard]] tabular::SourceFile bigTable() const
    {
        QByteArray text = "Noise,Owner mail,Surname\n";
        for (int row = 0; row < rows; ++row)
            text += "x,mei.tanaka@example.com,Sato " + QByteArray::number(row) + '\n';
        return table(text);
    }

    [[nodiscard]] importing::RunOrder order(const tabular::SourceFile &source) const
    {
        importing::RunOrder order;
        order.source = source;
        order.tempFolder = m_folder->path();
        order.request.operation = crm::Operation::Insert;
        order.request.module = crm::ModuleRef{crm::ModuleName(QStringLiteral("Leads")), {}};
        order.request.mappings = {fed("Last_Name", 2), fed("Owner", 1)};
        order.request.mappings[1].findBy = crm::FieldName(QStringLiteral("email"));
        return order;
    }

    [[nodiscard]] int creates() const
    {
        return m_host->requestCount(QStringLiteral("POST"), QStringLiteral("/crm/bulk/v2.1/write"));
    }
    [[nodiscard]] int uploads() const
    {
        return m_host->requestCount(QStringLiteral("POST"), QStringLiteral("/crm/v2.1/upload"));
    }
    [[nodiscard]] QStringList leftovers() const
    {
        return QDir(m_folder->path()).entryList({QStringLiteral("upload-*")}, QDir::Dirs);
    }

    std::unique_ptr<support::FakeClock> m_clock;
    std::unique_ptr<practice::PracticeHost> m_host;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<net::CrmApi> m_api;
};

WIZARD_TEST_MAIN(QCoreApplication, TestImportParts)
#include "tst_import_parts.moc"
