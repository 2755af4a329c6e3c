#pragma once

#include <QByteArrayView>
#include <QString>

namespace tabular {

/// Where `bytes` stop being UTF-8 (overlong forms, surrogates and cut characters are none), or -1.
[[nodiscard]] qsizetype firstNonUtf8(QByteArrayView bytes);

/// The text of valid UTF-8; unlike QString::fromUtf8() it keeps a leading U+FEFF.
[[nodiscard]] QString textOf(QByteArrayView utf8);

} // namespace tabular
