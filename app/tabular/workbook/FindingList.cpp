#include "tabular/workbook/FindingList.h"

namespace tabular {

void FindingList::add(WorkbookFinding::Kind kind, qint64 row, int column, qint64 count)
{
    WorkbookFinding &finding = m_byKind[static_cast<size_t>(kind)];
    if (finding.count == 0)
        finding = {kind, row, column, 0};
    finding.count += count;
}

std::vector<WorkbookFinding> FindingList::all() const
{
    std::vector<WorkbookFinding> found;
    for (const WorkbookFinding &finding : m_byKind) {
        if (finding.count > 0)
            found.push_back(finding);
    }
    return found;
}

} // namespace tabular
