#pragma once

#include "importing/JobRun.h"
#include "importing/RunParts.h"

namespace importing {

/// What to run. With a file ID in the request that file is used as it is, indexes and all; else `source` is cut into
/// parts of what one job takes, which hold only the columns that the request maps (its indexes are the spreadsheet's).
/// `exactBody` goes out as it stands, with a file ID only.
struct RunOrder final {
    std::optional<tabular::SourceFile> source;
    std::optional<tabular::TableSummary> table; ///< of `source`, where it was read before
    crm::BulkWriteRequest request;
    mapping::CellRules cells; ///< of `source`; an uploaded file holds its cells as they are
    std::optional<QByteArray> exactBody;
    QString tempFolder;
    tabular::SourceRows uploadedRows; ///< of the file that has the file ID; empty: not known
    /// Gives numbers from 0 to 1 that spread the polls of many programs by ±20 %; absent: exactly pollDelay().
    std::function<double()> jitter;
    /// Of an earlier run for the same spreadsheet and mapping: settled parts are left alone, a part whose job exists is
    /// watched, the others are sent. That a part in doubt is sent again is for the caller to settle with the user.
    std::shared_ptr<RunParts> goOn;
};

/// One import from file to result as a state machine. One use: start() once; ends exactly once with finished().
///   Idle → [Zipping →] for each part { [Uploading →] Creating → Polling → Downloading } → Finished
///   any  → Failed (failure()), Refused (create refused), OutcomeUnknown (create may have happened), Stopped
/// Parts go one after the other: nothing of the next one leaves before the job of the one before has ended. Where a part
/// does not come through, the run ends and nothing later is sent; parts() says what became of each.
/// stop(): before the create call has left, ends in Stopped and no job was created for this part. Afterwards the CRM goes
/// on (it has no cancel): the run stops watching and ends in Stopped with job() set; a create call that is under way is
/// waited for, so that the job's ID is not lost. resumeWatching() of a stopped or failed watch polls again and ends with
/// finished() again; it sends no further part (state() is Stopped then when some are left: start a run that goes on).
class ImportRun final : public QObject {
    Q_OBJECT
public:
    using State = RunState;

    ImportRun(net::CrmApi &api, RunOrder order, base::Clock &clock, QObject *parent = nullptr);
    ~ImportRun() override;

    void start();
    void stop();
    void pollNow();
    void resumeWatching(); ///< after Stopped or Failed with a job(): goes on polling

    [[nodiscard]] State state() const;
    [[nodiscard]] bool ended() const { return importing::ended(state()); }
    /// These are of the part at hand, the last one that was begun.
    [[nodiscard]] const crm::FileId &fileId() const; ///< empty until known
    [[nodiscard]] const std::optional<crm::CreatedJob> &job() const;
    [[nodiscard]] const std::optional<crm::JobDetails> &details() const; ///< of the last poll
    [[nodiscard]] QDateTime nextPoll() const;                            ///< invalid unless Polling
    [[nodiscard]] const std::optional<crm::CallFailure> &failure() const;
    [[nodiscard]] const std::optional<tabular::Part> &part() const;
    [[nodiscard]] crm::BulkWriteRequest request() const; ///< that create sends or sent, less what comes with the upload
    [[nodiscard]] QByteArray requestBody() const;
    [[nodiscard]] int partNow() const; ///< its number, from 1; 0 before there is one
    /// All of them, shared with a run that goes on; null before they are known.
    [[nodiscard]] const std::shared_ptr<RunParts> &parts() const;
    /// The sum of the parts whose results are there; null before the first one.
    [[nodiscard]] const RunResult *result() const;

Q_SIGNALS:
    void stateChanged();
    void zipProgress(int percent);
    void sendProgress(qint64 sent, qint64 total);
    void waiting(int attempt, int attempts, const QDateTime &at); ///< a call failed and will be tried again
    void uploaded();                                              ///< fileId() and part() are set
    void jobCreated();                                            ///< job() is set
    void polled();                                                ///< details() and nextPoll() are new
    void partFinished();                                          ///< result() holds one part more
    void finished();                                              ///< last of all; state() says how

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace importing
