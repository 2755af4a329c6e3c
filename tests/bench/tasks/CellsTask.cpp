#include "bench/tasks/BenchTask.h"
#include "bench/tasks/CellTally.h"
#include "tabular/csv/FileSource.h"
#include "tabular/csv/ParallelReading.h"

namespace bench {

Answer readCells(const Job &job)
{
    auto source = tabular::csv::FileSource::open(job.file);
    if (!source)
        return source.error();
    std::vector<std::unique_ptr<CellTally>> tallies;
    tabular::csv::ParallelOptions options;
    options.threads = job.threads;
    const auto read = tabular::csv::readInParallel(
        std::move(source).value(), tabular::CsvDialect{}, options,
        [&](int) -> tabular::RecordSink & { return *tallies.emplace_back(std::make_unique<CellTally>(job.check)); });
    if (!read)
        return read.error();
    for (size_t next = 1; next < tallies.size(); ++next)
        tallies.front()->append(*tallies[next]);
    return tallies.front()->answer();
}

} // namespace bench
