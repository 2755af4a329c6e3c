#include "ui/widgets/SideBySide.h"

#include "ui/widgets/Theme.h"

#include <QBoxLayout>

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

void SideBySide::resizeEvent(QResizeEvent *event)
{
    const int wanted = m_box->count() * m_linesPerWidget * lineHeight();
    m_box->setDirection(width() >= wanted ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    QWidget::resizeEvent(event);
}

} // namespace ui
