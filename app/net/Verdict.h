#pragma once

#include "crm/ServerError.h"
#include "net/HttpExchange.h"

#include <functional>

namespace net {

/// Reads the value out of a successful answer: nothing when that worked, else what the body is instead.
using Decode = std::function<std::optional<crm::ServerError>(const crm::ServerAnswer &)>;

/// What an exchange means: nothing when it brought the value. Decided by content first, since neither HTTP 200 nor a clean
/// end of the transfer proves that an answer is whole or good. `now` turns a Retry-After date into a duration.
[[nodiscard]] std::optional<crm::CallFailure> judge(const HttpReply &reply, const Decode &decode, const QDateTime &now);

/// Accepts a body that is a whole zip as far as its end record can tell; its owner still checks each entry's sum.
[[nodiscard]] std::optional<crm::ServerError> decodeZip(const crm::ServerAnswer &answer);

} // namespace net
