#include "bench/tasks/BenchTask.h"
#include "bench/tasks/CellTally.h"
#include "tabular/TableReader.h"

#include <vector>

namespace bench {

namespace {

/// Hands `row` on as the view that the sinks of the engine take.
bool handOver(const tabular::Row &row, tabular::RecordSink &sink)
{
    std::vector<QByteArray> bytes;
    std::vector<std::string_view> cells;
    bytes.reserve(static_cast<std::size_t>(row.cells.size()));
    for (const QString &cell : row.cells) {
        bytes.push_back(cell.toUtf8());
        cells.emplace_back(bytes.back().constData(), static_cast<std::size_t>(bytes.back().size()));
    }
    return sink.take({row.number, row.line, 0, cells, {}});
}

base::Status readInto(const Job &job, CellTally &tally)
{
    auto reader = tabular::openTable({job.file, {}});
    if (!reader)
        return reader.error();
    tabular::Row row;
    for (;;) {
        const auto more = (*reader)->next(row);
        if (!more)
            return more.error();
        if (!*more || !handOver(row, tally))
            return base::Done{};
    }
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
