#pragma once

#include "auth/Account.h"
#include "auth/CredentialStore.h"
#include "net/CrmApi.h"
#include "session/ImportSession.h"

#include <functional>

namespace session {

/// What a person enters to sign in with an access token.
struct SignInDraft final {
    QString name;
    QString dataCentre;
    auth::ServiceHosts hosts;
    QString apiVersion;
    base::Secret token;
    bool keep = true; ///< in the keychain; false: for this session only
};

/// How to reach a practice CRM that is running.
struct PracticeAccess final {
    QUrl baseUrl; ///< http://127.0.0.1:port, for API and upload alike
    base::Secret token;
};
/// Starts the practice CRM when first called. Handed in by main(), for session may not know the practice room.
using PracticeStarter = std::function<base::Result<PracticeAccess>()>;

/// Signs in, loads what the CRM tells of itself, and keeps the session's account and metadata up to date. Main thread. One
/// attempt at a time: a new one drops the old one's answers.
class CrmConnection final : public QObject {
    Q_OBJECT
public:
    enum class State { SignedOut, Connecting, Connected, Failed };
    /// SessionOnly: no keychain answered (or the user asked for it), the token lives in memory until the program ends.
    enum class Keeping { NotKept, InKeychain, SessionOnly };

    CrmConnection(ImportSession &session, auth::AccountList &accounts, auth::CredentialStore &credentials,
                  base::Clock &clock, PracticeStarter practice, QObject *parent = nullptr);
    ~CrmConnection() override;

    void usePractice();
    void signIn(const SignInDraft &draft);
    void useSaved(const QString &accountId);
    void signOut();
    void forget(const QString &accountId); ///< removes the saved account and its keychain item
    void loadMetadata();                   ///< fields and layouts of the session's module, again

    [[nodiscard]] State state() const;
    [[nodiscard]] const std::optional<crm::CallFailure> &failure() const; ///< of the sign-in
    [[nodiscard]] bool loadingMetadata() const;
    [[nodiscard]] const std::optional<crm::CallFailure> &metadataFailure() const;
    [[nodiscard]] Keeping keeping() const;
    [[nodiscard]] const std::optional<base::Error> &keychainTrouble() const; ///< said in a banner
    [[nodiscard]] const std::vector<auth::Account> &accounts() const;
    [[nodiscard]] net::CrmApi *api() const; ///< null unless connected

Q_SIGNALS:
    void stateChanged();
    void metadataStateChanged();
    void accountsChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace session
