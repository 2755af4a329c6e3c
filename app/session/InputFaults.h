#pragma once

#include "checking/Finding.h"
#include "crm/ServerError.h"
#include "session/WizardStep.h"

#include <memory>
#include <vector>

namespace session {

/// Something wrong with one input: found here (`finding`) or said by the CRM (`refusal`); exactly one of the two is set.
struct Fault final {
    crm::InputRef input;
    std::optional<checking::Finding> finding;
    std::shared_ptr<const crm::ServerError> refusal;

    [[nodiscard]] bool fromServer() const { return refusal != nullptr; }
    [[nodiscard]] bool isWarning() const;
    [[nodiscard]] bool isOpenQuestion() const;

    friend bool operator==(const Fault &a, const Fault &b) = default;
};

/// All faults of the import, by input: what the CRM said first, then what was found here in the order of the steps, unless
/// the CRM has said it of that input. A value; ImportSession holds the one that counts.
class InputFaults final {
public:
    [[nodiscard]] std::vector<Fault> all() const;
    [[nodiscard]] std::vector<Fault> of(const crm::InputRef &input) const;
    [[nodiscard]] std::vector<Fault> onStep(WizardStep step) const;
    [[nodiscard]] bool hasErrors(WizardStep step) const;
    /// What has to be decided on before anything can be sent, even as it stands.
    [[nodiscard]] std::optional<Fault> openQuestion() const;
    [[nodiscard]] bool hasServerFaults() const;

    void setLocal(const std::vector<checking::Finding> &findings); ///< replaces all local ones
    void setRefusal(const std::vector<crm::InputRef> &inputs, std::shared_ptr<const crm::ServerError> refusal);
    void clearRefusalOf(const crm::InputRef &input); ///< the user corrected that input
    void clearRefusals();

    friend bool operator==(const InputFaults &a, const InputFaults &b) = default;

private:
    std::vector<Fault> m_local;
    std::vector<Fault> m_server;
};

} // namespace session
