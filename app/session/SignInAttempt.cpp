#include "session/SignInAttempt.h"

#include "base/Observe.h"

#include <algorithm>

namespace session {

namespace {

const crm::ApiVersion &versionNamed(const QString &name)
{
    const crm::ApiVersion *version = crm::findApiVersion(name);
    return version ? *version : crm::defaultApiVersion();
}

net::ApiTarget targetOf(const SignInPlan &plan)
{
    return {plan.account.hosts, &versionNamed(plan.apiVersion), crm::OrgId(plan.account.zgid)};
}

net::HostPolicy policyOf(const SignInPlan &plan)
{
    // A host that the user typed is one that the user trusts with the token.
    return net::HostPolicy({plan.account.hosts.api.host(), plan.account.hosts.upload.host()});
}

std::vector<crm::Module> offered(std::vector<crm::Module> modules)
{
    std::erase_if(modules, [](const crm::Module &module) { return !module.takesBulkWrite(); });
    std::sort(modules.begin(), modules.end(), [](const crm::Module &a, const crm::Module &b) {
        return QString::localeAwareCompare(a.pluralLabel, b.pluralLabel) < 0;
    });
    return modules;
}

} // namespace

auth::ServiceHosts completeHosts(auth::ServiceHosts hosts, const QString &dataCentre, const QString &apiVersion)
{
    const auth::DataCentre *centre = auth::findDataCentre(dataCentre);
    if (!centre)
        return hosts;
    const auth::ServiceHosts usual = auth::defaultHosts(*centre, versionNamed(apiVersion).uploadsToUploadHost);
    if (hosts.api.isEmpty())
        hosts.api = usual.api;
    if (hosts.upload.isEmpty())
        hosts.upload = usual.upload;
    return hosts;
}

SignInAttempt::SignInAttempt(SignInPlan plan, base::Clock &clock, QObject &owner)
    : QObject(&owner)
    , m_plan(std::move(plan))
    , m_owner(owner)
    , m_api(std::make_unique<net::CrmApi>(targetOf(m_plan), std::make_shared<auth::FixedTokenProvider>(m_plan.token),
                                          policyOf(m_plan), clock))
{ }

SignInAttempt::~SignInAttempt() = default;

void SignInAttempt::start(std::function<void(const SignInAttempt &)> done)
{
    m_done = std::move(done);
    const auto keep = [this](auto &place, const QString &call) {
        return [this, &place, call](const auto &answer) {
            if (!answer) {
                failed(answer.error(), call);
                return;
            }
            place = *answer;
            arrived();
        };
    };
    base::observe(m_api->organisation(), this, keep(m_organisation, QStringLiteral("organisation")));
    base::observe(m_api->currentUser(), this, keep(m_user, QStringLiteral("user")));
    base::observe(m_api->modules(), this, keep(m_modules, QStringLiteral("modules")));
}

AccountState SignInAttempt::accountState() const
{
    AccountState account;
    account.connected = true;
    account.practice = m_plan.practice;
    account.name = m_plan.account.id.isEmpty() ? QString() : m_plan.account.name;
    account.dataCentre = m_plan.account.dataCentre;
    account.apiHost = m_plan.account.hosts.api;
    account.apiVersion = QLatin1String(versionNamed(m_plan.apiVersion).name);
    account.organisation = *m_organisation;
    account.user = *m_user;
    account.modules = offered(*m_modules);
    return account;
}

net::CrmApi *SignInAttempt::takeApi()
{
    m_api->setParent(&m_owner);
    m_api->setOrganisation(m_organisation->zgid);
    return m_api.release();
}

void SignInAttempt::arrived()
{
    if (m_organisation && m_user && m_modules)
        finish();
}

void SignInAttempt::failed(const crm::CallFailure &failure, const QString &call)
{
    if (m_failure)
        return;
    m_failure = failure;
    m_failure->error.context.insert(QStringLiteral("call"), call);
    finish();
}

void SignInAttempt::abandon()
{
    m_done = {};
    deleteLater();
}

void SignInAttempt::finish()
{
    if (const auto done = std::exchange(m_done, {}))
        done(*this);
}

} // namespace session
