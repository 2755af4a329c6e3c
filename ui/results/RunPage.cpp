#include "ui/results/RunPage.h"

#include "ui/results/JobPanel.h"
#include "ui/results/RunTimeline.h"
#include "ui/results/RunVerdict.h"
#include "ui/text/Wording.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace ui {

using State = importing::ImportRun::State;

namespace {

// At which stages the news of a running call belong.
constexpr int preparing = 0;
constexpr int uploading = 1;

const crm::InputRef wholeJob{crm::InputRef::Kind::Job, {}};

} // namespace

class RunPage::Private final {
    Q_DECLARE_TR_FUNCTIONS(RunPage)
public:
    Private(RunPage &page, session::ImportSession &importSession, session::RunController &runController,
            base::Clock &systemClock, Dialogs &questions)
        : q(page)
        , session(importSession)
        , runs(runController)
        , clock(systemClock)
        , dialogs(questions)
    { }

    void build();
    void buildStages();
    void buildJob();
    void connectAll();
    void watchRun();
    void refresh();
    void showHead();
    void showParts();
    void showFaults();
    void showSent(qint64 sent, qint64 total);
    void showWaiting(int attempt, int attempts, const QDateTime &at);
    void stop();
    void ended();
    [[nodiscard]] importing::ImportRun *run() const { return runs.run(); }
    [[nodiscard]] bool running() const;

    RunPage &q;
    session::ImportSession &session;
    session::RunController &runs;
    base::Clock &clock;
    Dialogs &dialogs;
    RunVerdict *verdict = nullptr;
    FaultLines *faults = nullptr;
    EmptyState *empty = nullptr;
    Card *stagesCard = nullptr;
    Card *jobCard = nullptr;
    TextLabel *state = nullptr;
    RunTimeline *timeline = nullptr;
    QProgressBar *progress = nullptr;
    TextLabel *partState = nullptr;
    QProgressBar *allParts = nullptr;
    TextLabel *retry = nullptr;
    QPushButton *stopButton = nullptr;
    JobPanel *job = nullptr;
};

void RunPage::Private::build()
{
    empty = new EmptyState(QStringLiteral("run"), tr("Nothing has been started yet. The page Check starts the import."),
                           tr("Go to Check"), &q);
    verdict = new RunVerdict(&q);
    faults = new FaultLines(&q);
    faults->setObjectName(QStringLiteral("runStateFaults"));
    q.content()->addWidget(empty, 1);
    q.content()->addWidget(verdict);
    q.content()->addWidget(faults);
    buildStages();
    buildJob();
    q.content()->addStretch(1);
}

void RunPage::Private::buildStages()
{
    stagesCard = new Card({}, {}, {}, &q);
    state = new TextLabel({}, TextRole::Heading, TextLabel::Use::Selectable, stagesCard);
    state->setObjectName(QStringLiteral("runState"));
    state->setFocusPolicy(Qt::StrongFocus);
    stopButton = new QPushButton(icon(QStringLiteral("stop")), tr("Stop"), stagesCard);
    stopButton->setObjectName(QStringLiteral("stopButton"));
    timeline = new RunTimeline(stagesCard);
    progress = new QProgressBar(stagesCard);
    progress->setObjectName(QStringLiteral("uploadProgress"));
    progress->setAccessibleName(tr("Upload progress"));
    progress->setTextVisible(false);
    retry = new TextLabel({}, TextRole::Body, TextLabel::Use::Selectable, stagesCard);
    retry->setObjectName(QStringLiteral("retryNotice"));
    retry->hide();
    partState = new TextLabel({}, TextRole::Body, TextLabel::Use::Selectable, stagesCard);
    partState->setObjectName(QStringLiteral("partState"));
    allParts = new QProgressBar(stagesCard);
    allParts->setObjectName(QStringLiteral("allPartsProgress"));
    allParts->setAccessibleName(tr("Progress over all parts"));
    allParts->setTextVisible(false);
    auto *head = new QHBoxLayout;
    head->addWidget(state, 1);
    head->addWidget(stopButton, 0, Qt::AlignTop);
    stagesCard->body()->addLayout(head);
    stagesCard->body()->addWidget(partState);
    stagesCard->body()->addWidget(allParts);
    stagesCard->body()->addWidget(progress);
    stagesCard->body()->addWidget(timeline);
    stagesCard->body()->addWidget(retry);
    q.content()->addWidget(stagesCard);
}

