#pragma once

#include <QProxyStyle>

namespace ui {

class WheelGuard;

/// Fusion, with those parts drawn by us that a style sheet cannot draw without pictures: check and radio marks, and a
/// focus ring that is seen. As every widget passes through its style, the wheel is guarded here too: see WheelGuard.
class ControlStyle final : public QProxyStyle {
    Q_OBJECT
public:
    ControlStyle();
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returned) const override;

private:
    WheelGuard *m_wheelGuard;
};

} // namespace ui
