#include "mapping/WordForms.h"

namespace mapping {

bool isOneSlip(const QString &a, const QString &b)
{
    const QString &longer = a.size() >= b.size() ? a : b;
    const QString &shorter = a.size() >= b.size() ? b : a;
    qsizetype same = 0;
    while (same < shorter.size() && longer[same] == shorter[same])
        ++same;
    if (longer.size() > shorter.size())
        return QStringView(longer).sliced(same + 1) == QStringView(shorter).sliced(same);
    if (same + 1 >= longer.size())
        return true;
    const bool swapped = longer[same] == shorter[same + 1] && longer[same + 1] == shorter[same];
    const qsizetype rest = same + (swapped ? 2 : 1);
    return QStringView(longer).sliced(rest) == QStringView(shorter).sliced(rest);
}

bool isAbbreviation(const QString &word, const QString &whole)
{
    if (word.size() < 2 || word.size() >= whole.size() || word[0] != whole[0])
        return false;
    qsizetype at = 0;
    for (const QChar letter : whole)
        at += at < word.size() && word[at] == letter ? 1 : 0;
    return at == word.size();
}

bool isShortFor(std::span<const HeaderWord> words, const QStringList &phrase)
{
    if (phrase.size() != static_cast<qsizetype>(words.size()))
        return false;
    bool cut = false;
    bool letters = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const HeaderWord &word = words[i];
        const QString &whole = phrase[static_cast<qsizetype>(i)];
        if (word.text == whole) {
            letters = true;
            continue;
        }
        if (word.text[0].isDigit())
            return false;
        const bool starts = whole.startsWith(word.text) && word.text.size() >= (word.cutShort ? 1 : shortestCut);
        if (!starts && !(word.cutShort && isAbbreviation(word.text, whole)))
            return false;
        letters = letters || starts;
        cut = true;
    }
    // "Dt. of Installation", but not "Dt. Inst.": one word at least is there from its beginning.
    return cut && letters;
}

} // namespace mapping
