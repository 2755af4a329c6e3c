#pragma once

#include <QString>

namespace practice {

/// Whether the CRM would refuse to call `url`: no http(s), no host, a host without a dot, one that never resolves or is
/// known to be dead, or an address that is not public (a possible forged request inside its own network).
[[nodiscard]] bool refusesCallback(const QString &url);

} // namespace practice
