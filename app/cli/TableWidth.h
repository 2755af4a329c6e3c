#pragma once

#include "tabular/opening/OpenedTable.h"

namespace cli {

/// How many columns the rows need: at least `expected`, more where a row holds something beyond it. Looks at every row.
/// Errors, with "file": those of csv::RowRuns.
[[nodiscard]] base::Result<qsizetype> widthOf(const tabular::OpenedTable &table, qsizetype expected,
                                              const base::StopFlag &stop);

} // namespace cli
