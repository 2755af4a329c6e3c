#pragma once

#include "tabular/encoding/TextEncoding.h"

#include <QStringList>

namespace tabular {

/// How much `text`, decoded in an encoding for `script`, looks like words of people: 0 (none) to 1 (all). Only words that
/// hold characters beyond ASCII count; text without any gives 0. What the wrong page makes of a name shows in capitals
/// after small letters, scripts mixed within a word, and signs between letters.
[[nodiscard]] double naturalness(QStringView text, Script script);

/// Up to three words of `text` that hold characters beyond ASCII, to show to people; each cut at 24 characters.
[[nodiscard]] QStringList tellingWords(QStringView text);

} // namespace tabular
