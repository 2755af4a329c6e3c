#pragma once

#include "crm/Field.h"

namespace checking {

/// The API name of the field that `name` was most likely meant for: the same but for case, spaces, underscores and
/// hyphens, as API name or label, or else the one with the fewest slips of the pen. Empty when none is near or several
/// are as near.
[[nodiscard]] crm::FieldName suggestField(const QString &name, const std::vector<crm::Field> &fields);

} // namespace checking
