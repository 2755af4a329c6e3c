#pragma once

#include <QByteArrayView>
#include <QStringList>

#include <span>
#include <string_view>

namespace tabular {

/// Where `bytes` stop being UTF-8 (overlong forms, surrogates and cut characters are none), or -1.
[[nodiscard]] qsizetype firstNonUtf8(QByteArrayView bytes);

/// The text of valid UTF-8; unlike QString::fromUtf8() it keeps a leading U+FEFF.
[[nodiscard]] QString textOf(QByteArrayView utf8);

/// The texts of a record; bytes that are no part of a character become U+FFFD.
[[nodiscard]] QStringList cellTexts(std::span<const std::string_view> cells);

} // namespace tabular
