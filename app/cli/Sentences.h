#pragma once

#include "checking/Finding.h"
#include "cli/Verbs.h"
#include "crm/ErrorCatalogue.h"
#include "crm/ServerError.h"

#include <QStringList>

namespace cli {

/// One plain English sentence for a failure; the console is not translated.
[[nodiscard]] QString sentenceOf(const base::Error &error);
/// What the refusal of a call of that kind means, its code and the server's own words, in one sentence and on one line.
[[nodiscard]] QString sentenceOf(const crm::ServerError &refusal, crm::ErrorSource source);
[[nodiscard]] QString sentenceOf(const checking::Finding &finding);
[[nodiscard]] ExitCode exitCodeOf(base::ErrorCode code);
[[nodiscard]] QStringList namesOf(const std::vector<crm::InputRef> &inputs);

} // namespace cli
