#include "mapping/HeaderWords.h"

#include <QRegularExpression>

#include <algorithm>

namespace mapping {

namespace {

enum class Kind { Break, Letter, Unspaced, Digit };

Kind kindOf(QChar c)
{
    if (c.isDigit())
        return Kind::Digit;
    if (isUnspaced(c))
        return Kind::Unspaced;
    // Marks belong to the letters of Hindi and the like.
    return c.isLetter() || c.isMark() ? Kind::Letter : Kind::Break;
}

bool isAccent(QChar c)
{
    const char16_t code = c.unicode();
    const bool latin = code >= 0x0300 && code <= 0x036F;
    const bool arabic = (code >= 0x064B && code <= 0x0652) || code == 0x0640 || code == 0x0670;
    const bool nukta = code == 0x093C; // written or left out as one likes
    return latin || arabic || nukta;
}

QChar usualLetter(QChar c)
{
    switch (c.unicode()) {
    case 0x0622:
    case 0x0623:
    case 0x0625:
        return QChar(0x0627); // alef with whatever stands above or below
    case 0x0629:
        return QChar(0x0647); // teh marbuta
    case 0x0649:
        return QChar(0x064A); // alef maksura
    case 0x0131:
        return QLatin1Char('i'); // dotless
    default:
        return c;
    }
}

/// Signs that stand for a word: 〒 for the post, ☎ for the telephone, ✉ for mail.
QString wordOf(QChar sign)
{
    switch (sign.unicode()) {
    case 0x3012:
    case 0x3020:
        return QString::fromUtf8("郵便");
    case 0x2121:
    case 0x260E:
    case 0x260F:
        return QStringLiteral("tel");
    case 0x2709:
        return QStringLiteral("mail");
    default:
        return sign;
    }
}

/// One spelling for what is the same; cases stay, since they part words.
QString folded(const QString &name)
{
    const bool plain = std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (plain)
        return name;
    QString letters;
    QString spelt;
    for (const QChar c : name)
        spelt += wordOf(c);
    for (const QChar c : spelt.normalized(QString::NormalizationForm_KD)) {
        if (c == QChar(0x00DF))
            letters += QLatin1String("ss");
        else if (!isAccent(c))
            letters += usualLetter(c);
    }
    // Kana voice marks and Hindi vowels are part of the letter again.
    return letters.normalized(QString::NormalizationForm_C);
}

class WordCutter final {
public:
    void take(QChar c)
    {
        const Kind kind = kindOf(c);
        const bool hump = m_kind == Kind::Letter && m_wasLower && c.isUpper();
        if (kind != m_kind || hump)
            endWord(c == QLatin1Char('.'));
        if (kind != Kind::Break)
            m_word += c;
        m_kind = kind;
        m_wasLower = c.isLower();
        if (c == QLatin1Char('(') || c == QLatin1Char('['))
            ++m_depth;
        else if ((c == QLatin1Char(')') || c == QLatin1Char(']')) && m_depth > 0)
            --m_depth;
    }
    std::vector<HeaderWord> finish()
    {
        endWord();
        return std::move(m_words);
    }

private:
    void endWord(bool cutShort = false)
    {
        if (!m_word.isEmpty())
            m_words.push_back({m_word.toCaseFolded(), m_depth > 0, cutShort});
        m_word.clear();
    }

    std::vector<HeaderWord> m_words;
    QString m_word;
    Kind m_kind = Kind::Break;
    bool m_wasLower = false;
    int m_depth = 0;
};

} // namespace

bool isUnspaced(QChar letter)
{
    switch (letter.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return true;
    default:
        return letter == QChar(0x30FC); // the long sound of kana, which is of no script
    }
}

std::vector<HeaderWord> wordsOf(const QString &name)
{
    // A word that was parted at the end of a line goes on in lower case.
    static const QRegularExpression parted(QStringLiteral("-\\s*[\\r\\n]\\s*(?=\\p{Ll})"));
    QString whole = name;
    if (whole.contains(QLatin1Char('\n')) || whole.contains(QLatin1Char('\r')))
        whole.remove(parted);
    WordCutter cutter;
    for (const QChar c : folded(whole))
        cutter.take(c);
    return cutter.finish();
}

} // namespace mapping
