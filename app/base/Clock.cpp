#include "base/Clock.h"

#include <QTimer>

#include <utility>

namespace base {

SystemClock::~SystemClock()
{
    for (const auto &timer : std::as_const(m_timers))
        delete timer.data();
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

Clock::TimerId SystemClock::callAfter(std::chrono::milliseconds delay, QObject *receiver, std::function<void()> action)
{
    const TimerId id = ++m_last;
    auto *timer = new QTimer(receiver);
    timer->setSingleShot(true);
    timer->setTimerType(Qt::PreciseTimer);
    QObject::connect(timer, &QTimer::timeout, timer, [this, id, timer, action = std::move(action)] {
        m_timers.remove(id);
        timer->deleteLater();
        action();
    });
    m_timers.insert(id, timer);
    timer->start(delay);
    return id;
}

void SystemClock::cancel(TimerId id)
{
    delete m_timers.take(id).data();
}

} // namespace base
