#pragma once

#include "practice/PracticeAnswer.h"
#include "practice/PracticeModules.h"

namespace practice {

// Answers of the metadata calls, with the keys of Zoho's pages for modules, fields, layouts, organisation and users.
[[nodiscard]] Json modulesJson(const std::vector<PracticeModule> &modules);
[[nodiscard]] Json fieldsJson(const PracticeModule &module, const std::vector<PracticeModule> &all);
[[nodiscard]] Json layoutsJson(const PracticeModule &module);
[[nodiscard]] Json orgJson();
[[nodiscard]] Json usersJson(const std::vector<PracticeUser> &users);

} // namespace practice
