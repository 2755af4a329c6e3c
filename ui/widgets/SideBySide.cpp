#include "ui/widgets/SideBySide.h"

#include "ui/widgets/Theme.h"

#include <QBoxLayout>

#include <algorithm>

namespace ui {

SideBySide::SideBySide(int spacing, int linesPerWidget, QWidget *parent)
    : QWidget(parent)
    , m_box(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_linesPerWidget(linesPerWidget)
{
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(spacing);
}

void SideBySide::add(QWidget *widget)
{
    m_box->addWidget(widget, 1);
}

QSize SideBySide::minimumSizeHint() const
{
    int widest = 0;
    for (int i = 0; i < m_box->count(); ++i) {
        if (!m_box->itemAt(i)->isEmpty())
            widest = std::max(widest, m_box->itemAt(i)->minimumSize().width());
    }
    return {widest, m_box->totalMinimumSize().height()};
}

int SideBySide::widthBeside() const
{
    int shown = 0;
    int least = -m_box->spacing();
    for (int i = 0; i < m_box->count(); ++i) {
        if (m_box->itemAt(i)->isEmpty())
            continue;
        ++shown;
        least += m_box->itemAt(i)->minimumSize().width() + m_box->spacing();
    }
    return std::max(least, shown * m_linesPerWidget * lineHeight());
}

void SideBySide::resizeEvent(QResizeEvent *event)
{
    m_box->setDirection(width() >= widthBeside() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    QWidget::resizeEvent(event);
}

} // namespace ui
