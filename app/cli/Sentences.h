#pragma once

#include "checking/Finding.h"
#include "cli/Verbs.h"
#include "crm/ServerError.h"

#include <QStringList>

namespace cli {

/// One plain English sentence for a failure; the console is not translated.
[[nodiscard]] QString sentenceOf(const base::Error &error);
/// Code, the server's own words, and what they mean, in one sentence.
[[nodiscard]] QString sentenceOf(const crm::ServerError &refusal);
[[nodiscard]] QString sentenceOf(const checking::Finding &finding);
[[nodiscard]] ExitCode exitCodeOf(base::ErrorCode code);
[[nodiscard]] QStringList namesOf(const std::vector<crm::InputRef> &inputs);

} // namespace cli
