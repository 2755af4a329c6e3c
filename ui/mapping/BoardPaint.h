#pragma once

#include "ui/models/RowFault.h"
#include "ui/widgets/Theme.h"

#include <QPixmap>
#include <QRect>

#include <vector>

class QPainter;

namespace ui::boardPaint {

enum class Ground { Plain, Hovered, Selected, Focused, Target };

/// The background of one row of the board.
void ground(QPainter &painter, const QRect &rect, const Colours &colours, Ground kind);
/// The zero-based number of a column in a small rounded box.
void badge(QPainter &painter, const QRect &rect, const Colours &colours, const QString &text, bool on);
/// A word in a quiet coloured box, `right`-most at rect's end; gives the rectangle used.
QRect pill(QPainter &painter, const QRect &rect, const Colours &colours, Tone tone, const QString &text);
/// A sign as high as a caption, at the beginning of `rect`.
void sign(QPainter &painter, const QRect &rect, const QString &iconName, Tone tone, Qt::LayoutDirection direction);
[[nodiscard]] int pillWidth(const QString &text);
/// A button with a word, at least 24 pixels high where the row is; gives where it stands.
QRect button(QPainter &painter, const QRect &rect, const Colours &colours, const QString &text);
[[nodiscard]] QSize buttonSize(const QString &text);
/// What stands below a row: an icon, a sentence and the buttons of its repairs for each fault. Nothing for none.
[[nodiscard]] int faultsHeight(const std::vector<RowFault> &faults, int width);
void faults(QPainter &painter, const QRect &rect, const Colours &colours, const std::vector<RowFault> &faults,
            Qt::LayoutDirection direction);
/// The repair whose button is at `pos`, where faults() painted into `rect`; null: none.
[[nodiscard]] const Repair *repairAt(const QPoint &pos, const QRect &rect, const std::vector<RowFault> &faults,
                                     Qt::LayoutDirection direction);
/// Text on one line, shortened with an ellipsis; gives the width used.
int line(QPainter &painter, const QRect &rect, const QFont &font, const QColor &ink, const QString &text,
         Qt::Alignment alignment = Qt::AlignLeading);
[[nodiscard]] int captionHeight();
/// What hangs at the pointer during a drag.
[[nodiscard]] QPixmap chip(const QString &text, const QPalette &palette, qreal pixelRatio);

} // namespace ui::boardPaint
