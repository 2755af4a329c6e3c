#pragma once

#include "base/Result.h"

#include <QStringList>
#include <QUrl>

namespace net {

/// Whether `url` names this computer: "localhost" or an address of the loopback network.
[[nodiscard]] bool isLoopback(const QUrl &url);

/// Which hosts may be spoken to, and thereby given the token. https only, by exact name or dot-boundary suffix out of the
/// shipped table plus the hosts that the user added; plain http for loopback addresses alone (the practice CRM).
class HostPolicy final {
public:
    /// A user's host is a name ("crm.example.org") or a pattern ("*.example.org"); a pattern over a whole top-level domain
    /// and anything that is not a host name are ignored.
    explicit HostPolicy(QStringList userHosts = {});

    /// For the calls of an account elsewhere: an address in an answer must not lead to a program on this computer.
    void forbidLoopback() { m_loopback = false; }

    /// HostNotAllowed (context "host") or done.
    [[nodiscard]] base::Status check(const QUrl &url) const;
    [[nodiscard]] static const QStringList &shippedHosts(); ///< "*.zohoapis.com" style patterns, documented hosts only

private:
    QStringList m_userHosts;
    bool m_loopback = true;
};

} // namespace net
