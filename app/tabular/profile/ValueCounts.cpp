#include "tabular/profile/ValueCounts.h"

#include "tabular/csv/RecordReader.h"
#include "tabular/opening/TableHead.h"
#include "tabular/profile/CellHash.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace tabular {

namespace {

bool isBlank(std::string_view cell)
{
    return std::all_of(cell.begin(), cell.end(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

struct CellHasher final {
    using is_transparent = void;
    size_t operator()(std::string_view cell) const { return static_cast<size_t>(hashOf(cell)); }
};

class ColumnCounter final {
public:
    explicit ColumnCounter(int column)
        : m_column(static_cast<size_t>(column))
    { }

    [[nodiscard]] bool complete() const { return m_complete; }

    void take(const RecordView &row, qsizetype distinct)
    {
        if (m_column >= row.cells.size() || isBlank(row.cells[m_column]))
            return;
        const std::string_view cell = row.cells[m_column];
        const auto known = m_counts.find(cell);
        if (known != m_counts.end())
            ++known->second;
        else if (static_cast<qsizetype>(m_counts.size()) < distinct
                 && static_cast<qsizetype>(cell.size()) <= CountLimits::longest)
            m_counts.emplace(cell, 1);
        else
            m_complete = false;
    }

    [[nodiscard]] ValueCounts counts() const
    {
        ValueCounts counts;
        counts.complete = m_complete;
        // Two values with different bytes that are no text can be one as text.
        for (const auto &[value, times] : m_counts)
            counts.counts[QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()))] += times;
        return counts;
    }

private:
    size_t m_column;
    std::unordered_map<std::string, qint64, CellHasher, std::equal_to<>> m_counts;
    bool m_complete = true;
};

class CountingSink final : public RecordSink {
public:
    CountingSink(const std::vector<int> &columns, const CountLimits &limits)
        : m_columns(columns.begin(), columns.end())
        , m_limits(limits)
    { }

    bool take(const RecordView &row) override
    {
        if (m_rows == m_limits.rows || !wanted()) {
            m_everyRow = false;
            return false;
        }
        ++m_rows;
        // One that has too many values already is not looked at again: its counts are a sample anyway.
        for (ColumnCounter &column : m_columns) {
            if (column.complete())
                column.take(row, m_limits.distinct);
        }
        return true;
    }

    [[nodiscard]] TableCounts counts() const
    {
        TableCounts counts;
        for (const ColumnCounter &column : m_columns)
            counts.columns.push_back(column.counts());
        counts.rows = m_rows;
        counts.everyRow = m_everyRow;
        return counts;
    }

private:
    [[nodiscard]] bool wanted() const
    {
        return std::any_of(m_columns.begin(), m_columns.end(),
                           [](const ColumnCounter &column) { return column.complete(); });
    }

    std::vector<ColumnCounter> m_columns;
    CountLimits m_limits;
    qint64 m_rows = 0;
    bool m_everyRow = true;
};

} // namespace

base::Result<TableCounts> valueCounts(const OpenedTable &table, const std::vector<int> &columns,
                                      const CountLimits &limits, const base::StopFlag &stop)
{
    const auto head = readHead(table);
    if (!head.ok())
        return head.error();
    CountingSink sink(columns, limits);
    DataRows rows(table, sink, widestRow(table, *head));
    csv::RecordReader reader(table.text(), table.textDialect(), {.checkUtf8 = false, .stop = stop});
    if (const auto read = reader.readAll(rows); !read.ok())
        return table.located(read.error());
    if (const auto same = table.unchanged(); !same.ok())
        return same.error();
    return sink.counts();
}

} // namespace tabular
