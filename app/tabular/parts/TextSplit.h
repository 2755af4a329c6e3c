#pragma once

#include "tabular/csv/RecordReader.h"
#include "tabular/parts/PartPlan.h"

namespace tabular {

/// Splits all data rows of `text`, read as `dialect` says, into parts as `plan` says. Rows that can go out as they stand are
/// copied byte for byte: comma, double quotes, UTF-8, one kind of line end, every column in its order. Rows that are not
/// so (too short, too long, a blank line ahead, odd quotes) go through PartSplitter::take() one by one, and so do all rows
/// if the dialect or the columns are others or cells are changed. Then the parts hold the same records, but quotes that nobody needs are gone,
/// so part bytes and places of cuts may be others. The outcome depends on text and plan alone. The header row is
/// always that of the plan. `plan.lineFeeds` is set to what the text has.
///
/// Meant for a pool thread. `progress` gets bytes of the text. What `lastCheck` (may be empty) says when all is read counts
/// before the parts get their names. Errors: those of PartSplitter, RecordReader and `lastCheck`, FileChanged.
[[nodiscard]] base::Result<std::vector<SplitPart>> splitText(const std::shared_ptr<csv::ByteSource> &text,
                                                             const CsvDialect &dialect, PartPlan plan,
                                                             const base::StopFlag &stop,
                                                             const csv::Progress &progress = {},
                                                             const std::function<base::Status()> &lastCheck = {});

} // namespace tabular
