#pragma once

#include <QByteArray>
#include <QStringList>

namespace tabular {

/// One record as the CRM reads it: UTF-8, commas, RFC 4180 quotes, CRLF at the end; filled with blanks up to `columns`.
/// What CsvReader could take for something else (a blank line, a byte-order mark, a first line "sep=") is quoted.
[[nodiscard]] QByteArray csvRecord(const QStringList &cells, qsizetype columns);

} // namespace tabular
