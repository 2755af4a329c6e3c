#include "cli/TableWidth.h"

#include "tabular/csv/ParallelReading.h"
#include "tabular/opening/TableHead.h"
#include "tabular/profile/CellShape.h"

namespace cli {

namespace {

class WidthSink final : public tabular::RecordSink {
public:
    explicit WidthSink(qsizetype expected)
        : m_width(static_cast<size_t>(expected))
    { }
    bool take(const tabular::RecordView &row) override
    {
        for (size_t cells = row.cells.size(); cells > m_width; --cells) {
            if (!tabular::isBlankText(row.cells[cells - 1]))
                m_width = cells;
        }
        return true;
    }
    [[nodiscard]] qsizetype width() const { return static_cast<qsizetype>(m_width); }

private:
    size_t m_width;
};

struct Worker final {
    Worker(const tabular::OpenedTable &table, qsizetype expected)
        : width(expected)
        , rows(table, width)
    { }
    WidthSink width;
    tabular::DataRows rows;
};

} // namespace

base::Result<qsizetype> widthOf(const tabular::OpenedTable &table, const tabular::csv::ScanReport &scan,
                                qsizetype expected, int threads, const base::StopFlag &stop)
{
    std::vector<std::unique_ptr<Worker>> workers;
    tabular::csv::ParallelOptions options{.threads = threads, .stop = stop};
    options.report = &scan;
    const auto read =
        tabular::csv::readInParallel(table.text(), table.textDialect(), options, [&](int) -> tabular::RecordSink & {
            return workers.emplace_back(std::make_unique<Worker>(table, expected))->rows;
        });
    if (!read.ok())
        return table.located(read.error());
    for (const auto &worker : workers)
        expected = qMax(expected, worker->width.width());
    return expected;
}

} // namespace cli
