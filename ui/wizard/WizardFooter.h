#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

class IconLabel;

/// The line below the page: why Next does not go on, and Cancel, Back, Next.
class WizardFooter final : public QWidget {
    Q_OBJECT
public:
    explicit WizardFooter(QWidget *parent = nullptr);

    void setNext(const QString &text);
    void setBackEnabled(bool enabled);
    /// Empty: nothing is missing. `urgent`: Next was pressed in spite of it.
    void setMessage(const QString &sentence, bool urgent);

Q_SIGNALS:
    void backPressed();
    void nextPressed();
    void cancelPressed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();

    IconLabel *m_sign;
    QLabel *m_message;
    QPushButton *m_cancel;
    QPushButton *m_back;
    QPushButton *m_next;
    QBoxLayout *m_place = nullptr;
};

} // namespace ui
