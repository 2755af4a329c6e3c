#pragma once

#include "auth/CredentialStore.h"
#include "base/Clock.h"

#include <QObject>

namespace auth {

/// The operating system's keychain through QtKeychain, binary mode, one JSON item an account, the whole namespace in the
/// key (QtKeychain ignores the service on Windows). Never falls back to a file. Main thread only.
class KeychainCredentialStore final : public QObject, public CredentialStore {
    Q_OBJECT
public:
    explicit KeychainCredentialStore(base::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] QFuture<base::Result<base::Secret>> read(const QString &accountId) override;
    [[nodiscard]] QFuture<base::Status> write(const QString &accountId, const base::Secret &secret) override;
    [[nodiscard]] QFuture<base::Status> remove(const QString &accountId) override;

private:
    base::Clock &m_clock;
};

} // namespace auth
