#pragma once

#include "base/Result.h"
#include "tabular/encoding/FilePieces.h"

#include <QString>

namespace tabular {

/// What a file is by its content; its name does not count.
enum class FileKind {
    DelimitedText, ///< or an empty file
    Xlsx,          ///< .xlsm too
    Ods,
    Xlsb,
    Xls,
    EncryptedWorkbook,
    Numbers,
    ZipOfOneTable, ///< FirstLook::member says which
    ZipOfSeveralTables,
    ZipWithoutTable,
    BrokenZip,
    Gzip,
    Pdf,
    Html,
    Xml,
    OtherBinary
};

struct FirstLook final {
    FileKind kind = FileKind::DelimitedText;
    QString found;     ///< the kind in a word for sentences: "XLSX", "PDF", "PNG"; "text" for text
    qint64 bytes = 0;  ///< of the file
    QString member;    ///< ZipOfOneTable: its name in the zip; never to be used as a path
    FilePieces pieces; ///< for guessing the encoding without reading again
};

/// Tells what `path` is from its two ends, sixteen places between and, in archives, their directory. Costs the same for
/// any size. Meant for a pool thread. Errors, with "file": FileNotFound, NotARegularFile, FileUnreadable; ZipTooLarge for
/// an archive of more than 10,000 files.
[[nodiscard]] base::Result<FirstLook> lookAt(const QString &path);

} // namespace tabular
