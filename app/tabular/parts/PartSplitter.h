#pragma once

#include "base/Observe.h"
#include "base/Result.h"
#include "tabular/RecordView.h"
#include "tabular/csv/PlainRows.h"
#include "tabular/parts/PartPlan.h"

#include <memory>

namespace tabular {

/// Cuts the data rows that pass by into parts as `plan` says: a part ends before the row that would break a limit, the
/// header row comes first in each, cells go out as UTF-8 with commas, quotes where they are needed and CRLF. A row that has
/// not all the columns gets blanks. splitText() is the quick way for all rows of a text. The parts and their bytes depend on rows and plan alone, not on the number of threads
/// (nor on the machine, as long as libdeflate is of the same version).
///
/// begin(), take() each row, finish(): all in one thread. Files get their names ("people-001.zip") in finish(), all of them
/// or none; whatever was written is gone again if the splitter dies, fails or is stopped before.
class PartSplitter final : public RecordSink {
public:
    PartSplitter(PartPlan plan, base::StopFlag stop);
    ~PartSplitter() override;

    /// Errors: TableTooManyColumns (context "found", "limit"), DiskFull, TableTooLarge when the header row alone is.
    base::Status begin();
    /// False once something is wrong; finish() says what.
    bool take(const RecordView &row) override;
    /// The same for rows that go out byte for byte: all columns in their order, commas, and line ends as the plan has them.
    bool takeRows(const csv::RowRun &rows);
    /// Errors: those of begin(), TableHasNoRows, TableRowTooLong (context "row", "line"), TableCellTooLong (context "row", "line", "limit": that row alone makes a
    /// part too large), FileUnwritable, DiskFull, Cancelled.
    base::Result<std::vector<SplitPart>> finish();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tabular
