#pragma once

#include "mapping/MappingTemplate.h"
#include "mapping/NameLikeness.h"

#include <map>

namespace mapping {

/// How far two names are one name misspelt: 0 (they are not, or their digits differ) or at least `least`.
[[nodiscard]] double spelt(const QString &a, const QString &b, double least);
/// How far two names surely mean the same: 0, or the score.
[[nodiscard]] double meant(const NameLikeness &alike);
inline constexpr double sameSpelling = 0.84;

/// For fields that are gone those of `free` that they probably are now: the same label, the same meaning, or nearly the same
/// API name. The best pairs first, no field twice.
[[nodiscard]] std::map<crm::FieldName, crm::FieldName> renamedFields(const std::vector<FieldSnapshot> &gone,
                                                                     const std::vector<crm::Field> &free,
                                                                     const crm::ModuleName &module);

} // namespace mapping
