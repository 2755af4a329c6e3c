#include "net/RateGate.h"

#include <algorithm>

namespace net {

RateGate::RateGate(base::Clock &clock, int inFlight, std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_places(static_cast<size_t>(std::max(1, inFlight)))
    , m_pause(pause)
    , m_nextStart(clock.monotonic())
{ }

RateGate::Ticket RateGate::enter(std::function<void()> go)
{
    m_waiting.push_back({++m_last, std::move(go)});
    schedule();
    return m_last;
}

void RateGate::leave(Ticket ticket)
{
    m_inside.erase(ticket);
    std::erase_if(m_waiting, [ticket](const Waiting &waiting) { return waiting.ticket == ticket; });
    schedule();
}

void RateGate::schedule()
{
    if (m_timer != 0 || m_waiting.empty() || m_inside.size() >= m_places)
        return;
    const auto delay = std::max(std::chrono::milliseconds(0), m_nextStart - m_clock.monotonic());
    m_timer = m_clock.callAfter(delay, this, [this] { admit(); });
}

void RateGate::admit()
{
    m_timer = 0;
    if (m_waiting.empty() || m_inside.size() >= m_places)
        return;
    const Waiting first = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_inside.insert(first.ticket);
    m_nextStart = m_clock.monotonic() + m_pause;
    schedule();
    first.go();
}

} // namespace net
