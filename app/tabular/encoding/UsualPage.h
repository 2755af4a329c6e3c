#pragma once

#include <QLocale>
#include <QString>

namespace tabular {

/// The page that programs without Unicode use where that language is spoken, by its name in textEncodings(): what
/// guessEncoding() falls back on. windows-1252 for all that is not known better.
[[nodiscard]] QString usualPage(const QLocale &locale);

} // namespace tabular
