#pragma once

#include "base/Result.h"
#include "tabular/encoding/FilePieces.h"

#include <QFile>

#include <memory>

namespace tabular {

/// Opens `path` for reading after a look at what it is: opening a named pipe would wait for a writer.
/// Errors, with "file": FileNotFound (also a link to nothing or to itself), NotARegularFile, FileUnreadable, FileInUse.
[[nodiscard]] base::Result<std::unique_ptr<QFile>> openRegularFile(const QString &path);

/// 64 KiB from either end and sixteen times 4 KiB between, whatever the size of the file; it is left at its start.
/// Errors: FileUnreadable.
[[nodiscard]] base::Result<FilePieces> readPieces(QFile &file);

/// An error about the file at `path`.
[[nodiscard]] base::Error fileError(base::ErrorCode code, const QString &path, const QString &detail = {});

} // namespace tabular
