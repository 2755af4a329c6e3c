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

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *m_box;
    int m_linesPerWidget;
};

} // namespace ui
