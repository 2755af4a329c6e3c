#pragma once

#include <QProxyStyle>

namespace ui {

/// Fusion, with those parts drawn by us that a style sheet cannot draw without pictures: check and radio marks, and a
/// focus ring that is seen.
class ControlStyle final : public QProxyStyle {
    Q_OBJECT
public:
    ControlStyle();
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returned) const override;
};

} // namespace ui
