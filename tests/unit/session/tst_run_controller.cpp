#include "crm/wire/CreateJobWire.h"
#include "practice/PracticeHost.h"
#include "session/RunController.h"
#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using session::RunController;
using session::WizardStep;
using RunState = importing::ImportRun::State;

namespace {

const char *const people = "Last_Name,Mobile,Owner\n"
                           "Okafor,1,patricia.boyle@example.com\n"
                           "Moreau,2,mei.tanaka@example.com\n";
const char *const wider = "Noise,Last_Name,Mobile,Owner\n"
                          "x,Okafor,1,patricia.boyle@example.com\n"
                          "y,Moreau,2,mei.tanaka@example.com\n";

/// One row more than a job takes.
QByteArray twoParts()
{
    QByteArray csv = "Last_Name,Mobile,Owner\n";
    for (int row = 0; row < 25'001; ++row)
        csv += "Okafor " + QByteArray::number(row) + ",1,patricia.boyle@example.com\n";
    return csv;
}

const char *const seededId = "4150868000005364001"; // a file that every practice CRM knows from the start

/// One computer that talks to a practice CRM: what the user has decided, what is signed in, what files are known.
struct Desk final {
    explicit Desk(practice::PracticeHost &crm)
        : host(crm)
    { }

    void open(const char *name, const QByteArray &csv)
    {
        const QString path = folder.filePath(QLatin1String(name));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(csv);
        file.close();
        const auto table = tabular::summarise({path, {}}, {});
        QVERIFY(table.ok());
        session::FileChoice choice;
        choice.table = *table;
        session.setFile(choice);
    }

    /// Signed in, Leads, insert, and a spreadsheet whose headers are the fields' names.
    void prepare(const QByteArray &csv = people)
    {
        connection.usePractice();
        QTRY_COMPARE(connection.state(), session::CrmConnection::State::Connected);
        session::ModuleChoice choice;
        choice.module = crm::ModuleRef{crm::ModuleName(QStringLiteral("Leads")), {}};
        choice.operation = crm::Operation::Insert;
        session.setModule(choice);
        QTRY_VERIFY(!session.metadata().fields.empty());
        open("leads.csv", csv);
        QVERIFY(!session.mapping().entries().empty());
    }

    void setFileId(const char *id)
    {
        session::FileChoice choice = session.file();
        choice.fileId = crm::FileId(QLatin1String(id));
        session.setFile(choice);
    }

    /// A field more, fed from column `column`.
    void map(const char *field, int column)
    {
        crm::FieldMapping entry;
        entry.field = crm::FieldName(QLatin1String(field));
        entry.column = crm::ColumnIndex{column};
        mapping::ColumnMapping more = session.mapping();
        more.setEntry(entry);
        session.setMapping(more);
    }

    /// Looks at each job as soon as it can be looked at.
    void start(RunController::Doubt doubt = RunController::Doubt::Ask)
    {
        runs.start(doubt);
        importing::ImportRun *run = runs.run();
        QObject::connect(run, &importing::ImportRun::polled, run, &importing::ImportRun::pollNow, Qt::QueuedConnection);
    }

    /// The indexes in the request that the last run sent, or else those that are shown before it is sent.
    [[nodiscard]] std::vector<int> sentIndexes() const
    {
        const auto sent = crm::wire::decodeRequest(runs.run()->requestBody());
        return sent.ok() ? indexesOf(*sent) : std::vector<int>();
    }
    [[nodiscard]] static std::vector<int> indexesOf(const crm::BulkWriteRequest &request)
    {
        std::vector<int> indexes;
        for (const crm::FieldMapping &entry : request.mappings)
            indexes.push_back(entry.column ? entry.column->value : -1);
        return indexes;
    }

    [[nodiscard]] int creates() const
    {
        return host.requestCount(QStringLiteral("POST"), QStringLiteral("/crm/bulk/v2.1/write"));
    }
    [[nodiscard]] int uploads() const
    {
        return host.requestCount(QStringLiteral("POST"), QStringLiteral("/crm/v2.1/upload"));
    }
    [[nodiscard]] bool jobCreated() const { return runs.run() && runs.run()->job(); }
    [[nodiscard]] bool serverFaultOn(const char *input) const
    {
        const auto faults = session.faults().of(*crm::InputRef::fromText(QLatin1String(input)));
        return std::any_of(faults.begin(), faults.end(), [](const auto &fault) { return fault.fromServer(); });
    }

    practice::PracticeHost &host;
    QTemporaryDir folder;
    support::MemoryCredentialStore credentials;
    base::SystemClock clock;
    auth::AccountList accounts{folder.filePath(QStringLiteral("accounts.json"))};
    session::ImportSession session;
    session::CrmConnection connection{
        session, accounts, credentials, clock, [this] {
            return base::Result<session::PracticeAccess>(session::PracticeAccess{host.baseUrl(), host.token()});
        }};
    importing::FileLedger ledger{folder.filePath(QStringLiteral("files.json"))};
    RunController runs{session, connection, ledger, clock};
};

} // namespace

class TestRunController final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<practice::PracticeHost> m_host;

