#include "ui/widgets/TabOrder.h"

#include <QWidget>

namespace ui {

namespace {

/// Qt puts nothing behind what takes no focus.
QWidget *stopAtOrBefore(QWidget *widget)
{
    QWidget *stop = widget;
    while (!(stop->focusPolicy() & Qt::TabFocus)) {
        stop = stop->previousInFocusChain();
        if (stop == widget)
            break;
    }
    return stop;
}

} // namespace

QWidget *insertIntoTabOrder(QWidget *before, QWidget *made)
{
    QWidget *last = stopAtOrBefore(before);
    for (QWidget *part : made->findChildren<QWidget *>()) {
        if (!(part->focusPolicy() & Qt::TabFocus))
            continue;
        QWidget::setTabOrder(last, part);
        last = part;
    }
    return last;
}

} // namespace ui
