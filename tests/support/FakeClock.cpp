#include "tests/support/FakeClock.h"

#include <algorithm>

namespace support {

QDateTime FakeClock::now() const
{
    static const QDateTime start(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    return start.addMSecs(m_elapsed.count());
}

base::Clock::TimerId FakeClock::callAfter(std::chrono::milliseconds delay, QObject *receiver,
                                          std::function<void()> action)
{
    m_timers.emplace(++m_last, Timer{m_elapsed + delay, receiver, std::move(action)});
    return m_last;
}

void FakeClock::cancel(TimerId id)
{
    m_timers.erase(id);
}

std::map<base::Clock::TimerId, FakeClock::Timer>::iterator FakeClock::earliest()
{
    for (auto it = m_timers.begin(); it != m_timers.end();)
        it = it->second.receiver ? std::next(it) : m_timers.erase(it);
    return std::min_element(m_timers.begin(), m_timers.end(),
                            [](const auto &a, const auto &b) { return a.second.due < b.second.due; });
}

void FakeClock::advance(std::chrono::milliseconds by)
{
    const auto until = m_elapsed + by;
    for (auto it = earliest(); it != m_timers.end() && it->second.due <= until; it = earliest()) {
        m_elapsed = std::max(m_elapsed, it->second.due);
        const auto action = std::move(it->second.action);
        m_timers.erase(it);
        action();
    }
    m_elapsed = until;
}

std::optional<std::chrono::milliseconds> FakeClock::nextDue() const
{
    std::optional<std::chrono::milliseconds> next;
    for (const auto &[id, timer] : m_timers) {
        if (timer.receiver && (!next || timer.due - m_elapsed < *next))
            next = timer.due - m_elapsed;
    }
    return next;
}

} // namespace support
