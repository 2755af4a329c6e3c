#pragma once

#include "tabular/TableReader.h"
#include "tabular/profile/TableFinding.h"

#include <functional>
#include <vector>

namespace tabular {

/// What is worth knowing of one column before it is mapped.
struct ColumnSummary final {
    QString header; ///< as it stands; a missing or repeated one is numbered: "Column 3", "Email (2)"
    /// Up to three telling values: a typical one, the longest, another one; never blank ones; cut at 500 characters.
    QStringList samples;
    qint64 filled = 0; ///< rows with a value that is not blank

    friend bool operator==(const ColumnSummary &a, const ColumnSummary &b) = default;
};

/// The whole file in a few facts. Every row was read to make it.
struct TableSummary final {
    SourceFile source;
    std::vector<ColumnSummary> columns;
    std::vector<QStringList> firstRows; ///< at most 50 data rows, for the preview
    qint64 rows = 0;                    ///< data rows, without the header
    qint64 bytes = 0;                   ///< of the file
    std::vector<TableFinding> findings;

    friend bool operator==(const TableSummary &a, const TableSummary &b) = default;
};

/// Reads all of `source`; a header row without data rows is a summary with no rows. Records above the header row are no
/// data. Meant for a pool thread. `progress` (may be empty) gets 0…100 from that thread.
/// Errors: those of openTable() and of TableReader::next(), TableEmpty (no record, or none for the header row), Cancelled.
base::Result<TableSummary> summarise(const SourceFile &source, const base::StopFlag &stop,
                                     const std::function<void(int)> &progress = {});

} // namespace tabular
