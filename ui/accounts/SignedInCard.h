#pragma once

#include "session/CrmConnection.h"

#include <QWidget>

class QLabel;

namespace ui {

class IconLabel;

/// Who is signed in where: organisation, type, data centre, user, API version. Hidden while nobody is.
class SignedInCard final : public QWidget {
    Q_OBJECT
public:
    explicit SignedInCard(QWidget *parent = nullptr);
    void showAccount(const session::AccountState &account, session::CrmConnection::Keeping keeping);

Q_SIGNALS:
    void signOutWanted();

private:
    IconLabel *m_sign;
    QLabel *m_organisation;
    QLabel *m_type;
    QLabel *m_facts;
};

} // namespace ui
