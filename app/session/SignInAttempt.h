#pragma once

#include "auth/Account.h"
#include "base/Secret.h"
#include "net/CrmApi.h"
#include "session/ImportSession.h"

#include <functional>

namespace session {

/// Where and as whom to sign in. `account.id` is empty for an account that is not saved.
struct SignInPlan final {
    auth::Account account;
    base::Secret token;
    QString apiVersion;
    bool practice = false;
    bool keep = false; ///< put the token into the keychain once it has proved good
};

/// The hosts that the user left open, from the table of data centres.
[[nodiscard]] auth::ServiceHosts completeHosts(auth::ServiceHosts hosts, const QString &dataCentre,
                                               const QString &apiVersion);

/// One sign-in: asks the CRM for the organisation, the user and the modules at the same time. Calls back once, when all
/// are there or the first has failed, never after abandon(). A child of the owner.
class SignInAttempt final : public QObject {
public:
    SignInAttempt(SignInPlan plan, base::Clock &clock, QObject &owner);
    ~SignInAttempt() override;

    void start(std::function<void(const SignInAttempt &)> done);
    void abandon(); ///< calls nobody any more and deletes itself later: it may be inside one of its own answers

    [[nodiscard]] const SignInPlan &plan() const { return m_plan; }
    /// Error context "call": organisation, user or modules.
    [[nodiscard]] const std::optional<crm::CallFailure> &failure() const { return m_failure; }
    [[nodiscard]] const crm::Organisation &organisation() const { return *m_organisation; }
    [[nodiscard]] AccountState accountState() const;
    [[nodiscard]] net::CrmApi *takeApi(); ///< belongs to the owner given at the start

private:
    void arrived();
    void failed(const crm::CallFailure &failure, const QString &call);
    void finish();

    SignInPlan m_plan;
    QObject &m_owner;
    std::unique_ptr<net::CrmApi> m_api;
    std::function<void(const SignInAttempt &)> m_done;
    std::optional<crm::CallFailure> m_failure;
    std::optional<crm::Organisation> m_organisation;
    std::optional<crm::CrmUser> m_user;
    std::optional<std::vector<crm::Module>> m_modules;
};

} // namespace session
