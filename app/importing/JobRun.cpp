#include "importing/JobRun.h"

#include "base/Observe.h"
#include "crm/wire/CreateJobWire.h"
#include "importing/ResultReading.h"
#include "net/PassingTrouble.h"

#include <algorithm>

namespace importing {

namespace {

constexpr std::chrono::milliseconds uploadPatience = std::chrono::hours(2);
constexpr std::chrono::milliseconds watchPatience = std::chrono::hours(24); ///< of polling and of the download

} // namespace

bool ended(RunState state)
{
    switch (state) {
    case RunState::Finished:
    case RunState::Failed:
    case RunState::Refused:
    case RunState::OutcomeUnknown:
    case RunState::Stopped:
        return true;
    default:
        return false;
    }
}

class JobRun::Private final {
public:
    Private(JobRun &owner, net::CrmApi &crmApi, JobOrder jobOrder, base::Clock &timeSource)
        : q(owner)
        , api(crmApi)
        , order(std::move(jobOrder))
        , clock(timeSource)
    { }

    void enter(RunState next);
    void end(RunState last);
    void fail(const crm::CallFailure &why);
    bool waitsOut(const crm::CallFailure &why, std::chrono::milliseconds patience, void (Private::*again)());
    net::CallControl *newControl();
    void upload();
    void uploaded(const crm::CallResult<crm::UploadedFile> &answer);
    void create();
    void created(const net::CreateOutcome &outcome);
    void watch();
    void schedulePoll();
    void poll();
    void polled(quint64 ofWatch, const crm::CallResult<crm::JobDetails> &answer);
    void jobEnded();
    void download();
    void downloaded(quint64 ofWatch, const crm::CallResult<QByteArray> &answer);
    void read(quint64 ofWatch, const base::Result<RunResult> &answer);
    [[nodiscard]] const crm::ApiVersion &version() const;
    [[nodiscard]] QStringList knownColumns() const;

