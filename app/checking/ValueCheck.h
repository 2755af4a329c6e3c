#pragma once

#include "checking/RequestCheck.h"
#include "mapping/ColumnMapping.h"

namespace checking {

/// What the values of the mapped columns will meet in the CRM, as far as the fields and the whole file tell: findings of the
/// mappings, all warnings, in the order of the mappings. Values are looked at as they are sent, with what `rules` make of
/// them. Counts are of every row unless the context says "sampled".
[[nodiscard]] std::vector<Finding> checkValues(const RequestFacts &facts, const mapping::CellRules &rules);

} // namespace checking
