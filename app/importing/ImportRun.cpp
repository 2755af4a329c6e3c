#include "importing/ImportRun.h"

#include "crm/wire/CreateJobWire.h"
#include "importing/ResultReading.h"

namespace importing {

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
    void fail(const crm::CallFailure &why);
    net::CallControl *newControl();
    void upload();
    void uploaded();
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
    [[nodiscard]] bool sendsExactBody() const;
    [[nodiscard]] QStringList knownColumns() const;

    ImportRun &q;
    net::CrmApi &api;
    RunOrder order;
    base::Clock &clock;
    State state = State::Idle;
    bool stopWanted = false;
    bool leaving = false; ///< bytes of the create call are on their way
    UploadRun *uploadRun = nullptr;
    std::unique_ptr<net::CallControl> control;
    crm::FileId fileId;
    std::optional<crm::CreatedJob> job;
    std::optional<crm::JobDetails> details;
    std::optional<RunResult> result;
    std::optional<crm::CallFailure> failure;
    std::optional<tabular::Part> part;
    quint64 current = 0; ///< watch: tells late answers of a stopped one apart
    int polls = 0;
    std::chrono::milliseconds createdAt{0};
    base::Clock::TimerId timer = 0;
    QDateTime nextPoll;
};

void ImportRun::Private::enter(State next)
{
    state = next;
    Q_EMIT q.stateChanged();
}

void ImportRun::Private::end(State last)
{
    clock.cancel(std::exchange(timer, 0));
    nextPoll = {};
    ++current;
    enter(last);
    Q_EMIT q.finished();
}

void ImportRun::Private::fail(const crm::CallFailure &why)
{
    failure = why;
    end(stopWanted && why.error.code == base::ErrorCode::Cancelled ? State::Stopped : State::Failed);
}

net::CallControl *ImportRun::Private::newControl()
{
    control = std::make_unique<net::CallControl>();
    QObject::connect(control.get(), &net::CallControl::waiting, &q, &ImportRun::waiting);
    return control.get();
}

const crm::ApiVersion &ImportRun::Private::version() const
{
    return api.target().version ? *api.target().version : crm::defaultApiVersion();
}

/// An uploaded file gives the request another file ID than the recorded bytes have.
bool ImportRun::Private::sendsExactBody() const
{
    return order.exactBody && (!order.source || !order.request.fileId.isEmpty()) && !uploadRun;
}

QStringList ImportRun::Private::knownColumns() const
{
    QStringList names;
    for (const crm::FieldMapping &mapping : order.request.mappings)
        names.append(mapping.field.text());
    return names;
}

void ImportRun::Private::upload()
{
    uploadRun = new UploadRun(api, *order.source, order.tempFolder, &q);
    QObject::connect(uploadRun, &UploadRun::zipProgress, &q, &ImportRun::zipProgress);
    QObject::connect(uploadRun, &UploadRun::sendProgress, &q, &ImportRun::sendProgress);
    QObject::connect(uploadRun, &UploadRun::waiting, &q, &ImportRun::waiting);
    QObject::connect(uploadRun, &UploadRun::stateChanged, &q, [this] {
        if (uploadRun->state() == UploadRun::State::Uploading)
            enter(State::Uploading);
    });
    QObject::connect(uploadRun, &UploadRun::finished, &q, [this] { uploaded(); });
    enter(State::Zipping);
    uploadRun->start();
}

void ImportRun::Private::uploaded()
{
    part = uploadRun->part();
    const crm::CallResult<crm::UploadedFile> &answer = uploadRun->result();
    if (!answer) {
        fail(answer.error());
        return;
    }
    fileId = answer->id;
    order.request.fileId = fileId;
    if (version().sendsFileNames)
        order.request.fileNames = QStringList{part->csvName};
    Q_EMIT q.uploaded();
    if (stopWanted)
        end(State::Stopped);
    else
        create();
}

void ImportRun::Private::create()
{
    enter(State::Creating);
    net::CallControl *call = newControl();
    QObject::connect(call, &net::CallControl::sent, &q, [this](qint64 bytes, qint64) { leaving = bytes > 0; });
    base::observe(api.createJob(q.requestBody(), call), &q, [this](const auto &outcome) { created(outcome); });
}

void ImportRun::Private::created(const net::CreateOutcome &outcome)
{
    using Kind = net::CreateOutcome::Kind;
    failure = outcome.failure;
    switch (outcome.kind) {
    case Kind::Created:
        job = outcome.job;
        createdAt = clock.monotonic();
        Q_EMIT q.jobCreated();
        if (stopWanted)
            end(State::Stopped);
        else
            watch();
        break;
    case Kind::Refused:
        end(State::Refused);
        break;
    case Kind::NotSent:
        end(stopWanted ? State::Stopped : State::Failed);
        break;
    case Kind::Unknown:
        end(State::OutcomeUnknown);
        break;
    }
}

