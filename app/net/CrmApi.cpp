#include "net/CrmApi.h"

#include "crm/wire/CreateJobWire.h"
#include "crm/wire/JobWire.h"
#include "crm/wire/MetadataWire.h"
#include "net/CrmCalls.h"

namespace net {

namespace {

HostPolicy policyFor(HostPolicy hosts, const ApiTarget &target)
{
    if (!isLoopback(target.hosts.api))
        hosts.forbidLoopback();
    return hosts;
}

} // namespace

class CrmApi::Private final {
public:
    Private(CrmApi *owner, ApiTarget to, std::shared_ptr<auth::TokenProvider> provider, HostPolicy hosts,
            base::Clock &time, const HttpLimits &numbers)
        : q(owner)
        , target(std::move(to))
        , tokens(std::move(provider))
        , clock(time)
        , limits(numbers)
        , http(policyFor(std::move(hosts), target), time)
        , gate(time, numbers.inFlight, numbers.pause)
        , budget(numbers.retry.cap)
        , calls(target, limits)
    { }

    void run(Call call, CallControl *control, CallRun::Done done)
    {
        auto *run =
            new CallRun(std::move(call), {http, gate, budget, tokens, clock, limits}, control, std::move(done), &runs);
        run->start();
    }

    /// Runs `call` and reads its answer with `decode`; `learn` sees the value first.
    template <class T>
    QFuture<crm::CallResult<T>> ask(Call call, base::Result<T, crm::ServerError> (*decode)(const crm::ServerAnswer &),
                                    CallControl *control = nullptr, std::function<void(const T &)> learn = {})
    {
        auto value = std::make_shared<std::optional<T>>();
        call.decode = [value, decode](const crm::ServerAnswer &answer) -> std::optional<crm::ServerError> {
            auto decoded = decode(answer);
            if (!decoded)
                return decoded.error();
            *value = std::move(decoded).value();
            return std::nullopt;
        };
        auto promise = std::make_shared<QPromise<crm::CallResult<T>>>();
        promise->start();
        run(std::move(call), control, [promise, value, learn](const CallEnd &end) {
            if (!end.failure && learn)
                learn(**value);
            promise->addResult(end.failure ? crm::CallResult<T>(*end.failure) : crm::CallResult<T>(std::move(**value)));
            promise->finish();
        });
        return promise->future();
    }

    CrmApi *q;
    ApiTarget target;
    std::shared_ptr<auth::TokenProvider> tokens;
    base::Clock &clock;
    HttpLimits limits;
    HttpClient http;
    RateGate gate;
    RetryBudget budget;
    CrmCalls calls;
    QObject runs; ///< last, so that running calls end before what they use
};

namespace {

base::Result<QByteArray, crm::ServerError> decodeResultZip(const crm::ServerAnswer &answer)
{
    if (auto instead = decodeZip(answer))
        return *instead;
    return answer.body;
}

} // namespace

CrmApi::CrmApi(ApiTarget target, std::shared_ptr<auth::TokenProvider> tokens, HostPolicy hosts, base::Clock &clock,
               QObject *parent)
    : CrmApi(std::move(target), std::move(tokens), std::move(hosts), clock, HttpLimits(), parent)
{ }

CrmApi::CrmApi(ApiTarget target, std::shared_ptr<auth::TokenProvider> tokens, HostPolicy hosts, base::Clock &clock,
               const HttpLimits &limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(target), std::move(tokens), std::move(hosts), clock, limits))
{ }

CrmApi::~CrmApi() = default;

const ApiTarget &CrmApi::target() const
{
    return d->target;
}

void CrmApi::setOrganisation(const crm::OrgId &org)
{
    d->target.org = org;
}

QUrl CrmApi::createJobUrl() const
{
    return d->calls.createJob({}).url;
}

QFuture<crm::CallResult<crm::Organisation>> CrmApi::organisation()
{
    return d->ask<crm::Organisation>(d->calls.organisation(), crm::wire::decodeOrganisation, nullptr,
                                     [this](const crm::Organisation &organisation) {
                                         if (d->target.org.isEmpty())
                                             d->target.org = organisation.zgid;
                                     });
}

QFuture<crm::CallResult<crm::CrmUser>> CrmApi::currentUser()
{
    return d->ask<crm::CrmUser>(d->calls.currentUser(), crm::wire::decodeCurrentUser);
}

QFuture<crm::CallResult<std::vector<crm::Module>>> CrmApi::modules()
{
    return d->ask<std::vector<crm::Module>>(d->calls.modules(), crm::wire::decodeModules);
}

QFuture<crm::CallResult<std::vector<crm::Field>>> CrmApi::fields(const crm::ModuleName &module)
{
    return d->ask<std::vector<crm::Field>>(d->calls.fields(module), crm::wire::decodeFields);
}

QFuture<crm::CallResult<std::vector<crm::Layout>>> CrmApi::layouts(const crm::ModuleName &module)
{
    return d->ask<std::vector<crm::Layout>>(d->calls.layouts(module), crm::wire::decodeLayouts);
}

QFuture<crm::CallResult<crm::UploadedFile>> CrmApi::upload(const QString &zipPath, CallControl *control)
{
    return d->ask<crm::UploadedFile>(d->calls.upload(zipPath), crm::wire::decodeUpload, control);
}

QFuture<crm::CallResult<crm::JobDetails>> CrmApi::jobDetails(const crm::JobId &job)
{
    return d->ask<crm::JobDetails>(d->calls.jobDetails(job), crm::wire::decodeJobDetails);
}

QFuture<crm::CallResult<QByteArray>> CrmApi::download(const QString &downloadUrl, CallControl *control)
{
    return d->ask<QByteArray>(d->calls.download(downloadUrl), decodeResultZip, control);
}

QFuture<CreateOutcome> CrmApi::createJob(const QByteArray &body, CallControl *control)
{
    Call call = d->calls.createJob(body);
    auto job = std::make_shared<std::optional<crm::CreatedJob>>();
    call.decode = [job](const crm::ServerAnswer &answer) -> std::optional<crm::ServerError> {
        auto decoded = crm::wire::decodeCreatedJob(answer);
        if (!decoded)
            return decoded.error();
        *job = std::move(decoded).value();
        return std::nullopt;
    };
    auto promise = std::make_shared<QPromise<CreateOutcome>>();
    promise->start();
    d->run(std::move(call), control, [promise, job](const CallEnd &end) {
        promise->addResult(createOutcome(end, *job));
        promise->finish();
    });
    return promise->future();
}

} // namespace net
