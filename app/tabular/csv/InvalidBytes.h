#pragma once

#include "tabular/csv/RecordCounter.h"

namespace tabular::csv {

/// A stretch of the text, by offsets.
struct Stretch final {
    qint64 begin = 0;
    qint64 end = 0;
};

/// Lists the bytes within `stretches` (in order, not overlapping) that are no part of any character of UTF-8 into
/// `report`, whose index is complete. Slow, but only asked for where something is wrong.
base::Status listInvalidBytes(const std::shared_ptr<ByteSource> &source, const std::vector<Stretch> &stretches,
                              const base::StopFlag &stop, ScanReport &report);

} // namespace tabular::csv