    JobRun &q;
    net::CrmApi &api;
    JobOrder order;
    base::Clock &clock;
    RunState state = RunState::Idle;
    bool stopWanted = false;
    bool leaving = false; ///< bytes of the create call are on their way
    std::unique_ptr<net::CallControl> control;
    crm::FileId fileId;
    std::optional<crm::CreatedJob> job;
    std::optional<crm::JobDetails> details;
    std::optional<RunResult> result;
    std::optional<crm::CallFailure> failure;
    quint64 current = 0; ///< watch: tells late answers of a stopped one apart
    int polls = 0;
    int probes = 0; ///< tries after trouble that is being waited out
    std::chrono::milliseconds troubleSince{0};
    std::chrono::milliseconds createdAt{0};
    base::Clock::TimerId timer = 0;
    QDateTime nextPoll;
};

void JobRun::Private::enter(RunState next)
{
    state = next;
    Q_EMIT q.stateChanged();
}

void JobRun::Private::end(RunState last)
{
    clock.cancel(std::exchange(timer, 0));
    nextPoll = {};
    ++current;
    enter(last);
    Q_EMIT q.finished();
}

void JobRun::Private::fail(const crm::CallFailure &why)
{
    failure = why;
    end(stopWanted && why.error.code == base::ErrorCode::Cancelled ? RunState::Stopped : RunState::Failed);
}

net::CallControl *JobRun::Private::newControl()
{
    control = std::make_unique<net::CallControl>();
    QObject::connect(control.get(), &net::CallControl::waiting, &q, &JobRun::waiting);
    return control.get();
}

const crm::ApiVersion &JobRun::Private::version() const
{
    return api.target().version ? *api.target().version : crm::defaultApiVersion();
}

QStringList JobRun::Private::knownColumns() const
{
    QStringList names;
    for (const crm::FieldMapping &mapping : order.request.mappings)
        names.append(mapping.field.text());
    return names;
}

void JobRun::Private::upload()
{
    enter(RunState::Uploading);
    if (stopWanted)
        return end(RunState::Stopped);
    net::CallControl *call = newControl();
    QObject::connect(call, &net::CallControl::sent, &q, &JobRun::sendProgress);
    base::observe(api.upload(order.zipPath, call), &q, [this](const auto &answer) { uploaded(answer); });
}

/// Trouble that passes by itself is waited out for so long: the next try comes after 30 s, then later and later, at last
/// every five minutes. Nothing is written to the CRM meanwhile.
bool JobRun::Private::waitsOut(const crm::CallFailure &why, std::chrono::milliseconds patience,
                               void (Private::*again)())
{
    using namespace std::chrono_literals;
    if (why.refusal || stopWanted || !net::passesByItself(why.error.code))
        return false;
    if (probes == 0)
        troubleSince = clock.monotonic();
    if (clock.monotonic() - troubleSince > patience)
        return false;
    const std::chrono::milliseconds delay = std::min<std::chrono::milliseconds>(30s * (1 << std::min(probes, 4)), 5min);
    ++probes;
    nextPoll = clock.now().addMSecs(delay.count());
    timer = clock.callAfter(delay, &q, [this, again] {
        timer = 0;
        nextPoll = {};
        (this->*again)();
    });
    Q_EMIT q.polled();
    Q_EMIT q.waiting(probes, 0, nextPoll);
    return true;
}

void JobRun::Private::uploaded(const crm::CallResult<crm::UploadedFile> &answer)
{
    if (!answer) {
        if (!waitsOut(answer.error(), uploadPatience, &Private::upload))
            fail(answer.error());
        return;
    }
    probes = 0;
    fileId = answer->id;
    order.request.fileId = fileId;
    if (version().sendsFileNames)
        order.request.fileNames = QStringList{order.csvName};
    Q_EMIT q.uploaded();
    if (stopWanted)
        end(RunState::Stopped);
    else
        create();
}

void JobRun::Private::create()
{
    enter(RunState::Creating);
    if (stopWanted)
        return end(RunState::Stopped);
    net::CallControl *call = newControl();
    QObject::connect(call, &net::CallControl::sent, &q, [this](qint64 bytes, qint64) { leaving = bytes > 0; });
    base::observe(api.createJob(q.requestBody(), call), &q, [this](const auto &outcome) { created(outcome); });
}

void JobRun::Private::created(const net::CreateOutcome &outcome)
{
    using Kind = net::CreateOutcome::Kind;
    failure = outcome.failure;
    switch (outcome.kind) {
    case Kind::Created:
        job = outcome.job;
        createdAt = clock.monotonic();
        Q_EMIT q.jobCreated();
        if (stopWanted)
            end(RunState::Stopped);
        else
            watch();
        break;
    case Kind::Refused:
        end(RunState::Refused);
        break;
    case Kind::NotSent:
        end(stopWanted ? RunState::Stopped : RunState::Failed);
        break;
    case Kind::Unknown:
        end(RunState::OutcomeUnknown);
        break;
    }
}

void JobRun::Private::watch()
{
    ++current;
    failure.reset();
    enter(RunState::Polling);
    schedulePoll();
}

void JobRun::Private::schedulePoll()
{
    std::chrono::milliseconds delay = pollDelay(polls, clock.monotonic() - createdAt);
    if (order.jitter)
        delay = std::chrono::milliseconds(qRound64(static_cast<double>(delay.count()) * (0.8 + 0.4 * order.jitter())));
    nextPoll = clock.now().addMSecs(delay.count());
    timer = clock.callAfter(delay, &q, [this] { poll(); });
    Q_EMIT q.polled();
}

void JobRun::Private::poll()
{
    timer = 0;
    nextPoll = {};
    ++polls;
    base::observe(api.jobDetails(job->id), &q, [this, now = current](const auto &answer) { polled(now, answer); });
}

void JobRun::Private::polled(quint64 ofWatch, const crm::CallResult<crm::JobDetails> &answer)
{
    if (ofWatch != current)
        return;
    if (!answer) {
        if (!waitsOut(answer.error(), watchPatience, &Private::poll))
            fail(answer.error());
        return;
    }
    probes = 0;
    details = *answer;
    if (!details->finished()) {
        schedulePoll();
        return;
    }
    Q_EMIT q.polled();
    jobEnded();
}

void JobRun::Private::jobEnded()
{
    if (!details->downloadUrl.isEmpty()) {
        download();
        return;
    }
    if (details->state != crm::JobState::Completed || !details->counts) {
        const QString words = details->message.isEmpty() ? details->statusText : details->message;
        fail({{base::ErrorCode::ServerTrouble, words, {}, {}}, nullptr, nullptr});
        return;
    }
    result = RunResult{};
    result->counts = *details->counts;
    result->serverCounts = details->counts;
    end(RunState::Finished);
}

void JobRun::Private::download()
{
    enter(RunState::Downloading);
    base::observe(api.download(details->downloadUrl, newControl()), &q,
                  [this, now = current](const auto &answer) { downloaded(now, answer); });
}

void JobRun::Private::downloaded(quint64 ofWatch, const crm::CallResult<QByteArray> &answer)
{
    if (ofWatch != current)
        return;
    if (!answer) {
        if (!waitsOut(answer.error(), watchPatience, &Private::download))
            fail(answer.error());
        return;
    }
    const auto work = [archive = *answer, names = knownColumns()] { return readResultArchive(archive, names); };
    base::observe(base::runInPool(work), &q, [this, ofWatch](const auto &rows) { read(ofWatch, rows); });
}

void JobRun::Private::read(quint64 ofWatch, const base::Result<RunResult> &answer)
{
    if (ofWatch != current)
        return;
    if (!answer) {
        fail({answer.error(), nullptr, nullptr});
        return;
    }
    result = *answer;
    result->serverCounts = details->counts;
    end(RunState::Finished);
}

JobRun::JobRun(net::CrmApi &api, JobOrder order, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, api, std::move(order), clock))
{
    d->fileId = d->order.request.fileId;
    d->job = d->order.job;
}

