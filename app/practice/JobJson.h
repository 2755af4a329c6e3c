#pragma once

#include "practice/JobRun.h"

#include <chrono>
#include <memory>

namespace practice {

enum class JobStage { Added, InProgress, Completed };

struct PracticeJob final {
    QString id;
    JobOrder order;
    QDateTime created;
    std::chrono::milliseconds finishAt{0}; ///< monotonic; not completed before
    JobStage stage = JobStage::Added;
    QString fileName;
    RowCounts counts;
    std::unique_ptr<JobRun> run; ///< while rows are taken in
    QByteArray resultZip;        ///< once completed
};

/// {"id":…,"name":…}
[[nodiscard]] Json creatorJson(const PracticeUser &user);
/// A job's details: one flat object. The download link is absolute in v2 and v2.1 and relative later, as was seen of the
/// CRM; `base` is where the practice CRM listens.
[[nodiscard]] Json jobJson(const PracticeJob &job, const PracticeUser &creator, const QString &version,
                           const QString &base);

} // namespace practice
