#include "tabular/encoding/UnicodeSigns.h"

#include "tabular/encoding/Utf8Decoder.h"

#include <array>

namespace tabular {

namespace {

constexpr qsizetype lookedAt = 4096;

bool decodesStrictly(const TextEncoding *encoding, QByteArrayView bytes)
{
    return decodeBytes(*encoding, bytes, true).places.count == 0;
}

struct Zeros final {
    std::array<qsizetype, 4> at{}; ///< by place modulo four
    qsizetype units = 0;           ///< of four bytes
};

Zeros countZeros(QByteArrayView head)
{
    Zeros zeros;
    zeros.units = head.size() / 4;
    for (qsizetype i = 0; i < zeros.units * 4; ++i)
        zeros.at[static_cast<size_t>(i % 4)] += head[i] == '\0' ? 1 : 0;
    return zeros;
}

/// Signs that end cells and lines, as units of two bytes; text without Latin letters has few other zero bytes.
qsizetype countSeparators(QByteArrayView head, bool bigEndian)
{
    qsizetype found = 0;
    for (qsizetype i = 0; i + 2 <= head.size(); i += 2) {
        const char sign = head[i + (bigEndian ? 1 : 0)];
        const char other = head[i + (bigEndian ? 0 : 1)];
        found += other == '\0' && QByteArrayView(",;\t|\r\n\"").contains(sign) ? 1 : 0;
    }
    return found;
}

bool looksLikeUtf16(QByteArrayView head, const Zeros &zeros, bool bigEndian)
{
    const qsizetype odd = zeros.at[1] + zeros.at[3];
    const qsizetype even = zeros.at[0] + zeros.at[2];
    const qsizetype many = bigEndian ? even : odd;
    const qsizetype few = bigEndian ? odd : even;
    if (few * 10 >= many)
        return false;
    // Latin text has a zero in nearly every unit. Text in other scripts has separators, and no other zeros.
    return many * 10 >= zeros.units * 2 * 6 || (countSeparators(head, bigEndian) >= 4 && many * 50 >= zeros.units * 2);
}

} // namespace

const TextEncoding *markedEncoding(QByteArrayView head)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        return &utf8Encoding();
    if (head.startsWith(QByteArrayView("\xFF\xFE\0\0", 4))) {
        // It may be UTF-16 that starts with a NUL as well.
        const TextEncoding *utf32 = findEncoding(u"UTF-32LE");
        return decodesStrictly(utf32, head) ? utf32 : findEncoding(u"UTF-16LE");
    }
    if (head.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)))
        return findEncoding(u"UTF-32BE");
    if (head.startsWith("\xFF\xFE"))
        return findEncoding(u"UTF-16LE");
    return head.startsWith("\xFE\xFF") ? findEncoding(u"UTF-16BE") : nullptr;
}

const TextEncoding *zeroPatternEncoding(QByteArrayView head)
{
    head = head.first(qMin(head.size(), lookedAt));
    const Zeros zeros = countZeros(head);
    if (zeros.units == 0)
        return nullptr;
    const TextEncoding *found = nullptr;
    const auto nearlyAll = [&](size_t a, size_t b) { return (zeros.at[a] + zeros.at[b]) * 20 >= zeros.units * 2 * 19; };
    if (nearlyAll(2, 3) && zeros.at[0] == 0)
        found = findEncoding(u"UTF-32LE");
    else if (nearlyAll(0, 1) && zeros.at[3] == 0)
        found = findEncoding(u"UTF-32BE");
    else if (looksLikeUtf16(head, zeros, false))
        found = findEncoding(u"UTF-16LE");
    else if (looksLikeUtf16(head, zeros, true))
        found = findEncoding(u"UTF-16BE");
    return found && decodesStrictly(found, head) ? found : nullptr;
}

} // namespace tabular
