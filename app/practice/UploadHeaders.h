#pragma once

#include "practice/PracticeAnswer.h"
#include "practice/PracticeRequest.h"

#include <optional>

namespace practice {

/// The headers that an upload needs: `feature: bulk-write` and `X-CRM-ORG` with this organisation's zgid. v8 says which one
/// is wrong; before, the file gateway answers.
[[nodiscard]] std::optional<Answer> checkUploadHeaders(const PracticeRequest &request);

} // namespace practice
