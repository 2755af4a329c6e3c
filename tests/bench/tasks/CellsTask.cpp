#include "bench/tasks/BenchTask.h"
#include "bench/tasks/CellTally.h"
#include "tabular/csv/FileSource.h"
#include "tabular/csv/RecordReader.h"

namespace bench {

namespace {

base::Status readInto(const Job &job, CellTally &tally)
{
    auto source = tabular::csv::FileSource::open(job.file);
    if (!source)
        return source.error();
    tabular::csv::RecordReader reader(std::move(source).value(), tabular::CsvDialect{});
    return reader.readAll(tally);
}

} // namespace

Answer readCells(const Job &job)
{
    CellTally tally(job.check);
    if (const auto read = readInto(job, tally); !read)
        return read.error();
    return tally.answer();
}

} // namespace bench
