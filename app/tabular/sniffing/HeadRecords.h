#pragma once

#include "tabular/CsvDialect.h"

#include <QByteArrayView>

#include <vector>

namespace tabular {

using HeadRecord = std::vector<QByteArray>;

/// The beginning of a text, split by one dialect to see how well it fits. This is for guessing only; tables are read by
/// the engine.
struct HeadRecords final {
    std::vector<HeadRecord> records; ///< without blank lines, comments and a record that the end cuts
    int quotedCells = 0;
    int malformed = 0;     ///< text behind a closing quote, or a quoted cell without end
    int escapedQuotes = 0; ///< `\"` inside quotes
    int commentLines = 0;
    int lf = 0; ///< line ends outside quotes
    int crlf = 0;
    int cr = 0;
};

constexpr size_t mostHeadRecords = 200;

/// `head` is UTF-8 without byte-order mark and "sep=" line; `headIsAll`: nothing follows it.
[[nodiscard]] HeadRecords splitHead(QByteArrayView head, const CsvDialect &dialect, bool headIsAll);

} // namespace tabular
