#pragma once

#include "tabular/encoding/ByteDecoder.h"

namespace tabular {

/// UTF-8 stays as it is; what is none (overlong forms, surrogates, cut characters) is an invalid place.
class Utf8BytesDecoder final : public ByteDecoder {
public:
    qsizetype decode(QByteArrayView bytes, qint64 offset, bool last, DecodedText &out) override;
};

/// Half of a surrogate pair on its own is an invalid place, and so is half a unit at the end.
class Utf16Decoder final : public ByteDecoder {
public:
    explicit Utf16Decoder(bool bigEndian)
        : m_bigEndian(bigEndian)
    { }
    qsizetype decode(QByteArrayView bytes, qint64 offset, bool last, DecodedText &out) override;

private:
    bool m_bigEndian;
};

/// Surrogates and what lies beyond U+10FFFF are invalid places.
class Utf32Decoder final : public ByteDecoder {
public:
    explicit Utf32Decoder(bool bigEndian)
        : m_bigEndian(bigEndian)
    { }
    qsizetype decode(QByteArrayView bytes, qint64 offset, bool last, DecodedText &out) override;

private:
    bool m_bigEndian;
};

/// Writes `codePoint`, which is no surrogate, and gives the place behind it.
char *writeUtf8(char *at, char32_t codePoint);

} // namespace tabular
