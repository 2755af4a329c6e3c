#include "practice/FaultAnswers.h"

namespace practice {

namespace {

struct Usual final {
    int status;
    const char *code;
    const char *message;
};

constexpr Usual usual[] = {
    {400, "BAD_REQUEST", "Bad Request"},
    {401, "INVALID_TOKEN", "invalid oauth token"},
    {403, "NO_PERMISSION", "Permission denied to create"},
    {404, "INVALID_URL_PATTERN", "Please check if the URL trying to access is a correct one"},
    {405, "METHOD_NOT_ALLOWED", "Method not allowed"},
    {413, "FILE_TOO_LARGE", "File size too large to process"},
    {429, "TOO_MANY_REQUESTS", "Too many requests"},
    {500, "INTERNAL_ERROR", "Internal Server Error"},
};

} // namespace

Answer expiredToken()
{
    return refusal(401, QStringLiteral("INVALID_TOKEN"), QStringLiteral("invalid oauth token"));
}

Answer statusAnswer(const PracticeFault &fault)
{
    Answer answer;
    answer.body = "<html><body><h1>" + QByteArray::number(fault.status) + "</h1></body></html>";
    answer.contentType = "text/html";
    for (const Usual &known : usual) {
        if (known.status == fault.status)
            answer = refusal(known.status, QLatin1String(known.code), QLatin1String(known.message));
    }
    if (!fault.body.isEmpty()) {
        answer.body = fault.body;
        answer.contentType = fault.body.trimmed().startsWith('{') ? "application/json" : "text/html";
    }
    answer.status = fault.status;
    answer.retryAfter = fault.retryAfter;
    return answer;
}

} // namespace practice
