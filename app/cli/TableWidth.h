#pragma once

#include "tabular/csv/RecordCounter.h"
#include "tabular/opening/OpenedTable.h"

namespace cli {

/// How many columns the rows need: at least `expected`, more where a row holds something beyond it. Reads every row.
/// Errors, with "file": those of readInParallel().
[[nodiscard]] base::Result<qsizetype> widthOf(const tabular::OpenedTable &table, const tabular::csv::ScanReport &scan,
                                              qsizetype expected, int threads, const base::StopFlag &stop);

} // namespace cli
