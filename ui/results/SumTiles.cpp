#include "ui/results/SumTiles.h"

#include "ui/text/Wording.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QLocale>

namespace ui {

SumTiles::SumTiles(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void SumTiles::show(const importing::RunResult &result, qint64 unknown)
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_tiles.clear();
    m_signs.clear();
    m_sentence.clear();
    addTile(result.counts.total, tr("row(s)", "below its number", static_cast<int>(result.counts.total)),
            Tone::Neutral);
    addSign(QStringLiteral("="));
    addTile(result.counts.added, tr("added"), Tone::Success);
    addSign(QStringLiteral("+"));
    addTile(result.counts.updated, tr("updated"), Tone::Info);
    addSign(QStringLiteral("+"));
    addTile(result.counts.skipped, tr("skipped"), Tone::Warning);
    addSign(QStringLiteral("+"));
    addTile(result.unprocessed, tr("not processed"), Tone::Error);
    if (unknown > 0) {
        addSign(QStringLiteral("+"));
        addTile(unknown, tr("unknown"), Tone::Error);
    }
    m_row->addStretch(1);
    setAccessibleName(m_sentence);
    showSigns();
    updateGeometry();
}

int SumTiles::leastWidth(bool withSigns) const
{
    int width = 0;
    for (const QWidget *tile : m_tiles)
        width += tile->minimumSizeHint().width() + m_row->spacing();
    for (const QWidget *sign : m_signs)
        width += withSigns ? sign->minimumSizeHint().width() + m_row->spacing() : 0;
    return width;
}

QSize SumTiles::minimumSizeHint() const
{
    return {leastWidth(false), QWidget::minimumSizeHint().height()};
}

void SumTiles::showSigns()
{
    const bool room = width() >= leastWidth(true);
    for (QWidget *sign : m_signs)
        sign->setVisible(room);
}

void SumTiles::resizeEvent(QResizeEvent *event)
{
    showSigns();
    QWidget::resizeEvent(event);
}

void SumTiles::addTile(qint64 count, const QString &word, Tone tone)
{
    auto *tile = new QFrame(this);
    auto *column = new QVBoxLayout(tile);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *number = new TextLabel(QLocale().toString(count), TextRole::Title, TextLabel::Use::Inert, tile);
    number->setWordWrap(false);
    number->setAlignment(Qt::AlignHCenter);
    // A row of zeros in colours would cry for nothing.
    if (count > 0)
        setTone(number, tone);
    // Broken at its blanks where the text is large and the window small.
    auto *label = new TextLabel(word, TextRole::Caption, TextLabel::Use::Inert, tile);
    label->setAlignment(Qt::AlignHCenter);
    column->addWidget(number);
    column->addWidget(label);
    tile->setMaximumWidth(lineHeight() * 6);
    m_row->addWidget(tile, 4, Qt::AlignTop);
    m_tiles.push_back(tile);
    if (!m_sentence.isEmpty())
        m_sentence += QLatin1Char(' ');
    m_sentence += QStringLiteral("%1 %2").arg(QLocale().toString(count), word);
}

void SumTiles::addSign(const QString &sign)
{
    auto *label = new TextLabel(sign, TextRole::Title, TextLabel::Use::Inert, this);
    label->setWordWrap(false);
    setMark(label, "muted", true);
    m_row->addWidget(label, 0, Qt::AlignTop);
    m_signs.push_back(label);
    m_sentence += QLatin1Char(' ') + sign;
}

QStringList sumProblems(const importing::RunResult &result, qint64 unknown, qint64 sentRows)
{
    const crm::JobCounts &counts = result.counts;
    QStringList problems;
    if (counts.added + counts.updated + counts.skipped + result.unprocessed + unknown != counts.total)
        problems << SumTiles::tr("The sum does not come out: the result file is not complete.");
    if (unknown > 0)
        problems << SumTiles::tr("%Ln row(s) carry a result that this program does not know.", nullptr,
                                 static_cast<int>(unknown));
    if (sentRows >= 0 && sentRows != counts.total)
        problems << SumTiles::tr("%Ln row(s) were sent, but the result file tells of %1.", nullptr,
                                 static_cast<int>(sentRows))
                        .arg(Wording::rows(counts.total));
    const auto &told = result.serverCounts;
    if (told && (told->added != counts.added || told->updated != counts.updated || told->total != counts.total))
        problems << SumTiles::tr("The CRM itself counts otherwise: %1 added, %2 updated, %3 skipped, of %4.")
                        .arg(told->added)
                        .arg(told->updated)
                        .arg(told->skipped)
                        .arg(told->total);
    return problems;
}

} // namespace ui
