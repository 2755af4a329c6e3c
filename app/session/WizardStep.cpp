#include "session/WizardStep.h"

namespace session {

WizardStep stepOf(const crm::InputRef &input)
{
    using Kind = crm::InputRef::Kind;
    switch (input.kind) {
    case Kind::Account:
        return WizardStep::Account;
    case Kind::Module:
    case Kind::Operation:
    case Kind::FindBy:
        return WizardStep::Module;
    case Kind::File:
    case Kind::CharacterEncoding:
        return WizardStep::File;
    case Kind::Mapping:
        return WizardStep::Mapping;
    case Kind::CallbackUrl:
    case Kind::CallbackMethod:
        return WizardStep::Callback;
    case Kind::Job:
        break;
    }
    return WizardStep::Run;
}

} // namespace session
