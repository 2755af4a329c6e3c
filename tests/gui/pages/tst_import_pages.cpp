#include "crm/wire/CreateJobWire.h"
#include "practice/PracticeHost.h"
#include "session/FileOpener.h"
#include "session/RunController.h"
#include "tests/support/FakeClock.h"
#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/ScriptedDialogs.h"
#include "tests/support/TestMain.h"
#include "ui/results/JobPanel.h"
#include "ui/results/ResultsPage.h"
#include "ui/results/RunPage.h"
#include "ui/results/RunTimeline.h"
#include "ui/results/SumTiles.h"
#include "ui/text/Translations.h"
#include "ui/wizard/CheckPage.h"
#include "ui/wizard/CheckSummary.h"
#include "ui/wizard/FilePage.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>

using namespace ui;
using crm::InputRef;
using session::WizardStep;

namespace {

/// The engine behind the four pages, not signed in.
struct Engine final {
    Engine()
    {
        QFile file(folder.filePath(QStringLiteral("leads.csv")));
        if (file.open(QIODevice::WriteOnly))
            file.write("Last_Name;Company;Note\nWong;Acme;x\nDiaz;Umbrella\n");
    }
    [[nodiscard]] QString csv() const { return folder.filePath(QStringLiteral("leads.csv")); }
    void decide()
    {
        session.setModule(
            {crm::ModuleRef{crm::ModuleName(QStringLiteral("Leads")), {}}, crm::Operation::Insert, {}, true});
        mapping::ColumnMapping mapping;
        mapping.mapColumn({0}, crm::FieldName(QStringLiteral("Last_Name")));
        mapping.mapColumn({1}, crm::FieldName(QStringLiteral("Company")));
        session.setMapping(mapping);
    }

    QTemporaryDir folder;
    support::MemoryCredentialStore credentials;
    support::ScriptedDialogs dialogs;
    support::FakeClock clock;
    session::ImportSession session;
    auth::AccountList accounts{folder.filePath(QStringLiteral("accounts.json"))};
    session::CrmConnection connection{session, accounts, credentials, clock, {}};
    importing::FileLedger ledger{folder.filePath(QStringLiteral("files.json"))};
    session::FileOpener opener{session};
    session::RunController runs{session, connection, ledger, clock};
};

/// The page Check with a practice CRM behind it: signed in, Leads, insert, a spreadsheet of two parts.
struct PracticeDesk final {
    using State = importing::ImportRun::State;

    PracticeDesk() { start(); }

