#pragma once

#include "mapping/Lexicon.h"

namespace mapping {

/// How far a header says what a field's name says.
struct NameLikeness final {
    double score = 0; ///< 0 nothing in common … 1 the same
    /// One of them names a kind of the thing that the other does not (private, second): it may well be meant, or not.
    bool oneIsNarrower = false;
    bool vague = false;     ///< all that they share says little ("Name", "Type")
    QString shared;         ///< the words of the header that decided; empty if nothing did
    bool ambiguous = false; ///< one of these words can mean something else too
};

/// Compares what both say: things count most, which-of-several less, hints hardly, filler not at all.
[[nodiscard]] NameLikeness likeness(const Meanings &header, const Meanings &field, const Lexicon &lexicon);

/// 0 … 1: how alike two words are spelt, by the edits that lead from one to the other (a swap of neighbours is one).
[[nodiscard]] double spellingLikeness(const QString &a, const QString &b);

} // namespace mapping
