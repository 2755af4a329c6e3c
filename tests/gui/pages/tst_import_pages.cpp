#include "crm/wire/CreateJobWire.h"
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
