#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

/// What a list shows while it has nothing: an icon, one sentence, one action (hidden when its text is empty).
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString &iconName, const QString &sentence, const QString &action = {}, QWidget *parent = nullptr);
    void setSentence(const QString &sentence);
    void setIcon(const QString &iconName);
    void setAction(const QString &action);

Q_SIGNALS:
    void actionRequested();

private:
    class IconLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_action;
};

} // namespace ui
