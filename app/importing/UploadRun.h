#pragma once

#include "crm/BulkWriteJob.h"
#include "net/CrmApi.h"
#include "tabular/PartWriter.h"

namespace importing {

/// Zips one spreadsheet and uploads it. The GUI thread never waits: zipping runs in the pool. One use: start() once.
/// Ends exactly once, with finished(); stop() ends it soon with Cancelled. Temporary files are gone by then.
class UploadRun final : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Zipping, Uploading, Done, Failed };

    UploadRun(net::CrmApi &api, tabular::SourceFile source, QString tempFolder, QObject *parent = nullptr);
    ~UploadRun() override;

    void start();
    void stop();
    [[nodiscard]] State state() const;
    [[nodiscard]] const crm::CallResult<crm::UploadedFile> &result() const; ///< valid after finished()
    [[nodiscard]] const std::optional<tabular::Part> &part() const;         ///< valid once zipped

Q_SIGNALS:
    void stateChanged();
    void zipProgress(int percent);
    void sendProgress(qint64 sent, qint64 total);
    void waiting(int attempt, int attempts, const QDateTime &at);
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace importing
