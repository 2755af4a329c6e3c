#pragma once

#include "practice/JobJson.h"
#include "practice/PracticeRequest.h"

#include "base/Clock.h"

#include <QObject>

#include <map>

namespace practice {

/// State and rules of the practice CRM; knows nothing of sockets. Leads are empty at first, Contacts, Accounts, Deals and
/// Machines hold a few records, three of which refuse changes: "pending.approval@example.com" (NOT_APPROVED),
/// "blocked@example.com" (BLOCKED_RECORD) and "in.process@example.com" (CANNOT_PROCESS), all in Contacts. Two file IDs are
/// known from the start, those of Zoho's recorded create-job calls, with three columns: Last_Name, Mobile, Owner.
/// Used from the thread that made it. It never calls a job's callback: nothing leaves the computer.
class PracticeCrm final {
public:
    explicit PracticeCrm(base::Clock &clock);

    /// For jobs created from now on: how long they stay ADDED, and INPROGRESS at least.
    void setPace(std::chrono::milliseconds added, std::chrono::milliseconds inProgress);
    void setRecordLimit(qint64 limit) { m_data.recordLimit = limit; }
    void setUploadLimits(const UploadLimits &limits) { m_limits = limits; }

    [[nodiscard]] Answer modules(const PracticeRequest &request) const;
    [[nodiscard]] Answer fields(const PracticeRequest &request) const;
    [[nodiscard]] Answer layouts(const PracticeRequest &request) const;
    [[nodiscard]] Answer users(const PracticeRequest &request) const;
    /// One page of a module's records, at most 200; 204 when there are none.
    [[nodiscard]] Answer records(const QString &module, const PracticeRequest &request) const;

    Answer upload(const PracticeRequest &request);
    Answer createJob(const PracticeRequest &request);
    /// `base` is where the CRM listens, for absolute download links.
    [[nodiscard]] Answer job(const QString &id, const PracticeRequest &request, const QString &base) const;
    [[nodiscard]] Answer result(const QString &jobId) const;

private:
    using Job = PracticeJob;

    [[nodiscard]] const PracticeModule *moduleNamed(const QString &name) const;
    [[nodiscard]] base::Result<const PracticeModule *, Answer> moduleParameter(const PracticeRequest &request) const;
    void start(Job &job);
    void goOn(Job &job);
    void complete(Job &job);

    base::Clock &m_clock;
    QObject m_context; ///< ends the timers with this object
    std::chrono::milliseconds m_added{600};
    std::chrono::milliseconds m_inProgress{900};
    UploadLimits m_limits;
    CrmData m_data;
    QHash<QString, StoredUpload> m_uploads;
    std::map<QString, Job> m_jobs;
    int m_nextUpload = 5'366'001;
    int m_nextJob = 5'350'003;
    int m_nextRecord = 5'400'001;
};

} // namespace practice
