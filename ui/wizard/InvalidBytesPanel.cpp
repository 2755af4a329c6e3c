#include "ui/wizard/InvalidBytesPanel.h"

#include "ui/widgets/IconLabel.h"
#include "ui/widgets/SideBySide.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace ui {
namespace {

constexpr int buttonLines = 10; ///< width of a button, in heights of a line

} // namespace

InvalidBytesPanel::InvalidBytesPanel(QWidget *parent)
    : QFrame(parent)
    , m_text(new TextLabel({}, TextRole::Body, TextLabel::Use::Selectable, this))
    , m_replace(new QPushButton(this))
    , m_other(new QPushButton(this))
{
    setObjectName(QStringLiteral("invalidBytes"));
    setMark(this, "banner", true);
    setTone(this, Tone::Warning);
    auto *close = new QPushButton(tr("Close the File"), this);
    m_replace->setObjectName(QStringLiteral("replaceBytesButton"));
    m_other->setObjectName(QStringLiteral("otherEncodingButton"));
    close->setObjectName(QStringLiteral("closeFileButton"));
    auto *words = new QHBoxLayout;
    words->setSpacing(space::s);
    words->addWidget(new IconLabel(QStringLiteral("warning"), Tone::Warning), 0, Qt::AlignTop);
    words->addWidget(m_text, 1);
    auto *buttons = new SideBySide(space::s, buttonLines, this);
    for (QPushButton *button : {m_replace, m_other, close}) {
        button->setAutoDefault(true); // for Enter, which answers any question elsewhere
        buttons->add(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::s, space::m, space::s);
    column->setSpacing(space::s);
    column->addLayout(words);
    column->addWidget(buttons);
    connect(m_replace, &QPushButton::clicked, this, &InvalidBytesPanel::takeUsual);
    connect(m_other, &QPushButton::clicked, this, &InvalidBytesPanel::takeOther);
    connect(close, &QPushButton::clicked, this, &InvalidBytesPanel::closeWanted);
    hide();
}

namespace {

int shown(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

/// "3, 17, 40", and a sign that there are more.
QString listed(const std::vector<qint64> &numbers, qint64 count)
{
    constexpr size_t shownAtMost = 10;
    QStringList shown;
    for (size_t i = 0; i < numbers.size() && i < shownAtMost; ++i)
        shown << QLocale().toString(numbers[i]);
    return shown.join(QStringLiteral(", ")) + (count > shown.size() ? QStringLiteral(", …") : QString());
}

} // namespace

void InvalidBytesPanel::ask(Matter matter, const QString &text, const QString &usual, const QString &other)
{
    m_matter = matter;
    m_text->setText(text);
    m_replace->setText(usual);
    m_other->setText(other);
    setVisible(true);
}

void InvalidBytesPanel::takeUsual()
{
    if (m_matter == Matter::LongRows)
        Q_EMIT longRowsDecided(tabular::LongRows::LeaveOut);
    else if (m_matter == Matter::Utf8Lines)
        Q_EMIT utf8LinesDecided(tabular::Utf8Lines::Read);
    else
        Q_EMIT replaceWanted();
}

void InvalidBytesPanel::takeOther()
{
    if (m_matter == Matter::LongRows)
        Q_EMIT longRowsDecided(tabular::LongRows::Widen);
    else if (m_matter == Matter::Utf8Lines)
        Q_EMIT utf8LinesDecided(tabular::Utf8Lines::Keep);
    else
        Q_EMIT encodingWanted();
}

void InvalidBytesPanel::showLongRows(const tabular::TableSummary &table, qint64 count)
{
    const std::vector<qint64> rows = table.profile ? table.profile->longRows : std::vector<qint64>();
    ask(Matter::LongRows,
        tr("%Ln row(s) have more cells than the header row: row %1. A delimiter may stand inside a cell, and then "
           "values stand in columns that are not theirs.",
           nullptr, shown(count))
            .arg(listed(rows, count)),
        tr("Leave Them Out", nullptr, shown(count)), tr("Add Columns for Them", nullptr, shown(count)));
}

void InvalidBytesPanel::showUtf8Lines(const tabular::LineNumbers &lines, const QString &encoding)
{
    ask(Matter::Utf8Lines,
        tr("%Ln line(s) of the file are written in UTF-8, the others in %1: line %2.", nullptr, shown(lines.count))
            .arg(encoding, listed(lines.first, lines.count)),
        tr("Read Them as UTF-8", nullptr, shown(lines.count)),
        tr("Read Them as the Others", nullptr, shown(lines.count)));
}

void InvalidBytesPanel::showZeroBytes(qint64 count, qint64 row)
{
    ask(Matter::Bytes,
        tr("%Ln zero byte(s) stand in cells, the first in row %1. No text holds them, so those rows cannot be "
           "sent. Choose another encoding, or have the zero bytes left out; the rest of the cells stays.",
           nullptr, shown(count))
            .arg(QLocale().toString(row)),
        tr("Leave the Bytes Out", nullptr, shown(count)), tr("Choose Another Encoding"));
}

void InvalidBytesPanel::show(qint64 count, qint64 row, const QString &encoding)
{
    setVisible(count > 0);
    if (count == 0)
        return;
    const int places = shown(count);
    ask(Matter::Bytes,
        row > 0 ? tr("%Ln place(s) of the file are no text in %1, the first in row %2. Choose another "
                     "encoding, or have the sign \uFFFD put there.",
                     nullptr, places)
                      .arg(encoding, QLocale().toString(row))
                : tr("%Ln place(s) of the first rows are no text in %1. Choose another encoding, or have "
                     "the sign \uFFFD put there.",
                     nullptr, places)
                      .arg(encoding),
        tr("Replace Them", nullptr, places), tr("Choose Another Encoding"));
}

QWidget *InvalidBytesPanel::input() const
{
    return m_replace;
}

} // namespace ui
