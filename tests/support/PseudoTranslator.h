#pragma once

#include <QRegularExpression>
#include <QTranslator>

namespace support {

/// Every text of the window in a language that nobody speaks: a third longer, as German is, or in Arabic letters. It shows
/// what has no room for a translation, and what was never handed to one: that stays English.
class PseudoTranslator final : public QTranslator {
public:
    enum class Script { Longer, Arabic };

    explicit PseudoTranslator(Script script)
        : m_script(script)
    { }

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int count) const override
    {
        // What is filled in later, and marks, are no words.
        static const QRegularExpression notWords(QStringLiteral("%L?[0-9n]+|<[^>]*>|&[a-z]+;|Ctrl|Shift|\\n"));
        const QString text = QString::fromUtf8(source);
        QString out;
        qsizetype at = 0;
        auto places = notWords.globalMatch(text);
        while (places.hasNext()) {
            const auto place = places.next();
            out += words(text.sliced(at, place.capturedStart() - at)) + place.captured();
            at = place.capturedEnd();
        }
        out += words(text.sliced(at));
        const int longer = m_script == Script::Longer ? int(text.size() / 3) : 0;
        for (int i = 0; i < longer; ++i)
            out += i % 8 == 0 ? QLatin1Char(' ') : QLatin1Char('n');
        return count < 0 ? out
                         : out.replace(QLatin1String("%Ln"), QString::number(count))
                               .replace(QLatin1String("%n"), QString::number(count));
    }

private:
    [[nodiscard]] QString words(const QString &text) const
    {
        static const QString latin = QStringLiteral("aeioubcdfghjklmnpqrstvwxyz");
        static const QString longer = QStringLiteral("äéïöübcdfghjklmnpqrßtvwxyz");
        static const QString arabic = QStringLiteral("اةيوىبسدفغهجكلمنبقرشتثوخيز");
        QString out;
        for (const QChar letter : text) {
            const qsizetype at = latin.indexOf(letter.toLower());
            const bool keeps = at < 0 || (m_script == Script::Longer && letter.isUpper());
            out += keeps ? letter : (m_script == Script::Longer ? longer : arabic)[at];
        }
        return out;
    }

    Script m_script;
};

} // namespace support
