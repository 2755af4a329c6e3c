#include "bench/tasks/BenchTask.h"
#include "tabular/TableSummary.h"

namespace bench {

Answer profileColumns(const Job &job)
{
    const auto summary = tabular::summarise({job.file, {}}, base::StopFlag());
    if (!summary)
        return summary.error();
    qint64 filled = 0;
    for (const tabular::ColumnSummary &column : summary->columns)
        filled += column.filled;
    return nlohmann::ordered_json{{"records", summary->rows + 1}, {"filled_data_cells", filled}};
}

} // namespace bench
