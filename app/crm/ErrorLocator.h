#pragma once

#include "crm/ErrorCatalogue.h"
#include "crm/Field.h"
#include "crm/ServerError.h"

namespace crm {

/// The inputs that a refusal belongs to, most exact first, never empty (the whole job at worst) and without repeats.
/// Order: details.json_path, details.api_name, the patterns of the code, mapped API names that stand in the
/// message as whole words, the catalogue's input, the whole job. `fields` (may be empty) are the module's fields; they let
/// "required key find_by" find the lookup mappings that lack it.
[[nodiscard]] std::vector<InputRef> locateError(const ServerError &error, ErrorSource source,
                                                const BulkWriteRequest &request, const std::vector<Field> &fields = {});

} // namespace crm
