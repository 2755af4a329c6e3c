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
    , m_replace(new QPushButton(tr("Replace Them"), this))
{
    setObjectName(QStringLiteral("invalidBytes"));
    setMark(this, "banner", true);
    setTone(this, Tone::Warning);
    auto *encoding = new QPushButton(tr("Choose Another Encoding"), this);
    auto *close = new QPushButton(tr("Close the File"), this);
    m_replace->setObjectName(QStringLiteral("replaceBytesButton"));
    encoding->setObjectName(QStringLiteral("otherEncodingButton"));
    close->setObjectName(QStringLiteral("closeFileButton"));
    auto *words = new QHBoxLayout;
    words->setSpacing(space::s);
    words->addWidget(new IconLabel(QStringLiteral("warning"), Tone::Warning), 0, Qt::AlignTop);
    words->addWidget(m_text, 1);
    auto *buttons = new SideBySide(space::s, buttonLines, this);
    for (QPushButton *button : {encoding, m_replace, close})
        buttons->add(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::s, space::m, space::s);
    column->setSpacing(space::s);
    column->addLayout(words);
    column->addWidget(buttons);
    connect(m_replace, &QPushButton::clicked, this, &InvalidBytesPanel::replaceWanted);
    connect(encoding, &QPushButton::clicked, this, &InvalidBytesPanel::encodingWanted);
    connect(close, &QPushButton::clicked, this, &InvalidBytesPanel::closeWanted);
    hide();
}

namespace {

int shown(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

void InvalidBytesPanel::showZeroBytes(qint64 count, qint64 row)
{
    setVisible(true);
    m_replace->setText(tr("Leave Them Out"));
    m_text->setText(
        tr("%Ln zero byte(s) stand in cells, the first in row %1. No text holds them, so those rows cannot be "
           "sent. Choose another encoding, or have them left out.",
           nullptr, shown(count))
            .arg(QLocale().toString(row)));
}

void InvalidBytesPanel::show(qint64 count, qint64 row, const QString &encoding)
{
    setVisible(count > 0);
    if (count == 0)
        return;
    m_replace->setText(tr("Replace Them"));
    const int places = shown(count);
    m_text->setText(row > 0 ? tr("%Ln place(s) of the file are no text in %1, the first in row %2. Choose another "
                                 "encoding, or have the sign \uFFFD put there.",
                                 nullptr, places)
                                  .arg(encoding, QLocale().toString(row))
                            : tr("%Ln place(s) of the first rows are no text in %1. Choose another encoding, or have "
                                 "the sign \uFFFD put there.",
                                 nullptr, places)
                                  .arg(encoding));
}

QWidget *InvalidBytesPanel::input() const
{
    return m_replace;
}

} // namespace ui
