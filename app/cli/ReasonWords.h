#pragma once

#include "tabular/opening/Glance.h"

namespace cli {

/// Why something was chosen: a stable name for `--json`, and words that follow it in brackets.
struct ReasonWords final {
    const char *name;
    const char *words;
    bool sure = true;
};

// Where the user asked for something else than what was guessed, that is the reason. Only for text; the header row for
// workbooks too.
[[nodiscard]] ReasonWords whyEncoding(const tabular::Glance &look);
[[nodiscard]] ReasonWords whyDelimiter(const tabular::Glance &look);
[[nodiscard]] ReasonWords whyQuote(const tabular::Glance &look);
[[nodiscard]] ReasonWords whyHeader(const tabular::Glance &look);

} // namespace cli
