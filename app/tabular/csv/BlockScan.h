#pragma once

#include "tabular/csv/CsvSyntax.h"

#include <array>
#include <vector>

namespace tabular::csv {

/// Bytes are looked at 64 at a time; bit n of a mask stands for byte n of the block.
inline constexpr qsizetype blockBytes = 64;

/// The last three bytes of the block before, if a character of UTF-8 that began there is not at its end.
struct Utf8Carry final {
    std::array<uchar, 3> tail{}; ///< else zeros

    [[nodiscard]] bool asks() const { return (tail[0] | tail[1] | tail[2]) != 0; }
    /// What the bytes ahead of `end` leave open.
    [[nodiscard]] static Utf8Carry after(const char *end);
};

/// What the bytes before a block say about it. As made, it stands at the begin of a record. Flags are 0 or 1.
struct BlockCarry final {
    quint64 inside = 0; ///< all ones: the block begins inside quotes
    quint64 quote = 0;
    quint64 cr = 0;
    quint64 lineEnd = 1;
    quint64 separator = 1; ///< a delimiter, a line end or a quote
    bool careful = false;  ///< a CR or a NUL was seen: the quick loops are of no use. Only saves time
    Utf8Carry utf8;
};

/// What is counted in a row of blocks before it is known whether it begins outside ([0]) or inside ([1]) quotes. The
/// carry that goes in says "outside". Runs of line ends count once, since the lines between them are blank.
struct BlockCounts final {
    qint64 runs = 0;                    ///< runs of line ends, both sides of quotes
    qint64 runsOutside = 0;             ///< those outside, if the begin is outside
    qint64 lines = 0;                   ///< line breaks, CRLF as one
    std::array<quint64, 2> irregular{}; ///< not 0: a quote stands where no quote belongs, or a comment line
    std::array<quint64, 2> lf{};        ///< not 0: seen as a record's end
    std::array<quint64, 2> crlf{};
    std::array<quint64, 2> cr{};
    quint64 badUtf8 = 0; ///< not 0: somewhere

    void add(const BlockCounts &more);
};

/// One block in detail, for the first record that begins in a stretch.
struct BlockBits final {
    std::array<quint64, 2> starts{}; ///< bytes that begin a record, by where the stretch begins
    quint64 runs = 0;                ///< first bytes of runs of line ends
    quint64 breaks = 0;              ///< line breaks, CRLF as one
    quint64 inside = 0;              ///< bytes inside quotes, if the stretch begins outside
};

/// Where cells end, for a few KiB ahead of the reader.
struct LaneWindow final {
    static constexpr quint32 blocks = 64;

    quint32 used = 0;                                       ///< blocks
    quint32 count = 0;                                      ///< positions
    std::array<quint32, blocks * blockBytes + 8> positions; ///< of delimiters and record ends, ascending
    std::array<quint64, blocks> breaks;
    std::array<quint64, blocks> escapes;     ///< second quotes of doubled ones
    std::array<quint32, blocks> linesBefore; ///< line breaks in the blocks before this one
    quint32 lines = 0;
    bool odd = false; ///< from `oddAt` on the state machine is needed, and nothing is listed
    quint32 oddAt = 0;

    void clear();
};

/// Where rows of a known number of cells end, for a few KiB ahead of whoever copies them as they stand.
struct RowEnds final {
    static constexpr quint32 blocks = 64;
    static constexpr quint32 mostAtOnce = blocks * blockBytes / 2; ///< a row has two bytes at least
    static constexpr quint32 most = 2 * mostAtOnce;

    quint32 wanted = 0; ///< delimiters that each row must have
    quint32 count = 0;
    std::array<quint32, most> places; ///< behind the line end of each row
    std::array<quint32, most> breaks; ///< line breaks up to there, since the first row began
    // Of the row that is not at its end yet, these go on from one call to the next.
    quint32 lines = 0;      ///< since the first row began
    quint32 delimiters = 0; ///< since this row began
    bool odd = false;       ///< the row behind the last place cannot be copied as it stands

    struct State final {
        quint32 count;
        quint32 lines;
        quint32 delimiters;
    };
    [[nodiscard]] State state() const { return {count, lines, delimiters}; }
    /// As it was before some calls.
    void goBackTo(const State &then);
};

inline Utf8Carry Utf8Carry::after(const char *end)
{
    const auto byte = [end](int back) { return static_cast<uchar>(end[-back]); };
    if (byte(1) >= 0xC0 || byte(2) >= 0xE0 || byte(3) >= 0xF0)
        return {{byte(3), byte(2), byte(1)}};
    return {};
}

/// The loops over blocks for one set of instructions. All sets give the same.
struct BlockScan final {
    const char *name;
    /// `valid` masks bytes of the last block (padded with zeros at the end of the text); earlier blocks are whole.
    void (*count)(const char *data, qsizetype blocks, quint64 valid, const CsvSyntax &syntax, BlockCarry &carry,
                  BlockCounts &counts);
    BlockBits (*look)(const char *block, quint64 valid, const CsvSyntax &syntax, BlockCarry &carry);
    /// Fills `window`, which is clear; its positions are `base` + place in `data`; ends after `blocks` or at the first oddity: a
    /// quote where none belongs, a NUL byte or, if `checkUtf8`, bytes that are not UTF-8.
    void (*index)(const char *data, qsizetype blocks, quint64 valid, quint32 base, const CsvSyntax &syntax,
                  bool checkUtf8, BlockCarry &carry, LaneWindow &window);
    /// Adds to `rows`, which has room for mostAtOnce, up to the first row that is odd: other line ends than LF (or CRLF, as told), another
    /// number of cells, a blank line, a quote where none belongs, or bytes that are not UTF-8. The syntax has quotes and no
    /// comments. At most RowEnds::blocks, all of them whole.
    void (*ends)(const char *data, qsizetype blocks, quint32 base, const CsvSyntax &syntax, bool crlf,
                 BlockCarry &carry, RowEnds &rows);
};

/// The quickest this machine can run; chosen once.
[[nodiscard]] const BlockScan &blockScan();

/// All that this machine can run, the plain one first.
[[nodiscard]] std::vector<BlockScan> allBlockScans();

/// The carry into what follows `before`, said to be outside quotes. `before` holds the up to 64 bytes ahead of it.
[[nodiscard]] BlockCarry carryAfter(QByteArrayView before, const CsvSyntax &syntax);

} // namespace tabular::csv
