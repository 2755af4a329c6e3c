#include "tabular/encoding/MultiByteDecoder.h"

#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace tabular {

namespace {

constexpr qsizetype multiByteSliceBytes = 64LL * 1024;

bool within(char byte, int low, int high)
{
    const auto value = static_cast<uchar>(byte);
    return value >= low && value <= high;
}

/// A character of two bytes whose second passes `isTrail`.
template <class IsTrail>
qsizetype pair(QByteArrayView bytes, IsTrail isTrail)
{
    if (bytes.size() < 2)
        return 0;
    return isTrail(bytes[1]) ? 2 : -1;
}

qsizetype shiftJisLength(QByteArrayView bytes)
{
    if (within(bytes[0], 0xA1, 0xDF))
        return 1;
    if (!within(bytes[0], 0x81, 0x9F) && !within(bytes[0], 0xE0, 0xFC))
        return -1;
    return pair(bytes, [](char c) { return within(c, 0x40, 0x7E) || within(c, 0x80, 0xFC); });
}

qsizetype eucJpLength(QByteArrayView bytes)
{
    if (within(bytes[0], 0x8E, 0x8E))
        return pair(bytes, [](char c) { return within(c, 0xA1, 0xDF); });
    const auto isTrail = [](char c) { return within(c, 0xA1, 0xFE); };
    if (!within(bytes[0], 0x8F, 0x8F))
        return isTrail(bytes[0]) ? pair(bytes, isTrail) : -1;
    if (bytes.size() > 1 && !isTrail(bytes[1]))
        return -1;
    if (bytes.size() < 3)
        return 0;
    return isTrail(bytes[2]) ? 3 : -1;
}

qsizetype gb18030Length(QByteArrayView bytes)
{
    if (!within(bytes[0], 0x81, 0xFE))
        return -1;
    if (bytes.size() < 2)
        return 0;
    if (!within(bytes[1], 0x30, 0x39))
        return within(bytes[1], 0x40, 0x7E) || within(bytes[1], 0x80, 0xFE) ? 2 : -1;
    if ((bytes.size() > 2 && !within(bytes[2], 0x81, 0xFE)) || (bytes.size() > 3 && !within(bytes[3], 0x30, 0x39)))
        return -1;
    return bytes.size() < 4 ? 0 : 4;
}

qsizetype big5Length(QByteArrayView bytes)
{
    if (!within(bytes[0], 0x81, 0xFE))
        return -1;
    return pair(bytes, [](char c) { return within(c, 0x40, 0x7E) || within(c, 0xA1, 0xFE); });
}

qsizetype eucKrLength(QByteArrayView bytes)
{
    if (!within(bytes[0], 0x81, 0xFE))
        return -1;
    return pair(bytes, [](char c) { return within(c, 0x41, 0x5A) || within(c, 0x61, 0x7A) || within(c, 0x81, 0xFE); });
}

/// Nothing where a character has no meaning. U+FFFD itself can be written in GB18030, so only the flag tells.
std::optional<QByteArray> converted(const char *codec, QByteArrayView characters)
{
    QStringDecoder decoder(codec, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder.decode(characters);
    if (decoder.hasError())
        return {};
    // Some converters put U+FFFD for what has no meaning without saying so.
    if (text.contains(QChar::ReplacementCharacter) && characters.indexOf("\x84\x31\xA4\x37") < 0)
        return {};
    return text.toUtf8();
}

} // namespace

MultiByteDecoder::Length MultiByteDecoder::lengthRule(std::string_view encoding)
{
    if (encoding == "Shift_JIS")
        return shiftJisLength;
    if (encoding == "EUC-JP")
        return eucJpLength;
    if (encoding == "GB18030")
        return gb18030Length;
    if (encoding == "Big5")
        return big5Length;
    return encoding == "EUC-KR" ? eucKrLength : nullptr;
}

qsizetype MultiByteDecoder::decode(QByteArrayView bytes, qint64 offset, bool last, DecodedText &out)
{
    qsizetype from = 0;
    qsizetype at = 0;
    const auto flush = [&] {
        convert(bytes.sliced(from, at - from), offset + from, out);
        from = at;
    };
    while (!out.refused()) {
        at += asciiRun(bytes.sliced(at));
        if (at - from >= multiByteSliceBytes)
            flush();
        if (at == bytes.size())
            break;
        qsizetype length = m_length(bytes.sliced(at));
        if (length == 0 && !last)
            break;
        if (length <= 0) {
            flush();
            if (out.refused())
                break;
            // A character that the end of the file cuts off is one place; a broken one ends where ASCII begins.
            length = length == 0 ? bytes.size() - at : 1;
            out.invalid(offset + at, bytes.sliced(at, length));
            from = at + length;
        }
        at += length;
    }
    if (!out.refused())
        flush();
    return at;
}

/// ICU's Shift-JIS shuffles three control characters, so these never go through it.
void MultiByteDecoder::convert(QByteArrayView characters, qint64 offset, DecodedText &out) const
{
    const auto isShuffled = [](char c) { return c == '\x1A' || c == '\x1C' || c == '\x7F'; };
    while (!characters.isEmpty() && !out.refused()) {
        const auto control = std::find_if(characters.begin(), characters.end(), isShuffled);
        const qsizetype length = control - characters.begin();
        const QByteArrayView run = characters.first(length);
        if (const auto text = converted(m_codec, run))
            out.append(*text);
        else
            convertOneByOne(run, offset, out);
        const qsizetype used = qMin(length + 1, characters.size());
        if (!out.refused())
            out.append(characters.sliced(length, used - length));
        characters = characters.sliced(used);
        offset += used;
    }
}

void MultiByteDecoder::convertOneByOne(QByteArrayView characters, qint64 offset, DecodedText &out) const
{
    for (qsizetype at = 0; at < characters.size() && !out.refused();) {
        const qsizetype ascii = asciiRun(characters.sliced(at));
        out.append(characters.sliced(at, ascii));
        at += ascii;
        if (at == characters.size())
            break;
        const QByteArrayView character = characters.sliced(at, m_length(characters.sliced(at)));
        if (const auto text = converted(m_codec, character))
            out.append(*text);
        else
            refuse(character, offset + at, out);
        at += character.size();
    }
}

/// ASCII in a character without meaning is kept. GB18030's have up to two such bytes, with one between that is none: what
/// is left of such a character must not be read as one with the bytes behind it.
void MultiByteDecoder::refuse(QByteArrayView character, qint64 offset, DecodedText &out)
{
    const auto isAscii = [](char c) { return static_cast<uchar>(c) < 0x80; };
    if (std::none_of(character.begin(), character.end(), isAscii)) {
        out.invalid(offset, character);
        return;
    }
    for (qsizetype at = 0; at < character.size() && !out.refused(); ++at) {
        if (isAscii(character[at]))
            out.append(character.sliced(at, 1));
        else
            out.invalid(offset + at, character.sliced(at, 1));
    }
}

} // namespace tabular
