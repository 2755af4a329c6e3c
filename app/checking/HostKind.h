#pragma once

#include <QString>

namespace checking {

/// Where a host is, as far as its name or address tells without a look-up.
enum class HostKind { Public, ThisComputer, Private, Bare };

/// `host` is a name in ASCII (international names in their xn-- form) or an address; IPv6 without brackets. Takes the
/// number forms of IPv4 that resolvers take as well: 2130706433, 0x7f.1, 0177.0.0.1. A private address written into an
/// IPv6 one (mapped, compatible, NAT64) counts as that address.
[[nodiscard]] HostKind hostKind(const QString &host);

} // namespace checking
