#pragma once

#include "tabular/encoding/DecodedText.h"
#include "tabular/encoding/TextEncoding.h"

#include <memory>

namespace tabular {

/// One encoding's way of turning bytes into text. Keeps nothing between two calls but what its tables are, so that text
/// cut anywhere decodes the same.
class ByteDecoder {
public:
    /// No character of any encoding is longer.
    static constexpr qsizetype longestCharacter = 4;

    virtual ~ByteDecoder() = default;
    /// Decodes the characters of `bytes`, whose first stands at `offset` in the file, and gives how many bytes it used up:
    /// all but the beginning of a character at the end. Such a beginning is invalid when `last`. May stop early once
    /// `out` has refused.
    [[nodiscard]] virtual qsizetype decode(QByteArrayView bytes, qint64 offset, bool last, DecodedText &out) = 0;
};

/// Null when the encoding is not available here.
[[nodiscard]] std::unique_ptr<ByteDecoder> makeDecoder(const TextEncoding &encoding);

/// How many bytes from the front of `bytes` are ASCII; looks at eight at a time.
[[nodiscard]] qsizetype asciiRun(QByteArrayView bytes);

} // namespace tabular
