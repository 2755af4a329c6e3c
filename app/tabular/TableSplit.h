#pragma once

#include "tabular/opening/OpenedTable.h"
#include "tabular/parts/PartPlan.h"
#include "tabular/profile/ColumnProfile.h"

namespace tabular {

/// Cuts an open table into the parts that `plan` says: text as splitText() does, so that rows go out as they stand where
/// they can, a sheet as PartSplitter does; row numbers are OpenedTable::rowOf(). What the plan leaves out is filled in: name
/// and size of the source, and for no columns all of them, named as `profile` has them (null: as the header row has them,
/// and no wider). Reads the text once. Meant for a pool thread; `progress` (may be empty) gets 0…100 from it. Errors, with
/// "file" (of a part where it is the part's): those of PartSplitter (TableHoldsZeroBytes and, where nobody has decided on long rows,
/// TableRowTooLong among them) and csv::RecordReader, TableBytesUndecodable and TableEncodingsMixed (see
/// OpenedTable::decided()), TableEmpty, FileChanged, Cancelled; then no part is left.
[[nodiscard]] base::Result<std::vector<SplitPart>> splitTable(const OpenedTable &table, const TableProfile *profile,
                                                              PartPlan plan, const base::StopFlag &stop,
                                                              const std::function<void(int)> &progress = {});

} // namespace tabular
