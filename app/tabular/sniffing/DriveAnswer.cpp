#include "tabular/sniffing/DriveAnswer.h"

#include <QFileInfo>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace tabular {

namespace {

/// So soon a stop is noticed.
constexpr std::chrono::milliseconds look{50};

struct Answer final {
    std::mutex mutex;
    std::condition_variable came;
    bool isThere = false;
};

} // namespace

base::Status awaitAnswer(const std::function<void()> &ask, std::chrono::milliseconds patience,
                         const base::StopFlag &stop)
{
    const auto answer = std::make_shared<Answer>();
    std::thread([answer, ask] {
        ask();
        const std::lock_guard lock(answer->mutex);
        answer->isThere = true;
        answer->came.notify_all();
    }).detach();
    const auto end = std::chrono::steady_clock::now() + patience;
    std::unique_lock lock(answer->mutex);
    while (!answer->isThere) {
        const auto now = std::chrono::steady_clock::now();
        if (stop.raised())
            return base::Error{base::ErrorCode::Cancelled, {}, {}, {}};
        if (now >= end)
            return base::Error{base::ErrorCode::FileUnreachable, {}, {}, {}};
        answer->came.wait_until(lock, std::min(end, now + look));
    }
    return base::Done{};
}

base::Status awaitDrive(const QString &path, const base::StopFlag &stop)
{
    if (path.startsWith(QLatin1String(":/")))
        return base::Done{};
    const auto ask = [path] { return void(QFileInfo(path).isFile()); };
    const auto answered = awaitAnswer(ask, drivePatience, stop);
    if (answered.ok())
        return answered;
    base::Error error = answered.error();
    error.context.insert(QStringLiteral("file"), path);
    return error;
}

} // namespace tabular
