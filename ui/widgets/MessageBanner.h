#pragma once

#include "ui/widgets/Theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace ui {

class DetailsBox;
class IconLabel;

/// A message across a page: icon, text (plain, selectable, focusable so that a screen reader reaches it), an optional
/// action button, an optional Details box with the raw text. Hidden until it says something.
class MessageBanner final : public QFrame {
    Q_OBJECT
public:
    explicit MessageBanner(QWidget *parent = nullptr);

    void say(Tone tone, const QString &text, const QString &details = {});
    void offer(const QString &actionText); ///< shows the button; actionRequested() when it is pressed
    void clear();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionRequested();

private:
    IconLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    DetailsBox *m_details;
};

} // namespace ui
