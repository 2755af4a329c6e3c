#pragma once

#include "base/Clock.h"
#include "importing/ImportRun.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace ui {

class TextLabel;

/// The job in the CRM: its ID, who created it, what the CRM says of it, when it is looked at next, the counts so far.
class JobPanel final : public QWidget {
    Q_OBJECT
public:
    explicit JobPanel(base::Clock &clock, QWidget *parent = nullptr);
    ~JobPanel() override;

    void show(const importing::ImportRun *run);

Q_SIGNALS:
    void lookWanted(); ///< now, not at the next time

private:
    TextLabel *addLine(const QString &label, const char *name);
    void makeButtons();
    void showCountdown();
    void copyId();

    base::Clock &m_clock;
    base::Clock::TimerId m_timer = 0;
    QDateTime m_next;
    bool m_polling = false;
    QGridLayout *m_grid;
    TextLabel *m_id;
    TextLabel *m_createdBy;
    TextLabel *m_status;
    TextLabel *m_counts;
    TextLabel *m_nextPoll;
    QPushButton *m_copy;
    QPushButton *m_look;
};

} // namespace ui
