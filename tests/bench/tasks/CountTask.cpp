#include "bench/tasks/BenchTask.h"
#include "tabular/csv/RecordCounter.h"

namespace bench {

Answer countRecords(const Job &job)
{
    const auto report = tabular::csv::countRecords(job.file, {}, job.threads);
    if (!report)
        return report.error();
    return nlohmann::ordered_json{{"records", report->records}};
}

} // namespace bench
