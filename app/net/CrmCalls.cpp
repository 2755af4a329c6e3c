#include "net/CrmCalls.h"

#include <QFileInfo>
#include <QUrlQuery>
#include <QUuid>

namespace net {

namespace {

QUrl withModule(QUrl url, const crm::ModuleName &module)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("module"), QString::fromLatin1(QUrl::toPercentEncoding(module.text())));
    url.setQuery(query);
    return url;
}

/// A file name as a quoted string of a header line.
QByteArray quoted(const QString &fileName)
{
    QByteArray name = fileName.toUtf8();
    name.replace('\\', '_').replace('"', "%22").replace('\r', ' ').replace('\n', ' ');
    return name;
}

base::Error unreadable(const QString &path, const QFile &file)
{
    const auto code = QFileInfo::exists(path) ? base::ErrorCode::FileUnreadable : base::ErrorCode::FileNotFound;
    return {code, file.errorString(), {{QStringLiteral("file"), path}}, {}};
}

/// A proxy between us and the CRM can refuse in JSON of its own kind after it has passed the request on; such bodies like to
/// repeat the HTTP status as their code, which the CRM's words never do.
bool isTheCrmsOwn(const crm::ServerError &refusal)
{
    bool isNumber = false;
    refusal.code.toLongLong(&isNumber);
    return (refusal.shape == crm::ServerError::Shape::Crm && !isNumber)
        || refusal.shape == crm::ServerError::Shape::Gateway || refusal.answer.httpStatus == 429;
}

Call::Body formWithFile(const QString &path, const QByteArray &boundary)
{
    auto file = std::make_unique<QFile>(path);
    if (!QFileInfo(path).isFile() || !file->open(QIODevice::ReadOnly))
        return unreadable(path, *file);
    const QByteArray head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + quoted(QFileInfo(path).fileName()) + "\"\r\nContent-Type: application/zip\r\n\r\n";
    return std::make_unique<OneShotBody>(head, std::move(file), "\r\n--" + boundary + "--\r\n");
}

} // namespace

CrmCalls::CrmCalls(const ApiTarget &target, const HttpLimits &limits)
    : m_target(target)
    , m_limits(limits)
{ }

QString CrmCalls::version() const
{
    const crm::ApiVersion &version = m_target.version ? *m_target.version : crm::defaultApiVersion();
    return QLatin1String(version.name);
}

QUrl CrmCalls::address(const QUrl &host, const QString &path) const
{
    QUrl url = host;
    url.setPath(path);
    return url;
}

Call CrmCalls::read(const QString &path, qint64 largestAnswer) const
{
    Call call;
    call.url = address(m_target.hosts.api, path);
    call.answerTime = m_limits.answer;
    call.largestAnswer = largestAnswer;
    return call;
}

Call CrmCalls::organisation() const
{
    return read(QStringLiteral("/crm/%1/org").arg(version()), m_limits.answerBytes);
}

Call CrmCalls::currentUser() const
{
    Call call = read(QStringLiteral("/crm/%1/users").arg(version()), m_limits.answerBytes);
    call.url.setQuery(QStringLiteral("type=CurrentUser"));
    return call;
}

Call CrmCalls::modules() const
{
    return read(QStringLiteral("/crm/%1/settings/modules").arg(version()), m_limits.metadataBytes);
}

Call CrmCalls::settings(const QString &what, const crm::ModuleName &module) const
{
    Call call = read(QStringLiteral("/crm/%1/settings/%2").arg(version(), what), m_limits.metadataBytes);
    call.url = withModule(call.url, module);
    return call;
}

Call CrmCalls::fields(const crm::ModuleName &module) const
{
    return settings(QStringLiteral("fields"), module);
}

Call CrmCalls::layouts(const crm::ModuleName &module) const
{
    return settings(QStringLiteral("layouts"), module);
}

Call CrmCalls::upload(const QString &zipPath) const
{
    const QByteArray boundary = "----" + QUuid::createUuid().toByteArray(QUuid::Id128);
    Call call;
    call.verb = "POST";
    call.url = address(m_target.hosts.upload, QStringLiteral("/crm/%1/upload").arg(version()));
    call.headers = {{"feature", "bulk-write"}, {"Content-Type", "multipart/form-data; boundary=\"" + boundary + '"'}};
    if (!m_target.org.isEmpty())
        call.headers.append({"X-CRM-ORG", m_target.org.text().toUtf8()});
    call.body = [zipPath, boundary] { return formWithFile(zipPath, boundary); };
    call.repeat = RepeatClass::Repeatable;
    call.answerTime = m_limits.uploadAnswer;
    call.largestAnswer = m_limits.answerBytes;
    return call;
}

Call CrmCalls::createJob(const QByteArray &body) const
{
    Call call;
    call.verb = "POST";
    call.url = address(m_target.hosts.api, QStringLiteral("/crm/bulk/%1/write").arg(version()));
    call.headers = {{"Content-Type", "application/json"}};
    call.body = [body] { return Call::Body(std::make_unique<OneShotBody>(body)); };
    call.repeat = RepeatClass::Once;
    call.answerTime = m_limits.createAnswer;
    call.largestAnswer = m_limits.answerBytes;
    return call;
}

Call CrmCalls::jobDetails(const crm::JobId &job) const
{
    return read(QStringLiteral("/crm/bulk/%1/write/%2").arg(version(), job.text()), m_limits.answerBytes);
}

Call CrmCalls::download(const QString &downloadUrl) const
{
    Call call = read({}, m_limits.resultBytes);
    call.url = m_target.hosts.api.resolved(QUrl(downloadUrl));
    call.followsRedirects = true;
    return call;
}

CreateOutcome createOutcome(const CallEnd &end, const std::optional<crm::CreatedJob> &job)
{
    if (!end.failure)
        return {CreateOutcome::Kind::Created, job, std::nullopt};
    if (end.failure->refusal && isTheCrmsOwn(*end.failure->refusal))
        return {CreateOutcome::Kind::Refused, std::nullopt, end.failure};
    if (!end.mayHaveActed && !end.failure->refusal)
        return {CreateOutcome::Kind::NotSent, std::nullopt, end.failure};
    crm::CallFailure failure = *end.failure;
    failure.error.context.insert(QStringLiteral("found"), QString::fromLatin1(base::name(failure.error.code)));
    failure.error.code = base::ErrorCode::OutcomeUnknown;
    failure.refusal = nullptr;
    return {CreateOutcome::Kind::Unknown, std::nullopt, failure};
}

} // namespace net
