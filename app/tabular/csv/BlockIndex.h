// Included like BlockLoops.h, and behind it.

/// The place of the lowest bit; anything if there is none, and no branch to find that out.
inline quint32 lowestBit(quint64 bits)
{
    return static_cast<quint32>(std::countr_zero(bits | (quint64(1) << 63)));
}

/// Lists the two lowest bits, and takes them away.
inline quint64 listTwo(quint64 bits, quint32 base, quint32 *into)
{
    into[0] = base + lowestBit(bits);
    bits &= bits - 1;
    into[1] = base + lowestBit(bits);
    return bits & (bits - 1);
}

inline quint64 listSix(quint64 bits, quint32 base, quint32 *into)
{
    return listTwo(listTwo(listTwo(bits, base, into), base, into + 2), base, into + 4);
}

/// Six at a time, and no loop over them: how many cells end in a block can hardly be foretold by the processor.
inline quint32 listBits(quint64 bits, quint32 base, quint32 *into)
{
    const auto count = static_cast<quint32>(std::popcount(bits));
    for (quint32 listed = 0;;) {
        bits = listSix(bits, base, into + listed);
        listed += 6;
        if (listed >= count)
            return count;
    }
}

/// Gives whether there is a CR, if it is not looked for.
template <bool Plain, bool Cr>
inline bool indexBlocks(const char *data, qsizetype blocks, quint64 valid, quint32 base, const CsvSyntax &given,
                        bool checkUtf8, BlockCarry &carryOver, LaneWindow &window)
{
    const CsvSyntax syntax = given;
    BlockCarry carry = carryOver;
    Utf8Carry utf8 = carryOver.utf8;
    Bytes64::Any cr = {};
    quint32 count = window.count;
    quint32 lines = window.lines;
    quint32 slot = window.used;
    for (qsizetype i = 0; i < blocks; ++i, ++slot, base += blockBytes, data += blockBytes) {
        const Bytes64 bytes = Bytes64::load(data);
        const quint64 real = Plain || i + 1 != blocks ? ~quint64(0) : valid;
        const Bits b = scanBlock<Plain, Cr>(bytes, real, syntax, carry);
        quint64 ends = (b.delimiters | b.runs) & ~b.inside;
        quint64 odd = b.odd & ~b.before;
        if (bytes.anyHighOrZero() || utf8.asks()) {
            odd |= bytes.equal('\0') & real;
            if (checkUtf8)
                odd |= badUtf8(data, utf8);
        }
        if constexpr (!Cr)
            bytes.gather('\r', cr);
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
    carryOver.utf8 = utf8;
    window.count = count;
    window.lines = lines;
    window.used = slot;
    return Bytes64::found(cr) != 0;
}

/// As with count(), a text without CR is spared the care for it.
inline void index(const char *data, qsizetype blocks, quint64 valid, quint32 base, const CsvSyntax &syntax,
                  bool checkUtf8, BlockCarry &carry, LaneWindow &window)
{
    if (!isPlain(syntax) || valid != ~quint64(0)) {
        indexBlocks<false, true>(data, blocks, valid, base, syntax, checkUtf8, carry, window);
        return;
    }
    carry.careful = carry.careful || carry.cr != 0;
    if (carry.careful || !indexQuickly(data, blocks, base, syntax, checkUtf8, carry, window))
        indexBlocks<true, true>(data, blocks, valid, base, syntax, checkUtf8, carry, window);
}
