#pragma once

#include "crm/InputRef.h"

#include <array>

namespace session {

enum class WizardStep { Account, Module, File, Mapping, Callback, Check, Run, Results };
inline constexpr std::array allSteps{WizardStep::Account,  WizardStep::Module, WizardStep::File, WizardStep::Mapping,
                                     WizardStep::Callback, WizardStep::Check,  WizardStep::Run,  WizardStep::Results};

/// Shown in the step list. NeedsLook: an earlier step changed, or there is a warning.
enum class StepStatus { ToDo, Done, NeedsLook, Error };

/// The step on which an input is found; the job as a whole is found on Run.
[[nodiscard]] WizardStep stepOf(const crm::InputRef &input);

} // namespace session
