#include "cli/TableWidth.h"

#include "tabular/csv/RowRuns.h"
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

/// Rows that are as wide as expected.
class RunSink final : public tabular::csv::RowRunSink {
public:
    bool take(const tabular::csv::RowRun &) override { return true; }
};

} // namespace

base::Result<qsizetype> widthOf(const tabular::OpenedTable &table, qsizetype expected, const base::StopFlag &stop)
{
    WidthSink width(expected);
    RunSink runs;
    tabular::csv::RowRuns rows(table.text(), table.textDialect(), stop);
    const auto found = rows.begin(tabular::headRecords(table.textDialect()) + 1, static_cast<int>(expected));
    if (!found.ok())
        return table.located(found.error());
    if (!*found)
        return expected;
    if (const auto read = rows.readAll(runs, width); !read.ok())
        return table.located(read.error());
    return width.width();
}

} // namespace cli
