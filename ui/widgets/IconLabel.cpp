#include "ui/widgets/IconLabel.h"

#include <QPainter>

namespace ui {

IconLabel::IconLabel(const QString &name, Tone tone, qreal lines, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_tone(tone)
    , m_lines(lines)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(const QString &name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    update();
}

QSize IconLabel::sizeHint() const
{
    const int side = qRound(lineHeight() * m_lines);
    return {side, side};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    icon(m_name, m_tone).paint(&painter, rect());
}

} // namespace ui
