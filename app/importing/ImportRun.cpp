#include "importing/ImportRun.h"

#include "crm/wire/CreateJobWire.h"
#include "importing/MappedColumns.h"
#include "importing/PoolWork.h"

namespace importing {

namespace {

template <class T>
const std::optional<T> &none()
{
    static const std::optional<T> nothing;
    return nothing;
}

RunPart::Fate fateOf(const JobRun &job)
{
    using Fate = RunPart::Fate;
    switch (job.state()) {
    case RunState::Finished:
        return Fate::In;
    case RunState::Refused:
        return Fate::Refused;
    case RunState::OutcomeUnknown:
        return Fate::Unknown;
    default:
        break;
    }
    if (!job.job())
        return Fate::NotSent;
    const auto &details = job.details();
    return details && details->finished() && details->state != crm::JobState::Completed ? Fate::Failed : Fate::Created;
}

} // namespace

class ImportRun::Private final {
public:
    Private(ImportRun &owner, net::CrmApi &crmApi, RunOrder runOrder, base::Clock &timeSource)
        : q(owner)
        , api(crmApi)
        , order(std::move(runOrder))
        , clock(timeSource)
    { }

    void enter(State next);
    void end(State last);
    void makeTheParts();
    void made(const base::Result<MadeParts> &result);
    void runPart();
    void connectJob();
    [[nodiscard]] JobOrder orderOf(const RunPart &part) const;
    [[nodiscard]] RunPart &part() const { return parts->parts.at(at); }
    void jobCreated();
    void jobEnded();
    void partIn();

    ImportRun &q;
    net::CrmApi &api;
    RunOrder order;
    base::Clock &clock;
    State state = State::Idle;
    bool stopWanted = false;
    bool onlyWatches = false; ///< what is left is not sent
    base::StopFlag stopMaking;
    std::shared_ptr<RunParts> parts;
    size_t at = 0;
    JobRun *job = nullptr;                   ///< of part `at`
    std::optional<crm::CallFailure> failure; ///< of what is done before a job
};

void ImportRun::Private::enter(State next)
{
    state = next;
    Q_EMIT q.stateChanged();
}

void ImportRun::Private::end(State last)
{
    enter(last);
    Q_EMIT q.finished();
}

void ImportRun::Private::makeTheParts()
{
    enter(State::Zipping);
    workInPool(
        &q,
        [wanted = PartsWanted{*order.source, order.table, order.request, order.cells, order.tempFolder},
         stop = stopMaking](const std::function<void(int)> &progress) { return makeParts(wanted, stop, progress); },
        [this](int percent) { Q_EMIT q.zipProgress(percent); },
        [this](const base::Result<MadeParts> &result) { made(result); });
}

void ImportRun::Private::made(const base::Result<MadeParts> &result)
{
    if (stopWanted) {
        end(State::Stopped);
        return;
    }
    if (!result) {
        failure = crm::CallFailure{result.error(), nullptr, nullptr};
        end(State::Failed);
        return;
    }
    parts = partsFrom(*result);
    runPart();
}

void ImportRun::Private::runPart()
{
    at = parts->next();
    if (at == parts->parts.size()) {
        end(State::Finished);
        return;
    }
    if (job)
        job->deleteLater();
    job = new JobRun(api, orderOf(part()), clock, &q);
    connectJob();
    job->start();
}

JobOrder ImportRun::Private::orderOf(const RunPart &part) const
{
    JobOrder one;
    one.request = q.request();
    one.jitter = order.jitter;
    if (part.fate == RunPart::Fate::Created)
        one.job = part.job;
    if (part.file) {
        one.zipPath = part.file->zipPath;
        one.csvName = part.file->csvName;
    } else {
        one.exactBody = order.exactBody; // an uploaded file would have another file ID than these bytes
    }
    return one;
}

void ImportRun::Private::connectJob()
{
    JobRun *ours = job;
    QObject::connect(ours, &JobRun::stateChanged, &q, [this, ours] {
        if (!importing::ended(ours->state()))
            enter(ours->state());
    });
    QObject::connect(ours, &JobRun::sendProgress, &q, &ImportRun::sendProgress);
    QObject::connect(ours, &JobRun::waiting, &q, &ImportRun::waiting);
    QObject::connect(ours, &JobRun::uploaded, &q, &ImportRun::uploaded);
    QObject::connect(ours, &JobRun::jobCreated, &q, [this] { jobCreated(); });
    QObject::connect(ours, &JobRun::polled, &q, &ImportRun::polled);
    QObject::connect(ours, &JobRun::finished, &q, [this] { jobEnded(); });
}

void ImportRun::Private::jobCreated()
{
    part().fate = RunPart::Fate::Created;
    part().job = job->job();
    if (at + 1 == parts->parts.size())
        parts->folder.reset(); // every zip has served
    Q_EMIT q.jobCreated();
}

void ImportRun::Private::jobEnded()
{
    part().fate = fateOf(*job);
    if (part().fate == RunPart::Fate::In) {
        partIn();
        return;
    }
    // A part that nothing follows is made anew when it is wanted again.
    if (parts->parts.size() == 1)
        parts->folder.reset();
    end(job->state());
}

void ImportRun::Private::partIn()
{
    parts->sum.add(part().job ? part().job->id : crm::JobId(), *job->result(), part().rows);
    Q_EMIT q.partFinished();
    const bool more = parts->next() < parts->parts.size();
    if (more && onlyWatches)
        end(State::Stopped);
    else
        runPart();
}

ImportRun::ImportRun(net::CrmApi &api, RunOrder order, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, api, std::move(order), clock))
{ }

