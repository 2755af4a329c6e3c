#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace tabular::csv {

// The one place where CSV is written: UTF-8, RFC 4180, quotes only where they are needed. What a reader could take for
// something else is quoted too: a record of one empty cell, and a byte-order mark or "sep=" at the begin of a cell.
// `delimiter` is one ASCII character, no quote and no line end.

/// Adds one record and a CRLF to `out`.
void appendRecord(std::string &out, std::span<const std::string_view> cells, char delimiter);

/// Adds one cell.
void appendCell(std::string &out, std::string_view cell, char delimiter);

/// Writes one cell into memory that has cellRoom() bytes; gives where it ended.
[[nodiscard]] char *putCell(char *out, std::string_view cell, char delimiter);

/// The most bytes that a cell can take.
[[nodiscard]] inline std::size_t cellRoom(std::string_view cell)
{
    return 2 * cell.size() + 2;
}

} // namespace tabular::csv
