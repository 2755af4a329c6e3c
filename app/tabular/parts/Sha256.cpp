#include "tabular/parts/Sha256.h"

#include <openssl/sha.h>

#include <array>

namespace tabular {

QString sha256(QByteArrayView bytes)
{
    std::array<uchar, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const uchar *>(bytes.data()), static_cast<std::size_t>(bytes.size()), digest.data());
    const QByteArrayView raw(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(digest.size()));
    return QString::fromLatin1(raw.toByteArray().toHex());
}

} // namespace tabular
