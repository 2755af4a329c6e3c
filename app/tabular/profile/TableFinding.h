#pragma once

#include <QtGlobal>

namespace tabular {

/// Something in the file that the user should know, once a kind. Rows count from 1 (the header row included). A row is
/// long when a cell beyond the header's is not blank; what becomes of it SourceFile::longRows says.
struct TableFinding final {
    enum class Kind {
        ShortRow,
        LongRow,
        NulByte,
        LoneQuote,
        HeaderMissing,
        HeaderRepeated,
        FormulaStart,  ///< a spreadsheet program would calculate it: = + - @ tab CR first; no number, no phone number
        LongNumber,    ///< more than 15 digits, of which spreadsheet programs keep 15
        LeadingZero,   ///< "007", which spreadsheet programs turn into 7
        InvisibleMark, ///< writing direction or zero width; not the joiners that scripts and emoji need
        Utf8Line,      ///< in a text of another encoding; what becomes of it SourceFile::utf8Lines says
        InvalidBytes,  ///< no text in the chosen encoding; the user decides before anything is sent
    };
    Kind kind = Kind::ShortRow;
    qint64 count = 0;    ///< how often
    qint64 firstRow = 0; ///< where it was seen first
    int column = -1;     ///< where it was seen first, zero-based; -1 for whole rows

    friend bool operator==(const TableFinding &a, const TableFinding &b) = default;
};

} // namespace tabular
