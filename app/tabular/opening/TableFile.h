#pragma once

#include "base/Observe.h"
#include "tabular/sniffing/FileKind.h"
#include "tabular/sniffing/PrivateFolder.h"

#include <functional>
#include <optional>

namespace tabular {

/// The file that holds a table: the user's own, or what was unpacked of it.
struct TableFile final {
    QString path;
    FirstLook look;                      ///< of the table, which is text or a workbook that can be read
    QString member;                      ///< its name in the archive; empty where there is none
    bool cut = false;                    ///< only the head of it was unpacked
    std::optional<PrivateFolder> folder; ///< what was unpacked stands in it
};

/// A look at the head of a text needs no more of an archive.
enum class Unpacking { Head, Whole };

/// Looks at `path` and, if it is an archive (or one in another), unpacks the one table in it. Meant for a pool thread;
/// `progress` (may be empty) gets 0…100 from it while something is unpacked. Errors, with "file": those of lookAt(), of
/// Unpacker and PrivateFolder, TableEmpty (no byte), TableKindUnsupported and TableNotText ("found"), WorkbookEncrypted,
/// ArchiveHoldsNoTable, ArchiveHoldsSeveral, ZipUnreadable, Cancelled.
[[nodiscard]] base::Result<TableFile> reachTable(const QString &path, Unpacking much, const base::StopFlag &stop,
                                                 const std::function<void(int)> &progress = {});

} // namespace tabular
