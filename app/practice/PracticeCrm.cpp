#include "practice/PracticeCrm.h"

#include "practice/MultipartBody.h"
#include "practice/PracticeMetadata.h"
#include "practice/PracticeSeeds.h"
#include "practice/RecordJson.h"
#include "practice/ResultZip.h"
#include "practice/UploadHeaders.h"

namespace practice {

using namespace std::chrono_literals;

namespace {

constexpr int rowsAtOnce = 500;
constexpr int pageLimit = 200;

QString idOf(int number)
{
    return QStringLiteral("4150868%1").arg(number, 12, 10, QLatin1Char('0'));
}

Answer noContent()
{
    return {204, {}, {}, 0};
}

Answer invalidModule(const QString &code, const QString &message)
{
    return refusal(400, code, message, {{"param_name", "module"}});
}

} // namespace

PracticeCrm::PracticeCrm(base::Clock &clock)
    : m_clock(clock)
{
    m_data.modules = practiceModules();
    m_data.users = practiceUsers();
    m_data.nextRecordId = [this] { return idOf(m_nextRecord++); };
    for (const char *id : {"4150868000005364001", "4150868000005362001"})
        m_uploads.insert(QLatin1String(id), {sampleUpload(), {}});
    storeSeeds(m_data, m_clock.now());
}

void PracticeCrm::setPace(std::chrono::milliseconds added, std::chrono::milliseconds inProgress)
{
    m_added = added;
    m_inProgress = inProgress;
}

const PracticeModule *PracticeCrm::moduleNamed(const QString &name) const
{
    for (const PracticeModule &module : m_data.modules) {
        if (module.name == name)
            return &module;
    }
    return nullptr;
}

Answer PracticeCrm::modules(const PracticeRequest &request) const
{
    if (request.parts.size() < 5)
        return jsonAnswer(200, modulesJson(m_data.modules));
    const PracticeModule *module = moduleNamed(request.parts[4]);
    if (!module)
        return refusal(400, QStringLiteral("INVALID_MODULE"),
                       QStringLiteral("the module name given seems to be invalid"), {{"resource_path_index", 0}});
    return jsonAnswer(200, modulesJson({*module}));
}

base::Result<const PracticeModule *, Answer> PracticeCrm::moduleParameter(const PracticeRequest &request) const
{
    const QString name = request.query.queryItemValue(QStringLiteral("module"), QUrl::FullyDecoded);
    if (name.isEmpty())
        return invalidModule(QStringLiteral("REQUIRED_PARAM_MISSING"),
                             QStringLiteral("One of the expected parameter is missing"));
    const PracticeModule *module = moduleNamed(name);
    if (!module)
        return invalidModule(QStringLiteral("INVALID_MODULE"),
                             QStringLiteral("the module name given seems to be invalid"));
    return module;
}

Answer PracticeCrm::fields(const PracticeRequest &request) const
{
    const auto module = moduleParameter(request);
    return module ? jsonAnswer(200, fieldsJson(**module, m_data.modules)) : module.error();
}

Answer PracticeCrm::layouts(const PracticeRequest &request) const
{
    const auto module = moduleParameter(request);
    return module ? jsonAnswer(200, layoutsJson(**module)) : module.error();
}

Answer PracticeCrm::users(const PracticeRequest &request) const
{
    const QString type = request.query.queryItemValue(QStringLiteral("type"));
    if (request.parts.size() < 4)
        return jsonAnswer(200,
                          usersJson(type == QLatin1String("CurrentUser")
                                        ? std::vector<PracticeUser>{m_data.users.front()}
                                        : m_data.users));
    for (const PracticeUser &user : m_data.users) {
        if (user.id == request.parts[3])
            return jsonAnswer(200, usersJson({user}));
    }
    return noContent();
}

Answer PracticeCrm::records(const QString &name, const PracticeRequest &request) const
{
    const PracticeModule *module = moduleNamed(name);
    if (!module)
        return refusal(400, QStringLiteral("INVALID_MODULE"),
                       QStringLiteral("the module name given seems to be invalid"), {{"resource_path_index", 0}});
    const auto number = [&request](const char *key, int fallback) {
        const QString value = request.query.queryItemValue(QLatin1String(key));
        return value.isEmpty() ? fallback : value.toInt();
    };
    const int page = number("page", 1);
    const int perPage = number("per_page", pageLimit);
    if (page < 1 || perPage < 1 || perPage > pageLimit)
        return refusal(400, QStringLiteral("INVALID_DATA"), QStringLiteral("invalid data"),
                       {{"param_name", page < 1 ? "page" : "per_page"}});
    const QString wanted = request.query.queryItemValue(QStringLiteral("fields"), QUrl::FullyDecoded);
    const Json json = recordsJson(m_data, *module, {page, perPage, wanted.split(QLatin1Char(','), Qt::SkipEmptyParts)});
    return json["data"].empty() ? noContent() : jsonAnswer(200, json);
}

Answer PracticeCrm::upload(const PracticeRequest &request)
{
    if (const auto refused = checkUploadHeaders(request))
        return *refused;
    const auto file = formFile(request.headers.value("content-type"), request.body, "file");
    const QString now = m_clock.now().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss+00:00"));
    auto csv = openUpload(file ? file->content : QByteArray(), request.version, now, m_limits);
    if (!csv)
        return csv.error();
    const QString id = idOf(m_nextUpload);
    m_nextUpload += 2000;
    m_uploads.insert(id, {*std::move(csv), {}});
    return jsonAnswer(200,
                      {{"status", "success"},
                       {"code", "FILE_UPLOAD_SUCCESS"},
                       {"message", "file uploaded."},
                       {"details", {{"file_id", text(id)}, {"created_time", text(now)}}}});
}

Answer PracticeCrm::createJob(const PracticeRequest &request)
{
    auto order = readOrder(request.body, request.version, {m_data.modules, m_uploads});
    if (!order)
        return order.error();
    const QString id = idOf(m_nextJob);
    m_nextJob += 2000;
    Job &job = m_jobs[id];
    job.id = id;
    job.order = *std::move(order);
    job.created = m_clock.now();
    job.finishAt = m_clock.monotonic() + m_added + m_inProgress;
    StoredUpload &upload = m_uploads[job.order.fileId];
    upload.usedBy = id;
    job.fileName = upload.csv.name;
    m_clock.callAfter(m_added, &m_context, [this, &job] { start(job); });
    return jsonAnswer(201,
                      {{"status", "success"},
                       {"code", "SUCCESS"},
                       {"message", "success"},
                       {"details", {{"id", text(id)}, {"created_by", creatorJson(m_data.users.front())}}}});
}

void PracticeCrm::start(Job &job)
{
    job.stage = JobStage::InProgress;
    job.run = std::make_unique<JobRun>(job.order, m_uploads[job.order.fileId].csv, m_data, m_clock.now());
    goOn(job);
}

/// Some rows a turn of the event loop, so that other requests are answered meanwhile.
void PracticeCrm::goOn(Job &job)
{
    const bool more = job.run->step(rowsAtOnce);
    job.counts = job.run->counts();
    const auto left = job.finishAt - m_clock.monotonic();
    if (more)
        m_clock.callAfter(0ms, &m_context, [this, &job] { goOn(job); });
    else
        m_clock.callAfter(std::max(left, 0ms), &m_context, [this, &job] { complete(job); });
}

void PracticeCrm::complete(Job &job)
{
    const QString name = job.order.module + QLatin1Char('-') + job.fileName;
    job.resultZip = zipOf(name, job.run->resultCsv());
    job.run.reset();
    job.stage = JobStage::Completed;
    // The rows are records now; the upload is only remembered so that its ID is refused.
    m_uploads[job.order.fileId].csv.raw.clear();
}

Answer PracticeCrm::job(const QString &id, const PracticeRequest &request, const QString &base) const
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end())
        return refusal(404, QStringLiteral("RESOURCE_NOT_FOUND"),
                       QStringLiteral("The requested resource doesn't exist."));
    return jsonAnswer(200, jobJson(found->second, m_data.users.front(), request.version, base));
}

Answer PracticeCrm::result(const QString &jobId) const
{
    const auto found = m_jobs.find(jobId);
    if (found == m_jobs.end() || found->second.resultZip.isEmpty())
        return jsonAnswer(403, {{"info", "Forbidden"}, {"x-info", "Link not valid"}, {"http_status", 403}});
    return {200, found->second.resultZip, QByteArrayLiteral("application/zip"), 0};
}

} // namespace practice
