#pragma once

#include "tabular/workbook/Workbook.h"

#include <array>

namespace tabular {

/// Keeps the first place and the count of each kind of finding.
class FindingList final {
public:
    void add(WorkbookFinding::Kind kind, qint64 row, int column, qint64 count = 1);
    void clear() { m_byKind = {}; }
    [[nodiscard]] std::vector<WorkbookFinding> all() const;

private:
    static constexpr size_t kinds = static_cast<size_t>(WorkbookFinding::Kind::RowsOutOfOrder) + 1;
    std::array<WorkbookFinding, kinds> m_byKind;
};

} // namespace tabular
