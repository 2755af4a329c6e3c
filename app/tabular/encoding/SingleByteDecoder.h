#pragma once

#include "tabular/encoding/ByteDecoder.h"
#include "tabular/encoding/SingleBytePages.h"

#include <array>

namespace tabular {

/// The 8-bit pages. A byte that the page leaves open is an invalid place.
class SingleByteDecoder final : public ByteDecoder {
public:
    explicit SingleByteDecoder(const SingleBytePage &page);
    qsizetype decode(QByteArrayView bytes, qint64 offset, bool last, DecodedText &out) override;

private:
    struct Character final {
        std::array<char, 3> utf8{};
        quint8 length = 0; ///< 0: the page has none
    };
    qsizetype decodeRun(QByteArrayView bytes, DecodedText &out) const;

    std::array<Character, 128> m_upperHalf;
};

} // namespace tabular
