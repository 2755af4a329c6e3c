#pragma once

#include "tabular/sniffing/PrivateFolder.h"
#include "tabular/workbook/SheetCsv.h"

namespace tabular {

/// The working copy of a sheet: text that only its owner may read, in a folder that goes with this.
struct SheetCopy final {
    PrivateFolder folder;
    QString path;
    SheetCsv written;
};

/// Makes it, after a look at the room on the disk; comes by the names of all sheets. Nothing is left behind on failure.
/// Errors: those of saveSheetAsCsv(), DiskFull with the folder as "file" and "needed" and "free" bytes, FileUnwritable.
[[nodiscard]] base::Result<SheetCopy> copySheet(Workbook &workbook, const QString &sheet, const base::StopFlag &stop,
                                                const WorkbookProgress &progress = {});

} // namespace tabular
