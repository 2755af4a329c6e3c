#pragma once

#include "crm/BulkWriteRequest.h"

#include <QDateTime>

namespace crm {

struct CrmUser final {
    RecordId id;
    QString name;
    QString email;
    QString profile;
    QString timeZone;
    QString dateFormat;
};

struct Organisation final {
    OrgId zgid;
    QString name;
    QString type; ///< production, sandbox, developer, bigin
    QString country;
    QString timeZone;
};

/// The answer to a create-job call that made a job.
struct CreatedJob final {
    JobId id;
    CrmUser createdBy; ///< id and name only
};

/// The answer to an upload.
struct UploadedFile final {
    FileId id;
    QDateTime createdTime;
};

/// Where a job stands. Spellings vary ("IN PROGRESS", "INPROGRESS"); an unknown word counts as running, and the raw word
/// stays in JobDetails::statusText.
enum class JobState { Added, InProgress, Completed, Failed, Skipped, Unknown };
[[nodiscard]] JobState jobStateFromWire(const QString &text);

struct JobCounts final {
    qint64 added = 0;
    qint64 updated = 0;
    qint64 skipped = 0;
    qint64 total = 0;

    friend bool operator==(const JobCounts &a, const JobCounts &b) = default;
};

/// GET job details, for the one resource of our jobs.
struct JobDetails final {
    JobId id;
    JobState state = JobState::Unknown;
    QString statusText;
    QString resourceCode; ///< the resource's own status or code word, raw
    QString fileName;
    std::optional<JobCounts> counts;
    QString downloadUrl; ///< absolute or relative; empty until there is one
    QString message;     ///< of job, resource or file, where the server gave one
    CrmUser createdBy;
    QDateTime createdTime;

    [[nodiscard]] bool finished() const; ///< completed, failed or skipped
};

} // namespace crm
