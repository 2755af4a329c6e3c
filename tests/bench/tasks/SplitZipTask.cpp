#include "bench/tasks/BenchTask.h"
#include "tabular/PartWriter.h"

#include <QDir>

namespace bench {

// The zips are OUT/*.zip, in the order of their names.
Answer splitAndZip(const Job &job)
{
    const QString path = QDir(job.out).filePath(QStringLiteral("part-0001.zip"));
    const auto part = tabular::writePart({job.file, {}}, path, {}, base::StopFlag());
    if (!part && part.error().code == base::ErrorCode::TableTooManyRows)
        return nlohmann::ordered_json{{"missing", "more than one part"}};
    if (!part)
        return part.error();
    return nlohmann::ordered_json{{"records", part->rows + 1}, {"parts", 1}, {"zip_bytes", part->zipBytes}};
}

} // namespace bench
