#pragma once

#include <QByteArrayView>
#include <QString>

namespace tabular {

/// SHA-256 of the bytes as 64 lower-case hexadecimal digits. OpenSSL, which uses the processor's own instructions for it, is
/// ten times as fast as Qt 6.4. Any thread.
[[nodiscard]] QString sha256(QByteArrayView bytes);

} // namespace tabular
