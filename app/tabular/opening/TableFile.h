#pragma once

#include "base/Observe.h"
#include "tabular/csv/ByteSource.h"
#include "tabular/sniffing/FileKind.h"
#include "tabular/sniffing/PrivateFolder.h"

#include <QDateTime>

#include <functional>
#include <memory>
#include <optional>

namespace tabular {

/// A file as it was at some time.
class FileState final {
public:
    explicit FileState(const QString &path);
    /// Whether the same file stands there, and nobody wrote to it.
    [[nodiscard]] bool holds() const;
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_path;
    qint64 m_bytes = 0;
    QDateTime m_changed;
    std::shared_ptr<csv::ByteSource> m_open; ///< null where it cannot be opened
};

/// The file that holds a table: the user's own, or what was unpacked of it.
struct TableFile final {
    QString path;
    FirstLook look;                      ///< of the table, which is text or a workbook that can be read
    QString member;                      ///< its name in the archive; empty where there is none
    bool cut = false;                    ///< only the head of it was unpacked
    std::optional<PrivateFolder> folder; ///< what was unpacked stands in it
    std::optional<FileState> archive;    ///< that it was unpacked from
};

/// What was unpacked for a look at an archive serves whoever reads it next; its folder goes with the last who has it.
using SharedTableFile = std::shared_ptr<const TableFile>;

/// A look at the head of a text needs no more of an archive.
enum class Unpacking { Head, Whole };

/// Looks at `path` and, if it is an archive (or one in another), unpacks the one table in it. `known` (may be null) is what
/// was unpacked earlier: it comes back, and nothing is unpacked, if it is of `path` as that is now and as much as is asked
/// for. Meant for a pool thread; `progress` (may be empty) gets 0…100 from it while something is unpacked. Errors, with
/// "file": those of lookAt(), of Unpacker and PrivateFolder, TableEmpty (no byte), TableKindUnsupported and TableNotText
/// ("found"), WorkbookEncrypted, ArchiveHoldsNoTable, ArchiveHoldsSeveral, ZipUnreadable, Cancelled.
[[nodiscard]] base::Result<SharedTableFile> reachTable(const QString &path, Unpacking much,
                                                       const SharedTableFile &known, const base::StopFlag &stop,
                                                       const std::function<void(int)> &progress = {});

} // namespace tabular
