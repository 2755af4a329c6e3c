#pragma once

#include <QFrame>

class QRadioButton;
class QVBoxLayout;

namespace ui {

/// One of several choices as a card: a radio button, a sentence on what it does, and what else belongs to it in body().
/// The whole card can be pressed. Put the button() of each into one QButtonGroup; its objectName and accessible name are
/// the caller's and its own text.
class ChoiceCard final : public QFrame {
    Q_OBJECT
public:
    ChoiceCard(const QString &choice, const QString &sentence, const QString &iconName = {}, QWidget *parent = nullptr);
    [[nodiscard]] QRadioButton *button() const { return m_button; }
    /// Indented below the sentence; shown only while the card is chosen.
    [[nodiscard]] QVBoxLayout *body();
    /// One line: the sentence stays for screen readers, and as a tip.
    void setCompact(bool compact);

protected:
    void mousePressEvent(QMouseEvent *event) override;

private:
    void showChosen(bool chosen);

    QRadioButton *m_button;
    class TextLabel *m_words;
    QWidget *m_bodyHolder = nullptr;
};

} // namespace ui
