#include "tabular/encoding/UnicodeDecoders.h"

#include <QtEndian>

namespace tabular {

namespace {

/// Room is taken in slices, so that one long input does not make a long buffer first.
constexpr qsizetype unicodeSliceBytes = 64LL * 1024;

/// The bounds of the second byte depend on the first: they shut out overlong forms, surrogates and beyond U+10FFFF.
struct Lead final {
    qsizetype length = 0;
    uchar low = 0x80;
    uchar high = 0xBF;
};

Lead leadOf(uchar byte)
{
    if (byte < 0xC2 || byte > 0xF4)
        return {};
    if (byte < 0xE0)
        return {2, 0x80, 0xBF};
    if (byte < 0xF0)
        return {3, static_cast<uchar>(byte == 0xE0 ? 0xA0 : 0x80), static_cast<uchar>(byte == 0xED ? 0x9F : 0xBF)};
    return {4, static_cast<uchar>(byte == 0xF0 ? 0x90 : 0x80), static_cast<uchar>(byte == 0xF4 ? 0x8F : 0xBF)};
}

struct Step final {
    qsizetype length = 1;
    bool valid = false;
    bool cut = false; ///< well so far, but more bytes are needed
};

/// The character at the front, or as much of it as was well begun.
Step utf8Step(QByteArrayView bytes)
{
    const Lead lead = leadOf(static_cast<uchar>(bytes[0]));
    if (lead.length == 0)
        return {};
    for (qsizetype i = 1; i < lead.length; ++i) {
        if (i == bytes.size())
            return {i, false, true};
        const auto byte = static_cast<uchar>(bytes[i]);
        if (byte < (i == 1 ? lead.low : 0x80) || byte > (i == 1 ? lead.high : 0xBF))
            return {i, false, false};
    }
    return {lead.length, true, false};
}

bool isHighSurrogate(char32_t unit)
{
    return (unit & 0xFC00) == 0xD800;
}

bool isLowSurrogate(char32_t unit)
{
    return (unit & 0xFC00) == 0xDC00;
}

char32_t unit16(QByteArrayView bytes, qsizetype at, bool bigEndian)
{
    return bigEndian ? qFromBigEndian<quint16>(bytes.data() + at) : qFromLittleEndian<quint16>(bytes.data() + at);
}

/// Stops where a surrogate stands alone or is cut off; gives where.
qsizetype decodeUtf16Run(QByteArrayView bytes, qsizetype at, bool bigEndian, DecodedText &out)
{
    const qsizetype end = qMin(bytes.size(), at + unicodeSliceBytes);
    char *const start = out.room((end - at) / 2 * 3 + ByteDecoder::longestCharacter);
    char *write = start;
    while (at + 2 <= end) {
        const char32_t unit = unit16(bytes, at, bigEndian);
        if (unit < 0x80) {
            *write++ = static_cast<char>(unit);
        } else if (!isHighSurrogate(unit) && !isLowSurrogate(unit)) {
            write = writeUtf8(write, unit);
        } else {
            const char32_t next = at + 4 <= bytes.size() ? unit16(bytes, at + 2, bigEndian) : 0;
            if (!isHighSurrogate(unit) || !isLowSurrogate(next))
                break;
            write = writeUtf8(write, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
            at += 2;
        }
        at += 2;
    }
    out.commit(write - start);
    return at;
}

} // namespace

char *writeUtf8(char *at, char32_t codePoint)
{
    const auto put = [&at](char32_t byte) { *at++ = static_cast<char>(byte); };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xC0 | (codePoint >> 6));
        put(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
        put(0xE0 | (codePoint >> 12));
        put(0x80 | ((codePoint >> 6) & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    } else {
        put(0xF0 | (codePoint >> 18));
        put(0x80 | ((codePoint >> 12) & 0x3F));
        put(0x80 | ((codePoint >> 6) & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    }
    return at;
}

qsizetype Utf8BytesDecoder::decode(QByteArrayView bytes, qint64 offset, bool last, DecodedText &out)
{
    qsizetype from = 0;
    qsizetype at = asciiRun(bytes);
    while (at < bytes.size()) {
        const Step step = utf8Step(bytes.sliced(at));
        if (step.cut && !last)
            break;
        if (!step.valid) {
            out.append(bytes.sliced(from, at - from));
            out.invalid(offset + at, bytes.sliced(at, step.length));
            from = at + step.length;
            if (out.refused())
                return from;
        }
        at += step.length;
        at += asciiRun(bytes.sliced(at));
    }
    out.append(bytes.sliced(from, at - from));
    return at;
}

qsizetype Utf16Decoder::decode(QByteArrayView bytes, qint64 offset, bool last, DecodedText &out)
{
    qsizetype at = 0;
    while (!out.refused()) {
        at = decodeUtf16Run(bytes, at, m_bigEndian, out);
        const qsizetype left = bytes.size() - at;
        if (left == 0)
            break;
        const bool surrogate = left >= 2 && (unit16(bytes, at, m_bigEndian) & 0xF800) == 0xD800;
        if (left >= 2 && !surrogate)
            continue;
        const bool mayGrow = left < 2 || (left < 4 && isHighSurrogate(unit16(bytes, at, m_bigEndian)));
        if (mayGrow && !last)
            break;
        const bool whole = left >= 4 && isHighSurrogate(unit16(bytes, at, m_bigEndian))
            && isLowSurrogate(unit16(bytes, at + 2, m_bigEndian));
        if (whole)
            continue;
        const qsizetype length = qMin<qsizetype>(2, left);
        out.invalid(offset + at, bytes.sliced(at, length));
        at += length;
    }
    return at;
}

qsizetype Utf32Decoder::decode(QByteArrayView bytes, qint64 offset, bool last, DecodedText &out)
{
    qsizetype at = 0;
    while (at + 4 <= bytes.size() && !out.refused()) {
        const char *const unit = bytes.data() + at;
        const char32_t point = m_bigEndian ? qFromBigEndian<quint32>(unit) : qFromLittleEndian<quint32>(unit);
        if (point > 0x10FFFF || (point & 0xFFFFF800) == 0xD800) {
            out.invalid(offset + at, bytes.sliced(at, 4));
        } else {
            char text[longestCharacter];
            out.append({text, writeUtf8(text, point) - text});
        }
        at += 4;
    }
    if (last && at < bytes.size() && !out.refused()) {
        out.invalid(offset + at, bytes.sliced(at));
        at = bytes.size();
    }
    return at;
}

} // namespace tabular
