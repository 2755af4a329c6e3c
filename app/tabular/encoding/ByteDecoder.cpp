#include "tabular/encoding/ByteDecoder.h"

#include "tabular/encoding/MultiByteDecoder.h"
#include "tabular/encoding/SingleByteDecoder.h"
#include "tabular/encoding/UnicodeDecoders.h"

#include <cstring>

namespace tabular {

std::unique_ptr<ByteDecoder> makeDecoder(const TextEncoding &encoding)
{
    switch (encoding.family) {
    case EncodingFamily::Utf8:
        return std::make_unique<Utf8BytesDecoder>();
    case EncodingFamily::Utf16:
        return std::make_unique<Utf16Decoder>(encoding.bigEndian);
    case EncodingFamily::Utf32:
        return std::make_unique<Utf32Decoder>(encoding.bigEndian);
    case EncodingFamily::SingleByte:
        if (const SingleBytePage *page = singleBytePage(encoding.name))
            return std::make_unique<SingleByteDecoder>(*page);
        return nullptr;
    case EncodingFamily::MultiByte:
        break;
    }
    const MultiByteDecoder::Length rule = MultiByteDecoder::lengthRule(encoding.name);
    if (rule == nullptr || !isAvailable(encoding))
        return nullptr;
    return std::make_unique<MultiByteDecoder>(qtCodecName(encoding), rule);
}

qsizetype asciiRun(QByteArrayView bytes)
{
    constexpr quint64 highBits = 0x8080808080808080ULL;
    qsizetype at = 0;
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

} // namespace tabular
