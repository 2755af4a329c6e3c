#include "practice/UploadHeaders.h"

#include "practice/PracticeModules.h"

namespace practice {

namespace {

Answer badGateway()
{
    return gatewayRefusal(400, QStringLiteral("Bad Request"),
                          QStringLiteral("check if headers [feature, X-CRM-ORG] are present and valid"));
}

Answer absent(const char *header)
{
    return refusal(400, QStringLiteral("MANDATORY_NOT_FOUND"),
                   QStringLiteral("Required key %1 is not available").arg(QLatin1String(header)));
}

} // namespace

std::optional<Answer> checkUploadHeaders(const PracticeRequest &request)
{
    const bool newest = request.version == QLatin1String("v8");
    for (const char *header : {"feature", "x-crm-org"}) {
        if (request.headers.value(header).isEmpty())
            return newest ? absent(header) : badGateway();
    }
    if (request.headers.value("feature") != "bulk-write")
        // Before v8 this was recorded with HTTP 200 and the very first second of all clocks.
        return refusal(newest ? 400 : 200, QStringLiteral("NOT_SUPPORTED_FEATURE"),
                       QStringLiteral("Feature is not supported"),
                       newest ? Json::object() : Json{{"created_time", "1970-01-01T00:00:00+00:00"}});
    if (request.headers.value("x-crm-org") == practiceOrgId().toLatin1())
        return std::nullopt;
    return newest ? refusal(400, QStringLiteral("INVALID_DATA"), QStringLiteral("Invalid data - x-crm-org"))
                  : badGateway();
}

} // namespace practice
