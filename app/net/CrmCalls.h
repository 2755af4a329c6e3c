#pragma once

#include "net/CallRun.h"
#include "net/CrmApi.h"

namespace net {

/// The calls of one target as data: addresses, headers, bodies, limits. Keeps references to both; they must outlive it.
class CrmCalls final {
public:
    CrmCalls(const ApiTarget &target, const HttpLimits &limits);

    [[nodiscard]] Call organisation() const;
    [[nodiscard]] Call currentUser() const;
    [[nodiscard]] Call modules() const;
    [[nodiscard]] Call fields(const crm::ModuleName &module) const;
    [[nodiscard]] Call layouts(const crm::ModuleName &module) const;
    [[nodiscard]] Call upload(const QString &zipPath) const;
    [[nodiscard]] Call createJob(const QByteArray &body) const;
    [[nodiscard]] Call jobDetails(const crm::JobId &job) const;
    [[nodiscard]] Call download(const QString &downloadUrl) const;

private:
    [[nodiscard]] QUrl address(const QUrl &host, const QString &path) const;
    [[nodiscard]] Call read(const QString &path, qint64 largestAnswer) const;
    [[nodiscard]] Call settings(const QString &what, const crm::ModuleName &module) const;
    [[nodiscard]] QString version() const;

    const ApiTarget &m_target;
    const HttpLimits &m_limits;
};

/// The four outcomes of a create-job call out of how it ended.
[[nodiscard]] CreateOutcome createOutcome(const CallEnd &end, const std::optional<crm::CreatedJob> &job);

} // namespace net
