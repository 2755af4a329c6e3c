#include "cli/TextTable.h"

#include <QLocale>
#include <QTextBoundaryFinder>

namespace cli {

namespace {

/// Blocks of characters that terminals show two cells wide.
constexpr struct {
    char32_t first;
    char32_t last;
} wideBlocks[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xAC00, 0xD7A3},
                  {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
                  {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD}};

int widthOf(QStringView character)
{
    const char32_t code = character.size() > 1 && character.at(0).isHighSurrogate()
        ? QChar::surrogateToUcs4(character.at(0), character.at(1))
        : character.at(0).unicode();
    for (const auto &block : wideBlocks) {
        if (code >= block.first && code <= block.last)
            return 2;
    }
    return 1;
}

/// The characters of a text, each with all that belongs to it.
QList<QStringView> charactersOf(QStringView text)
{
    QList<QStringView> characters;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.data(), text.size());
    for (qsizetype from = 0, to = finder.toNextBoundary(); to > from; from = to, to = finder.toNextBoundary())
        characters.append(text.sliced(from, to - from));
    return characters;
}

bool isHarmless(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    case QChar::Other_Format: // joiners belong to scripts and emoji; all else hides or turns text around
        return character.unicode() == 0x200C || character.unicode() == 0x200D;
    default:
        return true;
    }
}

} // namespace

int shownWidth(const QString &text)
{
    int width = 0;
    for (const QStringView character : charactersOf(text))
        width += widthOf(character);
    return width;
}

QString shownText(const QString &text, int width)
{
    QString harmless = text.simplified();
    for (QChar &character : harmless) {
        if (!isHarmless(character))
            character = QChar(0x00B7);
    }
    if (shownWidth(harmless) <= width)
        return harmless;
    QString cut;
    int used = 1;
    for (const QStringView character : charactersOf(harmless)) {
        used += widthOf(character);
        if (used > width)
            break;
        cut.append(character);
    }
    return cut.trimmed() + QChar(0x2026);
}

QString grouped(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

QStringList TextTable::lines() const
{
    std::vector<int> widths(m_sides.size(), 0);
    for (const QStringList &row : m_rows) {
        for (size_t i = 0; i < widths.size(); ++i)
            widths[i] = qMax(widths[i], shownWidth(row.value(static_cast<qsizetype>(i))));
    }
    QStringList lines;
    for (const QStringList &row : m_rows) {
        QString line;
        for (size_t i = 0; i < widths.size(); ++i) {
            const QString cell = row.value(static_cast<qsizetype>(i));
            const QString blanks(widths[i] - shownWidth(cell), QLatin1Char(' '));
            line += QStringLiteral("  ") + (m_sides[i] == Side::Left ? cell + blanks : blanks + cell);
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        lines.append(line);
    }
    return lines;
}

} // namespace cli
