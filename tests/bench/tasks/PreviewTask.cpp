#include "bench/tasks/BenchTask.h"
#include "bench/tasks/Timings.h"
#include "tabular/opening/Glance.h"

namespace bench {

namespace {

/// All that happens between choosing a file and its first rows. Gives the rows read.
base::Result<int> openOnce(const QString &file)
{
    const auto glance = tabular::glanceAt(file, {}, {});
    if (!glance)
        return glance.error();
    return static_cast<int>(glance->top.size());
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
