#pragma once

#include "crm/BulkWriteJob.h"
#include "crm/ServerError.h"

namespace crm::wire {

/// The create-job body for `version`, keys in the recorded order, two-space indent when `indented`.
[[nodiscard]] QByteArray encodeRequest(const BulkWriteRequest &request, const ApiVersion &version,
                                       bool indented = false);

/// Reads a create-job body of any version; unknown keys are ignored, absent ones stay absent, ids may be numbers. An
/// operation that does not exist reads as absent. Of several resources the first one counts.
/// Errors: PlanUnreadable (context "line" where JSON is broken, "key" where a value has the wrong type).
base::Result<BulkWriteRequest> decodeRequest(const QByteArray &body);

/// The answer that made a job. A refusal or anything else gives an error (see decodeError()).
base::Result<CreatedJob, ServerError> decodeCreatedJob(const ServerAnswer &answer);

} // namespace crm::wire
