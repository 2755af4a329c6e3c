#pragma once

#include "tabular/RecordView.h"
#include "tabular/profile/ColumnProfiler.h"

namespace tabular {

/// Profiles a table over every row. Give it each data row in turn, or one profiler each of several consecutive ranges of
/// rows and merge them in the order of the file: the profile is the same for any cut. One thread at a time.
///
/// Memory does not grow with the rows. Distinct values are counted exactly as long as all columns together take at most
/// 26 MB for it; when they would take more, the limit of every column is halved (100,000, 50,000, …) and the columns above
/// it are estimated from then on (4 KB each). With some 20 KB a column for all else, 200 columns stay below 48 MB.
class TableProfiler final : public RecordSink {
public:
    static constexpr qint64 distinctSlots = 200LL * 16'384; ///< the budget for exact counts, 8 bytes each

    /// Rows are expected to have `width` cells: as many as the header row, or as the first row where there is no header.
    explicit TableProfiler(qsizetype width, qint64 slotBudget = distinctSlots);
    /// Long rows are noted and count for nothing else; otherwise they widen the table. Ahead of the first row.
    void leaveLongRowsOut() { m_leavesLongRowsOut = true; }

    /// The header row names the columns; it is no data row. Only the profiler of the first range needs it.
    void takeHeader(const RecordView &header);
    /// Always true: nothing is too odd to be profiled.
    bool take(const RecordView &row) override;
    /// Takes what `later` has seen of the rows that come after all of this one's. Both were made for the same width.
    void merge(TableProfiler &later);

    [[nodiscard]] qint64 rows() const { return m_rows; }
    [[nodiscard]] TableProfile profile();
    /// What its tables and sketches take at the moment, in bytes.
    [[nodiscard]] size_t distinctBytes() const;

private:
    static constexpr size_t findingKinds = static_cast<size_t>(TableFinding::Kind::InvisibleMark) + 1;

    void widen(size_t columns);
    [[nodiscard]] std::optional<size_t> oddWidth(const RecordView &row);
    void note(TableFinding::Kind kind, qint64 row, int column, qint64 count = 1);
    void noteRemarks(const RecordView &record);
    void takeBatch();
    void takeAlone(const RecordView &row, size_t width);
    void keepBudget();

    size_t m_width;
    qint64 m_slotBudget;
    qint64 m_distinctLimit = DistinctCounter::exactLimit;
    qint64 m_rows = 0;
    std::vector<qint64> m_longRows;
    bool m_leavesLongRowsOut = false;
    QStringList m_header;
    std::vector<ColumnProfiler> m_columns;
    RowBatch m_batch; ///< rows that the columns have not seen yet
    std::array<TableFinding, findingKinds> m_findings{};
};

} // namespace tabular
