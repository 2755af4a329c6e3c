#pragma once

#include "base/Result.h"

#include <QStringList>
#include <QUrl>

namespace net {

/// Which hosts may be spoken to, and thereby given the token. https only, by exact name or dot-boundary suffix out of the
/// shipped table plus the hosts that the user added; plain http for loopback addresses alone (the practice CRM).
class HostPolicy final {
public:
    explicit HostPolicy(QStringList userHosts = {});

    /// HostNotAllowed (context "host") or done.
    [[nodiscard]] base::Status check(const QUrl &url) const;
    [[nodiscard]] static const QStringList &shippedHosts(); ///< "*.zohoapis.com" style patterns, documented hosts only

private:
    QStringList m_userHosts;
};

} // namespace net
