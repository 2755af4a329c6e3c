#pragma once

#include "crm/BulkWriteJob.h"
#include "crm/Field.h"
#include "crm/ServerError.h"

namespace crm::wire {

// Decoders of the metadata calls. Unknown keys are ignored; an empty body with HTTP 204 is an empty
// list; a body that is not the documented JSON gives the error of decodeError().
base::Result<std::vector<Module>, ServerError> decodeModules(const ServerAnswer &answer);
base::Result<std::vector<Field>, ServerError> decodeFields(const ServerAnswer &answer);
base::Result<std::vector<Layout>, ServerError> decodeLayouts(const ServerAnswer &answer);
base::Result<Organisation, ServerError> decodeOrganisation(const ServerAnswer &answer);
base::Result<CrmUser, ServerError> decodeCurrentUser(const ServerAnswer &answer);

} // namespace crm::wire
