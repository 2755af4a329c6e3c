#include "session/InputFaults.h"

#include <algorithm>
#include <functional>

namespace session {

namespace {

template <class Wanted>
std::vector<Fault> chosen(const std::vector<Fault> &faults, Wanted wanted)
{
    std::vector<Fault> result;
    std::copy_if(faults.begin(), faults.end(), std::back_inserter(result), wanted);
    return result;
}

/// The CRM's word that a field is not mapped, or a file spent, needs no second one from here.
bool saysTheSame(const Fault &local, const Fault &server)
{
    using checking::Rule;
    if (local.input != server.input)
        return false;
    const QString &code = server.refusal->code;
    return (local.finding->rule == Rule::MandatoryFieldMissing && code == QLatin1String("MANDATORY_FIELDS_NOT_MAPPED"))
        || (local.finding->rule == Rule::FileIdUsed && code == QLatin1String("FILE_NOT_SUPPORTED"));
}

} // namespace

bool Fault::isOpenQuestion() const
{
    return finding && finding->rule == checking::Rule::FileUndecided;
}

bool Fault::isWarning() const
{
    return finding && finding->severity == checking::Severity::Warning;
}

std::vector<Fault> InputFaults::all() const
{
    std::vector<Fault> faults = m_server;
    std::copy_if(m_local.begin(), m_local.end(), std::back_inserter(faults), [this](const Fault &local) {
        return std::none_of(m_server.begin(), m_server.end(),
                            [&](const Fault &server) { return saysTheSame(local, server); });
    });
    return faults;
}

std::vector<Fault> InputFaults::of(const crm::InputRef &input) const
{
    return chosen(all(), [&](const Fault &fault) { return fault.input == input; });
}

std::vector<Fault> InputFaults::onStep(WizardStep step) const
{
    return chosen(all(), [&](const Fault &fault) { return stepOf(fault.input) == step; });
}

bool InputFaults::hasErrors(WizardStep step) const
{
    const std::vector<Fault> faults = onStep(step);
    return std::any_of(faults.begin(), faults.end(), [](const Fault &fault) { return !fault.isWarning(); });
}

std::optional<Fault> InputFaults::openQuestion() const
{
    const auto found = std::find_if(m_local.begin(), m_local.end(), std::mem_fn(&Fault::isOpenQuestion));
    return found == m_local.end() ? std::nullopt : std::optional(*found);
}

bool InputFaults::hasServerFaults() const
{
    return !m_server.empty();
}

void InputFaults::setLocal(const std::vector<checking::Finding> &findings)
{
    m_local.clear();
    for (const checking::Finding &finding : findings)
        m_local.push_back({finding.input, finding, nullptr});
}

void InputFaults::setRefusal(const std::vector<crm::InputRef> &inputs, std::shared_ptr<const crm::ServerError> refusal)
{
    m_server.clear();
    for (const crm::InputRef &input : inputs)
        m_server.push_back({input, {}, refusal});
}

void InputFaults::clearRefusalOf(const crm::InputRef &input)
{
    std::erase_if(m_server, [&](const Fault &fault) { return fault.input == input; });
}

void InputFaults::clearRefusals()
{
    m_server.clear();
}

} // namespace session
