#include "tabular/encoding/Naturalness.h"

#include <algorithm>

namespace tabular {

namespace {

constexpr qsizetype shownCharacters = 24;
constexpr qsizetype shownWords = 3;

bool isAsciiLetter(char32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isLatin(char32_t c)
{
    return QChar::script(c) == QChar::Script_Latin;
}

bool isIdeographic(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return true;
    default:
        return false;
    }
}

bool isExpected(char32_t c, Script script)
{
    switch (script) {
    case Script::Cyrillic:
        return QChar::script(c) == QChar::Script_Cyrillic;
    case Script::Greek:
        return QChar::script(c) == QChar::Script_Greek;
    case Script::Hebrew:
        return QChar::script(c) == QChar::Script_Hebrew;
    case Script::Arabic:
        return QChar::script(c) == QChar::Script_Arabic;
    case Script::Thai:
        return QChar::script(c) == QChar::Script_Thai;
    case Script::Japanese:
    case Script::Chinese:
    case Script::Korean:
        return isIdeographic(c);
    default:
        return isLatin(c);
    }
}

bool endsWord(char32_t c)
{
    return c < 0x80 ? !isAsciiLetter(c) && c != '\'' : QChar::isSpace(c);
}

/// Letters that names of Western Europe are full of. What another page's bytes turn into is seldom among them only.
bool isCommonWestern(char32_t c)
{
    return QStringView(u"àáâãäåæçèéêëìíîïñòóôõöøùúûüßœÄÅÖÜÉÈÇØÑÁÀÍÓÚÊÎÔÆŒ’").contains(QChar(static_cast<char16_t>(c)));
}

/// A capital after a small letter; "McÉ" and the like are too few to matter.
bool hasOddCase(const QList<uint> &word)
{
    for (qsizetype i = 1; i < word.size(); ++i) {
        if (QChar::isLower(word[i - 1]) && QChar::isUpper(word[i]))
            return true;
    }
    return false;
}

/// Characters in scripts without spaces come in rows; one alone between Latin letters is an accent gone wrong.
bool isLonelyIdeograph(const QList<uint> &word, qsizetype i)
{
    const bool before = i > 0 && isAsciiLetter(word[i - 1]);
    const bool after = i + 1 < word.size() && isAsciiLetter(word[i + 1]);
    const bool company = (i > 0 && word[i - 1] >= 0x80) || (i + 1 < word.size() && word[i + 1] >= 0x80);
    return (before || after) && !company;
}

double ideographicScore(const QList<uint> &word)
{
    double good = 0;
    double all = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (word[i] < 0x80)
            continue;
        all += 1;
        const bool halfWidth = word[i] >= 0xFF61 && word[i] <= 0xFF9F;
        const bool sign = word[i] >= 0x3000 && word[i] <= 0x303F;
        const bool fullWidth = word[i] >= 0xFF00 && word[i] < 0xFF61;
        if ((isIdeographic(word[i]) || sign || fullWidth) && !isLonelyIdeograph(word, i))
            good += halfWidth ? 0.6 : 1;
    }
    return all > 0 ? good / all : 0;
}

/// A word in an alphabet: 1, or less for what a language does not do.
double alphabeticScore(const QList<uint> &word, Script script)
{
    qsizetype expected = 0;
    qsizetype foreign = 0;
    qsizetype signs = 0;
    qsizetype rare = 0;
    for (const uint c : word) {
        if (c < 0x80) {
            foreign += isAsciiLetter(c) && !isExpected(c, script) ? 1 : 0;
        } else if (!QChar::isLetter(c) && !QChar::isMark(c)) {
            signs += c == 0x2019 ? 0 : 1;
        } else if (QChar::isMark(c) || isExpected(c, script)) {
            ++expected;
            rare += script == Script::Western && !isCommonWestern(c) ? 1 : 0;
        } else {
            ++foreign;
        }
    }
    if (foreign > 0 || hasOddCase(word))
        return 0;
    // A dash or a euro sign on its own says nothing against a page, but nothing for it either.
    if (expected == 0)
        return word.size() == 1 ? 0.5 : 0.2;
    const bool latin = isExpected('a', script);
    const double length = static_cast<double>(word.size());
    const double crowd = latin && expected >= 4 && static_cast<double>(expected) > 0.6 * length ? 0.3 : 1;
    return crowd * (signs > 0 ? 0.4 : 1) * (1 - 0.5 * static_cast<double>(rare) / static_cast<double>(expected));
}

bool isImpossible(char32_t c)
{
    const bool control = c < 0xA0 && c >= 0x7F;
    return control || QChar::category(c) == QChar::Other_PrivateUse || QChar::category(c) == QChar::Other_NotAssigned
        || c == QChar::ReplacementCharacter;
}

double score(const QList<uint> &word, Script script)
{
    if (std::any_of(word.begin(), word.end(), isImpossible))
        return 0;
    return isExpected(U'\u4E00', script) ? ideographicScore(word) : alphabeticScore(word, script);
}

template <class Take>
void forEachTellingWord(QStringView text, Take take)
{
    const QList<uint> points = text.toUcs4();
    for (qsizetype at = 0; at < points.size();) {
        qsizetype end = at;
        bool telling = false;
        for (; end < points.size() && !endsWord(points[end]); ++end)
            telling = telling || points[end] >= 0x80;
        if (telling)
            take(points.sliced(at, end - at));
        at = end + 1;
    }
}

} // namespace

double naturalness(QStringView text, Script script)
{
    double sum = 0;
    double words = 0;
    forEachTellingWord(text, [&](const QList<uint> &word) {
        sum += score(word, script);
        words += 1;
    });
    return words > 0 ? sum / words : 0;
}

QStringList tellingWords(QStringView text)
{
    QStringList words;
    forEachTellingWord(text, [&words](const QList<uint> &word) {
        if (words.size() >= shownWords)
            return;
        const auto shown = static_cast<int>(qMin(word.size(), shownCharacters));
        QString shownText;
        for (const uint c : word.first(shown))
            shownText += QChar::fromUcs4(c);
        if (!words.contains(shownText))
            words.append(shownText);
    });
    return words;
}

} // namespace tabular