void ImportRun::Private::watch()
{
    ++current;
    failure.reset();
    enter(State::Polling);
    schedulePoll();
}

void ImportRun::Private::schedulePoll()
{
    std::chrono::milliseconds delay = pollDelay(polls, clock.monotonic() - createdAt);
    if (order.jitter)
        delay = std::chrono::milliseconds(qRound64(static_cast<double>(delay.count()) * (0.8 + 0.4 * order.jitter())));
    nextPoll = clock.now().addMSecs(delay.count());
    timer = clock.callAfter(delay, &q, [this] { poll(); });
    Q_EMIT q.polled();
}

void ImportRun::Private::poll()
{
    timer = 0;
    nextPoll = {};
    ++polls;
    base::observe(api.jobDetails(job->id), &q, [this, now = current](const auto &answer) { polled(now, answer); });
}

void ImportRun::Private::polled(quint64 ofWatch, const crm::CallResult<crm::JobDetails> &answer)
{
    if (ofWatch != current)
        return;
    if (!answer) {
        fail(answer.error());
        return;
    }
    details = *answer;
    if (!details->finished()) {
        schedulePoll();
        return;
    }
    Q_EMIT q.polled();
    jobEnded();
}

void ImportRun::Private::jobEnded()
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
    end(State::Finished);
}

void ImportRun::Private::download()
{
    enter(State::Downloading);
    base::observe(api.download(details->downloadUrl, newControl()), &q,
                  [this, now = current](const auto &answer) { downloaded(now, answer); });
}

void ImportRun::Private::downloaded(quint64 ofWatch, const crm::CallResult<QByteArray> &answer)
{
    if (ofWatch != current)
        return;
    if (!answer) {
        fail(answer.error());
        return;
    }
    const auto work = [archive = *answer, names = knownColumns()] { return readResultArchive(archive, names); };
    base::observe(base::runInPool(work), &q, [this, ofWatch](const auto &rows) { read(ofWatch, rows); });
}

void ImportRun::Private::read(quint64 ofWatch, const base::Result<RunResult> &answer)
{
    if (ofWatch != current)
        return;
    if (!answer) {
        fail({answer.error(), nullptr, nullptr});
        return;
    }
    result = *answer;
    result->serverCounts = details->counts;
    end(State::Finished);
}

ImportRun::ImportRun(net::CrmApi &api, RunOrder order, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, api, std::move(order), clock))
{
    d->fileId = d->order.request.fileId;
}

ImportRun::~ImportRun()
{
    d->clock.cancel(d->timer);
}

void ImportRun::start()
{
    if (d->state != State::Idle)
        return;
    if (d->order.source && d->order.request.fileId.isEmpty())
        d->upload();
    else
        d->create();
}

void ImportRun::stop()
{
    if (ended() || d->state == State::Idle)
        return;
    d->stopWanted = true;
    if (d->state == State::Zipping || d->state == State::Uploading)
        d->uploadRun->stop();
    else if (d->state == State::Creating && !d->leaving)
        d->control->abort();
    else if (d->state == State::Polling || d->state == State::Downloading)
        d->end(State::Stopped);
}

void ImportRun::pollNow()
{
    if (d->state != State::Polling || d->timer == 0)
        return;
    d->clock.cancel(d->timer);
    d->poll();
}

void ImportRun::resumeWatching()
{
    if (!d->job || (d->state != State::Stopped && d->state != State::Failed))
        return;
    d->stopWanted = false;
    d->watch();
    pollNow();
}

ImportRun::State ImportRun::state() const
{
    return d->state;
}

bool ImportRun::ended() const
{
    switch (d->state) {
    case State::Finished:
    case State::Failed:
    case State::Refused:
    case State::OutcomeUnknown:
    case State::Stopped:
        return true;
    default:
        return false;
    }
}

const crm::FileId &ImportRun::fileId() const
{
    return d->fileId;
}

const std::optional<crm::CreatedJob> &ImportRun::job() const
{
    return d->job;
}

const std::optional<crm::JobDetails> &ImportRun::details() const
{
    return d->details;
}

QDateTime ImportRun::nextPoll() const
{
    return d->nextPoll;
}

const std::optional<RunResult> &ImportRun::result() const
{
    return d->result;
}

const std::optional<crm::CallFailure> &ImportRun::failure() const
{
    return d->failure;
}

const std::optional<tabular::Part> &ImportRun::part() const
{
    return d->part;
}

QByteArray ImportRun::requestBody() const
{
    return d->sendsExactBody() ? *d->order.exactBody : crm::wire::encodeRequest(d->order.request, d->version());
}

} // namespace importing
