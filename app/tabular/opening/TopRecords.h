#pragma once

#include "tabular/opening/Glance.h"
#include "tabular/sniffing/FileDecoding.h"

namespace tabular {

/// The first records of a table.
struct TopRecords final {
    std::vector<TopRecord> records; ///< at most Glance::mostRecords
    bool areAll = false;
};

/// Gathers them, and sees whether more follow.
class TopSink final : public RecordSink {
public:
    enum class RowsAre { Records, SheetRows };

    explicit TopSink(RowsAre rows)
        : m_rows(rows)
    { }
    bool take(const RecordView &record) override;
    [[nodiscard]] bool seesMore() const { return m_more; }
    [[nodiscard]] std::vector<TopRecord> &records() { return m_records; }

private:
    RowsAre m_rows;
    std::vector<TopRecord> m_records;
    bool m_more = false;
};

/// Those of a text, by the reader that the import uses. A record that the end of a cut head may have cut is left away; what
/// is wrong further down is for the reading of the whole to tell. Errors: those of csv::RecordReader, if no record can be
/// read because of it.
[[nodiscard]] base::Result<TopRecords> topOfText(const HeadText &head, const CsvDialect &dialect);

} // namespace tabular
