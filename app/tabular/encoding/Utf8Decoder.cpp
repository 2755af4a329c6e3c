#include "tabular/encoding/Utf8Decoder.h"

namespace tabular {

Utf8Decoder::Utf8Decoder(const TextEncoding &encoding, std::unique_ptr<ByteDecoder> decoder, InvalidBytes policy)
    : m_encoding(&encoding)
    , m_decoder(std::move(decoder))
    , m_text(policy)
{ }

base::Result<Utf8Decoder> Utf8Decoder::make(const TextEncoding &encoding, InvalidBytes policy)
{
    auto decoder = makeDecoder(encoding);
    if (!decoder) {
        return base::Error{base::ErrorCode::TableBytesUndecodable,
                           QStringLiteral("Qt has no converter for this encoding here"),
                           {{QStringLiteral("found"), QLatin1String(encoding.name.data())}},
                           {}};
    }
    return Utf8Decoder(encoding, std::move(decoder), policy);
}

base::Status Utf8Decoder::feed(QByteArrayView bytes, QByteArray &utf8)
{
    if (m_text.refused())
        return status();
    m_text.writeTo(&utf8);
    bytes = completeCarried(bytes);
    if (!bytes.isEmpty() && !m_text.refused()) {
        const qsizetype used = m_decoder->decode(bytes, m_offset, false, m_text);
        m_offset += used;
        m_carried = bytes.sliced(used).toByteArray();
    }
    m_text.settle();
    return status();
}

/// Puts what was carried together with as many of `bytes` as its character may need; gives what is left of `bytes`.
QByteArrayView Utf8Decoder::completeCarried(QByteArrayView bytes)
{
    if (m_carried.isEmpty())
        return bytes;
    const qsizetype carried = m_carried.size();
    m_carried += bytes.first(qMin(bytes.size(), 2 * ByteDecoder::longestCharacter));
    const qsizetype used = m_decoder->decode(m_carried, m_offset, false, m_text);
    m_offset += used;
    if (used < carried) {
        // Only a short piece leaves a character unfinished, and then all of it is carried.
        m_carried.remove(0, used);
        return {};
    }
    m_carried.clear();
    return bytes.sliced(used - carried);
}

base::Status Utf8Decoder::finish(QByteArray &utf8)
{
    if (!m_text.refused() && !m_carried.isEmpty()) {
        m_text.writeTo(&utf8);
        m_offset += m_decoder->decode(m_carried, m_offset, true, m_text);
        m_carried.clear();
        m_text.settle();
    }
    return status();
}

void Utf8Decoder::takeUtf8(QByteArrayView bytes, QByteArray &utf8)
{
    m_text.writeTo(&utf8);
    m_text.append(bytes);
    m_text.settle();
    m_offset += bytes.size();
}

base::Status Utf8Decoder::status() const
{
    if (!m_text.refused())
        return base::Done{};
    const InvalidPlace &place = m_text.places().first.front();
    return base::Error{base::ErrorCode::TableBytesUndecodable,
                       QString::fromLatin1(place.bytes.toHex(' ')),
                       {{QStringLiteral("line"), place.line},
                        {QStringLiteral("byte"), place.offset},
                        {QStringLiteral("found"), QLatin1String(m_encoding->name.data())}},
                       {}};
}

DecodedBytes decodeBytes(const TextEncoding &encoding, QByteArrayView bytes, bool cutAtEnd)
{
    DecodedBytes decoded;
    auto decoder = Utf8Decoder::make(encoding, InvalidBytes::Replace);
    if (!decoder.ok())
        return decoded;
    // With this policy nothing fails.
    if (decoder->feed(bytes, decoded.utf8).ok() && !cutAtEnd && !decoder->finish(decoded.utf8).ok())
        return decoded;
    decoded.places = decoder->invalidPlaces();
    return decoded;
}

} // namespace tabular
