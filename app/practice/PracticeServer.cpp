#include "practice/PracticeServer.h"

#include "practice/FaultAnswers.h"
#include "practice/PracticeMetadata.h"

#include "base/Log.h"
#include "crm/ApiVersion.h"

namespace practice {

namespace {

QByteArray methodName(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    case QHttpServerRequest::Method::Head:
        return "HEAD";
    case QHttpServerRequest::Method::Patch:
        return "PATCH";
    case QHttpServerRequest::Method::Options:
        return "OPTIONS";
    default:
        return "OTHER";
    }
}

PracticeRequest read(const QHttpServerRequest &request)
{
    PracticeRequest read;
    read.method = methodName(request.method());
    read.path = request.url().path();
    read.parts = read.path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (const QString &part : std::as_const(read.parts)) {
        if (read.version.isEmpty() && crm::findApiVersion(part))
            read.version = part;
    }
    read.query = request.query();
    for (const auto &[name, value] : request.headers())
        read.headers.insert(name.toLower(), value);
    read.body = request.body();
    return read;
}

Answer unknownPath()
{
    return refusal(404, QStringLiteral("INVALID_URL_PATTERN"),
                   QStringLiteral("Please check if the URL trying to access is a correct one"));
}

Answer wrongMethod()
{
    return refusal(400, QStringLiteral("INVALID_REQUEST_METHOD"),
                   QStringLiteral("The http request method type is not a valid one"));
}

QHttpServerResponse response(const Answer &answer)
{
    const auto status = static_cast<QHttpServerResponse::StatusCode>(answer.status);
    QHttpServerResponse made(answer.contentType, answer.body, status);
    made.setHeader("Cache-Control", "no-cache");
    made.setHeader("X-Content-Type-Options", "nosniff");
    if (answer.retryAfter > 0)
        made.setHeader("Retry-After", QByteArray::number(answer.retryAfter));
    return made;
}

} // namespace

PracticeServer::PracticeServer(base::Clock &clock, base::Secret token, const PracticeScript &script)
    : m_crm(clock)
    , m_token(std::move(token))
    , m_listener(new PracticeTcpServer(clock, &m_http))
{
    setScript(script);
    m_http.route(QStringLiteral("/<arg>"),
                 [this](const QUrl &, const QHttpServerRequest &request) { return handle(request); });
}

bool PracticeServer::listen(quint16 port, QString *problem)
{
    const bool listening = m_listener->listen(QHostAddress::LocalHost, port);
    if (listening)
        m_http.bind(m_listener); // only takes what listens already
    else if (problem)
        *problem = m_listener->errorString();
    return listening;
}

void PracticeServer::setScript(const PracticeScript &script)
{
    m_script = script;
    m_crm.setPace(script.added, script.inProgress);
}

QHttpServerResponse PracticeServer::handle(const QHttpServerRequest &httpRequest)
{
    const PracticeRequest request = read(httpRequest);
    const QString line = QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path;
    if (m_witness)
        m_witness(line);
    Delivery delivery;
    delivery.latency = m_script.latency;
    delivery.closeAfter = request.headers.value("connection").toLower() == "close";
    const auto fault = takeFault(line);
    const Answer said = fault ? faulty(*fault, request, delivery) : answer(request);
    qCDebug(base::logPractice).noquote() << line << said.status << request.body.size() << "bytes";
    if (PracticeSocket *socket = m_listener->reading())
        socket->setDelivery(delivery);
    return response(said);
}

std::optional<PracticeFault> PracticeServer::takeFault(const QString &requestLine)
{
    for (PracticeFault &fault : m_script.faults) {
        if (fault.times <= 0 || !requestLine.contains(fault.match))
            continue;
        --fault.times;
        return fault;
    }
    return std::nullopt;
}

Answer PracticeServer::faulty(const PracticeFault &fault, const PracticeRequest &request, Delivery &delivery)
{
    using Kind = PracticeFault::Kind;
    switch (fault.kind) {
    case Kind::Status:
        return statusAnswer(fault);
    case Kind::ExpiredToken:
        return expiredToken();
    case Kind::Hang:
        delivery.kind = Delivery::Kind::Swallow;
        return {};
    case Kind::DropBefore:
        delivery.kind = Delivery::Kind::Close;
        return {};
    case Kind::DropAfter:
        delivery.kind = Delivery::Kind::Close;
        break;
    case Kind::CutBody:
        delivery.kind = Delivery::Kind::CutInHalf;
        break;
    case Kind::SlowDrip:
        delivery.kind = Delivery::Kind::Drip;
        break;
    }
    return answer(request);
}

std::optional<Answer> PracticeServer::refuseStranger(const PracticeRequest &request) const
{
    const QByteArray sent = request.headers.value("authorization").trimmed();
    const QByteArray scheme = sent.left(sent.indexOf(' ')).toLower();
    if (scheme != "zoho-oauthtoken" && scheme != "bearer")
        return refusal(401, QStringLiteral("AUTHENTICATION_FAILURE"), QStringLiteral("Authentication failed"));
    if (sent.mid(scheme.size()).trimmed() != m_token.reveal())
        return expiredToken();
    return std::nullopt;
}

Answer PracticeServer::answer(const PracticeRequest &request)
{
    if (const auto stranger = refuseStranger(request))
        return *stranger;
    if (request.version.isEmpty())
        return unknownPath();
    const QStringList &parts = request.parts;
    if (parts.value(0) == QLatin1String("crm"))
        return parts.value(1) == QLatin1String("bulk") ? bulkAnswer(request) : crmAnswer(request);
    const bool isResult =
        parts.size() == 6 && parts[1] == QLatin1String("crm") && parts[3] == QLatin1String("bulk-write");
    return isResult ? m_crm.result(parts[4]) : unknownPath();
}

/// /crm/bulk/{version}/write[/{job}]
Answer PracticeServer::bulkAnswer(const PracticeRequest &request)
{
    const QStringList &parts = request.parts;
    if (parts.value(2) != request.version || parts.value(3) != QLatin1String("write") || parts.size() > 5)
        return unknownPath();
    const bool isJob = parts.size() == 5;
    if (request.method != (isJob ? "GET" : "POST"))
        return wrongMethod();
    return isJob ? m_crm.job(parts[4], request, QStringLiteral("http://127.0.0.1:%1").arg(port()))
                 : m_crm.createJob(request);
}

/// /crm/{version}/…
Answer PracticeServer::crmAnswer(const PracticeRequest &request)
{
    const QStringList &parts = request.parts;
    if (parts.value(1) != request.version || parts.size() < 3)
        return unknownPath();
    const QString &what = parts[2];
    const bool isUpload = what == QLatin1String("upload");
    if (request.method != (isUpload ? "POST" : "GET"))
        return wrongMethod();
    if (isUpload)
        return m_crm.upload(request);
    if (what == QLatin1String("org"))
        return jsonAnswer(200, orgJson());
    if (what == QLatin1String("users"))
        return m_crm.users(request);
    if (what != QLatin1String("settings"))
        return m_crm.records(what, request);
    if (parts.value(3) == QLatin1String("modules"))
        return m_crm.modules(request);
    if (parts.value(3) == QLatin1String("fields"))
        return m_crm.fields(request);
    return parts.value(3) == QLatin1String("layouts") ? m_crm.layouts(request) : unknownPath();
}

} // namespace practice
