#pragma once

#include "crm/RowResult.h"
#include "importing/UploadRun.h"

#include <functional>

namespace importing {

/// What to run. With a file ID in the request nothing is uploaded; else `source` is. `exactBody` goes out as it stands.
struct RunOrder final {
    std::optional<tabular::SourceFile> source;
    crm::BulkWriteRequest request;
    std::optional<QByteArray> exactBody;
    QString tempFolder;
    /// Gives numbers from 0 to 1 that spread the polls of many programs by ±20 %; absent: exactly pollDelay().
    std::function<double()> jitter;
};

/// How a job ended, from the result file; `fileCounts` are the server's own (shown beside when they differ).
struct RunResult final {
    crm::JobCounts counts; ///< added, updated, skipped; total = all rows of the result file
    qint64 unprocessed = 0;
    crm::ResultFile file;
    QByteArray archive; ///< the zip as downloaded, to save
    std::optional<crm::JobCounts> serverCounts;
};

/// One import from file to result as a state machine. One use: start() once; ends exactly once with finished().
///   Idle → [Zipping → Uploading →] Creating → Polling → Downloading → Finished
///   any  → Failed (failure()), Refused (create refused), OutcomeUnknown (create may have happened), Stopped
/// A job that the CRM reports as failed ends in Failed too (ServerTrouble; details() has the CRM's words).
/// stop(): before the create call has left, ends in Stopped and nothing was created. Afterwards the CRM goes on (it has no
/// cancel): the run stops watching and ends in Stopped with job() set; a create call that is under way is waited for, so that
/// the job's ID is not lost. resumeWatching() of a stopped or failed watch polls again and ends with finished() again.
class ImportRun final : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,
        Zipping,
        Uploading,
        Creating,
        Polling,
        Downloading,
        Finished,
        Failed,
        Refused,
        OutcomeUnknown,
        Stopped
    };

    ImportRun(net::CrmApi &api, RunOrder order, base::Clock &clock, QObject *parent = nullptr);
    ~ImportRun() override;

    void start();
    void stop();
    void pollNow();
    void resumeWatching(); ///< after Stopped or Failed with a job(): goes on polling

    [[nodiscard]] State state() const;
    [[nodiscard]] bool ended() const;
    [[nodiscard]] const crm::FileId &fileId() const; ///< empty until known
    [[nodiscard]] const std::optional<crm::CreatedJob> &job() const;
    [[nodiscard]] const std::optional<crm::JobDetails> &details() const; ///< of the last poll
    [[nodiscard]] QDateTime nextPoll() const;                            ///< invalid unless Polling
    [[nodiscard]] const std::optional<RunResult> &result() const;
    [[nodiscard]] const std::optional<crm::CallFailure> &failure() const;
    [[nodiscard]] const std::optional<tabular::Part> &part() const;
    [[nodiscard]] QByteArray requestBody() const; ///< what create sends or sent

Q_SIGNALS:
    void stateChanged();
    void zipProgress(int percent);
    void sendProgress(qint64 sent, qint64 total);
    void waiting(int attempt, int attempts, const QDateTime &at); ///< a call failed and will be tried again
    void uploaded();                                              ///< fileId() and part() are set
    void jobCreated();                                            ///< job() is set
    void polled();                                                ///< details() and nextPoll() are new
    void finished();                                              ///< last of all; state() says how

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// When to look the `n`-th time (from 0) at a job created `age` ago: 2, 3, 5, 8, 13 s, then every 20 s up to 5 min, 60 s
/// up to 1 h, 5 min up to 24 h. Without jitter.
[[nodiscard]] std::chrono::milliseconds pollDelay(int n, std::chrono::milliseconds age);

} // namespace importing
