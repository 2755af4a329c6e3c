#include "importing/ImportRun.h"
#include "net/CrmApi.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FaultServer.h"
#include "tests/support/TestMain.h"
#include "ui/results/JobPanel.h"
#include "ui/results/RunTimeline.h"
#include "ui/results/RunVerdict.h"
#include "ui/text/Translations.h"
#include "ui/widgets/Card.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace ui;
using importing::ImportRun;
using support::Reaction;
using State = importing::ImportRun::State;

namespace {

const QByteArray created = R"({"status":"success","code":"SUCCESS","message":"success","details":)"
                           R"({"id":"554023000000568002","created_by":{"id":"1","name":"Patricia Boyle"}}})";
const QByteArray inProgress = R"({"status":"INPROGRESS","id":"554023000000568002","operation":"insert","resource":[)"
                              R"({"status":"INPROGRESS","type":"data","module":{"api_name":"Leads"},"file":{"status":)"
                              R"("INPROGRESS","name":"leads.csv","added_count":12,"skipped_count":1,"updated_count":0,)"
                              R"("total_count":40}}]})";
const QByteArray refused = R"({"code":"MODULE_NOT_AVAILABLE","details":{},"message":"Requested module 'asdf' is not )"
                           R"(available.","status":"error"})";

/// A run for a file ID against a server that does as told, and the panels that show it.
struct Bench final {
    explicit Bench(std::deque<Reaction> reactions)
    {
        server.script(std::move(reactions));
        net::ApiTarget target;
        target.hosts = {server.url(), server.url()};
        api = std::make_unique<net::CrmApi>(target, std::make_shared<auth::FixedTokenProvider>(base::Secret("token")),
                                            net::HostPolicy(), calls);
        importing::RunOrder order;
        order.request.fileId = crm::FileId(QStringLiteral("111"));
        order.request.operation = crm::Operation::Insert;
        run = std::make_unique<ImportRun>(*api, order, clock);
        auto *column = new QVBoxLayout(&sheet);
        auto *card = new Card({}, {}, {}, &sheet);
        verdict = new RunVerdict(&sheet);
        timeline = new RunTimeline(card);
        job = new JobPanel(clock, card);
        card->body()->addWidget(timeline);
        card->body()->addWidget(job);
        column->addWidget(verdict);
        column->addWidget(card);
        column->addStretch(1);
    }
    void refresh()
    {
        timeline->show(stagesOf(run.get()));
        job->show(run.get());
        verdict->show(run.get(), true, QStringLiteral("Module"));
    }
    [[nodiscard]] QString text(const char *name) { return sheet.findChild<QLabel *>(QLatin1String(name))->text(); }
    [[nodiscard]] StageState stage(int index) const { return stagesOf(run.get())[static_cast<size_t>(index)].state; }
    void picture(const QString &name)
    {
        sheet.resize(760, 560);
        sheet.show();
        QCoreApplication::processEvents();
        QDir().mkpath(QStringLiteral(WIZARD_TEST_OUTPUT "/pages"));
        QVERIFY(sheet.grab().save(QStringLiteral(WIZARD_TEST_OUTPUT "/pages/%1.png").arg(name)));
    }

    support::FakeClock clock;
    base::SystemClock calls; ///< of the network, whose deadlines are not looked at here
    support::FaultServer server;
    std::unique_ptr<net::CrmApi> api;
    std::unique_ptr<ImportRun> run;
    QWidget sheet;
    RunVerdict *verdict = nullptr;
    RunTimeline *timeline = nullptr;
    JobPanel *job = nullptr;
};

} // namespace

class TestRunPanels final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        installTranslations(*qApp);
        applyTheme(*qApp, Scheme::Light);
    }
    void init() { support::failOnWarnings(); }

    void aWatchedJobShowsWhatTheCrmSaysAndCountsDown()
    {
        Bench bench({Reaction::answer(201, created), Reaction::answer(200, inProgress)});
        bench.run->start();
        QTRY_COMPARE(bench.run->state(), State::Polling);
        bench.refresh();
        QCOMPARE(bench.text("jobId"), QStringLiteral("554023000000568002"));
        QCOMPARE(bench.text("createdBy"), QStringLiteral("Patricia Boyle"));
        QCOMPARE(bench.text("nextPoll"), QStringLiteral("Next look in 2 s"));
        bench.clock.advance(1s);
        QCOMPARE(bench.text("nextPoll"), QStringLiteral("Next look in 1 s"));
        bench.run->pollNow();
        QTRY_VERIFY(bench.run->details().has_value());
        bench.refresh();
        QVERIFY(bench.text("jobStatus").startsWith(QLatin1String("INPROGRESS")));
        QVERIFY(bench.text("runCounts").startsWith(QLatin1String("12 added")));
        QCOMPARE(bench.stage(1), StageState::NotNeeded);
        QCOMPARE(bench.stage(2), StageState::Done);
        QCOMPARE(bench.stage(3), StageState::Running);
        bench.picture(QStringLiteral("run-polling"));
    }

    void stoppingIsHonest()
    {
        Bench bench({Reaction::answer(201, created), Reaction::answer(200, inProgress)});
        bench.run->start();
        QTRY_COMPARE(bench.run->state(), State::Polling);
        bench.run->stop();
        QTRY_COMPARE(bench.run->state(), State::Stopped);
        bench.refresh();
        QVERIFY(bench.text("runVerdictText").contains(QLatin1String("no way to cancel")));
        QVERIFY(!bench.sheet.findChild<QPushButton *>(QStringLiteral("resumeButton"))->isHidden());
        bench.picture(QStringLiteral("run-stopped"));
    }

    void aLostAnswerIsNeverSentAgainByItself()
    {
        Bench bench({Reaction{{}, Reaction::End::Close, 0}});
        bench.run->start();
        QTRY_COMPARE(bench.run->state(), State::OutcomeUnknown);
        bench.refresh();
        QVERIFY(bench.text("runVerdictText").contains(QLatin1String("every record twice")));
        QVERIFY(bench.sheet.findChild<QPushButton *>(QStringLiteral("resumeButton"))->isHidden());
        QCOMPARE(bench.stage(2), StageState::Unsure);
        QCOMPARE(bench.server.requests().size(), 1);
        bench.picture(QStringLiteral("run-unknown"));
    }

    void aRefusalSaysSoAndLeadsToItsStep()
    {
        Bench bench({Reaction::answer(400, refused)});
        bench.run->start();
        QTRY_COMPARE(bench.run->state(), State::Refused);
        bench.refresh();
        const QString said = bench.text("runVerdictText");
        QVERIFY2(said.contains(QLatin1String("module"), Qt::CaseInsensitive), qPrintable(said));
        QVERIFY2(said.contains(QLatin1String("nothing was written")), qPrintable(said));
        QCOMPARE(bench.sheet.findChild<QPushButton *>(QStringLiteral("toStepButton"))->text(),
                 QStringLiteral("Go to Module"));
        QCOMPARE(bench.stage(2), StageState::Failed);
        bench.picture(QStringLiteral("run-refused"));
    }

    void theUnknownOutcomeReadsWellInTheDark()
    {
        applyTheme(*qApp, Scheme::Dark);
        aLostAnswerIsNeverSentAgainByItself();
        applyTheme(*qApp, Scheme::Light);
    }
};

WIZARD_TEST_MAIN(QApplication, TestRunPanels)
#include "tst_run_panels.moc"
