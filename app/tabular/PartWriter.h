#pragma once

#include "base/Observe.h"
#include "base/Result.h"
#include "tabular/CsvDialect.h"
#include "tabular/parts/PartLimits.h"

#include <QString>

#include <functional>

namespace tabular {

/// A zip made for upload, with one CSV in it.
struct Part final {
    QString zipPath;
    QString csvName; ///< the entry's name, from the source's
    qint64 rows = 0; ///< data rows
    int columns = 0;
    qint64 csvBytes = 0;
    qint64 zipBytes = 0;
    QString sha256; ///< of the zip, lower-case hex
};

/// Writes all columns of `source`, which may be of any kind, as UTF-8 without byte-order mark, comma, RFC 4180 quotes,
/// CRLF, header row first (the names of summarise(), numbered where the source has none), into a zip at `zipPath` with
/// fixed timestamps: same input, same bytes. Short rows are filled with blanks. The column indexes of the source stay as
/// they are. Only the owner may read the zip. A file over `limits` gives TableTooManyRows / TableTooManyColumns /
/// TableTooLarge (context: found, limit); other errors: those of summarise(), TableNotUtf8 and TableBytesUndecodable (bytes
/// that are no text), TableHoldsZeroBytes ("row"), TableRowTooLong ("row"), TableEncodingsMixed, TableHasNoRows, FileUnwritable, DiskFull. On any error no file is left. Reads the table twice; meant
/// for a pool thread. `progress` (may be empty) gets 0…100 from that thread.
base::Result<Part> writePart(const SourceFile &source, const QString &zipPath, const PartLimits &limits,
                             const base::StopFlag &stop, const std::function<void(int)> &progress = {});

} // namespace tabular