void RunPage::Private::buildJob()
{
    jobCard = new Card(tr("The Bulk Job"),
                       tr("A bulk job is the CRM's own work: it goes on when this window is closed."), {}, &q);
    job = new JobPanel(clock, jobCard);
    jobCard->body()->addWidget(job);
    q.content()->addWidget(jobCard);
}

void RunPage::Private::connectAll()
{
    QObject::connect(&runs, &session::RunController::runChanged, &q, [this] { watchRun(); });
    QObject::connect(&runs, &session::RunController::refused, &q, [this] { refresh(); });
    QObject::connect(&session, &session::ImportSession::faultsChanged, &q, [this] { showFaults(); });
    QObject::connect(empty, &EmptyState::actionRequested, &q, [this] { Q_EMIT q.goTo(session::WizardStep::Check); });
    QObject::connect(stopButton, &QPushButton::clicked, &q, [this] { stop(); });
    QObject::connect(job, &JobPanel::lookWanted, &q, [this] {
        if (run())
            run()->pollNow();
    });
    QObject::connect(verdict, &RunVerdict::resumeRequested, &q, [this] {
        if (run())
            run()->resumeWatching();
    });
    QObject::connect(verdict, &RunVerdict::stepRequested, &q, [this] {
        if (runs.stepAtFault())
            Q_EMIT q.goTo(*runs.stepAtFault());
    });
    watchRun();
}

void RunPage::Private::watchRun()
{
    using importing::ImportRun;
    if (ImportRun *watched = run()) {
        QObject::connect(watched, &ImportRun::stateChanged, &q, [this] { refresh(); });
        QObject::connect(watched, &ImportRun::uploaded, &q, [this] { refresh(); });
        QObject::connect(watched, &ImportRun::jobCreated, &q, [this] { refresh(); });
        QObject::connect(watched, &ImportRun::polled, &q, [this] { refresh(); });
        QObject::connect(watched, &ImportRun::finished, &q, [this] { ended(); });
        QObject::connect(watched, &ImportRun::zipProgress, &q, [this](int percent) {
            progress->setValue(percent);
            timeline->setStageText(preparing, tr("Packing the spreadsheet: %1 %").arg(percent));
        });
        QObject::connect(watched, &ImportRun::sendProgress, &q,
                         [this](qint64 sent, qint64 total) { showSent(sent, total); });
        QObject::connect(watched, &ImportRun::waiting, &q, [this](int attempt, int attempts, const QDateTime &at) {
            showWaiting(attempt, attempts, at);
        });
    }
    refresh();
}

bool RunPage::Private::running() const
{
    return run() && !run()->ended() && run()->state() != State::Idle;
}

void RunPage::Private::refresh()
{
    const bool started = run() != nullptr;
    empty->setVisible(!started);
    stagesCard->setVisible(started);
    jobCard->setVisible(started && run()->job().has_value());
    timeline->show(stagesOf(run()));
    job->show(run());
    const bool stepKnown = runs.stepAtFault() && *runs.stepAtFault() != session::WizardStep::Run;
    verdict->show(run(), stepKnown, stepKnown ? Wording::of(*runs.stepAtFault()) : QString());
    retry->hide();
    showHead();
    showParts();
    showFaults();
    Q_EMIT q.completeChanged();
}

void RunPage::Private::showHead()
{
    if (!run())
        return;
    const State now = run()->state();
    state->setText(Wording::of(now));
    state->setAccessibleName(Wording::of(now));
    progress->setVisible(now == State::Zipping || now == State::Uploading);
    // The button that goes would hand the focus to whatever stands below it.
    if (stopButton->hasFocus() && !running() && verdict->isVisibleTo(&q))
        verdict->focusWords();
    stopButton->setVisible(running());
    stopButton->setText(run()->job() ? tr("Stop Watching…") : tr("Stop…"));
}

