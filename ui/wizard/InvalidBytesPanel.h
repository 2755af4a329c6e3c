#pragma once

#include <QFrame>

class QPushButton;

namespace ui {

class TextLabel;

/// Step File: bytes that are no text in the chosen encoding, and what to do about them. Nothing is sent before the user
/// has decided.
class InvalidBytesPanel final : public QFrame {
    Q_OBJECT
public:
    explicit InvalidBytesPanel(QWidget *parent = nullptr);
    /// `row`: of the first of `count` places; 0: not known yet. No places: it hides itself.
    void show(qint64 count, qint64 row, const QString &encoding);
    /// Zero bytes are in the way in every encoding, the first of them in `row`.
    void showZeroBytes(qint64 count, qint64 row);
    [[nodiscard]] QWidget *input() const;

Q_SIGNALS:
    void replaceWanted();
    void encodingWanted();
    void closeWanted();

private:
    TextLabel *m_text;
    QPushButton *m_replace;
};

} // namespace ui
