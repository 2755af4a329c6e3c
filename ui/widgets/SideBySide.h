#pragma once

#include <QWidget>

class QBoxLayout;

namespace ui {

/// Widgets beside each other where there is room for them, below each other where there is not: a small window, or large
/// text. Owns what is added.
class SideBySide final : public QWidget {
    Q_OBJECT
public:
    /// `spacing` is a distance of `space::`; `linesPerWidget` is the width that one widget wants, in heights of a text line.
    SideBySide(int spacing, int linesPerWidget, QWidget *parent = nullptr);

    void add(QWidget *widget);
    /// That of the widgets below each other: a window that shrinks is not held up by what is beside each other now.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int widthBeside() const;

    QBoxLayout *m_box;
    int m_linesPerWidget;
};

} // namespace ui