/// A part counts in thirds: uploaded, job created, result here.
void RunPage::Private::showParts()
{
    const int parts = run() && run()->parts() ? static_cast<int>(run()->parts()->parts.size()) : 0;
    partState->setVisible(parts > 1);
    allParts->setVisible(parts > 1);
    if (parts < 2)
        return;
    const int settled = static_cast<int>(run()->parts()->next());
    int within = run()->state() == State::Creating ? 1 : 0;
    if (settled < parts && run()->job())
        within = 2;
    partState->setText(tr("Part %1 of %2").arg(run()->partNow()).arg(parts));
    allParts->setRange(0, 3 * parts);
    allParts->setValue(3 * settled + within);
    allParts->setAccessibleDescription(tr("%1 of %2 parts are done").arg(settled).arg(parts));
}

void RunPage::Private::showFaults()
{
    // The verdict says what the CRM refused; here stand the faults of the job as a whole that are left afterwards.
    const bool said = run() && run()->state() == State::Refused;
    faults->setFaults(said ? std::vector<session::Fault>() : session.faults().of(wholeJob));
}

void RunPage::Private::showSent(qint64 sent, qint64 total)
{
    progress->setValue(total > 0 ? static_cast<int>(sent * 100 / total) : 0);
    if (run() && run()->state() == State::Uploading)
        timeline->setStageText(uploading, tr("%1 of %2 sent").arg(Wording::bytes(sent), Wording::bytes(total)));
    retry->hide();
}

void RunPage::Private::showWaiting(int attempt, int attempts, const QDateTime &at)
{
    const QString time = QLocale().toString(at.toLocalTime().time(), QLocale::LongFormat);
    if (attempts == 0)
        retry->setText(
            tr("No connection to the CRM. The import goes on by itself; the next attempt follows at %1.").arg(time));
    else
        retry->setText(
            tr("That did not get through. Attempt %1 of %2 follows at %3.").arg(attempt + 1).arg(attempts).arg(time));
    retry->show();
}

void RunPage::Private::stop()
{
    const bool created = run() && run()->job();
    const QString question = created
        ? tr("The CRM has no way to cancel a job. Job %1 goes on and records go on being written; only this window "
             "stops "
             "looking at it. You can watch again at any time.")
              .arg(run()->job()->id.text())
        : tr("If the request to create the job has not left yet, nothing is written to the CRM. If it has, the CRM "
             "carries it out: it has no way to cancel a job.");
    const bool sure = dialogs.confirm(&q, created ? tr("Stop Watching?") : tr("Stop the Import?"), question,
                                      created ? tr("Stop Watching") : tr("Stop"));
    if (sure && running())
        run()->stop();
}

void RunPage::Private::ended()
{
    refresh();
    if (run() && run()->state() == State::Finished)
        Q_EMIT q.goTo(session::WizardStep::Results);
}

RunPage::RunPage(session::ImportSession &session, session::RunController &runs, base::Clock &clock, Dialogs &dialogs,
                 QWidget *parent)
    : Page(session::WizardStep::Run, tr("Run"), tr("Where the import stands, from the spreadsheet to the result."),
           Scrolling::Outer, parent)
    , d(std::make_unique<Private>(*this, session, runs, clock, dialogs))
{
    d->build();
    d->connectAll();
}

RunPage::~RunPage() = default;

QString RunPage::whatIsMissing() const
{
    if (!d->run())
        return tr("The import has not been started. Go to Check to start it.");
    if (d->run()->state() == State::Finished)
        return {};
    return d->running() ? tr("The import is still running.") : tr("There is no result to show.");
}

QWidget *RunPage::widgetOf(const crm::InputRef &input)
{
    if (input.kind != crm::InputRef::Kind::Job)
        return nullptr;
    return d->run() ? static_cast<QWidget *>(d->state) : d->empty;
}

} // namespace ui
