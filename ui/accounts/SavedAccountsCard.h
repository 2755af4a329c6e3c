#pragma once

#include "auth/Account.h"
#include "crm/ServerError.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace ui {

class Card;
class FaultLines;

/// The accounts that this computer knows, to sign in with again or to forget.
class SavedAccountsCard final : public QWidget {
    Q_OBJECT
public:
    explicit SavedAccountsCard(QWidget *parent = nullptr);
    void showAccounts(const std::vector<auth::Account> &accounts);
    void setBusy(bool busy);
    void showFailure(const crm::CallFailure &failure);
    void clearTroubles();
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QWidget *input() const; ///< what to focus

Q_SIGNALS:
    void useWanted(const QString &accountId);
    void forgetWanted(const QString &accountId, const QString &name);

private:
    void layOut();
    void showChosen();
    void use();
    void forget();

    Card *m_card;
    QListWidget *m_list;
    QPushButton *m_use;
    QPushButton *m_forget;
    FaultLines *m_faults;
    bool m_busy = false;
};

} // namespace ui
