#pragma once

#include "base/Clock.h"

#include <QObject>

#include <deque>
#include <functional>
#include <set>

namespace net {

/// Holds requests back: so many in flight, so much time between two starts. First come, first served.
class RateGate final : public QObject {
    Q_OBJECT
public:
    using Ticket = quint64;

    RateGate(base::Clock &clock, int inFlight, std::chrono::milliseconds pause, QObject *parent = nullptr);

    /// `go` runs once when it is this caller's turn, from the event loop. Each ticket has to be given back by leave(), also
    /// by one who does not want to wait any longer.
    [[nodiscard]] Ticket enter(std::function<void()> go);
    void leave(Ticket ticket);

private:
    struct Waiting final {
        Ticket ticket;
        std::function<void()> go;
    };
    void schedule();
    void admit();

    base::Clock &m_clock;
    size_t m_places;
    std::chrono::milliseconds m_pause;
    std::deque<Waiting> m_waiting;
    std::set<Ticket> m_inside;
    Ticket m_last = 0;
    std::chrono::milliseconds m_nextStart{0};
    base::Clock::TimerId m_timer = 0;
};

} // namespace net
