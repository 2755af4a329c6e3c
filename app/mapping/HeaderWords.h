#pragma once

#include <QString>

#include <vector>

namespace mapping {

/// A word of a column's or a field's name.
struct HeaderWord final {
    QString text;          ///< lower case, without accents of Latin letters; digits are words of their own
    bool aside = false;    ///< stood in brackets, as units and hints do
    bool cutShort = false; ///< a full stop stood behind it

    friend bool operator==(const HeaderWord &a, const HeaderWord &b) = default;
};

/// The words of a name in the order in which they stand: cut at blanks, punctuation, underscores, between "camelCase"
/// parts and digits, and between scripts. Runs of Chinese and Japanese, which have no blanks, stay whole. Letters that
/// are written in several ways (full width, Arabic alef, ß) become one. Depends on nothing but `name`.
[[nodiscard]] std::vector<HeaderWord> wordsOf(const QString &name);

/// Whether a word is of a script that is written without blanks.
[[nodiscard]] bool isUnspaced(QChar letter);

} // namespace mapping
