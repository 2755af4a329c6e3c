#include "ui/mapping/BoardPaint.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPalette>

#include <cmath>

namespace ui::boardPaint {

void ground(QPainter &painter, const QRect &rect, const Colours &colours, Ground kind)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.separator, 1));
    painter.drawLine(rect.bottomLeft() + QPoint(space::s, 0), rect.bottomRight() - QPoint(space::s, 0));
    if (kind != Ground::Plain) {
        const bool outlined = kind == Ground::Target || kind == Ground::Focused;
        painter.setPen(outlined ? QPen(colours.accent, kind == Ground::Target ? 2 : 1.5) : QPen(Qt::NoPen));
        painter.setBrush(kind == Ground::Hovered      ? colours.hover
                             : kind == Ground::Target ? colours.wash(Tone::Accent)
                                                      : colours.selection);
        painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
    }
    painter.restore();
}

void badge(QPainter &painter, const QRect &rect, const Colours &colours, const QString &text, bool on)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on ? QPen(Qt::NoPen) : QPen(colours.border, 1));
    painter.setBrush(on ? colours.accent : colours.raised);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    QFont font = fontOf(TextRole::Caption);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(on ? colours.onAccent : colours.text);
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
}

QRect pill(QPainter &painter, const QRect &rect, const Colours &colours, Tone tone, const QString &text)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = fontOf(TextRole::Caption);
    const QFontMetrics metrics(font);
    const int width = std::min(metrics.horizontalAdvance(text) + 2 * space::s, rect.width());
    QRect box(rect.left(), 0, width, metrics.height() + 2);
    box.moveTop(rect.center().y() - box.height() / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.wash(tone));
    painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
    painter.setFont(font);
    painter.setPen(colours.ink(tone));
    painter.drawText(box, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, width - space::s));
    painter.restore();
    return box;
}

int line(QPainter &painter, const QRect &rect, const QFont &font, const QColor &ink, const QString &text,
         Qt::Alignment alignment)
{
    const QFontMetrics metrics(font);
    // Cells may hold line breaks, which would push the line out of its row.
    const QString shown = metrics.elidedText(text.simplified(), Qt::ElideRight, rect.width());
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    return std::min(metrics.horizontalAdvance(shown), rect.width());
}

int captionHeight()
{
    return QFontMetrics(fontOf(TextRole::Caption)).height();
}

QPixmap chip(const QString &text, const QPalette &palette, qreal pixelRatio)
{
    const Colours colours = coloursOf(palette);
    const QFont font = fontOf(TextRole::Body);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text.simplified(), Qt::ElideRight, metrics.averageCharWidth() * 32);
    const QSize size(metrics.horizontalAdvance(shown) + 2 * space::m, metrics.height() + 2 * space::s);
    QPixmap picture(QSize(int(std::ceil(size.width() * pixelRatio)), int(std::ceil(size.height() * pixelRatio))));
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accent);
    painter.drawRoundedRect(QRect(QPoint(), size), 6, 6);
    painter.setFont(font);
    painter.setPen(colours.onAccent);
    painter.drawText(QRect(QPoint(), size), Qt::AlignCenter, shown);
    return picture;
}

} // namespace ui::boardPaint
