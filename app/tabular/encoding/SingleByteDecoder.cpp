#include "tabular/encoding/SingleByteDecoder.h"

#include "tabular/encoding/UnicodeDecoders.h"

#include <cstring>

namespace tabular {

namespace {

constexpr qsizetype sliceBytes = 64LL * 1024;
constexpr quint64 highBits = 0x8080808080808080ULL;

} // namespace

SingleByteDecoder::SingleByteDecoder(const SingleBytePage &page)
{
    for (size_t i = 0; i < m_upperHalf.size(); ++i) {
        if (page.upperHalf[i] == 0)
            continue;
        char utf8[longestCharacter];
        const auto length = writeUtf8(utf8, page.upperHalf[i]) - utf8;
        std::memcpy(m_upperHalf[i].utf8.data(), utf8, static_cast<size_t>(length));
        m_upperHalf[i].length = static_cast<quint8>(length);
    }
}

qsizetype SingleByteDecoder::decode(QByteArrayView bytes, qint64 offset, bool last, DecodedText &out)
{
    Q_UNUSED(last)
    qsizetype at = 0;
    while (at < bytes.size() && !out.refused()) {
        const QByteArrayView slice = bytes.sliced(at, qMin(sliceBytes, bytes.size() - at));
        const qsizetype done = decodeRun(slice, out);
        at += done;
        if (done < slice.size()) {
            out.invalid(offset + at, bytes.sliced(at, 1));
            ++at;
        }
    }
    return at;
}

/// Up to the first byte that means nothing. Three bytes are written for each, whatever its length, so room is kept.
qsizetype SingleByteDecoder::decodeRun(QByteArrayView bytes, DecodedText &out) const
{
    char *const start = out.room(bytes.size() * 3 + 8);
    char *write = start;
    const char *read = bytes.data();
    const char *const end = read + bytes.size();
    while (read < end) {
        quint64 word = 0;
        while (end - read >= 8) {
            std::memcpy(&word, read, 8);
            std::memcpy(write, &word, 8);
            if (word & highBits)
                break;
            read += 8;
            write += 8;
        }
        while (read < end && static_cast<uchar>(*read) < 0x80)
            *write++ = *read++;
        for (; read < end && static_cast<uchar>(*read) >= 0x80; ++read) {
            const Character &character = m_upperHalf[static_cast<uchar>(*read) - 0x80U];
            if (character.length == 0) {
                out.commit(write - start);
                return read - bytes.data();
            }
            std::memcpy(write, character.utf8.data(), 3);
            write += character.length;
        }
    }
    out.commit(write - start);
    return bytes.size();
}

} // namespace tabular
