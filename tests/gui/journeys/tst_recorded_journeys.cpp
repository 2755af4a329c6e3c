#include "tests/gui/journeys/Program.h"

#include "base/SafeFile.h"
#include "tests/support/TestMain.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>

using session::WizardStep;

namespace {

QByteArray recordedRequest(const QString &name)
{
    const auto file = base::readSmallFile(
        QStringLiteral(WIZARD_TEST_DATA "/recorded/create-bulk-write-job.postman-item.json"), 1 << 20);
    const QJsonArray exchanges = QJsonDocument::fromJson(*file).object().value(QLatin1String("response")).toArray();
    for (const QJsonValue &exchange : exchanges) {
        if (exchange.toObject().value(QLatin1String("name")).toString() == name) {
            return exchange[QLatin1String("originalRequest")][QLatin1String("body")][QLatin1String("raw")]
                .toString()
                .toUtf8();
        }
    }
    return {};
}

} // namespace

/// Each of the seven recorded exchanges, driven in the whole window from the first page against the practice CRM: the
/// recorded request is opened, the practice CRM gives the recorded answer by its own rules, and the answer ends up under
/// the input that caused it.
class TestRecordedJourneys final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void endsAtTheInputThatCausedIt_data()
    {
        QTest::addColumn<QString>("exchange");
        QTest::addColumn<QString>("before"); // an exchange that has to succeed first, to use up the file ID
        QTest::addColumn<WizardStep>("step");
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("faultsName");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *exchange, const char *before, WizardStep step, const char *input,
                            const char *faults, const char *words) {
            QTest::newRow(exchange) << QString::fromLatin1(exchange) << QString::fromLatin1(before) << step
                                    << QString::fromLatin1(input) << QString::fromLatin1(faults)
                                    << QString::fromUtf8(words);
        };
        row("MANDATORY_FIELDS_NOT_MAPPED", "", WizardStep::Mapping, "mapping:Owner", "fieldTable", "Owner");
        row("INVALID_CALLBACK_URL", "", WizardStep::Callback, "callback.url", "callbackUrlFaults",
            "possible ssrf attempt");
        row("FILE_NOT_SUPPORTED", "SUCCESS RESPONSE", WizardStep::File, "file", "knownFilesFaults", "file");
        row("INVALID_DATA", "", WizardStep::Module, "operation", "operationGroupFaults", "Choose insert");
        row("MISSING_REQUIRED_KEY", "", WizardStep::Module, "module", "moduleListFaults", "module");
        row("INVALID_FIELD_NAME", "", WizardStep::Mapping, "mapping:Last Name", "fieldTable", "Last Name");
    }

    void endsAtTheInputThatCausedIt()
    {
        QFETCH(const QString, exchange);
        QFETCH(const QString, before);
        QFETCH(const WizardStep, step);
        QFETCH(const QString, input);
        QFETCH(const QString, faultsName);
        QFETCH(const QString, words);
        journeys::Program program;
        if (!before.isEmpty()) {
            replay(program, before);
            QTRY_COMPARE_WITH_TIMEOUT(program.step(), WizardStep::Results, 30000);
            program.press("nextButton"); // New Import
        }

        replay(program, exchange);

        QTRY_VERIFY_WITH_TIMEOUT(program.session.faults().hasServerFaults(), 30000);
        QTRY_COMPARE(program.step(), step);
        const auto faults = program.session.faults().of(*crm::InputRef::fromText(input));
        const auto server = std::find_if(faults.begin(), faults.end(), [](const auto &f) { return f.fromServer(); });
        QVERIFY2(server != faults.end(), qPrintable(input));
        QCOMPARE(server->refusal->code, exchange);
        const QString said = program.wordsUnder(faultsName.toLatin1().constData(), *crm::InputRef::fromText(input));
        QVERIFY2(said.contains(words, Qt::CaseInsensitive), qPrintable(said));
        QVERIFY2(said.contains(QLatin1String("Zoho CRM")), qPrintable(said));
        program.picture(QStringLiteral("recorded/") + exchange);
    }

    void successEndsInResults()
    {
        journeys::Program program;
        replay(program, QStringLiteral("SUCCESS RESPONSE"));
        QTRY_COMPARE_WITH_TIMEOUT(program.step(), WizardStep::Results, 30000);
        const auto *result = program.runs->run()->result();
        QVERIFY(result);
        QVERIFY(result->counts.total > 0);
        QCOMPARE(result->counts.added, result->counts.total);
        program.picture(QStringLiteral("recorded/SUCCESS"));
    }

    /// Correcting the input takes the CRM's refusal away, and the import can be started again.
    void aCorrectedCallbackCanBeSentAgain()
    {
        journeys::Program program;
        replay(program, QStringLiteral("INVALID_CALLBACK_URL"));
        QTRY_COMPARE_WITH_TIMEOUT(program.step(), WizardStep::Callback, 30000);
        auto *url = program.find<QLineEdit>("callbackUrl");
        QTRY_VERIFY(url->hasFocus());
        url->selectAll();
        QTest::keyClicks(url, QStringLiteral("https://www.zoho.com/"));
        QTRY_VERIFY(!program.session.faults().hasServerFaults());
        program.press("nextButton");
        QTRY_COMPARE(program.step(), WizardStep::Check);
        program.press("nextButton");
        QTRY_COMPARE_WITH_TIMEOUT(program.step(), WizardStep::Results, 30000);
        QCOMPARE(program.practice.requestCount(QStringLiteral("POST"), QStringLiteral("/crm/bulk/v2.1/write")), 2);
    }

    /// What it costs is said before anything is sent; stopped between its parts, it goes on with the first that is not in
    /// the CRM, and sends no row twice.
    void aFileOfThreeJobsIsStoppedAndGoesOn()
    {
        practice::PracticeScript script;
        script.added = script.inProgress = std::chrono::milliseconds(1);
        journeys::Program program(script);
        openManyRows(program, 50'010);
        QVERIFY(program.shownText("fileFacts").contains(QLatin1String("3 parts, 500 API credits each")));
        for (const WizardStep step : {WizardStep::Mapping, WizardStep::Callback, WizardStep::Check}) {
            program.press("nextButton");
            QTRY_COMPARE(program.step(), step);
        }
        QTRY_VERIFY(program.shownText("summary").contains(QLatin1String("1,500 for 3 jobs")));
        program.picture(QStringLiteral("check-three-jobs"));
        program.press("nextButton");
        importing::ImportRun *run = program.runs->run();
        QVERIFY(run);
        const auto stop = [&program, run] {
            if (run->partNow() != 2 || run->state() != importing::ImportRun::State::Uploading)
                return;
            QCOMPARE(program.shownText("partState"), QStringLiteral("Part 2 of 3"));
            program.picture(QStringLiteral("run-second-part"));
            program.press("stopButton");
        };
        connect(run, &importing::ImportRun::stateChanged, &program, stop, Qt::QueuedConnection);
        QTRY_VERIFY_WITH_TIMEOUT(run->ended(), 60000);
        QCOMPARE(run->state(), importing::ImportRun::State::Stopped);
        QVERIFY(program.dialogs.asked.last().startsWith(QLatin1String("Stop the Import?")));
        const QString verdict = program.shownText("runVerdictText");
        QVERIFY2(verdict.contains(QLatin1String("Part 1 of 3")), qPrintable(verdict));
        QVERIFY2(verdict.contains(QLatin1String("goes on where it ended")), qPrintable(verdict));
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("runVerdictText"));
        program.picture(QStringLiteral("run-stopped-in-the-middle"));
        program.goTo(WizardStep::Check);
        QTRY_COMPARE(program.step(), WizardStep::Check);
        program.press("nextButton");
        QTRY_COMPARE_WITH_TIMEOUT(program.step(), WizardStep::Results, 60000);
        const auto *result = program.runs->run()->result();
        QCOMPARE(result->counts.total, qint64(50'010));
        QCOMPARE(result->counts.added, qint64(50'010));
        QCOMPARE(program.practice.requestCount(QStringLiteral("POST"), QStringLiteral("/crm/bulk/v2.1/write")), 3);
    }

    /// A request may hold more than the steps show; what a change would take away is said when it is opened.
    void whatTheProgramDoesNotKnowOfARequestIsSaid()
    {
        journeys::Program program;
        QByteArray body = recordedRequest(QStringLiteral("SUCCESS RESPONSE"));
        body.replace("\"operation\"", "\"novel_key\": 1, \"operation\"");
        const QString path = program.folder.filePath(QStringLiteral("novel.json"));
        QVERIFY(base::writeFileSafely(path, body).ok());
        program.openPlan(path);
        QTRY_VERIFY(program.shownText("pageMessages").contains(QLatin1String("novel_key")));
    }

    /// "Sign in to go on" stood there still when somebody had signed in.
    void theHintToSignInGoesWhenSomebodyHas()
    {
        journeys::Program program;
        const QString path = program.folder.filePath(QStringLiteral("plain.json"));
        QVERIFY(base::writeFileSafely(path, recordedRequest(QStringLiteral("SUCCESS RESPONSE"))).ok());
        program.openPlan(path);
        QTRY_VERIFY(program.shownText("pageMessages").contains(QLatin1String("Sign in")));
        program.connection->usePractice();
        QTRY_VERIFY(program.session.account().connected);
        QCOMPARE(program.shownText("pageMessages"), QString());
    }

private:
    /// As far as the step File: the practice CRM, leads, and a spreadsheet whose columns map themselves.
    static void openManyRows(journeys::Program &program, int rows)
    {
        QByteArray csv("Last_Name,Owner\n");
        for (int row = 0; row < rows; ++row)
            csv += "Lovelace " + QByteArray::number(row) + ",mei.tanaka@example.com\n";
        program.dialogs.open << program.folder.filePath(QStringLiteral("many.csv"));
        QVERIFY(base::writeFileSafely(program.dialogs.open.first(), csv).ok());
        program.signIntoPractice();
        program.press("nextButton");
        program.chooseRow("moduleList", QStringLiteral("Leads"));
        QTRY_VERIFY_WITH_TIMEOUT(!program.session.metadata().fields.empty(), 10000);
        QTest::mouseClick(program.find<QAbstractButton>("operationInsert"), Qt::LeftButton);
        program.press("nextButton");
        program.press("chooseFileButton");
        QTRY_VERIFY_WITH_TIMEOUT(program.session.file().table.has_value(), 60000);
    }

    /// Opens the request on the first page, signs into practice, walks to Check and starts.
    static void replay(journeys::Program &program, const QString &exchange)
    {
        const QByteArray body = recordedRequest(exchange);
        QVERIFY2(!body.isEmpty(), qPrintable(exchange));
        const QString path = program.folder.filePath(exchange + QLatin1String(".json"));
        QVERIFY(base::writeFileSafely(path, body).ok());
        program.goTo(WizardStep::Account);
        QTRY_COMPARE(program.step(), WizardStep::Account);
        program.openPlan(path);
        if (!program.session.account().connected)
            program.signIntoPractice();
        QTRY_VERIFY(!program.connection->loadingMetadata());
        for (const WizardStep step : session::allSteps) {
            if (step >= WizardStep::Check)
                break;
            program.goTo(step);
            QTRY_COMPARE(program.step(), step);
        }
        program.goTo(WizardStep::Check);
        QTRY_COMPARE(program.step(), WizardStep::Check);
        if (auto *asItStands = qobject_cast<QCheckBox *>(program.shown("sendAsItStands")))
            asItStands->setChecked(true);
        program.press("nextButton");
    }
};

WIZARD_TEST_MAIN(QApplication, TestRecordedJourneys)
#include "tst_recorded_journeys.moc"