JobRun::~JobRun()
{
    d->clock.cancel(d->timer);
}

void JobRun::start()
{
    if (d->state != RunState::Idle)
        return;
    if (d->job) {
        d->createdAt = d->clock.monotonic();
        d->watch();
    } else if (!d->order.zipPath.isEmpty()) {
        d->upload();
    } else {
        d->create();
    }
}

void JobRun::stop()
{
    if (ended(d->state) || d->state == RunState::Idle)
        return;
    d->stopWanted = true;
    if (d->state == RunState::Uploading && d->timer != 0)
        d->end(RunState::Stopped);
    else if (d->control && (d->state == RunState::Uploading || (d->state == RunState::Creating && !d->leaving)))
        d->control->abort(); // without one the call is about to be made, and is not: see stopWanted
    else if (d->state == RunState::Polling || d->state == RunState::Downloading)
        d->end(RunState::Stopped);
}

void JobRun::pollNow()
{
    if (d->state != RunState::Polling || d->timer == 0)
        return;
    d->clock.cancel(d->timer);
    d->poll();
}

void JobRun::resumeWatching()
{
    if (!d->job || (d->state != RunState::Stopped && d->state != RunState::Failed))
        return;
    d->stopWanted = false;
    d->watch();
    pollNow();
}

RunState JobRun::state() const
{
    return d->state;
}

const crm::FileId &JobRun::fileId() const
{
    return d->fileId;
}

const std::optional<crm::CreatedJob> &JobRun::job() const
{
    return d->job;
}

const std::optional<crm::JobDetails> &JobRun::details() const
{
    return d->details;
}

QDateTime JobRun::nextPoll() const
{
    return d->nextPoll;
}

const std::optional<RunResult> &JobRun::result() const
{
    return d->result;
}

const std::optional<crm::CallFailure> &JobRun::failure() const
{
    return d->failure;
}

QByteArray JobRun::requestBody() const
{
    return d->order.exactBody ? *d->order.exactBody : crm::wire::encodeRequest(d->order.request, d->version());
}

} // namespace importing
