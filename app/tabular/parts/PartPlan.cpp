#include "tabular/parts/PartPlan.h"

namespace tabular {

std::vector<PartColumn> everyColumn(const QStringList &names)
{
    std::vector<PartColumn> columns;
    for (int i = 0; i < names.size(); ++i)
        columns.push_back({i, names.at(i)});
    return columns;
}

} // namespace tabular
