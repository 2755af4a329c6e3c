#include "tabular/Utf8.h"

#include <QStringDecoder>

#include <cstring>

namespace tabular {

namespace {

qsizetype skipAscii(QByteArrayView bytes, qsizetype at)
{
    constexpr quint64 highBits = 0x8080808080808080ULL;
    for (; at + 8 <= bytes.size(); at += 8) {
        quint64 word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        if (word & highBits)
            break;
    }
    while (at < bytes.size() && static_cast<uchar>(bytes[at]) < 0x80)
        ++at;
    return at;
}

/// The bounds of the second byte depend on the first: they shut out overlong forms, surrogates and beyond U+10FFFF.
struct LeadByte final {
    qsizetype length = 0;
    uchar low = 0x80;
    uchar high = 0xBF;
};

LeadByte leadByte(uchar byte)
{
    if (byte >= 0xC2 && byte <= 0xDF)
        return {2, 0x80, 0xBF};
    if (byte >= 0xE0 && byte <= 0xEF)
        return {3, static_cast<uchar>(byte == 0xE0 ? 0xA0 : 0x80), static_cast<uchar>(byte == 0xED ? 0x9F : 0xBF)};
    if (byte >= 0xF0 && byte <= 0xF4)
        return {4, static_cast<uchar>(byte == 0xF0 ? 0x90 : 0x80), static_cast<uchar>(byte == 0xF4 ? 0x8F : 0xBF)};
    return {};
}

bool isCharacter(QByteArrayView bytes, qsizetype at, const LeadByte &lead)
{
    if (lead.length == 0 || at + lead.length > bytes.size())
        return false;
    const auto second = static_cast<uchar>(bytes[at + 1]);
    if (second < lead.low || second > lead.high)
        return false;
    for (qsizetype i = 2; i < lead.length; ++i) {
        if ((static_cast<uchar>(bytes[at + i]) & 0xC0) != 0x80)
            return false;
    }
    return true;
}

} // namespace

qsizetype firstNonUtf8(QByteArrayView bytes)
{
    qsizetype at = skipAscii(bytes, 0);
    while (at < bytes.size()) {
        const LeadByte lead = leadByte(static_cast<uchar>(bytes[at]));
        if (!isCharacter(bytes, at, lead))
            return at;
        at = skipAscii(bytes, at + lead.length);
    }
    return -1;
}

QString textOf(QByteArrayView utf8)
{
    if (!utf8.startsWith("\xEF\xBB\xBF"))
        return QString::fromUtf8(utf8);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder.decode(utf8);
}

QStringList cellTexts(std::span<const std::string_view> cells)
{
    QStringList texts;
    texts.reserve(static_cast<qsizetype>(cells.size()));
    for (const std::string_view cell : cells)
        texts.append(textOf(QByteArrayView(cell.data(), static_cast<qsizetype>(cell.size()))));
    return texts;
}

} // namespace tabular
