#pragma once

#include "ui/widgets/Theme.h"

#include <QLabel>

namespace ui {

/// Words on a page: plain text, wrapped, never cut off, beginning at the side where the window does, whatever their own
/// direction. A `Selectable` one can be selected, copied and reached with Tab, so
/// that a screen reader gets there (messages and faults); an `Inert` one is a heading or a help line.
class TextLabel final : public QLabel {
    Q_OBJECT
public:
    enum class Use { Inert, Selectable };

    explicit TextLabel(const QString &text = {}, TextRole role = TextRole::Body, Use use = Use::Inert,
                       QWidget *parent = nullptr);
    /// A wrapped label of Qt asks for the height that it would need at its narrowest, which makes pages scroll for nothing.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void alignWithLayout();
};

} // namespace ui
