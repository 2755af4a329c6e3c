#pragma once

#include "tabular/CsvDialect.h"
#include "tabular/csv/RecordCounter.h"
#include "tabular/opening/OpenedTable.h"
#include "tabular/profile/ColumnProfile.h"
#include "tabular/profile/ValueCounts.h"

#include <functional>
#include <vector>

namespace tabular {

/// What is worth knowing of one column before it is mapped.
struct ColumnSummary final {
    QString header; ///< as it stands; a missing or repeated one is numbered: "Column 3", "Email (2)"
    /// Up to three telling values: a typical one, the longest, an odd one; never blank ones; cut at 500 characters.
    QStringList samples;
    qint64 filled = 0; ///< rows with a value that is not blank

    friend bool operator==(const ColumnSummary &a, const ColumnSummary &b) = default;
};

/// The whole file in a few facts. Every row was read to make it. Rows are named as OpenedTable::rowOf() has them.
struct TableSummary final {
    SourceFile source;
    QString format; ///< "CSV", "XLSX" or "ODS"
    std::vector<ColumnSummary> columns;
    std::vector<QStringList> firstRows; ///< at most 50 data rows, for the preview
    qint64 rows = 0;                    ///< data rows, without the header and without long ones that are left out
    qint64 bytes = 0;                   ///< of the file
    std::vector<TableFinding> findings;
    std::vector<WorkbookFinding> workbookFindings;
    /// The different values of each column, of its first countedRows rows; null in summaries made by hand.
    std::shared_ptr<const TableCounts> counts;
    static constexpr qint64 countedRows = 200'000;
    // What it was made of, for whoever wants to know more. Set by summarise(); summaries made by hand need none.
    std::shared_ptr<const TableProfile> profile;
    std::shared_ptr<const OpenedTable> opened;
    std::shared_ptr<const csv::ScanReport> scan;

    /// Two readings are two, even of the same bytes: each has a table of its own that stays open.
    friend bool operator==(const TableSummary &a, const TableSummary &b) = default;
};

/// Reads all of `source`; a header row without data rows is a summary with no rows. Records above the header row are no
/// data; bytes that are no text are a finding. `unpacked` as in OpenedTable::open(). Meant for a pool thread. `progress`
/// (may be empty) gets 0…100 from that thread. Errors, with "file": those of OpenedTable::open() and of csv::RecordReader (but TableNotUtf8), TableEmpty (no
/// record, or none for the header row), FileChanged, Cancelled.
base::Result<TableSummary> summarise(const SourceFile &source, const base::StopFlag &stop,
                                     const std::function<void(int)> &progress = {},
                                     const std::shared_ptr<const TableFile> &unpacked = {});

/// The same of a table that is open already. `progress` gets `from`…100.
base::Result<TableSummary> summarise(std::shared_ptr<const OpenedTable> table, const base::StopFlag &stop,
                                     const std::function<void(int)> &progress = {}, int from = 0);

} // namespace tabular
