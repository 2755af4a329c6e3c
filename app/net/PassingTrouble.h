#pragma once

#include "base/ErrorCode.h"

namespace net {

/// Whether a failure is of the kind that goes away when one waits: no connection, no answer, trouble on the other side.
[[nodiscard]] bool passesByItself(base::ErrorCode code);

} // namespace net
