#pragma once

#include "tabular/workbook/SheetLines.h"
#include "tabular/workbook/Workbook.h"

class QFileDevice;

namespace tabular {

/// What was written of a sheet.
struct SheetCsv final {
    qint64 records = 0;
    qint64 bytes = 0;
    SheetLines lines; ///< from record to the sheet's row
};

/// The longest text that a sheet may become.
constexpr qint64 sheetCsvBytes = 4LL * 1024 * 1024 * 1024;

/// Writes a sheet as internal CSV: UTF-8 without BOM, comma, LF, quotes only where they are needed (and around a first
/// cell that a reader could take for a BOM or a `sep=` line), top to bottom however the file holds its rows. `target`
/// is open for reading and writing and is emptied first. Errors: those of Workbook::readSheet(), DiskFull,
/// FileUnwritable ("file"), TableTooLarge ("limit": sheetCsvBytes).
base::Result<SheetCsv> saveSheetAsCsv(Workbook &workbook, const QString &sheet, QFileDevice &target,
                                      const base::StopFlag &stop, const WorkbookProgress &progress = {},
                                      SheetReach reach = SheetReach::Rows);

} // namespace tabular
