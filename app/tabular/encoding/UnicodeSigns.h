#pragma once

#include "tabular/encoding/TextEncoding.h"

#include <QByteArrayView>

namespace tabular {

/// The encoding whose byte-order mark `head` starts with, or null.
[[nodiscard]] const TextEncoding *markedEncoding(QByteArrayView head);

/// UTF-16 or UTF-32 without a mark, told by where zero bytes stand, or null.
[[nodiscard]] const TextEncoding *zeroPatternEncoding(QByteArrayView head);

} // namespace tabular
