#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tabular::csv {

/// Adds one record in UTF-8 and a CRLF to `out`; only cells that need quotes get them. What a reader could take for
/// something else is quoted too: a record of one empty cell, and a byte-order mark or "sep=" at the begin of a cell.
/// `delimiter` is one ASCII character, no quote and no line end.
void appendRecord(std::string &out, std::span<const std::string_view> cells, char delimiter);

} // namespace tabular::csv
