#pragma once

#include "importing/FileLedger.h"
#include "importing/ImportRun.h"
#include "session/CrmConnection.h"

namespace session {

/// Turns the session into an upload or a run, and what comes of it back into the session and the list of known files: a
/// refusal becomes faults on inputs, a created job uses up the file ID. At most one run and one upload at a time.
class RunController final : public QObject {
    Q_OBJECT
public:
    RunController(ImportSession &session, CrmConnection &connection, importing::FileLedger &ledger, base::Clock &clock,
                  QObject *parent = nullptr);
    ~RunController() override;

    /// Whether a run may start, and if not why: findings of severity Error stand in the way unless `asItStands`.
    [[nodiscard]] bool canStart(bool asItStands) const;
    void start();       ///< uploads first when the session has a table and no usable file ID
    void startUpload(); ///< step File: uploads now; the file ID is put into the session
    [[nodiscard]] importing::ImportRun *run() const; ///< the current or last one; null before the first
    [[nodiscard]] importing::UploadRun *upload() const;
    [[nodiscard]] const std::optional<WizardStep> &stepAtFault() const; ///< of the last refusal

Q_SIGNALS:
    void runChanged();    ///< another run() object
    void uploadChanged(); ///< another upload() object
    void refused();       ///< faults are in the session, stepAtFault() is set

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace session
