#pragma once

class QWidget;

namespace ui {

/// Tab comes to all of `made` right after `before`, which may itself take no focus. What is made while the window is in use
/// would come last otherwise, wherever it stands. The last that Tab comes to then, for what is
/// made next.
QWidget *insertIntoTabOrder(QWidget *before, QWidget *made);

} // namespace ui
