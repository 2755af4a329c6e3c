#include "ui/accounts/SavedAccountsCard.h"

#include "ui/text/ErrorText.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>

namespace ui {
namespace {

constexpr int accountIdRole = Qt::UserRole;
constexpr int accountNameRole = Qt::UserRole + 1;

QString lineOf(const auth::Account &account)
{
    const auth::DataCentre *centre = auth::findDataCentre(account.dataCentre);
    const QString where = centre ? QCoreApplication::translate("DataCentre", centre->name) : account.hosts.api.host();
    if (account.organisation.isEmpty() || account.organisation == account.name)
        return SavedAccountsCard::tr("%1 · %2", "account, data centre").arg(account.name, where);
    return SavedAccountsCard::tr("%1 · %2 · %3", "account, organisation, data centre")
        .arg(account.name, account.organisation, where);
}

} // namespace

SavedAccountsCard::SavedAccountsCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("Saved Account"), {}, QStringLiteral("lock"), this))
    , m_list(new QListWidget(this))
    , m_use(new QPushButton(tr("Use This Account"), this))
    , m_forget(new QPushButton(tr("Forget…"), this))
    , m_faults(new FaultLines(this))
{
    m_list->setObjectName(QStringLiteral("savedAccounts"));
    m_list->setAccessibleName(tr("Saved Accounts"));
    m_use->setObjectName(QStringLiteral("useSavedButton"));
    m_forget->setObjectName(QStringLiteral("forgetButton"));
    m_faults->setObjectName(QStringLiteral("savedAccountsFaults"));
    makeQuiet(m_forget);
    layOut();
    connect(m_list, &QListWidget::itemSelectionChanged, this, &SavedAccountsCard::showChosen);
    connect(m_list, &QListWidget::itemActivated, this, &SavedAccountsCard::use);
    connect(m_use, &QPushButton::clicked, this, &SavedAccountsCard::use);
    connect(m_forget, &QPushButton::clicked, this, &SavedAccountsCard::forget);
    showAccounts({});
}

void SavedAccountsCard::layOut()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_use);
    buttons->addWidget(m_forget);
    buttons->addStretch(1);
    m_card->body()->addWidget(m_list);
    m_card->body()->addWidget(m_faults);
    m_card->body()->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
}

void SavedAccountsCard::showAccounts(const std::vector<auth::Account> &accounts)
{
    m_list->clear();
    for (const auth::Account &account : accounts) {
        auto *item = new QListWidgetItem(icon(QStringLiteral("account")), lineOf(account), m_list);
        item->setData(accountIdRole, account.id);
        item->setData(accountNameRole, account.name);
    }
    const int rows = std::min<int>(4, static_cast<int>(accounts.size()));
    m_list->setFixedHeight(rows * (lineHeight() + space::l) + space::s);
    m_list->setVisible(rows > 0);
    m_use->setVisible(rows > 0);
    m_forget->setVisible(rows > 0);
    m_card->setSentence(rows > 0 ? tr("The token comes from this computer's keychain.")
                                 : tr("None is saved on this computer yet. Sign in with a token below to save one."));
    if (rows > 0)
        m_list->setCurrentRow(0);
    showChosen();
}

void SavedAccountsCard::setBusy(bool busy)
{
    m_busy = busy;
    showChosen();
}

void SavedAccountsCard::showFailure(const crm::CallFailure &failure)
{
    m_faults->setTrouble(ErrorText::of(failure), ErrorText::details(failure));
    m_list->setAccessibleDescription(m_faults->text());
    m_list->setFocus(Qt::OtherFocusReason);
}

void SavedAccountsCard::clearTroubles()
{
    m_faults->setTrouble({}, {});
    m_list->setAccessibleDescription({});
}

bool SavedAccountsCard::isEmpty() const
{
    return m_list->count() == 0;
}

QWidget *SavedAccountsCard::input() const
{
    return m_list;
}

void SavedAccountsCard::showChosen()
{
    const bool chosen = !m_list->selectedItems().isEmpty();
    m_use->setEnabled(chosen && !m_busy);
    m_forget->setEnabled(chosen && !m_busy);
}

void SavedAccountsCard::use()
{
    const QList<QListWidgetItem *> chosen = m_list->selectedItems();
    if (!chosen.isEmpty() && !m_busy)
        Q_EMIT useWanted(chosen.first()->data(accountIdRole).toString());
}

void SavedAccountsCard::forget()
{
    const QList<QListWidgetItem *> chosen = m_list->selectedItems();
    if (!chosen.isEmpty())
        Q_EMIT forgetWanted(chosen.first()->data(accountIdRole).toString(),
                            chosen.first()->data(accountNameRole).toString());
}

} // namespace ui
