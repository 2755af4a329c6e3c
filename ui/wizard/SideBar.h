#pragma once

#include "session/ImportSession.h"

#include <QWidget>

class QLabel;

namespace ui {

class IconLabel;
class StepList;

/// The steps, and below them who is signed in where.
class SideBar final : public QWidget {
    Q_OBJECT
public:
    SideBar(session::ImportSession &session, QWidget *parent = nullptr);
    [[nodiscard]] StepList *steps() const { return m_steps; }
    /// Why Next does not leave the step yet, as its page says it; empty when it does. A step of which that is said is not
    /// shown as done, whatever the session makes of it.
    void setMissing(session::WizardStep step, const QString &sentence);
    void setCompact(bool compact); ///< signs without words, where the window is small or the text large
    /// "Acme Corp", then type and data centre, then the user; one line each.
    [[nodiscard]] static QString accountText(const session::AccountState &account);

private:
    void showAccount();
    void showStatuses();
    void showStatus(session::WizardStep step);

    session::ImportSession &m_session;
    StepList *m_steps;
    IconLabel *m_sign;
    QLabel *m_account;
    std::array<QString, session::allSteps.size()> m_missing;
};

} // namespace ui
