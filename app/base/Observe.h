#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <type_traits>
#include <utility>

namespace base {

/// Hands the value of `future` to `handler` in `receiver`'s thread, always from the event loop. The watcher belongs to
/// `receiver`: once that is gone nothing is called (QFuture::then() with a dying context aborts or drops, Qt 6.4).
/// A future that was cancelled without a value calls nothing.
template <class T, class Handler>
void observe(const QFuture<T> &future, QObject *receiver, Handler handler)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher,
                     [watcher, handler = std::move(handler)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             handler(watcher->future().result());
                     });
    watcher->setFuture(future);
}

/// A future that already holds its value.
template <class T>
[[nodiscard]] QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// Runs `work` on the global thread pool.
template <class Work>
[[nodiscard]] auto runInPool(Work work) -> QFuture<std::invoke_result_t<Work>>
{
    using T = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

/// Set by whoever wants work to end early, read by the work. Copies share one flag; usable from any thread.
class StopFlag final {
public:
    void raise() const { m_raised->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool raised() const { return m_raised->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic_bool> m_raised = std::make_shared<std::atomic_bool>(false);
};

} // namespace base
