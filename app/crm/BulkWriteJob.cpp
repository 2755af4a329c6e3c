#include "crm/BulkWriteJob.h"

namespace crm {

JobState jobStateFromWire(const QString &text)
{
    QString word = text.toUpper();
    word.removeIf([](QChar c) { return !c.isLetter(); });
    if (word == QLatin1String("ADDED"))
        return JobState::Added;
    if (word == QLatin1String("INPROGRESS"))
        return JobState::InProgress;
    if (word == QLatin1String("COMPLETED"))
        return JobState::Completed;
    if (word == QLatin1String("FAILED"))
        return JobState::Failed;
    if (word == QLatin1String("SKIPPED"))
        return JobState::Skipped;
    return JobState::Unknown;
}

bool JobDetails::finished() const
{
    return state == JobState::Completed || state == JobState::Failed || state == JobState::Skipped;
}

} // namespace crm
