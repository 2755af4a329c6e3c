#pragma once

#include "base/Observe.h"
#include "tabular/CsvDialect.h"
#include "tabular/csv/ByteSource.h"
#include "tabular/csv/RecordCounter.h"
#include "tabular/encoding/InvalidPlaces.h"
#include "tabular/workbook/SheetCsv.h"
#include "tabular/workbook/Workbook.h"

#include <functional>
#include <memory>

namespace tabular {

/// A table of any kind as UTF-8 text that the engine reads: the file itself where it is such text already, else a working
/// copy (unpacked, decoded, or made from a sheet) in a private folder, which goes with this. Shared, never changed;
/// usable from any thread. Everything that reads rows (profile, preview, parts) reads them here.
class OpenedTable final {
public:
    /// Meant for a pool thread; `progress` (may be empty) gets 0…100 from it. `invalid`: what to do with bytes that are no
    /// text. Errors, with "file": those of glanceAs(), of WorkingText and saveSheetAsCsv(), FileChanged, DiskFull,
    /// Cancelled.
    [[nodiscard]] static base::Result<std::shared_ptr<const OpenedTable>>
    open(const SourceFile &source, InvalidBytes invalid, const base::StopFlag &stop,
         const std::function<void(int)> &progress = {});

    [[nodiscard]] const SourceFile &source() const { return m_source; }
    [[nodiscard]] const std::shared_ptr<csv::ByteSource> &text() const { return m_text; }
    /// How `text()` is read: the source's for text, comma and double quotes for a sheet.
    [[nodiscard]] const CsvDialect &textDialect() const { return m_textDialect; }
    /// Where a person finds record `number` (from 1): the sheet's row in a workbook, the record's number in text.
    [[nodiscard]] qint64 rowOf(qint64 number) const;
    [[nodiscard]] const std::vector<WorkbookFinding> &workbookFindings() const { return m_workbookFindings; }
    [[nodiscard]] const InvalidPlaces &replacedPlaces() const;
    /// FileChanged when the file is no longer what was opened.
    [[nodiscard]] base::Status unchanged() const;

    ~OpenedTable();

private:
    OpenedTable();

    SourceFile m_source;
    std::shared_ptr<csv::ByteSource> m_text;
    CsvDialect m_textDialect;
    std::vector<WorkbookFinding> m_workbookFindings;
    class Private;
    std::unique_ptr<Private> d; ///< what keeps the working copy, the lines of a sheet, the file as it was when opened
};

/// Data rows `first` to `first + count - 1` (from 0, the header and what stands above it not counted), for a preview that
/// jumps anywhere. `scan` is the one in the table's summary.
[[nodiscard]] base::Result<std::vector<QStringList>> rowsFrom(const OpenedTable &table, const csv::ScanReport &scan,
                                                              qint64 first, qint64 count);

} // namespace tabular
