#pragma once

#include "crm/ServerError.h"

namespace crm::wire {

/// Reads a refusal in any shape; nothing is dropped. For an answer that is no refusal at all (a foreign body, an empty
/// one) the shape says so and `answer` keeps it.
[[nodiscard]] ServerError decodeError(const ServerAnswer &answer);

/// Whether the body claims an error, whatever the HTTP status says: status "error"/"failure", ERROR_CODE, x-info, or an
/// OAuth "error" (the upload server answers HTTP 200 with an error body).
[[nodiscard]] bool saysError(const QByteArray &body);

} // namespace crm::wire
