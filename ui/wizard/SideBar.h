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
    void setCompact(bool compact); ///< signs without words, where the window is small or the text large
    /// "Acme Corp", then type and data centre, then the user; one line each.
    [[nodiscard]] static QString accountText(const session::AccountState &account);

private:
    void showAccount();
    void showStatuses();

    session::ImportSession &m_session;
    StepList *m_steps;
    IconLabel *m_sign;
    QLabel *m_account;
};

} // namespace ui
