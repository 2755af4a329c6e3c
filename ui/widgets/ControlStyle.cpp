#include "ui/widgets/ControlStyle.h"

#include "ui/widgets/Theme.h"
#include "ui/widgets/WheelGuard.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>

namespace ui {
namespace {

struct Mark final {
    QColor fill, line, sign;
};

Mark markOf(const QStyleOption &option)
{
    const Colours c = coloursOf(QApplication::palette());
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    if (!enabled)
        return {on ? c.disabledText : c.window, c.disabledText, c.surface};
    if (on)
        return {c.accent, c.accent, c.onAccent};
    const bool hovered = option.state & QStyle::State_MouseOver;
    return {hovered ? c.hover : c.surface, c.border, c.onAccent};
}

QRectF squareIn(const QRect &rect)
{
    const qreal side = std::min(rect.width(), rect.height()) - 1.5;
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(rect).center());
    return square;
}

void drawCheckBox(const QStyleOption &option, QPainter &painter)
{
    const Mark mark = markOf(option);
    const QRectF box = squareIn(option.rect);
    painter.setPen(QPen(mark.line, 1.5));
    painter.setBrush(mark.fill);
    painter.drawRoundedRect(box, 4, 4);
    const qreal w = box.width();
    painter.setPen(QPen(mark.sign, w / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (option.state & QStyle::State_NoChange) {
        painter.drawLine(QPointF(box.left() + w * 0.28, box.center().y()),
                         QPointF(box.right() - w * 0.28, box.center().y()));
    } else if (option.state & QStyle::State_On) {
        const QPointF points[] = {{box.left() + w * 0.25, box.top() + w * 0.53},
                                  {box.left() + w * 0.43, box.top() + w * 0.71},
                                  {box.left() + w * 0.76, box.top() + w * 0.33}};
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(points, 3);
    }
}

void drawRadio(const QStyleOption &option, QPainter &painter)
{
    const Mark mark = markOf(option);
    const QRectF circle = squareIn(option.rect);
    painter.setPen(QPen(mark.line, 1.5));
    painter.setBrush(mark.fill);
    painter.drawEllipse(circle);
    if (option.state & QStyle::State_On) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark.sign);
        painter.drawEllipse(circle.center(), circle.width() * 0.2, circle.width() * 0.2);
    }
}

void drawFocusRing(const QStyleOption &option, QPainter &painter)
{
    painter.setPen(QPen(coloursOf(QApplication::palette()).accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4);
}

} // namespace

ControlStyle::ControlStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
    , m_wheelGuard(new WheelGuard(this))
{ }

void ControlStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    m_wheelGuard->watch(widget);
    // Digits have no direction of their own, and Qt lets them stand at the left of a window that begins at the right.
    if (auto *number = qobject_cast<QAbstractSpinBox *>(widget); number && number->isRightToLeft())
        number->setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    // The style sheet's border is the focus ring of these already.
    if (element == PE_FrameFocusRect
        && (qobject_cast<const QPushButton *>(widget) || qobject_cast<const QToolButton *>(widget)))
        return;
    const bool ours = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck
        || element == PE_IndicatorRadioButton || element == PE_FrameFocusRect;
    if (!ours) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (element == PE_IndicatorRadioButton)
        drawRadio(*option, *painter);
    else if (element == PE_FrameFocusRect)
        drawFocusRing(*option, *painter);
    else
        drawCheckBox(*option, *painter);
    painter->restore();
}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return std::max(18, lineHeight());
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return std::max(16, lineHeight());
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ControlStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returned) const
{
    // A list below the box instead of a menu over it: it can scroll, and it is as wide as the box.
    if (hint == SH_ComboBox_Popup)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace ui
