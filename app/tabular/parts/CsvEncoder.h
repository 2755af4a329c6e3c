#pragma once

#include <QByteArray>

#include <string_view>

namespace tabular {

/// Appends one cell as the CRM reads it: UTF-8, RFC 4180 quotes where they are needed. What a reader could take for
/// something else at the start of a file (a byte-order mark, "sep=") is quoted too.
void appendCsvCell(QByteArray &csv, std::string_view cell);

/// The same into memory that has csvRoom() bytes; gives where it ended.
[[nodiscard]] char *putCsvCell(char *out, std::string_view cell);
/// The most bytes that a cell can take.
[[nodiscard]] inline qsizetype csvRoom(std::string_view cell)
{
    return static_cast<qsizetype>(2 * cell.size() + 2);
}

/// Ends the record that started at `start`. A record of nothing would be a blank line, which is none, so it is quoted.
void endCsvRecord(QByteArray &csv, qsizetype start, const char *lineEnd = "\r\n");

} // namespace tabular
