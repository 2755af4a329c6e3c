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

/// The accounts of this computer in a settings file (JSON, no secrets). Every change is written at once. A file that is
/// broken or of a later version reads as no accounts; the first change then keeps it beside the new one, named
/// "<path>.unreadable", so that nobody's list is lost.
class AccountList final {
public:
    explicit AccountList(QString path);

    [[nodiscard]] const std::vector<Account> &accounts() const { return m_accounts; }
    /// By id, else by name (exactly, then without regard to case).
    [[nodiscard]] const Account *find(const QString &idOrName) const;
    base::Status put(const Account &account); ///< adds, or replaces the one with the same id
    base::Status remove(const QString &id);
    [[nodiscard]] static QString newId();

private:
    void load();
    base::Status change(std::vector<Account> accounts);
    QString m_path;
    std::vector<Account> m_accounts;
    bool m_unreadable = false;
};

} // namespace auth
