#pragma once

#include "base/Result.h"
#include "base/Secret.h"

#include <QFuture>

namespace auth {

/// Keeps one secret an account. Errors: KeychainUnavailable (no service answers), KeychainLocked (it refused),
/// KeychainEntryMissing (the account is known, its item is not: locked or removed), KeychainTimedOut (no answer within
/// 20 s; the request is still running), KeychainMismatch (what was read back differs from what was written).
class CredentialStore {
public:
    virtual ~CredentialStore() = default;
    [[nodiscard]] virtual QFuture<base::Result<base::Secret>> read(const QString &accountId) = 0;
    /// Done only after the item was read back and found equal.
    [[nodiscard]] virtual QFuture<base::Status> write(const QString &accountId, const base::Secret &secret) = 0;
    [[nodiscard]] virtual QFuture<base::Status> remove(const QString &accountId) = 0;
};

} // namespace auth
