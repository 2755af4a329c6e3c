// Included like BlockLoops.h, and behind BlockEnds.h: the quick loops of machines without wide registers.

inline bool countQuickly(const char *data, qsizetype blocks, const CsvSyntax &given, BlockCarry &carryOver,
                         BlockCounts &counts)
{
    const CsvSyntax syntax = given;
    BlockCarry carry = carryOver;
    Utf8Carry utf8 = carryOver.utf8;
    Bytes64::Any cr = {};
    qint64 blank = 0;
    qint64 blankOutside = 0;
    for (qsizetype i = 0; i < blocks; ++i, data += blockBytes) {
        const Bytes64 bytes = Bytes64::load(data);
        const Bits b = scanBlock<true, false>(bytes, ~quint64(0), syntax, carry);
        counts.lines += std::popcount(b.lf);
        counts.runsOutside += std::popcount(b.lf & ~b.inside);
        if (const quint64 repeated = b.lf & b.prevLineEnd) {
            blank += std::popcount(repeated);
            blankOutside += std::popcount(repeated & ~b.inside);
        }
        counts.irregular[0] |= b.odd & ~b.before;
        counts.irregular[1] |= b.odd & b.before;
        bytes.gather('\r', cr);
        if (bytes.anyHigh() || utf8.asks())
            counts.badUtf8 |= badUtf8(data, utf8);
    }
    carryOver.careful = Bytes64::found(cr) != 0;
    if (carryOver.careful)
        return false;
    counts.runs = counts.lines - blank;
    counts.runsOutside -= blankOutside;
    counts.lf = {static_cast<quint64>(counts.runsOutside), static_cast<quint64>(counts.runs - counts.runsOutside)};
    carryOver = carry;
    carryOver.utf8 = utf8;
    return true;
}

inline bool indexQuickly(const char *data, qsizetype blocks, quint32 base, const CsvSyntax &syntax, bool checkUtf8,
                         BlockCarry &carry, LaneWindow &window)
{
    BlockCarry quickCarry = carry;
    carry.careful = indexBlocks<true, false>(data, blocks, ~quint64(0), base, syntax, checkUtf8, quickCarry, window);
    if (carry.careful) {
        window.clear();
        return false;
    }
    carry = quickCarry;
    return true;
}

inline bool findEndsQuickly(const char *data, qsizetype blocks, quint32 base, const CsvSyntax &syntax,
                            BlockCarry &carry, RowEnds &rows)
{
    BlockCarry quickCarry = carry;
    const RowEnds::State begin = rows.state();
    carry.careful = endBlocks<false>(data, blocks, base, syntax, false, quickCarry, rows);
    if (carry.careful) {
        rows.goBackTo(begin);
        return false;
    }
    carry = quickCarry;
    return true;
}
