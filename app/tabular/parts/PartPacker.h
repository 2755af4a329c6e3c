#pragma once

#include "base/Observe.h"
#include "base/Result.h"
#include "tabular/parts/PartFile.h"
#include "tabular/parts/PartPlan.h"

namespace tabular {

/// Rows that go into one part, as CSV with the header row.
struct RawPart final {
    QByteArray csv;
    std::vector<quint32> rowStarts; ///< where each data row begins in `csv`
    SourceRows source;
};

/// A part that is on the disk, not yet under its name.
struct PackedPart final {
    PartFile file;
    SplitPart facts; ///< `path` is still empty
};

/// Writes a raw part, zipped if `plan` says so. A zip above the limit is made again of half the rows, as often as need be
/// (what cannot be compressed at all gets larger in a zip). `place` is a file name that nobody else uses. Usable from any
/// thread. Errors: TableCellTooLong, FileUnwritable, DiskFull, Cancelled.
base::Result<std::vector<PackedPart>> packPart(const PartPlan &plan, RawPart part, const QString &place,
                                               const base::StopFlag &stop);

} // namespace tabular
