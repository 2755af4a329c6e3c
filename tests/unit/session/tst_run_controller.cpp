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

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_host = std::make_unique<practice::PracticeHost>();
        practice::PracticeOptions options;
        options.script.added = options.script.inProgress = std::chrono::milliseconds(0);
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

    void aFindingStandsInTheWayUnlessTheUserInsists()
    {
        Desk desk(*m_host);
        desk.prepare("Last_Name,Mobile\nOkafor,1\n"); // the mandatory Owner has no column
        QVERIFY(!desk.runs.canStart(false));
        QVERIFY(desk.runs.canStart(true));

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
