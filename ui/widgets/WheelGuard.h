#pragma once

#include <QObject>

namespace ui {

/// Keeps the wheel from changing an input that merely passes under the pointer while its page is scrolled: an input with a
/// choice or a number takes the wheel only when it has the focus; until then the page scrolls on.
class WheelGuard final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Combo boxes, spin boxes and their kin; nothing happens to other widgets. May be called again.
    void watch(QWidget *widget);
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace ui
