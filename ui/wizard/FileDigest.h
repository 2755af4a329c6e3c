#pragma once

#include <QFrame>

class QPushButton;

namespace ui {

class TextLabel;

/// Step File where there is little room: the choices that are settled in two lines, so that the rows are in sight, and a
/// button that brings the choices back.
class FileDigest final : public QFrame {
    Q_OBJECT
public:
    explicit FileDigest(QWidget *parent = nullptr);

    void setWords(const QString &file, const QString &reading);
    [[nodiscard]] bool wantsChoices() const; ///< the button is pressed in
    void setWantsChoices(bool wanted);

Q_SIGNALS:
    void choicesToggled();

private:
    void showButton();

    TextLabel *m_file;
    TextLabel *m_reading;
    QPushButton *m_choices;
};

} // namespace ui
