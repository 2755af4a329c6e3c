// Included like BlockLoops.h, and ahead of it.

/// Bytes at which the block stops being UTF-8. Each lead byte asks for so many bytes of 0x80 to 0xBF behind it, and no
/// others may stand anywhere; four lead bytes bound their second byte more tightly. Seldom needed, so never inlined: the
/// loops keep what they carry in registers.
WIZARD_NOINLINE quint64 badUtf8(const char *block, Utf8Carry &carry)
{
    const auto [third, second, last] = carry.tail;
    const Bytes64 bytes = Bytes64::load(block);
    const quint64 lead = bytes.atLeast(0xC0);
    const quint64 lead3 = bytes.atLeast(0xE0);
    const quint64 lead4 = bytes.atLeast(0xF0);
    quint64 asked = (lead << 1) | (lead3 << 2) | (lead4 << 3);
    asked |= quint64(last >= 0xC0 || second >= 0xE0 || third >= 0xF0);
    asked |= quint64(last >= 0xE0 || second >= 0xF0) << 1 | quint64(last >= 0xF0) << 2;
    quint64 bad = asked ^ (bytes.atLeast(0x80) & ~lead);
    bad |= lead & ~bytes.atLeast(0xC2);
    if (lead3 != 0 || last >= 0xE0) {
        const auto behind = [&bytes, before = last](uchar first) {
            return (bytes.equal(static_cast<char>(first)) << 1) | quint64(before == first);
        };
        const quint64 fromA0 = bytes.atLeast(0xA0);
        const quint64 from90 = bytes.atLeast(0x90);
        bad |= bytes.atLeast(0xF5) | (behind(0xE0) & ~fromA0) | (behind(0xED) & fromA0) | (behind(0xF0) & ~from90)
            | (behind(0xF4) & from90);
    }
    carry = Utf8Carry::after(block + blockBytes);
    return bad;
}
