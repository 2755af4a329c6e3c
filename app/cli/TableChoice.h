#pragma once

#include "base/Observe.h"
#include "cli/TableOptions.h"
#include "tabular/opening/Glance.h"
#include "tabular/opening/OpenedTable.h"

namespace cli {

/// Looks at the spreadsheet: what `options` says holds, and all else is guessed in its light (another delimiter may move
/// the header row). Meant for a pool thread. Errors: those of glanceAs(), and UsageWrong with the sentence as its detail
/// where an option does not fit the file.
[[nodiscard]] base::Result<tabular::Glance> lookAtTable(const TableOptions &options, const base::StopFlag &stop);

/// Opens what was looked at for reading; bytes that are no text are there as the engine says. Errors: those of
/// OpenedTable::open(); UsageWrong as above when the header row that was asked for lies beyond the end.
[[nodiscard]] base::Result<std::shared_ptr<const tabular::OpenedTable>>
openTable(const tabular::Glance &look, const TableOptions &options, const base::StopFlag &stop);

/// For the terminal: "Reading: 40 %".
[[nodiscard]] std::function<void(int)> shownProgress(const char *what);

[[nodiscard]] bool isWorkbook(const tabular::Glance &look);

} // namespace cli
