#pragma once

#include "base/Result.h"
#include "tabular/encoding/ByteDecoder.h"

namespace tabular {

/// A stream of bytes in one encoding as a stream of UTF-8. The same bytes give the same text and the same places however
/// they are cut. A byte-order mark at the start is dropped; NUL bytes stay. Used from one thread at a time.
class Utf8Decoder final {
public:
    /// Errors: TableBytesUndecodable with "found" (the encoding's name) when nothing here can decode it: a multi-byte
    /// encoding where Qt was built without ICU.
    [[nodiscard]] static base::Result<Utf8Decoder> make(const TextEncoding &encoding, InvalidBytes policy);

    /// Decodes what can be decoded and appends it to `utf8`. Errors: TableBytesUndecodable at the first invalid place
    /// when the policy refuses, with "line" (from 1), "byte" (offset, from 0) and "found" (the encoding); after that each
    /// call gives that error.
    base::Status feed(QByteArrayView bytes, QByteArray &utf8);
    /// The end of the bytes: what is begun and not ended is an invalid place. Errors: those of feed().
    base::Status finish(QByteArray &utf8);

    /// Bytes of the stream that are UTF-8 and stay as they are. Only between two characters.
    void takeUtf8(QByteArrayView bytes, QByteArray &utf8);

    [[nodiscard]] const InvalidPlaces &invalidPlaces() const { return m_text.places(); }

private:
    Utf8Decoder(const TextEncoding &encoding, std::unique_ptr<ByteDecoder> decoder, InvalidBytes policy);
    QByteArrayView completeCarried(QByteArrayView bytes);
    [[nodiscard]] base::Status status() const;

    const TextEncoding *m_encoding;
    std::unique_ptr<ByteDecoder> m_decoder;
    DecodedText m_text;
    QByteArray m_carried; ///< the beginning of a character, at most three bytes
    qint64 m_offset = 0;  ///< of the first byte that is not decoded yet
};

/// The whole of `bytes` at once, each invalid place as U+FFFD; empty when the encoding is not available. `cutAtEnd`: more
/// would follow, so a character that the end cuts is left away and is no invalid place.
struct DecodedBytes final {
    QByteArray utf8;
    InvalidPlaces places;
};
[[nodiscard]] DecodedBytes decodeBytes(const TextEncoding &encoding, QByteArrayView bytes, bool cutAtEnd = false);

} // namespace tabular
