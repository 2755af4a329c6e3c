// No pragma once: this text is included once for each set of instructions, into a namespace that holds `Bytes64` (64 bytes
// with equal(), atLeast() and high(), each giving a mask) and `prefixXor()`, behind BlockUtf8.h. It has no includes for the same reason.

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

inline Bits scanBlock(const Bytes64 &bytes, quint64 valid, const CsvSyntax &syntax, BlockCarry &carry)
{
    Bits b;
    b.quotes = syntax.quotes ? bytes.equal(syntax.quote) & valid : 0;
    b.delimiters = bytes.equal(syntax.delimiter) & valid;
    b.cr = bytes.equal('\r') & valid;
    b.lf = bytes.equal('\n') & valid;
    b.lineEnds = b.cr | b.lf;
    b.inside = prefixXor(b.quotes) ^ carry.inside;
    b.before = b.inside ^ b.quotes;
    b.prevQuote = (b.quotes << 1) | carry.quote;
    b.prevCr = (b.cr << 1) | carry.cr;
    b.prevLineEnd = (b.lineEnds << 1) | carry.lineEnd;
    b.runs = b.lineEnds & ~b.prevLineEnd;
    b.breaks = b.cr | (b.lf & ~b.prevCr);
    const quint64 separators = b.quotes | b.delimiters | b.lineEnds;
    const quint64 prevSeparator = (separators << 1) | carry.separator;
    // A quote outside opens a cell, so it follows a separator; what follows a closing quote is one.
    b.odd = (b.prevQuote & ~separators & valid) | (b.quotes & ~prevSeparator);
    if (syntax.comment != '\0')
        b.odd |= bytes.equal(syntax.comment) & b.prevLineEnd & valid;
    carry.inside = quint64(0) - (b.inside >> 63);
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
    if ((b.cr | (b.prevCr & 1)) == 0)
        return;
    counts.crlf[0] |= b.prevCr & b.lf & ~b.inside;
    counts.crlf[1] |= b.prevCr & b.lf & b.inside;
    counts.cr[0] |= b.prevCr & ~b.lf & ~b.before;
    counts.cr[1] |= b.prevCr & ~b.lf & b.before;
}

inline void count(const char *data, qsizetype blocks, quint64 valid, const CsvSyntax &given, BlockCarry &carryOver,
                  BlockCounts &total)
{
    const CsvSyntax syntax = given;
    BlockCarry carry = carryOver;
    BlockCounts counts = total;
    for (qsizetype i = 0; i < blocks; ++i) {
        const Bytes64 bytes = Bytes64::load(data + i * blockBytes);
        const Bits b = scanBlock(bytes, i + 1 == blocks ? valid : ~quint64(0), syntax, carry);
        counts.runs += std::popcount(b.runs);
        counts.runsOutside += std::popcount(b.runs & ~b.inside);
        counts.lines += std::popcount(b.breaks);
        counts.irregular[0] |= b.odd & ~b.before;
        counts.irregular[1] |= b.odd & b.before;
        countLineEndKinds(b, counts);
        counts.badUtf8 |= checkUtf8(bytes, carry);
    }
    carryOver = carry;
    total = counts;
}

inline BlockBits look(const char *block, quint64 valid, const CsvSyntax &syntax, BlockCarry &carry)
{
    const Bytes64 bytes = Bytes64::load(block);
    const Bits b = scanBlock(bytes, valid, syntax, carry);
    const quint64 starts = b.prevLineEnd & ~b.lineEnds & valid;
    return {{starts & ~b.before, starts & b.before}, b.runs, b.breaks, b.inside};
}

/// Four at a time: how many cells end in a block can hardly be foretold by the processor.
inline quint32 listBits(quint64 bits, quint32 base, quint32 *into)
{
    const auto count = static_cast<quint32>(std::popcount(bits));
    for (quint32 done = 0; done < count; done += 4) {
        for (quint32 k = 0; k < 4; ++k) {
            into[done + k] = base + static_cast<quint32>(std::countr_zero(bits));
            bits &= bits - 1;
        }
    }
    return count;
}

inline void index(const char *data, qsizetype blocks, quint64 valid, quint32 base, const CsvSyntax &given, bool utf8,
                  BlockCarry &carryOver, LaneWindow &window)
{
    const CsvSyntax syntax = given;
    BlockCarry carry = carryOver;
    quint32 count = window.count;
    quint32 lines = window.lines;
    quint32 slot = window.used;
    for (qsizetype i = 0; i < blocks; ++i, ++slot, base += blockBytes) {
        const Bytes64 bytes = Bytes64::load(data + i * blockBytes);
        const quint64 real = i + 1 == blocks ? valid : ~quint64(0);
        const Bits b = scanBlock(bytes, real, syntax, carry);
        quint64 ends = (b.delimiters | b.runs) & ~b.inside;
        quint64 odd = (b.odd & ~b.before) | (bytes.equal('\0') & real);
        if (utf8)
            odd |= checkUtf8(bytes, carry);
        window.breaks[slot] = b.breaks;
        window.linesBefore[slot] = lines;
        window.escapes[slot] = b.quotes & b.prevQuote & ~b.before;
        lines += static_cast<quint32>(std::popcount(b.breaks));
        if (odd != 0) {
            window.odd = true;
            window.oddAt = base + static_cast<quint32>(std::countr_zero(odd));
            ends &= (odd & (quint64(0) - odd)) - 1;
        }
        count += listBits(ends, base, window.positions.data() + count);
        if (odd != 0) {
            ++slot;
            break;
        }
    }
    carryOver = carry;
    window.count = count;
    window.lines = lines;
    window.used = slot;
}
