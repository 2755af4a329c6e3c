#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace importing {

/// Runs `work(progress)` in the global thread pool, where `progress` takes 0…100. `onPercent` and then `onDone` (with what
/// `work` gave) are called in `receiver`'s thread from the event loop; once `receiver` is gone neither is.
template <class Work, class OnPercent, class OnDone>
void workInPool(QObject *receiver, Work work, OnPercent onPercent, OnDone onDone)
{
    using T = std::invoke_result_t<Work, const std::function<void(int)> &>;
    auto promise = std::make_shared<QPromise<T>>();
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::progressValueChanged, watcher, std::move(onPercent));
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, onDone = std::move(onDone)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            onDone(watcher->future().result());
    });
    promise->setProgressRange(0, 100);
    promise->start();
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work([&promise](int percent) { promise->setProgressValue(percent); }));
        promise->finish();
    });
}

} // namespace importing
