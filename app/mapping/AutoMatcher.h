#pragma once

#include "crm/Field.h"
#include "mapping/ColumnMapping.h"

namespace mapping {

/// Adds an entry for each undecided column whose header is exactly a field's API name or label (letter case, spaces,
/// underscores and hyphens aside) and whose field has no entry yet. API names go before labels; of two columns with one
/// name the first gets the field, of two fields with one label the first. Never touches what is there. Lookups get the find_by that the CRM
/// documents (owner and user: "email"; others: "id"), date fields no format. Fields that `operation` cannot write are
/// passed over; `operation` absent counts as insert.
[[nodiscard]] ColumnMapping matchExactNames(const ColumnMapping &current, const QStringList &headers,
                                            const std::vector<crm::Field> &fields,
                                            std::optional<crm::Operation> operation);

/// The find_by that a new mapping of `field` starts with; empty for fields that are no lookups.
[[nodiscard]] crm::FieldName defaultFindBy(const crm::Field &field);

/// What two names have in common when they are the same but for letter case, spaces, underscores and hyphens.
[[nodiscard]] QString comparableName(const QString &name);

} // namespace mapping
