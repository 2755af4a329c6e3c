#include "bench/tasks/BenchTask.h"
#include "bench/tasks/CellTally.h"
#include "tabular/csv/RecordReader.h"
#include "tabular/opening/OpenedTable.h"

namespace bench {

// The first sheet, as the program opens it: its rows become a working copy, which is then read cell by cell.
Answer readWorkbook(const Job &job)
{
    const base::StopFlag stop;
    const auto table = tabular::OpenedTable::open({job.file, {}}, tabular::InvalidBytes::Refuse, stop);
    if (!table)
        return table.error();
    CellTally tally(job.check);
    tabular::csv::RecordReader reader((*table)->text(), (*table)->textDialect(), {.stop = stop});
    if (const auto read = reader.readAll(tally); !read)
        return read.error();
    return tally.answer();
}

} // namespace bench
