#pragma once

#include "practice/PracticeAnswer.h"
#include "practice/PracticeScript.h"

namespace practice {

/// 401 INVALID_TOKEN, as for a token that lapsed or never was.
[[nodiscard]] Answer expiredToken();
/// The scripted status with the scripted body, or else the body that the CRM has for this status.
[[nodiscard]] Answer statusAnswer(const PracticeFault &fault);

} // namespace practice
