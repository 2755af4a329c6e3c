#pragma once

#include "ui/widgets/Theme.h"

#include <QPixmap>
#include <QRect>

class QPainter;

namespace ui::boardPaint {

enum class Ground { Plain, Hovered, Selected, Focused, Target };

/// The background of one row of the board.
void ground(QPainter &painter, const QRect &rect, const Colours &colours, Ground kind);
/// The zero-based number of a column in a small rounded box.
void badge(QPainter &painter, const QRect &rect, const Colours &colours, const QString &text, bool on);
/// A word in a quiet coloured box, `right`-most at rect's end; gives the rectangle used.
QRect pill(QPainter &painter, const QRect &rect, const Colours &colours, Tone tone, const QString &text);
/// Text on one line, shortened with an ellipsis; gives the width used.
int line(QPainter &painter, const QRect &rect, const QFont &font, const QColor &ink, const QString &text,
         Qt::Alignment alignment = Qt::AlignLeading);
[[nodiscard]] int captionHeight();
/// What hangs at the pointer during a drag.
[[nodiscard]] QPixmap chip(const QString &text, const QPalette &palette, qreal pixelRatio);

} // namespace ui::boardPaint
