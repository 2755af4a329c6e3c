// Included like BlockLoops.h, and ahead of it.

/// Bytes at which the block stops being UTF-8. Each lead byte asks for so many bytes of 0x80 to 0xBF behind it, and no
/// others may stand anywhere; four lead bytes bound their second byte more tightly. Seldom needed, so never inlined: the
/// loops keep what they carry in registers.
WIZARD_NOINLINE quint64 badUtf8(const char *block, Utf8Carry &carry)
{
    const Bytes64 bytes = Bytes64::load(block);
    const quint64 lead = bytes.atLeast(0xC0);
    const quint64 lead3 = bytes.atLeast(0xE0);
    const quint64 lead4 = bytes.atLeast(0xF0);
    const quint64 asked =
        (lead << 1) | (carry.lead >> 63) | (lead3 << 2) | (carry.lead3 >> 62) | (lead4 << 3) | (carry.lead4 >> 61);
    quint64 bad = asked ^ (bytes.atLeast(0x80) & ~lead);
    bad |= lead & ~bytes.atLeast(0xC2);
    if ((lead3 | (carry.lead3 >> 63)) != 0) {
        const quint64 e0 = bytes.equal(static_cast<char>(0xE0));
        const quint64 ed = bytes.equal(static_cast<char>(0xED));
        const quint64 f0 = bytes.equal(static_cast<char>(0xF0));
        const quint64 f4 = bytes.equal(static_cast<char>(0xF4));
        const quint64 fromA0 = bytes.atLeast(0xA0);
        const quint64 from90 = bytes.atLeast(0x90);
        bad |= bytes.atLeast(0xF5) | (((e0 << 1) | carry.leadE0) & ~fromA0) | (((ed << 1) | carry.leadEd) & fromA0)
            | (((f0 << 1) | carry.leadF0) & ~from90) | (((f4 << 1) | carry.leadF4) & from90);
        carry.leadE0 = e0 >> 63;
        carry.leadEd = ed >> 63;
        carry.leadF0 = f0 >> 63;
        carry.leadF4 = f4 >> 63;
    } else {
        carry.leadE0 = carry.leadEd = carry.leadF0 = carry.leadF4 = 0;
    }
    carry.lead = lead;
    carry.lead3 = lead3;
    carry.lead4 = lead4;
    carry.asks = ((lead >> 63) | (lead3 >> 62) | (lead4 >> 61)) != 0;
    return bad;
}
