#include "ui/mapping/BoardHalves.h"

#include "ui/widgets/Theme.h"

#include <QEvent>

namespace ui {

BoardHalves::BoardHalves(QWidget *leading, QWidget *trailing, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
{
    setChildrenCollapsible(false);
    setHandleWidth(space::l);
    // Only the gap between the halves can be dragged; a bar there would look like a third column.
    setStyleSheet(QStringLiteral("QSplitter::handle { background: transparent; }"));
    addWidget(leading);
    addWidget(trailing);
}

void BoardHalves::setMain(Half half)
{
    m_main = half;
    widget(m_main)->show();
    widget(1 - m_main)->setVisible(!m_oneOnly);
    shareOut();
}

/// They are shares: the splitter fits them into the width that it has, or will have.
void BoardHalves::shareOut()
{
    for (int i : {Leading, Trailing})
        setStretchFactor(i, i == m_main ? 7 : 4);
    setSizes(m_main == Leading ? QList<int>{7000, 4000} : QList<int>{4000, 7000});
}

QSize BoardHalves::minimumSizeHint() const
{
    return widget(Leading)->minimumSizeHint().expandedTo(widget(Trailing)->minimumSizeHint());
}

void BoardHalves::fit()
{
    const int both =
        widget(Leading)->minimumSizeHint().width() + handleWidth() + widget(Trailing)->minimumSizeHint().width();
    const bool oneOnly = width() < both;
    if (oneOnly == m_oneOnly)
        return;
    m_oneOnly = oneOnly;
    setMain(m_main);
    Q_EMIT oneOnlyChanged();
}

void BoardHalves::resizeEvent(QResizeEvent *event)
{
    fit();
    QSplitter::resizeEvent(event);
}

bool BoardHalves::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QSplitter::event(event);
}

} // namespace ui
