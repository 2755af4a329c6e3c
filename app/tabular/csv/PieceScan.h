#pragma once

#include "tabular/csv/BlockScan.h"

#include <array>

namespace tabular::csv {

/// What one piece of the text holds, before it is known whether it begins outside ([0]) or inside ([1]) quotes. From the
/// first piece on, each one's true side follows from the one before: an exact count by any number of threads.
struct PieceSummary final {
    struct Start final {
        qint64 offset = -1;      ///< of the first record that begins here; -1: none was found near the piece's begin
        qint64 recordsEnded = 0; ///< in the piece, ahead of it
        qint64 lines = 0;        ///< line breaks in the piece, ahead of it
    };
    enum LineEnd : quint8 { Lf = 1, CrLf = 2, Cr = 4 };

    qint64 end = 0; ///< offset
    std::array<Start, 2> start;
    std::array<qint64, 2> recordsEnded{};
    qint64 lines = 0;
    std::array<bool, 2> irregular{}; ///< only the state machine can tell
    std::array<quint8, 2> lineEnds{};
    bool flips = false;   ///< what follows is on the other side of quotes
    bool badUtf8 = false; ///< shown here; the bytes at fault may be up to three ahead or behind
    char lastByte = '\0';
};

/// Looks at `bytes`, whose first is at `offset`. `carry` comes from carryAfter() or the piece before, and goes on to the
/// next; its side of quotes is set to "outside" for that. All but the last piece of a text are whole blocks.
[[nodiscard]] PieceSummary summarise(QByteArrayView bytes, qint64 offset, bool last, const CsvSyntax &syntax,
                                     BlockCarry &carry);

} // namespace tabular::csv
