// Included like BlockIndex.h, and behind it.

/// Without `Cr` records end in LF, and the caller makes sure that there is no CR at all; it is told whether there is one.
template <bool Cr>
inline bool endBlocks(const char *data, qsizetype blocks, quint32 base, const CsvSyntax &given, bool crlf,
                      BlockCarry &carryOver, RowEnds &into)
{
    const CsvSyntax syntax = given;
    BlockCarry carry = carryOver;
    Utf8Carry utf8 = carryOver.utf8;
    Bytes64::Any cr = {};
    quint32 count = into.count;
    quint32 lines = into.lines;
    quint32 delimiters = into.delimiters;
    for (qsizetype i = 0; i < blocks && !into.odd; ++i, base += blockBytes, data += blockBytes) {
        const Bytes64 bytes = Bytes64::load(data);
        const Bits b = scanBlock<true, Cr>(bytes, ~quint64(0), syntax, carry);
        quint64 rows = b.lf & ~b.before;
        quint64 odd = b.odd | (b.prevLineEnd & b.lf);
        if constexpr (Cr) {
            odd = b.odd | (b.prevLineEnd & (crlf ? b.cr : b.lf));
            odd |= crlf ? b.lf ^ b.prevCr : b.cr;
        } else {
            bytes.gather('\r', cr);
        }
        odd &= ~b.before;
        if (bytes.anyHighOrZero() || utf8.asks())
            odd |= badUtf8(data, utf8) | bytes.equal('\0');
        rows &= (odd & (quint64(0) - odd)) - 1;
        const quint64 cells = b.delimiters & ~b.inside;
        for (; rows != 0; rows &= rows - 1) {
            const quint64 upTo = rows ^ (rows - 1);
            const quint32 before = delimiters + static_cast<quint32>(std::popcount(cells & upTo));
            if (before != into.wanted) {
                odd = rows;
                break;
            }
            delimiters -= before;
            into.places[count] = base + static_cast<quint32>(std::countr_zero(rows)) + 1;
            into.breaks[count] = lines + static_cast<quint32>(std::popcount(b.breaks & upTo));
            ++count;
        }
        lines += static_cast<quint32>(std::popcount(b.breaks));
        delimiters += static_cast<quint32>(std::popcount(cells));
        into.odd = odd != 0;
    }
    carryOver = carry;
    carryOver.utf8 = utf8;
    into.count = count;
    into.lines = lines;
    into.delimiters = delimiters;
    return Bytes64::found(cr) != 0;
}

inline void ends(const char *data, qsizetype blocks, quint32 base, const CsvSyntax &syntax, bool crlf,
                 BlockCarry &carry, RowEnds &rows)
{
    if (crlf || carry.careful || !findEndsQuickly(data, blocks, base, syntax, carry, rows))
        endBlocks<true>(data, blocks, base, syntax, crlf, carry, rows);
}
