#pragma once

#include "mapping/HeaderWords.h"

#include <QStringList>

#include <span>

namespace mapping {

inline constexpr qsizetype shortestCut = 3; ///< letters that a word which was cut short has to have left

/// One letter more, less, other, or two neighbours swapped. The first letters of both are the same.
[[nodiscard]] bool isOneSlip(const QString &a, const QString &b);

/// Whether a word leaves out letters of the whole one, but not the first: "wt" of "weight".
[[nodiscard]] bool isAbbreviation(const QString &word, const QString &whole);

/// Whether each word is one of the phrase's, or how it begins, or, with a dot, an abbreviation of it; at least one of them
/// cut short: "Anz. Mitarb.", "Wt. of machine".
[[nodiscard]] bool isShortFor(std::span<const HeaderWord> words, const QStringList &phrase);

} // namespace mapping
