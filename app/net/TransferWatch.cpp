#include "net/TransferWatch.h"

#include <algorithm>

namespace net {

using std::chrono::milliseconds;

TransferWatch::TransferWatch(base::Clock &clock, const TransferTimes &times, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_times(times)
{ }

TransferWatch::~TransferWatch()
{
    stop();
}

void TransferWatch::start()
{
    m_started = m_entered = m_lastMove = m_windowStart = m_clock.monotonic();
    check();
}

void TransferWatch::stop()
{
    m_clock.cancel(m_timer);
    m_timer = 0;
}

void TransferWatch::enter(Phase phase)
{
    if (phase <= m_phase)
        return;
    m_phase = phase;
    m_entered = m_lastMove = m_windowStart = m_clock.monotonic();
    m_windowBytes = 0;
    if (m_timer == 0)
        return;
    stop();
    check();
}

void TransferWatch::moved(qint64 bytes)
{
    m_lastMove = m_clock.monotonic();
    m_windowBytes += bytes;
    m_moved += bytes;
}

bool TransferWatch::isTransferring() const
{
    return m_phase == Phase::Sending || m_phase == Phase::Receiving;
}

TransferWatch::Due TransferWatch::phaseDue() const
{
    if (m_phase == Phase::Connecting)
        return {m_entered + m_times.connect, base::ErrorCode::ConnectTimedOut};
    if (m_phase == Phase::Waiting)
        return {m_entered + m_times.answer, base::ErrorCode::AnswerTimedOut};
    return {m_lastMove + m_times.idle, base::ErrorCode::TransferStalled};
}

TransferWatch::Due TransferWatch::overallDue() const
{
    const qint64 size = std::max(m_expected, m_moved);
    const milliseconds due =
        m_started + m_times.overall + milliseconds(size * 1000 / std::max<qint64>(1, m_times.slowestRate));
    return {due, isTransferring() ? base::ErrorCode::TransferTooSlow : phaseDue().code};
}

bool TransferWatch::isTooSlow(milliseconds now)
{
    if (!isTransferring() || now < m_windowStart + m_times.speedWindow)
        return false;
    const bool tooSlow = m_windowBytes * 1000 < m_times.minimumRate * (now - m_windowStart).count();
    m_windowStart = now;
    m_windowBytes = 0;
    return tooSlow;
}

void TransferWatch::check()
{
    m_timer = 0;
    const milliseconds now = m_clock.monotonic();
    const Due phase = phaseDue();
    const Due overall = overallDue();
    if (phase.at <= now)
        return Q_EMIT expired(phase.code);
    if (overall.at <= now)
        return Q_EMIT expired(overall.code);
    if (isTooSlow(now))
        return Q_EMIT expired(base::ErrorCode::TransferTooSlow);
    milliseconds next = std::min(phase.at, overall.at);
    if (isTransferring())
        next = std::min(next, m_windowStart + m_times.speedWindow);
    m_timer = m_clock.callAfter(next - now, this, [this] { check(); });
}

} // namespace net
