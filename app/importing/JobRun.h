#pragma once

#include "base/Clock.h"
#include "importing/RunResult.h"
#include "net/CrmApi.h"

#include <QObject>

#include <functional>

namespace importing {

/// Where a run is, or how it ended. A job that the CRM reports as failed ends in Failed (ServerTrouble).
enum class RunState {
    Idle,
    Zipping,
    Uploading,
    Creating,
    Polling,
    Downloading,
    Finished,
    Failed,
    Refused,        ///< the create call was
    OutcomeUnknown, ///< create may have happened
    Stopped
};
[[nodiscard]] bool ended(RunState state);

/// One job of a run. `exactBody` goes out as it stands.
struct JobOrder final {
    QString zipPath; ///< uploaded first; empty: the request's file ID is used
    QString csvName; ///< in the zip
    crm::BulkWriteRequest request;
    std::optional<QByteArray> exactBody;
    std::optional<crm::CreatedJob> job; ///< created by an earlier run: only watched
    std::function<double()> jitter;     ///< see RunOrder
};

/// One job from the zip to its result: [Uploading →] Creating → Polling → Downloading → Finished. One use: start() once;
/// ends with finished(); resumeWatching() of a stopped or failed watch polls again and ends with finished() again. What
/// stop() does is said at ImportRun.
class JobRun final : public QObject {
    Q_OBJECT
public:
    JobRun(net::CrmApi &api, JobOrder order, base::Clock &clock, QObject *parent = nullptr);
    ~JobRun() override;

    void start();
    void stop();
    void pollNow();
    void resumeWatching(); ///< after Stopped or Failed with a job()

    [[nodiscard]] RunState state() const; ///< never Zipping
    [[nodiscard]] const crm::FileId &fileId() const;
    [[nodiscard]] const std::optional<crm::CreatedJob> &job() const;
    [[nodiscard]] const std::optional<crm::JobDetails> &details() const;
    [[nodiscard]] QDateTime nextPoll() const;
    [[nodiscard]] const std::optional<RunResult> &result() const;
    [[nodiscard]] const std::optional<crm::CallFailure> &failure() const;
    [[nodiscard]] QByteArray requestBody() const;

Q_SIGNALS:
    void stateChanged();
    void sendProgress(qint64 sent, qint64 total);
    void waiting(int attempt, int attempts, const QDateTime &at);
    void uploaded();
    void jobCreated();
    void polled();
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// When to look the `n`-th time (from 0) at a job created `age` ago: 2, 3, 5, 8, 13 s, then every 20 s up to 5 min, 60 s
/// up to 1 h, 5 min up to 24 h. Without jitter.
[[nodiscard]] std::chrono::milliseconds pollDelay(int n, std::chrono::milliseconds age);

} // namespace importing
