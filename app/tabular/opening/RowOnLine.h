#pragma once

#include "tabular/opening/OpenedTable.h"

namespace tabular {

/// The row that line `line` (from 1) of a text belongs to: a record's number, from 1. `scan` is of that text. 0 where it
/// cannot be read. Reads from the place of the index that lies ahead of the line.
[[nodiscard]] qint64 rowOnLine(const OpenedTable &table, const csv::ScanReport &scan, qint64 line);

} // namespace tabular
