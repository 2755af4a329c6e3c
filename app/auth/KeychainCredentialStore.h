#pragma once

#include "auth/CredentialStore.h"
#include "base/Clock.h"

#include <QObject>

namespace QKeychain {
class Job;
}

namespace auth {

/// The operating system's keychain through QtKeychain, binary mode, one JSON item an account, the whole namespace in the
/// key (QtKeychain ignores the service on Windows). Never falls back to a file. Main thread only.
///
/// QtKeychain runs one job at a time and its Linux back end keeps a raw pointer to the running one: a job that does not
/// answer is therefore left alone, and those behind it time out too until the keychain comes back.
class KeychainCredentialStore final : public QObject, public CredentialStore {
    Q_OBJECT
public:
    explicit KeychainCredentialStore(base::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] QFuture<base::Result<base::Secret>> read(const QString &accountId) override;
    [[nodiscard]] QFuture<base::Status> write(const QString &accountId, const base::Secret &secret) override;
    /// Also done when there was nothing to remove.
    [[nodiscard]] QFuture<base::Status> remove(const QString &accountId) override;

private:
    QFuture<base::Result<QByteArray>> run(QKeychain::Job *job, const QString &accountId);
    base::Clock &m_clock;
};

} // namespace auth
