#include "bench/tasks/BenchTask.h"
#include "bench/tasks/Timings.h"
#include "tabular/TableReader.h"

namespace bench {

namespace {

constexpr int rowsShown = 100;

/// All that happens between choosing a file and its first rows. Gives the rows read.
base::Result<int> openOnce(const QString &file)
{
    const auto dialect = tabular::detectDialect(file);
    if (!dialect)
        return dialect.error();
    auto reader = tabular::openTable({file, *dialect});
    if (!reader)
        return reader.error();
    tabular::Row row;
    for (int rows = 0; rows < rowsShown; ++rows) {
        const auto more = (*reader)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            return rows;
    }
    return rowsShown;
}

} // namespace

Answer preview(const Job &job)
{
    Timings timings;
    int rows = 0;
    for (int round = 0; round < job.rounds; ++round) {
        const auto start = SteadyClock::now();
        const auto opened = openOnce(job.file);
        timings.add(SteadyClock::now() - start);
        if (!opened)
            return opened.error();
        rows = *opened;
    }
    auto answer = timings.answer();
    answer["rows_shown"] = rows;
    return answer;
}

} // namespace bench
