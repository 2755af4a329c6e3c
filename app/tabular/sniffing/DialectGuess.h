#pragma once

#include "tabular/CsvDialect.h"
#include "tabular/sniffing/HeaderGuess.h"

#include <vector>

namespace tabular {

enum class DelimiterReason {
    SepLine,     ///< the file says so itself: "sep=;"
    EvenColumns, ///< it gives the records the same number of cells
    OneColumn,   ///< nothing does; a comma stands for none
};

enum class QuoteReason {
    QuotedCells,     ///< cells stand in such quotes
    NoneSeen,        ///< no cell does; the usual one is taken
    QuotesAreText,   ///< read as quotes they would break cells: they mean nothing
    BackslashQuotes, ///< `\"` stands inside quotes
};

enum class LineEnding { None, Lf, CrLf, Cr, Mixed };

struct DelimiterCandidate final {
    QByteArray delimiter;
    int columns = 1;     ///< of most records
    double evenness = 0; ///< share of the first records that have so many, 0 to 1
};

/// A dialect with what speaks for each part of it. Where `…Sure` is false the user is asked, with a preview.
struct DialectGuess final {
    CsvDialect dialect; ///< the best of all choices; its encoding is not guessed here
    DelimiterReason delimiterReason = DelimiterReason::OneColumn;
    bool delimiterSure = false;
    std::vector<DelimiterCandidate> delimiters; ///< best first; empty for one column
    QuoteReason quoteReason = QuoteReason::NoneSeen;
    bool quoteSure = true; ///< also of backslash escapes
    bool commentSure = true;
    HeaderGuess header;
    LineEnding lineEnding = LineEnding::None;
};

/// Looks at the beginning of a text in UTF-8; a byte-order mark is skipped. `headIsAll`: nothing follows it.
[[nodiscard]] DialectGuess guessDialect(QByteArrayView utf8Head, bool headIsAll);

} // namespace tabular
