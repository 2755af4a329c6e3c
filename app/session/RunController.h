#pragma once

#include "importing/FileLedger.h"
#include "importing/ImportRun.h"
#include "importing/UploadRun.h"
#include "session/CrmConnection.h"

namespace session {

/// What starting a run now means, beside what the session says.
struct StartOutlook final {
    enum class Kind {
        Fresh,
        GoesOn,     ///< an earlier run of the same is taken up at part `openPart`
        InDoubt,    ///< the same, but the rows of `openPart` may be in the CRM already
        WouldRepeat ///< parts of this file were sent otherwise; all its rows would be sent
    };
    Kind kind = Kind::Fresh;
    qint64 jobs = 1;  ///< that are still to be created, as far as can be told
    int openPart = 0; ///< from 1
    int parts = 0;    ///< of the earlier run
    int written = 0;  ///< of them whose rows are in the CRM, or may be
};

/// The create-job request as it will leave. `onlyMapped`: its indexes count within a file that holds the mapped columns only.
struct OutgoingRequest final {
    crm::BulkWriteRequest request;
    std::optional<QByteArray> exactBody;
    bool onlyMapped = false;
};

/// Turns the session into an upload or a run, and what comes of it back into the session and the list of known files: a
/// refusal becomes faults on inputs, a created job uses up the file ID. At most one run and one upload at a time.
class RunController final : public QObject {
    Q_OBJECT
public:
    RunController(ImportSession &session, CrmConnection &connection, importing::FileLedger &ledger, base::Clock &clock,
                  QObject *parent = nullptr);
    ~RunController() override;

    /// Whether a run may start, and if not why: findings of severity Error stand in the way unless `asItStands`,
    /// and a question about the file always does.
    [[nodiscard]] bool canStart(bool asItStands) const;
    [[nodiscard]] StartOutlook outlook() const;
    [[nodiscard]] OutgoingRequest outgoing() const;
    /// The user's word where rows could be sent twice.
    enum class Doubt { Ask, SendAgain, LeaveOut };
    /// Uploads first when the session has a table and no file ID that serves. Takes up an earlier run where the outlook
    /// says so. InDoubt and WouldRepeat start nothing with Ask, and WouldRepeat nothing with LeaveOut.
    void start(Doubt doubt = Doubt::Ask);
    void startUpload();                              ///< step File: uploads now; the file ID is put into the session
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
