#pragma once

#include "base/Clock.h"

#include <map>
#include <optional>

namespace support {

/// Time that only moves when a test says so.
class FakeClock final : public base::Clock {
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_elapsed; }
    TimerId callAfter(std::chrono::milliseconds delay, QObject *receiver, std::function<void()> action) override;
    void cancel(TimerId id) override;

    /// Moves on, running what falls due in its order (also what is set meanwhile).
    void advance(std::chrono::milliseconds by);
    /// When the next timer falls due, from now; nothing when none is set.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextDue() const;
    [[nodiscard]] bool hasTimers() const { return nextDue().has_value(); }

private:
    struct Timer final {
        std::chrono::milliseconds due;
        QPointer<QObject> receiver;
        std::function<void()> action;
    };
    std::map<TimerId, Timer>::iterator earliest();
    std::map<TimerId, Timer> m_timers;
    std::chrono::milliseconds m_elapsed{0};
    TimerId m_last = 0;
};

} // namespace support
