#pragma once

#include "ui/widgets/Theme.h"

#include <QWidget>

namespace ui {

/// An icon of the family as a widget: as tall as a line of text times `lines`, in a tone, following a change of scheme.
/// Decoration only: the words stand beside it, so it is no stop for a screen reader.
class IconLabel final : public QWidget {
    Q_OBJECT
public:
    explicit IconLabel(const QString &name, Tone tone = Tone::Neutral, qreal lines = 1.15, QWidget *parent = nullptr);
    void setIcon(const QString &name, Tone tone);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    Tone m_tone;
    qreal m_lines;
};

} // namespace ui