    void start()
    {
        practice::PracticeOptions options;
        options.script = quick();
        QVERIFY(host.start(options).ok());
        connection.usePractice();
        QTRY_COMPARE(connection.state(), session::CrmConnection::State::Connected);
        session.setModule(
            {crm::ModuleRef{crm::ModuleName(QStringLiteral("Leads")), {}}, crm::Operation::Insert, {}, true});
        QTRY_VERIFY(!session.metadata().fields.empty());
        open(25'001);
        QVERIFY(!session.mapping().entries().empty());
        page.entered();
        QVERIFY2(page.whatIsMissing().isEmpty(), qPrintable(page.whatIsMissing()));
    }
    static practice::PracticeScript quick()
    {
        practice::PracticeScript script;
        script.added = script.inProgress = std::chrono::milliseconds(0);
        return script;
    }
    void open(int rows)
    {
        QByteArray csv = "Last_Name,Mobile,Owner\n";
        for (int row = 0; row < rows; ++row)
            csv += "Okafor " + QByteArray::number(row) + ",1,patricia.boyle@example.com\n";
        const QString path = folder.filePath(QStringLiteral("leads.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size());
        file.close();
        session::FileChoice choice;
        choice.table = *tabular::summarise({path, {}}, {});
        session.setFile(choice);
    }
    /// Next; jobs are looked at as soon as they can be.
    bool next()
    {
        if (!page.goingOn())
            return false;
        importing::ImportRun *run = runs.run();
        QObject::connect(run, &importing::ImportRun::polled, run, &importing::ImportRun::pollNow, Qt::QueuedConnection);
        return true;
    }
    /// The first part goes through, the second one wrong; all of that is asked nothing.
    void failAtTheSecondPart(practice::PracticeFault::Kind kind, State end)
    {
        QVERIFY(next());
        QVERIFY(dialogs.asked.isEmpty());
        QObject::connect(runs.run(), &importing::ImportRun::partFinished, &page, [this, kind] {
            practice::PracticeFault fault;
            fault.kind = kind;
            fault.match = QStringLiteral("POST /crm/bulk");
            fault.status = 400;
            fault.body = R"({"code":"INVALID_DATA","message":"Invalid data","details":{},"status":"error"})";
            practice::PracticeScript script = quick();
            script.faults = {fault};
            host.setScript(script);
        });
        QTRY_COMPARE_WITH_TIMEOUT(runs.run()->state(), end, 30'000);
        host.setScript(quick());
    }
    [[nodiscard]] int creates() const
    {
        return host.requestCount(QStringLiteral("POST"), QStringLiteral("/crm/bulk/v2.1/write"));
    }

    practice::PracticeHost host;
    QTemporaryDir folder;
    support::MemoryCredentialStore credentials;
    support::ScriptedDialogs dialogs;
    base::SystemClock clock;
    session::ImportSession session;
    auth::AccountList accounts{folder.filePath(QStringLiteral("accounts.json"))};
    session::CrmConnection connection{
        session, accounts, credentials, clock, [this] {
            return base::Result<session::PracticeAccess>(session::PracticeAccess{host.baseUrl(), host.token()});
        }};
    importing::FileLedger ledger{folder.filePath(QStringLiteral("files.json"))};
    session::RunController runs{session, connection, ledger, clock};
    CheckPage page{session, connection, runs, dialogs};
};

void picture(QWidget &page, const char *name)
{
    page.resize(780, 700);
    page.show();
    QCoreApplication::processEvents();
    QDir().mkpath(QStringLiteral(WIZARD_TEST_OUTPUT "/pages"));
    QVERIFY(page.grab().save(QStringLiteral(WIZARD_TEST_OUTPUT "/pages/%1.png").arg(QLatin1String(name))));
}

template <class W>
W *in(QWidget &page, const char *name)
{
    return page.findChild<W *>(QLatin1String(name));
}

QString textOf(QWidget *area)
{
    QStringList texts;
    for (const QLabel *label : area->findChildren<QLabel *>())
        texts << label->text();
    return texts.join(QLatin1Char('\n'));
}

} // namespace

class TestImportPages final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        installTranslations(*qApp);
        applyTheme(*qApp, Scheme::Light);
    }
    void init() { support::failOnWarnings(); }

    void aTypedPathIsReadAndPreviewed()
    {
        Engine engine;
        FilePage page(engine.session, engine.opener, engine.runs, engine.ledger, engine.dialogs);
        QCOMPARE(page.whatIsMissing(), QStringLiteral("Choose a spreadsheet."));
        auto *faults = in<QWidget>(page, "filePathFaults");
        QVERIFY(textOf(faults).isEmpty());
        picture(page, "file-empty");
        QVERIFY(page.firstProblem());
        QVERIFY(textOf(faults).contains(QLatin1String("No file is chosen")));
        auto *path = in<QLineEdit>(page, "filePath");
        path->setText(engine.csv());
        Q_EMIT path->editingFinished();
        QTRY_VERIFY(engine.session.file().table.has_value());
        QTRY_VERIFY(page.whatIsMissing().isEmpty());
        QCOMPARE(in<QComboBox>(page, "delimiter")->currentData().toByteArray(), QByteArray(";"));
        QCOMPARE(in<QTableView>(page, "preview")->model()->rowCount(), 2);
        QVERIFY(textOf(&page).contains(QLatin1String("2 rows, 3 columns")));
        QVERIFY(textOf(&page).contains(QLatin1String("Row 3 has fewer cells")));
        picture(page, "file-read");
    }

    void anotherHeaderRowReadsAgain()
    {
        Engine engine;
        FilePage page(engine.session, engine.opener, engine.runs, engine.ledger, engine.dialogs);
        engine.dialogs.open << engine.csv();
        in<QPushButton>(page, "chooseFileButton")->click();
        QTRY_VERIFY(engine.session.file().table.has_value());
        in<QSpinBox>(page, "headerRow")->setValue(0);
        QTRY_COMPARE(engine.session.file().table->rows, 3);
    }

    void aFileThatIsNotThereIsSaidUnderItsInput()
    {
        Engine engine;
        FilePage page(engine.session, engine.opener, engine.runs, engine.ledger, engine.dialogs);
        page.openDropped(engine.folder.filePath(QStringLiteral("none.csv")));
        QTRY_VERIFY(!textOf(in<QWidget>(page, "filePathFaults")).isEmpty());
        picture(page, "file-error");
    }

    void aTypedIdKeepsItsColumnsFile()
    {
        Engine engine;
        FilePage page(engine.session, engine.opener, engine.runs, engine.ledger, engine.dialogs);
        in<QRadioButton>(page, "sourceTyped")->click();
        in<QLineEdit>(page, "fileId")->setText(QStringLiteral("111"));
        QCOMPARE(engine.session.file().fileId.text(), QStringLiteral("111"));
        engine.dialogs.open << engine.csv();
        in<QPushButton>(page, "columnsFileButton")->click();
        QTRY_VERIFY(engine.session.file().table.has_value());
        QCOMPARE(engine.session.file().fileId.text(), QStringLiteral("111"));
        picture(page, "file-typed");
        // Going to the spreadsheet and back loses nothing.
        in<QRadioButton>(page, "sourceLocal")->click();
        QVERIFY(engine.session.file().fileId.isEmpty());
        in<QRadioButton>(page, "sourceTyped")->click();
        QCOMPARE(engine.session.file().fileId.text(), QStringLiteral("111"));
    }

    void aSpentFileIdWarnsButCanBeChosen()
    {
        Engine engine;
        engine.ledger.add({crm::FileId(QStringLiteral("5")),
                           QStringLiteral("leads.csv"),
                           {},
                           25,
                           {},
                           QDateTime::currentDateTimeUtc(),
                           {},
                           crm::JobId(QStringLiteral("77"))});
        FilePage page(engine.session, engine.opener, engine.runs, engine.ledger, engine.dialogs);
        in<QRadioButton>(page, "sourceKnown")->click();
        in<QTableView>(page, "knownFiles")->selectRow(0);
        QCOMPARE(engine.session.file().fileId.text(), QStringLiteral("5"));
        QCOMPARE(engine.session.file().usedBy->text(), QStringLiteral("77"));
        QVERIFY(textOf(&page).contains(QLatin1String("job 77")));
        picture(page, "file-known");
    }

    void theCrmsRefusalOfTheFileStandsUnderTheChosenSource_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("area");
        QTest::newRow("local") << QByteArray("sourceLocal") << QByteArray("filePathFaults");
        QTest::newRow("known") << QByteArray("sourceKnown") << QByteArray("knownFilesFaults");
        QTest::newRow("typed") << QByteArray("sourceTyped") << QByteArray("fileIdFaults");
    }
    void theCrmsRefusalOfTheFileStandsUnderTheChosenSource()
    {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, area);
        Engine engine;
        FilePage page(engine.session, engine.opener, engine.runs, engine.ledger, engine.dialogs);
        in<QRadioButton>(page, source.constData())->click();
        auto refusal = std::make_shared<crm::ServerError>();
        refusal->code = QStringLiteral("FILE_NOT_SUPPORTED");
        refusal->message = QStringLiteral("File not supported for bulk write");
        engine.session.showRefusal({{InputRef::Kind::File, {}}}, refusal);
        QVERIFY(textOf(in<QWidget>(page, area.constData())).contains(QLatin1String("Zoho CRM")));
    }

