#include "tabular/workbook/SheetLines.h"

#include <algorithm>

namespace tabular {

void SheetLines::append(qint64 row)
{
    ++m_records;
    if (m_jumps.empty() || m_jumps.back().row + (m_records - m_jumps.back().record) != row)
        m_jumps.push_back({m_records, row});
}

qint64 SheetLines::rowOf(qint64 record) const
{
    const auto next = std::upper_bound(m_jumps.begin(), m_jumps.end(), record,
                                       [](qint64 wanted, const Jump &jump) { return wanted < jump.record; });
    if (next == m_jumps.begin())
        return 0;
    const Jump &jump = *(next - 1);
    return jump.row + (record - jump.record);
}

} // namespace tabular
