#include "net/Verdict.h"

#include "crm/wire/ErrorWire.h"
#include "net/RetryPolicy.h"

#include <QtEndian>

#include <algorithm>

namespace net {

namespace {

using crm::ServerError;

crm::CallFailure failed(base::ErrorCode code, const QString &why, const HttpReply &reply)
{
    base::Error error{code, why, {{QStringLiteral("host"), reply.answer.url.host()}}, {}};
    return {error, nullptr, std::make_shared<const crm::ServerAnswer>(reply.answer)};
}

crm::CallFailure refused(const ServerError &refusal, base::ErrorCode code, const HttpReply &reply)
{
    crm::CallFailure failure = failed(code, refusal.code + QLatin1Char(' ') + refusal.message, reply);
    failure.refusal = std::make_shared<const ServerError>(refusal);
    return failure;
}

bool isRefusal(const ServerError &error)
{
    return error.shape != ServerError::Shape::Foreign && error.shape != ServerError::Shape::Empty;
}

/// A missing right is a 401 too, and renewing the token does not bring it.
base::ErrorCode codeOf(const ServerError &refusal)
{
    const bool tokenAtFault = refusal.code == QLatin1String("INVALID_TOKEN")
        || refusal.code == QLatin1String("INVALID_OAUTHTOKEN")
        || refusal.code == QLatin1String("AUTHENTICATION_FAILURE")
        || (refusal.answer.httpStatus == 401 && refusal.shape == ServerError::Shape::Gateway);
    if (tokenAtFault)
        return base::ErrorCode::SignInNeeded;
    return refusal.code == QLatin1String("TOO_MANY_REQUESTS") ? base::ErrorCode::Throttled
                                                              : base::ErrorCode::RefusedByServer;
}

crm::CallFailure redirected(const HttpReply &reply)
{
    const QUrl target = reply.answer.url.resolved(QUrl::fromEncoded(reply.answer.header("Location")));
    crm::CallFailure failure = failed(base::ErrorCode::RedirectRefused, QStringLiteral("redirected"), reply);
    failure.error.context.insert(QStringLiteral("found"), target.host());
    return failure;
}

/// A body that is too large, or of a type that is not taken, stays so; who says it hardly ever says it in the CRM's form.
bool refusesTheBody(int status)
{
    return status == 413 || status == 415;
}

std::optional<crm::CallFailure> judgeContent(const HttpReply &reply, const Decode &decode)
{
    const int status = reply.answer.httpStatus;
    const bool nothingCame = reply.failure && reply.answer.body.isEmpty();
    std::optional<ServerError> instead;
    if (status / 100 == 2 && !nothingCame && !(instead = decode(reply.answer)))
        return std::nullopt;
    if (!instead)
        instead = crm::wire::decodeError(reply.answer);
    if (status == 429)
        return refused(*instead, base::ErrorCode::Throttled, reply);
    if (status / 100 == 3)
        return redirected(reply);
    if (status >= 500)
        return failed(base::ErrorCode::ServerTrouble, QStringLiteral("HTTP %1").arg(status), reply);
    if (refusesTheBody(status) || (isRefusal(*instead) && (status >= 400 || crm::wire::saysError(reply.answer.body))))
        return refused(*instead, codeOf(*instead), reply);
    if (!reply.failure)
        return failed(base::ErrorCode::AnswerNotUnderstood, QStringLiteral("HTTP %1").arg(status), reply);
    return crm::CallFailure{*reply.failure, nullptr, std::make_shared<const crm::ServerAnswer>(reply.answer)};
}

} // namespace

std::optional<crm::CallFailure> judge(const HttpReply &reply, const Decode &decode, const QDateTime &now)
{
    if (reply.answer.httpStatus == 0) {
        const base::Error lost{base::ErrorCode::ConnectionLost, {}, {}, {}};
        return crm::CallFailure{reply.failure.value_or(lost), nullptr, nullptr};
    }
    auto failure = judgeContent(reply, decode);
    if (failure)
        failure->error.retryAfter = parseRetryAfter(reply.answer.header("Retry-After"), now);
    return failure;
}

std::optional<crm::ServerError> decodeZip(const crm::ServerAnswer &answer)
{
    constexpr qsizetype endRecord = 22;
    constexpr qsizetype longestComment = 0xffff;
    const QByteArray &body = answer.body;
    const qsizetype from = std::max<qsizetype>(0, body.size() - endRecord - longestComment);
    const qsizetype end = body.lastIndexOf(QByteArray("PK\x05\x06", 4));
    if (body.startsWith("PK") && end >= from && body.size() - end >= endRecord) {
        const auto comment = qFromLittleEndian<quint16>(body.constData() + end + 20);
        const auto size = qFromLittleEndian<quint32>(body.constData() + end + 12);
        const auto offset = qFromLittleEndian<quint32>(body.constData() + end + 16);
        const bool whole = end + endRecord + comment == body.size() && qint64(offset) + size == end;
        if (whole)
            return std::nullopt;
    }
    return crm::wire::decodeError(answer);
}

} // namespace net