    void theRequestIsTheEncodedOneAndCanBeCopied()
    {
        Engine engine;
        engine.decide();
        CheckPage page(engine.session, engine.connection, engine.runs, engine.dialogs);
        page.entered();
        const QByteArray body = crm::wire::encodeRequest(engine.session.plan().request, crm::defaultApiVersion(), true);
        QCOMPARE(in<QPlainTextEdit>(page, "requestText")->toPlainText(), QString::fromUtf8(body));
        auto *copy = in<QPushButton>(page, "copyRequestButton");
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(body));
        QCOMPARE(copy->text(), QStringLiteral("Copied"));
        for (const int format : {1, 2}) {
            in<QComboBox>(page, "requestFormat")->setCurrentIndex(format);
            QVERIFY(in<QPlainTextEdit>(page, "requestText")->toPlainText().contains(QLatin1String("/write")));
        }
        picture(page, "check-errors");
    }

    void aFindingGoesToItsInput()
    {
        Engine engine;
        engine.decide();
        CheckPage page(engine.session, engine.connection, engine.runs, engine.dialogs);
        page.entered();
        const QSignalSpy goes(&page, &Page::goTo);
        const QSignalSpy wanted(&page, &CheckPage::inputWanted);
        auto *go = in<QPushButton>(page, "findingGo_file");
        QVERIFY(go);
        go->click();
        QCOMPARE(goes.first().first().value<WizardStep>(), WizardStep::File);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(!in<QCheckBox>(page, "sendAsItStands")->isHidden());
    }

    /// Whatever the CRM would say to the request: no part is made of the file.
    void aQuestionAboutTheFileIsNotSentAsItStands()
    {
        Engine engine;
        engine.decide();
        CheckPage page(engine.session, engine.connection, engine.runs, engine.dialogs);
        page.entered();
        in<QCheckBox>(page, "sendAsItStands")->setChecked(true);
        session::FileChoice file;
        file.table = tabular::TableSummary{};
        file.table->rows = 3;
        file.table->findings = {{tabular::TableFinding::Kind::LongRow, 1, 3, -1}};
        engine.session.setFile(file);
        page.entered();
        QVERIFY(in<QPushButton>(page, "findingGo_file"));
        QVERIFY(in<QCheckBox>(page, "sendAsItStands")->isHidden());
        QVERIFY(!in<QCheckBox>(page, "sendAsItStands")->isChecked());
    }

    void requestAndPlanAreSaved()
    {
        Engine engine;
        engine.decide();
        CheckPage page(engine.session, engine.connection, engine.runs, engine.dialogs);
        page.entered();
        const QString path = engine.folder.filePath(QStringLiteral("a.importplan.json"));
        engine.dialogs.save << path;
        in<QPushButton>(page, "savePlanButton")->click();
        QTRY_VERIFY(importing::readPlanFile(path).ok());
        QTRY_VERIFY(textOf(&page).contains(QLatin1String("Saved as")));
    }

    void theSummarySaysWhatHappens()
    {
        Engine engine;
        engine.decide();
        engine.opener.open(engine.csv());
        QTRY_VERIFY(engine.session.file().table.has_value());
        QCOMPARE(CheckSummary::headline(engine.session), QStringLiteral("2 rows will be added to Leads."));
        QStringList all;
        for (const SummaryLine &line : CheckSummary::lines(engine.session))
            all << line.text;
        QVERIFY(all.contains(QStringLiteral("2 of 3 columns are used. One is left out: Note.")));
    }

    void manyJobsAreAskedAbout()
    {
        PracticeDesk desk;
        session::FileChoice choice = desk.session.file();
        choice.table->rows = qint64(20) * 25'000;
        desk.session.setFile(choice);
        desk.dialogs.yes = false;
        QCOMPARE(desk.runs.outlook().jobs, 20);
        QVERIFY(desk.page.goingOn()); // so many are not asked about
        QVERIFY(desk.dialogs.asked.isEmpty());

        PracticeDesk other;
        choice = other.session.file();
        choice.table->rows = qint64(20) * 25'000 + 1;
        other.session.setFile(choice);
        other.dialogs.yes = false;
        QVERIFY(!other.page.goingOn());
        QCOMPARE(other.dialogs.asked.size(), 1);
        QVERIFY2(other.dialogs.asked.first().contains(QLatin1String("Start 21 Jobs?")),
                 qPrintable(other.dialogs.asked.first()));
        QVERIFY(other.dialogs.asked.first().contains(QLatin1String("10,500 in all")));
        QVERIFY(!other.runs.run());
        other.dialogs.yes = true;
        QVERIFY(other.page.goingOn());
        QVERIFY(other.runs.run());
    }

    void aPartInDoubtIsAskedAboutBothWays_data()
    {
        QTest::addColumn<QList<bool>>("answers");
        QTest::addColumn<int>("creates"); // of both runs
        QTest::addColumn<qint64>("added");
        QTest::newRow("neither") << QList<bool>{false, false} << 2 << qint64(-1);
        QTest::newRow("send again") << QList<bool>{true} << 3 << qint64(25'001);
        QTest::newRow("leave out") << QList<bool>{false, true} << 2 << qint64(25'000);
    }

    void aPartInDoubtIsAskedAboutBothWays()
    {
        QFETCH(QList<bool>, answers);
        QFETCH(int, creates);
        QFETCH(qint64, added);
        PracticeDesk desk;
        desk.failAtTheSecondPart(practice::PracticeFault::Kind::DropAfter, PracticeDesk::State::OutcomeUnknown);
        desk.dialogs.answers = answers;
        const auto questions = answers.size();
        const bool goesOn = desk.next();
        QCOMPARE(goesOn, answers.last());
        QCOMPARE(desk.dialogs.asked.size(), questions);
        QVERIFY(desk.dialogs.asked.first().contains(QLatin1String("Send Part 2 Again?")));
        QVERIFY(questions == 1 || desk.dialogs.asked.last().contains(QLatin1String("Leave Part 2 Out?")));
        if (goesOn) {
            // The answer holds for the whole run.
            QTRY_COMPARE_WITH_TIMEOUT(desk.runs.run()->state(), PracticeDesk::State::Finished, 30'000);
            QCOMPARE(desk.dialogs.asked.size(), questions);
            QCOMPARE(desk.runs.run()->result()->counts.added, added);
        } else {
            QCOMPARE(desk.runs.run()->state(), PracticeDesk::State::OutcomeUnknown);
        }
        QCOMPARE(desk.creates(), creates);
    }

    void rowsThatWereSentOtherwiseAreAskedAbout()
    {
        PracticeDesk desk;
        desk.failAtTheSecondPart(practice::PracticeFault::Kind::Status, PracticeDesk::State::Refused);
        const mapping::ColumnMapping before = desk.session.mapping();
        crm::FieldMapping more;
        more.field = crm::FieldName(QStringLiteral("City"));
        more.column = crm::ColumnIndex{1};
        mapping::ColumnMapping changed = before;
        changed.setEntry(more);
        desk.session.setMapping(changed);
        desk.dialogs.yes = false;
        QVERIFY(!desk.page.goingOn());
        QCOMPARE(desk.dialogs.asked.size(), 1);
        QVERIFY2(desk.dialogs.asked.first().contains(QLatin1String("Send Rows a Second Time?")),
                 qPrintable(desk.dialogs.asked.first()));
        QVERIFY(desk.dialogs.asked.first().contains(QLatin1String("1 of its 2 parts")));
        QCOMPARE(desk.creates(), 2);
        // With the mapping as it was nothing is repeated, and nothing is asked.
        desk.session.setMapping(before);
        QVERIFY(desk.next());
        QCOMPARE(desk.dialogs.asked.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(desk.runs.run()->state(), PracticeDesk::State::Finished, 30'000);
        QCOMPARE(desk.creates(), 3);
    }

    void beforeARunThePagesSaySo()
    {
        Engine engine;
        RunPage run(engine.session, engine.runs, engine.clock, engine.dialogs);
        QVERIFY(run.whatIsMissing().contains(QLatin1String("Check")));
        picture(run, "run-empty");
        ResultsPage results(engine.session, engine.runs, engine.dialogs);
        QCOMPARE(results.nextText(), QStringLiteral("New Import"));
        picture(results, "results-empty");
    }

    /// 200 % of text in a window of 1024 pixels, of which the steps take their part.
    void resultsDoNotScrollSidewaysWithLargeText()
    {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSizeF(2 * before.pointSizeF());
        QApplication::setFont(large);
        applyTheme(*qApp, Scheme::Light);
        const auto back = qScopeGuard([&before] {
            QApplication::setFont(before);
            applyTheme(*qApp, Scheme::Light);
        });
        PracticeDesk desk;
        ResultsPage results(desk.session, desk.runs, desk.dialogs);
        QVERIFY(desk.next());
        QTRY_COMPARE_WITH_TIMEOUT(desk.runs.run()->state(), PracticeDesk::State::Finished, 30'000);
        results.resize(700, 600);
        results.show();
        QCoreApplication::processEvents();
        picture(results, "results-large");
        QVERIFY2(results.minimumSizeHint().width() <= 760,
                 qPrintable(QString::number(results.minimumSizeHint().width())));
    }

    void theSumIsWrittenOutAndItsFaultsAreSaid()
    {
        importing::RunResult result;
        result.counts = {37, 0, 2, 40};
        result.unprocessed = 1;
        SumTiles tiles;
        tiles.show(result, 0);
        QCOMPARE(tiles.sentence(), QStringLiteral("40 rows = 37 added + 0 updated + 2 skipped + 1 not processed"));
        QVERIFY(sumProblems(result, 0, 40).isEmpty());
        QCOMPARE(sumProblems(result, 0, 41).size(), 1);
        result.serverCounts = crm::JobCounts{36, 0, 3, 40};
        QCOMPARE(sumProblems(result, 0, 40).size(), 1);
        result.unprocessed = 0;
        QCOMPARE(sumProblems(result, 0, 40).size(), 2);
        picture(tiles, "sum");
    }
};

WIZARD_TEST_MAIN(QApplication, TestImportPages)
#include "tst_import_pages.moc"
