#pragma once

#include "auth/DataCentre.h"
#include "base/Result.h"

#include <vector>

namespace auth {

/// A saved sign-in without its secret. `id` is ours, random, and names the keychain item.
struct Account final {
    QString id;
    QString name; ///< what the user calls it
    QString dataCentre;
    ServiceHosts hosts;
    QString organisation; ///< name and zgid as last seen, for the list
    QString zgid;

    friend bool operator==(const Account &a, const Account &b) = default;
};

/// The accounts of this computer in a settings file (JSON, no secrets). Every change is written at once.
class AccountList final {
public:
    explicit AccountList(QString path);

    [[nodiscard]] const std::vector<Account> &accounts() const { return m_accounts; }
    [[nodiscard]] const Account *find(const QString &idOrName) const;
    base::Status put(const Account &account); ///< adds, or replaces the one with the same id
    base::Status remove(const QString &id);
    [[nodiscard]] static QString newId();

private:
    base::Status save() const;
    QString m_path;
    std::vector<Account> m_accounts;
};

} // namespace auth
