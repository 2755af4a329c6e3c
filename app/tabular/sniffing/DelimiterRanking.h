#pragma once

#include "tabular/sniffing/HeadRecords.h"

namespace tabular {

/// How a delimiter, together with the quoting that suits it best, splits the first records.
struct DelimiterFit final {
    CsvDialect dialect;  ///< its delimiter, quote, escapes and comment count
    HeadRecords head;    ///< as split by it
    int columns = 1;     ///< of most records
    double evenness = 0; ///< share of the records that have so many, 0 to 1
    double score = 0;    ///< of all evidence, 0 to 1; more than 0 only with two columns or more
};

/// Best first; only those with a score above 0. `comment` as in CsvDialect.
[[nodiscard]] std::vector<DelimiterFit> rankDelimiters(QByteArrayView head, bool headIsAll, char comment);

/// How one delimiter fits, whatever its score.
[[nodiscard]] DelimiterFit fitDelimiter(const QByteArray &delimiter, QByteArrayView head, bool headIsAll, char comment);

/// Whether it is one that everybody uses: comma, semicolon, tab, pipe.
[[nodiscard]] bool isUsualDelimiter(const QByteArray &delimiter);

} // namespace tabular
