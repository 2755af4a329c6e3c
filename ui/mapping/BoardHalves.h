#pragma once

#include <QSplitter>

namespace ui {

/// The two halves of the board, one of which is the main one: beside each other where there is room for both, else the main
/// one alone (a small window, or large text), so that nothing has to be scrolled sideways.
class BoardHalves final : public QSplitter {
    Q_OBJECT
public:
    enum Half { Leading, Trailing };

    BoardHalves(QWidget *leading, QWidget *trailing, QWidget *parent = nullptr); ///< takes both

    void setMain(Half half);
    [[nodiscard]] bool oneOnly() const { return m_oneOnly; }
    /// That of the wider half: a window that shrinks is not held up by what is beside each other now.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void oneOnlyChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fit();
    void shareOut();

    Half m_main = Leading;
    bool m_oneOnly = false;
};

} // namespace ui
