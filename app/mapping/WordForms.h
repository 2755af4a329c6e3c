#pragma once

#include "mapping/HeaderWords.h"

#include <QStringList>

#include <span>

namespace mapping {

inline constexpr qsizetype shortestCut = 3; ///< letters that a word which was cut short has to have left

/// One letter more, less, other, or two neighbours swapped. The first letters of both are the same.
[[nodiscard]] bool isOneSlip(const QString &a, const QString &b);

/// Whether each word is one of the phrase's or how it begins, at least one of them cut short: "Anz. Mitarb."
[[nodiscard]] bool isShortFor(std::span<const HeaderWord> words, const QStringList &phrase);

} // namespace mapping
