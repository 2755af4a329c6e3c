#pragma once

#include "tabular/opening/OpenedTable.h"

#include <QMap>

namespace tabular {

/// The different values of one column, and in how many of the rows that were read each of them stands. Values are as they
/// stand in the file, letter case and blanks around them included; a blank cell is no value.
struct ValueCounts final {
    QMap<QString, qint64> counts;
    /// False: there are more different values than were asked for, or some that are longer than CountLimits::longest.
    /// `counts` then holds those that were met first, as a sample.
    bool complete = true;
};

struct CountLimits final {
    static constexpr qsizetype longest = 1'000; ///< bytes of a value in UTF-8

    qsizetype distinct = 100; ///< values of one column
    qint64 rows = -1;         ///< from the top; -1: all
};

struct TableCounts final {
    std::vector<ValueCounts> columns; ///< as they were asked for
    qint64 rows = 0;                  ///< data rows that were read
    bool everyRow = true;             ///< false: there are more rows than `rows`, and complete counts are of those only
};

/// Counts the values of `columns` (from 0; one that a row does not have is blank in it, one twice is counted twice) from the
/// top of the table, but not in long rows that are left out, until the rows asked for are read, or all columns have more values than asked for. Meant for a pool
/// thread; memory is bounded by the limits, whatever the rows are. Bytes that are no text are U+FFFD. Errors, with "file":
/// those of csv::RecordReader but TableNotUtf8, TableEmpty, FileChanged, Cancelled.
[[nodiscard]] base::Result<TableCounts> valueCounts(const OpenedTable &table, const std::vector<int> &columns,
                                                    const CountLimits &limits, const base::StopFlag &stop);

} // namespace tabular
