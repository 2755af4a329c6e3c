#include "checking/FieldSuggestion.h"

#include "mapping/AutoMatcher.h"

#include <algorithm>
#include <numeric>

namespace checking {

namespace {

/// Longer names are no slips of the pen, and the distance costs the product of both lengths.
constexpr qsizetype longestName = 100;

/// How many letters must be added, dropped or changed to make `b` of `a`.
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (size_t j = 1; j < row.size(); ++j) {
            const bool same = a.at(i) == b.at(static_cast<qsizetype>(j) - 1);
            const qsizetype change = diagonal + (same ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

crm::FieldName suggestField(const QString &name, const std::vector<crm::Field> &fields)
{
    const QString wanted = mapping::comparableName(name);
    if (wanted.isEmpty() || wanted.size() > longestName)
        return {};
    qsizetype nearest = wanted.size() / 4 + 1;
    crm::FieldName suggestion;
    for (const crm::Field &field : fields) {
        const QString apiName = mapping::comparableName(field.name.text()).left(longestName);
        const QString label = mapping::comparableName(field.label).left(longestName);
        const qsizetype slips = std::min(distance(wanted, apiName), distance(wanted, label));
        if (slips < nearest) {
            nearest = slips;
            suggestion = field.name;
        } else if (slips == nearest) {
            suggestion = {};
        }
    }
    return suggestion;
}

} // namespace checking
