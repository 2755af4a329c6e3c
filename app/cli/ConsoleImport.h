#pragma once

#include "auth/Account.h"
#include "auth/KeychainCredentialStore.h"
#include "cli/Interrupt.h"
#include "cli/RunFacts.h"
#include "cli/RunOptions.h"
#include "cli/RunReport.h"
#include "crm/ErrorCatalogue.h"
#include "importing/ImportPlan.h"
#include "importing/ImportRun.h"
#include "practice/PracticeHost.h"

namespace cli {

/// One import without a window: signs in, runs, prints, and ends the application's event loop with the exit code.
class ConsoleImport final : public QObject {
public:
    explicit ConsoleImport(RunOptions options);
    ~ConsoleImport() override;

    void start(); ///< from the event loop, for it may end at once

private:
    [[nodiscard]] bool readPlan();
    [[nodiscard]] bool chooseSource();
    void signIn();
    void signInToPractice();
    void signInAsSaved();
    void connectTo(const auth::ServiceHosts &hosts, const base::Secret &token, const QString &org);
    void check();
    void warn() const;
    void run();
    void connectRun();
    void finished();
    [[nodiscard]] QJsonObject event(const char *name) const;
    [[nodiscard]] QJsonObject failedEvent(base::ErrorCode code) const;
    void printRefusal(QJsonObject event, const crm::ServerError &refusal, crm::ErrorSource source) const;
    void interrupted();
    [[nodiscard]] crm::ErrorSource lastCall() const;
    [[nodiscard]] bool jobFailed() const;
    void giveUp(const base::Error &error);
    void giveUp(const crm::CallFailure &failure, crm::ErrorSource source);

    RunOptions m_options;
    importing::ImportPlan m_plan;
    base::SystemClock m_clock;
    Interrupt m_interrupt;
    std::unique_ptr<practice::PracticeHost> m_practice;
    auth::AccountList m_accounts;
    auth::KeychainCredentialStore m_keychain;
    std::unique_ptr<net::CrmApi> m_api;
    std::unique_ptr<RunFacts> m_facts;
    std::unique_ptr<importing::ImportRun> m_run;
    std::optional<RunReport> m_report; ///< of m_run
    bool m_begun = false;              ///< the first part is on its way
};

} // namespace cli
