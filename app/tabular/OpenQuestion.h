#pragma once

#include "tabular/TableSummary.h"

#include <optional>

namespace tabular {

/// What somebody has to decide about a file before its rows may be sent. There may be several; they come one by one, in
/// the order of the enumeration, since what is decided on one can settle the next.
struct OpenQuestion final {
    enum class Matter {
        Utf8Lines,    ///< lines that are UTF-8 in a text of another encoding
        InvalidBytes, ///< bytes that are no text in the chosen encoding
        ZeroBytes,    ///< in cells; no encoding makes text of them
        LongRows,     ///< rows with more cells than the header row
    };
    Matter matter = Matter::LongRows;
    qint64 count = 0;    ///< of lines, places, bytes, rows
    qint64 firstRow = 0; ///< where it was seen first, counted as in TableFinding

    friend bool operator==(const OpenQuestion &a, const OpenQuestion &b) = default;
};

/// The next one; none when all is decided. It says no less than what makes a split of the table fail.
[[nodiscard]] std::optional<OpenQuestion> openQuestion(const TableSummary &table);

} // namespace tabular
