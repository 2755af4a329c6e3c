// No pragma once: this text is included once for each set of instructions, into a namespace that holds `Bytes64` (64 bytes
// with equal(), atLeast(), any…()) and `prefixXor()`, behind BlockUtf8.h. It has no includes for the same reason.

struct Bits final {
    quint64 quotes;
    quint64 delimiters;
    quint64 cr;
    quint64 lf;
    quint64 lineEnds;
    quint64 runs;
    quint64 breaks;
    quint64 inside;
    quint64 before; ///< the state ahead of each byte
    quint64 odd;    ///< breaks a rule if the state ahead of it is "outside"
    quint64 prevQuote;
    quint64 prevCr;
    quint64 prevLineEnd;
};

/// What is known beforehand leaves its part out of the loops. `Plain`: quotes mean something, nothing begins a comment, and
/// all 64 bytes are valid. Without `Cr` none is looked for: the caller makes sure that there is none.
template <bool Plain, bool Cr>
inline Bits scanBlock(const Bytes64 &bytes, quint64 valid, const CsvSyntax &syntax, BlockCarry &carry)
{
    Bits b;
    const quint64 real = Plain ? ~quint64(0) : valid;
    b.quotes = Plain || syntax.quotes ? bytes.equal(syntax.quote) & real : 0;
    b.delimiters = bytes.equal(syntax.delimiter) & real;
    b.cr = Cr ? bytes.equal('\r') & real : 0;
    b.lf = bytes.equal('\n') & real;
    b.lineEnds = b.cr | b.lf;
    b.inside = prefixXor(b.quotes) ^ carry.inside;
    b.before = b.inside ^ b.quotes;
    b.prevQuote = (b.quotes << 1) | carry.quote;
    b.prevCr = Cr ? (b.cr << 1) | carry.cr : 0;
    b.prevLineEnd = (b.lineEnds << 1) | carry.lineEnd;
    b.runs = b.lineEnds & ~b.prevLineEnd;
    b.breaks = b.cr | (b.lf & ~b.prevCr);
    const quint64 separators = b.quotes | b.delimiters | b.lineEnds;
    const quint64 prevSeparator = (separators << 1) | carry.separator;
    // A quote outside opens a cell, so it follows a separator; what follows a closing quote is one.
    b.odd = (b.prevQuote & ~separators & real) | (b.quotes & ~prevSeparator);
    if (!Plain && syntax.comment != '\0')
        b.odd |= bytes.equal(syntax.comment) & b.prevLineEnd & real;
    carry.inside = static_cast<quint64>(static_cast<qint64>(b.inside) >> 63);
    carry.quote = b.quotes >> 63;
    carry.cr = b.cr >> 63;
    carry.lineEnd = b.lineEnds >> 63;
    carry.separator = separators >> 63;
    return b;
}

inline void countLineEndKinds(const Bits &b, BlockCounts &counts)
{
    const quint64 lf = b.runs & b.lf;
    counts.lf[0] |= lf & ~b.inside;
    counts.lf[1] |= lf & b.inside;
    counts.crlf[0] |= b.prevCr & b.lf & ~b.inside;
    counts.crlf[1] |= b.prevCr & b.lf & b.inside;
    counts.cr[0] |= b.prevCr & ~b.lf & ~b.before;
    counts.cr[1] |= b.prevCr & ~b.lf & b.before;
}

inline bool isPlain(const CsvSyntax &syntax)
{
    return syntax.quotes && syntax.comment == '\0';
}

// The quick loops: each set of instructions has its own. All take whole blocks of a text without comments that has held
// nothing to be careful about. False: nothing came of it but what `carry` now says of being careful, and the full loop has
// to look at the same blocks.

/// `counts` is as made.
bool countQuickly(const char *data, qsizetype blocks, const CsvSyntax &syntax, BlockCarry &carry, BlockCounts &counts);
/// `window` is clear.
bool indexQuickly(const char *data, qsizetype blocks, quint32 base, const CsvSyntax &syntax, bool checkUtf8,
                  BlockCarry &carry, LaneWindow &window);
/// Rows end in LF.
bool findEndsQuickly(const char *data, qsizetype blocks, quint32 base, const CsvSyntax &syntax, BlockCarry &carry,
                     RowEnds &rows);

template <bool Plain>
inline void countFully(const char *data, qsizetype blocks, quint64 valid, const CsvSyntax &given, BlockCarry &carryOver,
                       BlockCounts &total)
{
    const CsvSyntax syntax = given;
    BlockCarry carry = carryOver;
    Utf8Carry utf8 = carryOver.utf8;
    BlockCounts counts = total;
    for (qsizetype i = 0; i < blocks; ++i, data += blockBytes) {
        const Bytes64 bytes = Bytes64::load(data);
        const Bits b = scanBlock<Plain, true>(bytes, i + 1 == blocks ? valid : ~quint64(0), syntax, carry);
        counts.runs += std::popcount(b.runs);
        counts.runsOutside += std::popcount(b.runs & ~b.inside);
        counts.lines += std::popcount(b.breaks);
        counts.irregular[0] |= b.odd & ~b.before;
        counts.irregular[1] |= b.odd & b.before;
        countLineEndKinds(b, counts);
        if (bytes.anyHigh() || utf8.asks())
            counts.badUtf8 |= badUtf8(data, utf8);
    }
    carryOver = carry;
    carryOver.utf8 = utf8;
    total = counts;
}

/// Most texts hold no CR at all, or many: the quick loop only looks whether there is one, and then the full one takes over.
inline void count(const char *data, qsizetype blocks, quint64 valid, const CsvSyntax &syntax, BlockCarry &carry,
                  BlockCounts &counts)
{
    constexpr qsizetype most = 128;
    constexpr qsizetype least = 4;
    const bool plain = isPlain(syntax) && valid == ~quint64(0);
    carry.careful = carry.careful || carry.cr != 0;
    while (blocks >= least && plain && !carry.careful) {
        const qsizetype some = qMin(blocks - blocks % least, most);
        BlockCounts quick;
        if (countQuickly(data, some, syntax, carry, quick))
            counts.add(quick);
        else
            countFully<true>(data, some, valid, syntax, carry, counts);
        blocks -= some;
        data += some * blockBytes;
    }
    if (plain)
        countFully<true>(data, blocks, valid, syntax, carry, counts);
    else
        countFully<false>(data, blocks, valid, syntax, carry, counts);
}

inline BlockBits look(const char *block, quint64 valid, const CsvSyntax &syntax, BlockCarry &carry)
{
    const Bits b = scanBlock<false, true>(Bytes64::load(block), valid, syntax, carry);
    const quint64 starts = b.prevLineEnd & ~b.lineEnds & valid;
    return {{starts & ~b.before, starts & b.before}, b.runs, b.breaks, b.inside};
}
