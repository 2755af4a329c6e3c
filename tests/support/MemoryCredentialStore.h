#pragma once

#include "auth/CredentialStore.h"

#include <QHash>

#include <optional>

namespace support {

/// A keychain in memory that can be told to fail.
class MemoryCredentialStore final : public auth::CredentialStore {
public:
    [[nodiscard]] QFuture<base::Result<base::Secret>> read(const QString &accountId) override;
    [[nodiscard]] QFuture<base::Status> write(const QString &accountId, const base::Secret &secret) override;
    [[nodiscard]] QFuture<base::Status> remove(const QString &accountId) override;

    std::optional<base::ErrorCode> failure; ///< every call then answers it
    QHash<QString, base::Secret> items;
};

} // namespace support
