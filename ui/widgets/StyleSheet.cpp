#include "ui/widgets/StyleSheet.h"

#include <QFile>
#include <QRegularExpression>

namespace ui {
namespace {

QString pixels(qreal length)
{
    return QStringLiteral("%1px").arg(qRound(length));
}

QHash<QString, QString> tonesOf(const Colours &c)
{
    QHash<QString, QString> tokens;
    const std::pair<const char *, Tone> tones[] = {
        {"Neutral", Tone::Neutral}, {"Accent", Tone::Accent}, {"Info", Tone::Info},        {"Success", Tone::Success},
        {"Warning", Tone::Warning}, {"Error", Tone::Error},   {"Practice", Tone::Practice}};
    for (const auto &[name, tone] : tones) {
        tokens.insert(QStringLiteral("ink%1").arg(QLatin1String(name)), c.ink(tone).name());
        tokens.insert(QStringLiteral("wash%1").arg(QLatin1String(name)), c.wash(tone).name());
    }
    return tokens;
}

QHash<QString, QString> tokensOf(const Colours &c, int lineHeight)
{
    QHash<QString, QString> tokens = tonesOf(c);
    const std::pair<const char *, QColor> colours[] = {
        {"window", c.window},
        {"surface", c.surface},
        {"raised", c.raised},
        {"border", c.border},
        {"text", c.text},
        {"mutedText", c.mutedText},
        {"accent", c.accent},
        {"onAccent", c.onAccent},
        {"selection", c.selection},
        {"separator", c.separator},
        {"hover", c.hover},
        {"pressed", c.pressed},
        {"disabledText", c.disabledText},
        {"accentHover", c.dark ? c.accent.lighter(108) : c.accent.darker(108)},
        {"accentPressed", c.dark ? c.accent.lighter(116) : c.accent.darker(118)},
        {"accentRing", c.dark ? QColor(Qt::white) : QColor(Qt::black)},
        {"scroll", c.dark ? QColor(0xff4b5462) : QColor(0xffb6bdc9)},
    };
    for (const auto &[name, colour] : colours)
        tokens.insert(QLatin1String(name), colour.name());
    tokens.insert(QStringLiteral("scheme"), c.dark ? QStringLiteral("dark") : QStringLiteral("light"));
    tokens.insert(QStringLiteral("control"), pixels(std::max(18, lineHeight)));
    tokens.insert(QStringLiteral("drop"), pixels(lineHeight + space::s));
    tokens.insert(QStringLiteral("arrow"), pixels(lineHeight * 0.85));
    tokens.insert(QStringLiteral("smallArrow"), pixels(lineHeight * 0.6));
    tokens.insert(QStringLiteral("groupTop"), pixels(lineHeight + space::s));
    return tokens;
}

} // namespace

QString styleSheetOf(const Colours &colours, int lineHeight)
{
    QFile file(QStringLiteral(":/style/window.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const QHash<QString, QString> tokens = tokensOf(colours, lineHeight);
    static const QRegularExpression token(QStringLiteral("@([A-Za-z]+)"));
    qsizetype from = 0;
    for (auto match = token.match(sheet); match.hasMatch(); match = token.match(sheet, from)) {
        const QString value = tokens.value(match.captured(1));
        sheet.replace(match.capturedStart(), match.capturedLength(), value);
        from = match.capturedStart() + value.size();
    }
    return sheet;
}

} // namespace ui