    static practice::PracticeScript quick()
    {
        practice::PracticeScript script;
        script.added = script.inProgress = std::chrono::milliseconds(0);
        return script;
    }

    /// Starts a run of two parts; the create call of the second one goes wrong.
    void failTheSecondPart(Desk &desk, practice::PracticeFault::Kind kind)
    {
        desk.start();
        connect(desk.runs.run(), &importing::ImportRun::partFinished, this, [this, kind] {
            practice::PracticeFault fault;
            fault.kind = kind;
            fault.match = QStringLiteral("POST /crm/bulk");
            fault.status = 400;
            fault.body = R"({"code":"INVALID_DATA","message":"Invalid data","details":{},"status":"error"})";
            practice::PracticeScript script = quick();
            script.faults = {fault};
            m_host->setScript(script);
        });
    }

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_host = std::make_unique<practice::PracticeHost>();
        practice::PracticeOptions options;
        options.script = quick();
        QVERIFY(m_host->start(options).ok());
    }

    void nothingStartsBeforeAnybodyIsSignedIn()
    {
        Desk desk(*m_host);
        desk.open("leads.csv", people);
        QVERIFY(!desk.runs.canStart(false));
        QVERIFY(!desk.runs.canStart(true));
        desk.runs.start();
        desk.runs.startUpload();
        QVERIFY(!desk.runs.run());
        QVERIFY(!desk.runs.upload());
    }

    /// A file that holds other cells than the ones now wanted is no good any more.
    void changedCellsNeedAnotherUpload()
    {
        Desk desk(*m_host);
        desk.prepare("Last_Name,Lead_Source,Owner\nOkafor,Messe,patricia.boyle@example.com\n");
        const crm::FieldName source(QStringLiteral("Lead_Source"));
        const auto setValue = [&](const char *sent) {
            mapping::ColumnMapping changed = desk.session.mapping();
            changed.setRule(source, sent ? mapping::CellRule{{}, {{"Messe", sent}}} : mapping::CellRule{});
            desk.session.setMapping(changed);
        };
        const auto runOnce = [&] {
            practice::PracticeFault fault; // so that the file stays good for another job
            fault.match = QStringLiteral("POST /crm/bulk");
            fault.status = 400;
            fault.body = R"({"code":"INVALID_DATA","message":"Invalid data","details":{},"status":"error"})";
            practice::PracticeScript script = quick();
            script.faults = {fault};
            m_host->setScript(script);
            desk.start();
            QTRY_COMPARE(desk.runs.run()->state(), RunState::Refused);
        };
        setValue("Trade Show");
        runOnce();
        QCOMPARE(desk.uploads(), 1);
        QVERIFY(!desk.session.file().fileId.isEmpty());
        runOnce(); // the same cells
        QCOMPARE(desk.uploads(), 1);
        setValue("Partner");
        runOnce();
        QCOMPARE(desk.uploads(), 2);
        setValue(nullptr);
        runOnce();
        QCOMPARE(desk.uploads(), 3);
    }

    void aFindingStandsInTheWayUnlessTheUserInsists()
    {
        Desk desk(*m_host);
        desk.prepare("Last_Name,Mobile\nOkafor,1\n"); // the mandatory Owner has no column
        QVERIFY(!desk.runs.canStart(false));
        QVERIFY(desk.runs.canStart(true));

        // But not on a file of which no part is made.
        desk.open("long.csv", QByteArray(people) + "Okafor,1,2,3,4,5,6,7,8,9\n");
        QVERIFY(!desk.runs.canStart(true));

        desk.open("leads.csv", people);
        QVERIFY(desk.runs.canStart(false));
        desk.runs.start();
        QVERIFY(!desk.runs.canStart(true)); // one at a time
        QTRY_VERIFY(desk.jobCreated());
    }

    void aRefusalLandsOnTheInputAndItsStep()
    {
        Desk desk(*m_host);
        desk.prepare("Last_Name,Mobile\nOkafor,1\n");
        const QSignalSpy refused(&desk.runs, &RunController::refused);

        desk.runs.start();
        QTRY_COMPARE(refused.size(), 1);

        QCOMPARE(desk.runs.run()->state(), RunState::Refused);
        QVERIFY(desk.runs.stepAtFault() == WizardStep::Mapping);
        QVERIFY(desk.serverFaultOn("mapping:Owner"));
        QCOMPARE(desk.session.statusOf(WizardStep::Mapping), session::StepStatus::Error);
        QVERIFY(!desk.ledger.find(desk.runs.run()->fileId())->usedBy); // a refused job uses no file up
        QVERIFY(desk.session.file().hasUsableId());
    }

    /// They were called done once they had been looked at, whatever had become of the run.
    void runAndResultsSayWhatBecameOfTheRun()
    {
        using session::StepStatus;
        Desk desk(*m_host);
        desk.prepare("Last_Name,Mobile\nOkafor,1\n");
        desk.session.markVisited(WizardStep::Run);
        QCOMPARE(desk.session.statusOf(WizardStep::Run), StepStatus::ToDo);
        desk.runs.start();
        QTRY_COMPARE(desk.runs.run()->state(), RunState::Refused);
        QCOMPARE(desk.session.statusOf(WizardStep::Run), StepStatus::Error);
        QCOMPARE(desk.session.statusOf(WizardStep::Results), StepStatus::ToDo);

        desk.prepare();
        QCOMPARE(desk.session.statusOf(WizardStep::Run), StepStatus::ToDo);
        desk.runs.start();
        QTRY_COMPARE(desk.runs.run()->state(), RunState::Polling);
        desk.runs.run()->pollNow();
        QTRY_COMPARE(desk.runs.run()->state(), RunState::Finished);
        QCOMPARE(desk.session.statusOf(WizardStep::Run), StepStatus::Done);
        QCOMPARE(desk.session.statusOf(WizardStep::Results), StepStatus::Done);
        desk.session.setCallback(crm::Callback{QStringLiteral("https://www.zoho.com/"), QStringLiteral("post")});
        QCOMPARE(desk.session.statusOf(WizardStep::Run), StepStatus::ToDo);
    }

    void aCorrectedRefusalIsGoneAndTheUploadedFileServesAgain()
    {
        Desk desk(*m_host);
        desk.prepare();
        const QSignalSpy refused(&desk.runs, &RunController::refused);
        desk.session.setCallback(
            crm::Callback{QStringLiteral("http://requestbin.fullcontact.com"), QStringLiteral("post")});
        desk.runs.start();
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(desk.runs.stepAtFault() == WizardStep::Callback);
        QVERIFY(desk.serverFaultOn("callback.url"));
        QVERIFY(desk.runs.canStart(false)); // what the CRM said stands in nobody's way

        desk.session.setCallback({});
        QVERIFY(!desk.session.faults().hasServerFaults());
        desk.runs.start();
        QVERIFY(!desk.runs.stepAtFault());
        QTRY_VERIFY(desk.jobCreated());
        QCOMPARE(desk.uploads(), 1);
    }

    void aCreatedJobUsesTheFileUpHereAndInTheList()
    {
        Desk desk(*m_host);
        desk.prepare();
        desk.runs.start();
        QTRY_VERIFY(desk.jobCreated());

        const crm::FileId id = desk.runs.run()->fileId();
        const crm::JobId job = desk.runs.run()->job()->id;
        const importing::KnownFile *known = desk.ledger.find(id);
        QVERIFY(known);
        QVERIFY(known->usedBy == job);
        QCOMPARE(known->name, QStringLiteral("leads.csv"));
        QCOMPARE(known->rows, qint64(2));
        QCOMPARE(known->columns.join(QLatin1Char(',')), QStringLiteral("Last_Name,Mobile,Owner"));
        QVERIFY(known->org == desk.session.account().organisation.zgid);
        QVERIFY(desk.session.file().fileId == id);
        QVERIFY(desk.session.file().usedBy == job);

        QTRY_COMPARE(desk.runs.run()->state(), RunState::Polling);
        desk.runs.run()->pollNow();
        QTRY_COMPARE(desk.runs.run()->state(), RunState::Finished);
        QCOMPARE(desk.runs.run()->result()->counts.added, qint64(2));
    }

    void aFileIdTypedByHandIsRememberedOnceItIsUsed()
    {
        Desk desk(*m_host);
        desk.prepare();
        desk.session.setFile({{}, crm::FileId(QLatin1String(seededId)), {}});
        desk.runs.start();
        QTRY_VERIFY(desk.jobCreated());
        QCOMPARE(desk.uploads(), 0);
        const importing::KnownFile *known = desk.ledger.find(crm::FileId(QLatin1String(seededId)));
        QVERIFY(known && known->usedBy == desk.runs.run()->job()->id);

        // That the run has used the ID up is no error once it is done, yet stands in the way of the same again.
        QTRY_COMPARE(desk.runs.run()->state(), RunState::Polling);
        desk.session.markVisited(WizardStep::File);
        QCOMPARE(desk.session.statusOf(WizardStep::File), session::StepStatus::Error);
        desk.runs.run()->pollNow();
        QTRY_COMPARE(desk.runs.run()->state(), RunState::Finished);
        QCOMPARE(desk.session.statusOf(WizardStep::File), session::StepStatus::Done);
        QVERIFY(!desk.runs.canStart(false));
    }

    /// Another computer has used the file up, so that only the CRM knows.
    void aSpentFileIsDroppedAndTheNextStartUploadsTheSpreadsheet()
    {
        Desk other(*m_host);
        other.prepare();
        other.setFileId(seededId);
        other.runs.start();
        QTRY_VERIFY(other.jobCreated());
        Desk desk(*m_host);
        desk.prepare();
        desk.setFileId(seededId);
        const QSignalSpy refused(&desk.runs, &RunController::refused);

        desk.runs.start();
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(desk.runs.stepAtFault() == WizardStep::File);
        QVERIFY(desk.serverFaultOn("file"));
        QVERIFY(desk.session.file().fileId.isEmpty());
        QVERIFY(desk.session.file().table.has_value());
        QCOMPARE(desk.uploads(), 0);

        desk.runs.start();
        QVERIFY(!desk.serverFaultOn("file"));
        QTRY_VERIFY(desk.jobCreated());
        QCOMPARE(desk.uploads(), 1);
        QVERIFY(desk.session.file().usedBy == desk.runs.run()->job()->id);
    }

    void anUploadAheadOfTheRunIsUsedByIt()
    {
        Desk desk(*m_host);
        desk.prepare();
        desk.runs.startUpload();
        QVERIFY(!desk.runs.canStart(true));
        QTRY_VERIFY(desk.session.file().hasUsableId());
        const crm::FileId id = desk.session.file().fileId;
        QVERIFY(!desk.ledger.find(id)->usedBy);

        desk.runs.start();
        QTRY_VERIFY(desk.jobCreated());
        QVERIFY(desk.runs.run()->fileId() == id);
        QVERIFY(desk.ledger.find(id)->usedBy.has_value());
        QCOMPARE(desk.uploads(), 1);
    }

    /// A second start after a job needs a new upload: the CRM takes a file for one job.
    void theSameSpreadsheetAgainIsUploadedAgain()
    {
        Desk desk(*m_host);
        desk.prepare();
        desk.runs.start();
        QTRY_VERIFY(desk.jobCreated());
        const crm::FileId first = desk.runs.run()->fileId();
        QTRY_COMPARE(desk.runs.run()->state(), RunState::Polling);
        desk.runs.run()->pollNow();
        QTRY_COMPARE(desk.runs.run()->state(), RunState::Finished);

        desk.runs.start();
        QTRY_VERIFY(desk.jobCreated());
        QVERIFY(desk.runs.run()->fileId() != first);
        QCOMPARE(desk.uploads(), 2);
        QCOMPARE(desk.ledger.filesOf(desk.session.account().organisation.zgid).size(), size_t(2));
    }

    void anotherSpreadsheetChosenMeanwhileGetsNoForeignId()
    {
        Desk desk(*m_host);
        desk.prepare();
        desk.runs.startUpload();
        desk.open("others.csv", "Last_Name,Owner\nSato,mei.tanaka@example.com\n");
        QTRY_COMPARE(desk.runs.upload()->state(), importing::UploadRun::State::Done);

        QVERIFY(desk.session.file().fileId.isEmpty());
        const auto known = desk.ledger.filesOf(desk.session.account().organisation.zgid);
        QCOMPARE(known.size(), size_t(1));
        QCOMPARE(known.front().name, QStringLiteral("leads.csv"));
    }

    /// What a run has uploaded holds the mapped columns only; the request is told so, and shown so.
    void anUploadByTheRunIsUsedWithItsOwnIndexes()
    {
        Desk desk(*m_host);
        desk.prepare(wider);
        desk.session.setCallback(
            crm::Callback{QStringLiteral("http://requestbin.fullcontact.com"), QStringLiteral("post")});
        QVERIFY(desk.runs.outgoing().onlyMapped);
        const std::vector<int> shown = Desk::indexesOf(desk.runs.outgoing().request);
        QCOMPARE(shown, (std::vector<int>{0, 1, 2}));
        desk.start();
        QTRY_COMPARE(desk.runs.run()->state(), RunState::Refused);
        QCOMPARE(desk.sentIndexes(), shown);
        const importing::KnownFile file = *desk.ledger.find(desk.session.file().fileId);
        QCOMPARE(file.columns.size(), 3);
        QCOMPARE(file.held.size(), size_t(3));

        desk.session.setCallback({});
        QVERIFY(desk.runs.outgoing().onlyMapped);
        QCOMPARE(Desk::indexesOf(desk.runs.outgoing().request), shown);
        desk.start();
        QTRY_COMPARE(desk.runs.run()->state(), RunState::Finished);
        QCOMPARE(desk.uploads(), 1);
        QCOMPARE(desk.sentIndexes(), shown);
        QCOMPARE(desk.runs.run()->result()->counts.added, qint64(2));
        QVERIFY(desk.runs.run()->result()->sourceRowOf(1) == 3);
        QCOMPARE(Desk::indexesOf(desk.session.plan().request), (std::vector<int>{1, 2, 3})); // as the user mapped
    }

    void anUploadThatLacksAColumnIsMadeAgain()
    {
        Desk desk(*m_host);
        desk.prepare(wider);
        desk.session.setCallback(
            crm::Callback{QStringLiteral("http://requestbin.fullcontact.com"), QStringLiteral("post")});
        desk.start();
        QTRY_COMPARE(desk.runs.run()->state(), RunState::Refused);

        desk.session.setCallback({});
        desk.map("City", 0);
        QVERIFY(desk.runs.outgoing().request.fileId.isEmpty());
        desk.start();
        QTRY_COMPARE(desk.runs.run()->state(), RunState::Finished);
        QCOMPARE(desk.uploads(), 2);
        QCOMPARE(desk.sentIndexes(), (std::vector<int>{0, 1, 2, 3}));
        QCOMPARE(desk.runs.run()->result()->counts.added, qint64(2));
    }

    /// "Upload Now" comes before the mapping is known, so that all columns go up and keep their places.
    void anUploadAheadOfTheRunKeepsTheIndexesOfTheSpreadsheet()
    {
        Desk desk(*m_host);
        desk.prepare(wider);
        desk.runs.startUpload();
        QTRY_VERIFY(desk.session.file().hasUsableId());
        QVERIFY(desk.ledger.find(desk.session.file().fileId)->held.empty());
        QVERIFY(!desk.runs.outgoing().onlyMapped);
        desk.start();
        QTRY_COMPARE(desk.runs.run()->state(), RunState::Finished);
        QCOMPARE(desk.uploads(), 1);
        QCOMPARE(desk.sentIndexes(), (std::vector<int>{1, 2, 3}));
        QCOMPARE(desk.runs.run()->result()->counts.added, qint64(2));
    }

    void aRunThatWasRefusedAtItsSecondPartIsTakenUpThere()
    {
        using Kind = session::StartOutlook::Kind;
        Desk desk(*m_host);
        desk.prepare(twoParts());
        QCOMPARE(desk.runs.outlook().jobs, qint64(2));
        failTheSecondPart(desk, practice::PracticeFault::Kind::Status);
        QTRY_COMPARE_WITH_TIMEOUT(desk.runs.run()->state(), RunState::Refused, 30'000);
        QVERIFY(desk.session.faults().hasServerFaults());
        QVERIFY(desk.session.file().fileId.isEmpty()); // a part is not the spreadsheet
        const session::StartOutlook outlook = desk.runs.outlook();
        QCOMPARE(outlook.kind, Kind::GoesOn);
        QCOMPARE(outlook.openPart, 2);
        QCOMPARE(outlook.jobs, qint64(1));

        // Another mapping would send the first part's rows again.
        const mapping::ColumnMapping before = desk.session.mapping();
        desk.map("City", 1);
        QCOMPARE(desk.runs.outlook().kind, Kind::WouldRepeat);
        QCOMPARE(desk.runs.outlook().written, 1);
        desk.runs.start();
        desk.runs.start(RunController::Doubt::LeaveOut);
        QCOMPARE(desk.runs.run()->state(), RunState::Refused);
        QCOMPARE(desk.creates(), 2);

        desk.session.setMapping(before);
        QCOMPARE(desk.runs.outlook().kind, Kind::GoesOn);
        m_host->setScript(quick());
        desk.start();
        QTRY_COMPARE_WITH_TIMEOUT(desk.runs.run()->state(), RunState::Finished, 30'000);
        QCOMPARE(desk.creates(), 3);
        QCOMPARE(desk.runs.run()->result()->counts.added, qint64(25'001));
        QCOMPARE(desk.runs.outlook().kind, Kind::Fresh);
    }

    /// The file was saved again in the meantime: its rows may be others, and the first part would be sent twice.
    void aChangedFileIsNotTakenUp()
    {
        Desk desk(*m_host);
        desk.prepare(twoParts());
        failTheSecondPart(desk, practice::PracticeFault::Kind::Status);
        QTRY_COMPARE_WITH_TIMEOUT(desk.runs.run()->state(), RunState::Refused, 30'000);
        desk.open("leads.csv", twoParts() + "Moreau,2,mei.tanaka@example.com\n");
        QCOMPARE(desk.runs.outlook().kind, session::StartOutlook::Kind::WouldRepeat);
    }

    void aPartInDoubtIsNeverSentAgainWithoutTheUsersWord()
    {
        using Kind = session::StartOutlook::Kind;
        Desk desk(*m_host);
        desk.prepare(twoParts());
        failTheSecondPart(desk, practice::PracticeFault::Kind::DropAfter);
        QTRY_COMPARE_WITH_TIMEOUT(desk.runs.run()->state(), RunState::OutcomeUnknown, 30'000);
        QCOMPARE(desk.runs.outlook().kind, Kind::InDoubt);
        desk.runs.start();
        QCOMPARE(desk.runs.run()->state(), RunState::OutcomeUnknown);
        QCOMPARE(desk.creates(), 2);

        desk.start(RunController::Doubt::LeaveOut);
        QTRY_COMPARE(desk.runs.run()->state(), RunState::Finished);
        QCOMPARE(desk.creates(), 2);
        QCOMPARE(desk.runs.run()->result()->counts.added, qint64(25'000));
    }

    void aRefusedUploadLandsOnTheFile()
    {
        Desk desk(*m_host);
        desk.prepare();
        practice::PracticeScript script;
        practice::PracticeFault fault;
        fault.match = QStringLiteral("/upload");
        fault.status = 400;
        fault.body = R"({"code":"INVALID_FILE_FORMAT","message":"unsupported","details":{},"status":"error"})";
        script.faults = {fault};
        m_host->setScript(script);
        const QSignalSpy refused(&desk.runs, &RunController::refused);

        desk.runs.startUpload();
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(desk.runs.stepAtFault() == WizardStep::File);
        QVERIFY(desk.serverFaultOn("file"));
        QVERIFY(desk.session.file().fileId.isEmpty());
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestRunController)
#include "tst_run_controller.moc"
