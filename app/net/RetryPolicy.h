#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <functional>
#include <optional>

namespace net {

/// What a repeated call would do to the world.
enum class RepeatClass {
    Read,       ///< nothing: repeat freely
    Repeatable, ///< leaves litter (a second upload is an orphan file)
    Once,       ///< creating a job: repeated only when it is proven that nothing left
    Scarce,     ///< counted by the server (token calls)
};

struct RetryTimes final {
    std::chrono::milliseconds unit = std::chrono::seconds(1);         ///< the first back-off, doubling …
    std::chrono::milliseconds cap = std::chrono::seconds(60);         ///< … up to this
    std::chrono::milliseconds margin = std::chrono::seconds(1);       ///< added to what a Retry-After says …
    std::chrono::milliseconds spread = std::chrono::seconds(3);       ///< … and up to this, by chance
    std::chrono::milliseconds throttle = std::chrono::seconds(60);    ///< a 429 that says no time, doubling …
    std::chrono::milliseconds throttleCap = std::chrono::minutes(10); ///< … up to this
    std::chrono::milliseconds longestWait = std::chrono::minutes(15); ///< a longer Retry-After ends the call
};

/// Decides whether and when one call is tried again. One object a call; it counts.
class RetryPolicy final {
public:
    using Random = std::function<double()>; ///< even in [0, 1)

    struct Step final {
        std::chrono::milliseconds delay{0};
        int attempt = 0;  ///< the number of the attempt that failed, from 1
        int attempts = 0; ///< how many there are at most for a failure of this kind
    };

    RetryPolicy(RepeatClass repeat, const RetryTimes &times, Random random);

    /// After a failed attempt. `notSent`: it is proven that the server cannot have acted. Nothing: give up.
    [[nodiscard]] std::optional<Step> next(const base::Error &error, bool notSent);

private:
    [[nodiscard]] int repeatsFor(base::ErrorCode code, bool notSent) const;
    [[nodiscard]] std::chrono::milliseconds backOff(int failures) const;
    [[nodiscard]] std::optional<Step> afterThrottling(const base::Error &error);
    [[nodiscard]] std::chrono::milliseconds asAsked(std::chrono::milliseconds wait) const;

    RepeatClass m_repeat;
    RetryTimes m_times;
    Random m_random;
    int m_failures = 0;
    int m_throttlings = 0;
};

/// The value of a Retry-After header: seconds or an HTTP date, at least one second; nothing when it is neither.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray &value, const QDateTime &now);

} // namespace net
