#include "net/RetryPolicy.h"

#include "net/PassingTrouble.h"

#include <QLocale>

#include <algorithm>

namespace net {

using std::chrono::milliseconds;

namespace {

constexpr int throttleRepeats = 5;

milliseconds doubled(milliseconds first, int times, milliseconds cap)
{
    milliseconds value = first;
    for (int i = 0; i < times && value < cap; ++i)
        value *= 2;
    return std::min(value, cap);
}

milliseconds scaled(milliseconds value, double factor)
{
    return milliseconds(static_cast<qint64>(static_cast<double>(value.count()) * factor));
}

} // namespace

bool passesByItself(base::ErrorCode code)
{
    switch (code) {
    case base::ErrorCode::HostNotFound:
    case base::ErrorCode::ConnectionRefused:
    case base::ErrorCode::ConnectTimedOut:
    case base::ErrorCode::AnswerTimedOut:
    case base::ErrorCode::TransferStalled:
    case base::ErrorCode::TransferTooSlow:
    case base::ErrorCode::ConnectionLost:
    case base::ErrorCode::ServerTrouble:
        return true;
    default:
        return false;
    }
}

RetryPolicy::RetryPolicy(RepeatClass repeat, const RetryTimes &times, Random random)
    : m_repeat(repeat)
    , m_times(times)
    , m_random(std::move(random))
{ }

int RetryPolicy::repeatsFor(base::ErrorCode code, bool notSent) const
{
    // A foreign answer comes from a login page or a proxy; it rarely passes by itself.
    const bool foreign = code == base::ErrorCode::AnswerNotUnderstood;
    if (!foreign && !passesByItself(code))
        return 0;
    switch (m_repeat) {
    case RepeatClass::Read:
        return foreign ? 2 : 5;
    case RepeatClass::Repeatable:
        return 4;
    case RepeatClass::Scarce:
        return foreign ? 1 : 2;
    case RepeatClass::Once:
        break;
    }
    return notSent ? 5 : 0;
}

milliseconds RetryPolicy::backOff(int failures) const
{
    return scaled(doubled(m_times.unit, failures, m_times.cap), 0.5 + 0.5 * m_random());
}

milliseconds RetryPolicy::asAsked(milliseconds wait) const
{
    return wait + m_times.margin + scaled(m_times.spread, m_random());
}

std::optional<RetryPolicy::Step> RetryPolicy::afterThrottling(const base::Error &error)
{
    const bool tooLong = error.retryAfter && *error.retryAfter > m_times.longestWait;
    if (m_repeat == RepeatClass::Once || tooLong || m_throttlings >= throttleRepeats)
        return std::nullopt;
    const int before = m_throttlings++;
    const milliseconds delay = error.retryAfter
        ? asAsked(*error.retryAfter)
        : std::min(scaled(doubled(m_times.throttle, before, m_times.throttleCap), 1 + 0.25 * m_random()),
                   m_times.throttleCap);
    return Step{delay, m_throttlings, 1 + throttleRepeats};
}

std::optional<RetryPolicy::Step> RetryPolicy::next(const base::Error &error, bool notSent)
{
    if (error.code == base::ErrorCode::Throttled)
        return afterThrottling(error);
    const int repeats = repeatsFor(error.code, notSent);
    if (m_failures >= repeats)
        return std::nullopt;
    milliseconds delay = backOff(m_failures++);
    if (error.retryAfter && *error.retryAfter > m_times.longestWait)
        return std::nullopt;
    if (error.retryAfter)
        delay = std::max(delay, asAsked(*error.retryAfter));
    return Step{delay, m_failures, 1 + repeats};
}

std::optional<milliseconds> parseRetryAfter(const QByteArray &value, const QDateTime &now)
{
    constexpr milliseconds atLeast = std::chrono::seconds(1);
    constexpr qint64 longestSeconds = 10LL * 365 * 24 * 3600; // more would not fit a date
    const QByteArray text = value.trimmed();
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber && seconds >= 0)
        return std::max(atLeast, milliseconds(std::chrono::seconds(std::min(seconds, longestSeconds))));
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return std::max(atLeast, milliseconds(now.msecsTo(date)));
}

} // namespace net
