#pragma once

#include <QStringList>

namespace mapping {

/// How dates or numbers of a column have to be read now, where they were read by `before`: the likeliest of `now` (patterns
/// that all values fit equally well, likeliest first). Empty: by `before` still, or nothing is known.
[[nodiscard]] QString newPattern(const QString &before, const QStringList &now);

} // namespace mapping
