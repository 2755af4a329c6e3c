#pragma once

#include "tabular/encoding/ByteDecoder.h"

namespace tabular {

/// Shift_JIS, EUC-JP, GB18030, Big5 and EUC-KR. Where characters begin and end is decided here, what they mean by Qt's
/// converter (which needs ICU inside Qt). What is no character, or means nothing, is an invalid place; an ASCII byte
/// after a broken lead byte stays text, so that no delimiter is swallowed.
class MultiByteDecoder final : public ByteDecoder {
public:
    /// How many bytes the character at the front has: 0 when it is cut off, -1 when there is none.
    using Length = qsizetype (*)(QByteArrayView bytes);

    MultiByteDecoder(const char *codec, Length length)
        : m_codec(codec)
        , m_length(length)
    { }
    qsizetype decode(QByteArrayView bytes, qint64 offset, bool last, DecodedText &out) override;

    /// The rule of the encoding of that name, or null.
    [[nodiscard]] static Length lengthRule(std::string_view encoding);

private:
    void convert(QByteArrayView characters, qint64 offset, DecodedText &out) const;
    void convertOneByOne(QByteArrayView characters, qint64 offset, DecodedText &out) const;
    static void refuse(QByteArrayView character, qint64 offset, DecodedText &out);

    const char *m_codec;
    Length m_length;
};

} // namespace tabular
