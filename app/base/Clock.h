#pragma once

#include <QDateTime>
#include <QHash>
#include <QPointer>

#include <chrono>
#include <functional>

class QTimer;

namespace base {

/// Time as a collaborator, so that tests own it. Each object is used from the one thread that made it.
class Clock {
public:
    using TimerId = quint64;

    virtual ~Clock() = default;
    /// Wall clock, UTC.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Never runs backwards; the zero point is arbitrary.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
    /// Runs `action` once after `delay` (never inside this call), unless `receiver` is gone or the timer was cancelled.
    virtual TimerId callAfter(std::chrono::milliseconds delay, QObject *receiver, std::function<void()> action) = 0;
    /// Unknown and spent ids are ignored; 0 is never a valid id.
    virtual void cancel(TimerId id) = 0;
};

/// The real thing, on QTimer and the steady clock.
class SystemClock final : public Clock {
public:
    ~SystemClock() override;
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
    TimerId callAfter(std::chrono::milliseconds delay, QObject *receiver, std::function<void()> action) override;
    void cancel(TimerId id) override;

private:
    QHash<TimerId, QPointer<QTimer>> m_timers;
    TimerId m_last = 0;
};

} // namespace base