ImportRun::~ImportRun()
{
    d->stopMaking.raise();
    delete d->job; // before what its slots look at
}

void ImportRun::start()
{
    if (d->state != State::Idle)
        return;
    if (!d->order.goOn && d->order.source && d->order.request.fileId.isEmpty()) {
        d->makeTheParts();
        return;
    }
    d->parts = d->order.goOn ? d->order.goOn : oneUploadedPart(d->order.uploadedRows);
    d->runPart();
}

void ImportRun::stop()
{
    if (ended() || d->state == State::Idle)
        return;
    d->stopWanted = true;
    if (d->state == State::Zipping)
        d->stopMaking.raise();
    else
        d->job->stop();
}

void ImportRun::pollNow()
{
    if (d->state == State::Polling)
        d->job->pollNow();
}

void ImportRun::resumeWatching()
{
    if (!job() || (d->state != State::Stopped && d->state != State::Failed))
        return;
    d->stopWanted = false;
    d->onlyWatches = true;
    d->job->resumeWatching();
}

ImportRun::State ImportRun::state() const
{
    return d->state;
}

const crm::FileId &ImportRun::fileId() const
{
    return d->job ? d->job->fileId() : d->order.request.fileId;
}

const std::optional<crm::CreatedJob> &ImportRun::job() const
{
    return d->job ? d->job->job() : none<crm::CreatedJob>();
}

const std::optional<crm::JobDetails> &ImportRun::details() const
{
    return d->job ? d->job->details() : none<crm::JobDetails>();
}

QDateTime ImportRun::nextPoll() const
{
    return d->job ? d->job->nextPoll() : QDateTime();
}

const RunResult *ImportRun::result() const
{
    return d->parts && !d->parts->sum.parts.empty() ? &d->parts->sum : nullptr;
}

const std::optional<crm::CallFailure> &ImportRun::failure() const
{
    return d->job ? d->job->failure() : d->failure;
}

const std::optional<tabular::Part> &ImportRun::part() const
{
    return d->parts && d->at < d->parts->parts.size() ? d->part().file : none<tabular::Part>();
}

crm::BulkWriteRequest ImportRun::request() const
{
    const bool mapped = d->parts && !d->parts->columns.empty();
    return mapped ? requestWithin(d->parts->columns, d->order.request) : d->order.request;
}

QByteArray ImportRun::requestBody() const
{
    const crm::ApiVersion *version = d->api.target().version;
    return d->job ? d->job->requestBody()
                  : crm::wire::encodeRequest(request(), version ? *version : crm::defaultApiVersion());
}

int ImportRun::partNow() const
{
    return d->job ? static_cast<int>(d->at) + 1 : 0;
}

const std::shared_ptr<RunParts> &ImportRun::parts() const
{
    return d->parts;
}

} // namespace importing
