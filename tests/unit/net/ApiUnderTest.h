#pragma once

#include "base/Clock.h"
#include "base/Observe.h"
#include "net/CrmApi.h"
#include "net/HttpClient.h"
#include "tests/support/FaultServer.h"

#include <QtTest>

namespace support {

inline constexpr auto canary = "canary-4711-token";
inline constexpr auto jobBody = "{\"operation\":\"insert\"}";
inline constexpr auto createdAnswer =
    "{\"status\":\"success\",\"code\":\"SUCCESS\",\"message\":\"success\","
    "\"details\":{\"id\":\"111111000000541958\",\"created_by\":{\"id\":\"111111000000035795\",\"name\":\"P\"}}}";

/// Production's rules with times that a test can wait for: where time must run out.
inline net::HttpLimits quickLimits()
{
    using namespace std::chrono_literals;
    net::HttpLimits limits;
    limits.connect = 2s;
    limits.answer = limits.uploadAnswer = limits.createAnswer = 400ms;
    limits.idle = 400ms;
    limits.overall = 5s;
    limits.speedWindow = 500ms;
    limits.answerBytes = limits.metadataBytes = limits.resultBytes = 100'000;
    limits.errorBytes = 20'000;
    limits.pause = 0ms;
    limits.retry.unit = limits.retry.cap = 1ms;
    limits.retry.margin = limits.retry.spread = 0ms;
    limits.retry.throttle = limits.retry.throttleCap = 1ms;
    return limits;
}

/// Where time must not run out, however busy the machine is.
inline net::HttpLimits patientLimits()
{
    using namespace std::chrono_literals;
    net::HttpLimits limits = quickLimits();
    limits.connect = limits.answer = limits.uploadAnswer = limits.createAnswer = limits.idle = 12s;
    limits.overall = limits.speedWindow = 14s;
    return limits;
}

/// Gives `first`, and after renew() what `second` says.
class ScriptedTokens final : public auth::TokenProvider {
public:
    [[nodiscard]] QFuture<base::Result<base::Secret>> accessToken() override
    {
        return base::ready(base::Result<base::Secret>(base::Secret(QByteArray(canary))));
    }
    [[nodiscard]] QFuture<base::Result<base::Secret>> renew() override
    {
        ++renewals;
        if (!renewed)
            return base::ready(base::Result<base::Secret>(base::Error{base::ErrorCode::SignInNeeded, {}, {}, {}}));
        return base::ready(base::Result<base::Secret>(base::Secret(*renewed)));
    }
    std::optional<QByteArray> renewed;
    int renewals = 0;
};

/// An api that talks to `url`.
struct ApiUnderTest final {
    explicit ApiUnderTest(const QUrl &url, const net::HttpLimits &limits = patientLimits())
        : api({{url, url}, nullptr, crm::OrgId(QStringLiteral("4711"))}, tokens, net::HostPolicy(), clock, limits)
    { }

    base::SystemClock clock;
    std::shared_ptr<ScriptedTokens> tokens = std::make_shared<ScriptedTokens>();
    net::CrmApi api;
};

/// The value of `future`, waited for with the event loop running.
template <class T>
std::optional<T> valueOf(QFuture<T> future, int timeout = 15'000)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, timeout) || future.resultCount() == 0)
        return std::nullopt;
    return future.result();
}

} // namespace support
