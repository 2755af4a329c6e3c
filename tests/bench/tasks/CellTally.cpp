#include "bench/tasks/CellTally.h"

#include <QString>

namespace bench {

bool CellTally::take(const tabular::RecordView &record)
{
    ++m_records;
    m_cells += record.cells.size();
    for (const std::string_view cell : record.cells)
        m_bytes += cell.size();
    if (m_check) {
        for (const std::string_view cell : record.cells)
            m_hash.addCell(cellHash(cell));
        m_hash.endRecord();
    }
    return true;
}

void CellTally::append(const CellTally &next)
{
    m_records += next.m_records;
    m_cells += next.m_cells;
    m_bytes += next.m_bytes;
    m_hash.append(next.m_hash);
}

nlohmann::ordered_json CellTally::answer() const
{
    nlohmann::ordered_json answer = {{"records", m_records}, {"cells", m_cells}, {"cell_bytes", m_bytes}};
    if (m_check)
        answer["checksum"] = QStringLiteral("%1").arg(m_hash.value(), 16, 16, QLatin1Char('0')).toStdString();
    return answer;
}

} // namespace bench
