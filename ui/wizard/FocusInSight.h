#pragma once

class QScrollArea;
class QWidget;

namespace ui {

/// All of what has the focus in `area` comes into sight, as far as there is room, and with it the banner that it belongs
/// to: buttons mean nothing without their question. Qt itself shows little more than the edge of what it has scrolled to.
void keepFocusInSight(QScrollArea *area);

/// The same for `part`, focused or not, in whatever it is in.
void bringIntoSight(const QWidget *part);

} // namespace ui
