#include "ui/wizard/SideBar.h"

#include "auth/DataCentre.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"
#include "ui/wizard/StepList.h"

#include <QCoreApplication>
#include <QHBoxLayout>

namespace ui {
namespace {

QString organisationType(const QString &type)
{
    if (type == QLatin1String("production"))
        return SideBar::tr("Production");
    if (type == QLatin1String("sandbox"))
        return SideBar::tr("Sandbox");
    if (type == QLatin1String("developer"))
        return SideBar::tr("Developer");
    return type;
}

QString centreName(const session::AccountState &account)
{
    const auth::DataCentre *centre = auth::findDataCentre(account.dataCentre);
    return centre ? QCoreApplication::translate("DataCentre", centre->name) : account.apiHost.host();
}

} // namespace

SideBar::SideBar(session::ImportSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_steps(new StepList(this))
    , m_sign(new IconLabel(QStringLiteral("account"), Tone::Neutral, 1.3, this))
    , m_account(new TextLabel({}, TextRole::Caption, TextLabel::Use::Selectable, this))
{
    setObjectName(QStringLiteral("sideBar"));
    setAttribute(Qt::WA_StyledBackground);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_account->setObjectName(QStringLiteral("accountSummary"));
    auto *account = new QHBoxLayout;
    account->setContentsMargins(space::s, space::s, 0, 0);
    account->setSpacing(space::s);
    account->addWidget(m_sign, 0, Qt::AlignTop);
    account->addWidget(m_account, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::l, space::s, space::m);
    column->addWidget(m_steps, 1);
    column->addLayout(account);
    connect(&session, &session::ImportSession::changed, this, &SideBar::showAccount);
    connect(&session, &session::ImportSession::statusChanged, this, &SideBar::showStatuses);
    showAccount();
}

void SideBar::setCompact(bool compact)
{
    m_account->setVisible(!compact);
    m_steps->setCompact(compact);
}

QString SideBar::accountText(const session::AccountState &account)
{
    if (!account.connected)
        return tr("Not signed in");
    if (account.practice)
        return tr("Practice CRM\nOn this computer only");
    QStringList lines{account.organisation.name};
    lines.append(tr("%1, %2", "type of organisation, data centre")
                     .arg(organisationType(account.organisation.type), centreName(account)));
    if (!account.user.name.isEmpty())
        lines.append(account.user.name);
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

void SideBar::showAccount()
{
    const session::AccountState &account = m_session.account();
    const QString text = accountText(account);
    m_sign->setIcon(account.practice ? QStringLiteral("practice") : QStringLiteral("account"),
                    account.practice ? Tone::Practice : Tone::Neutral);
    m_account->setText(text);
    m_account->setAccessibleName(QString(text).replace(QLatin1Char('\n'), QStringLiteral(", ")));
    m_sign->setToolTip(text);
}

void SideBar::showStatuses()
{
    for (const session::WizardStep step : session::allSteps)
        showStatus(step);
}

void SideBar::setMissing(session::WizardStep step, const QString &sentence)
{
    QString &missing = m_missing[static_cast<size_t>(step)];
    if (missing == sentence)
        return;
    missing = sentence;
    showStatus(step);
}

void SideBar::showStatus(session::WizardStep step)
{
    using session::StepStatus;
    const QString &missing = m_missing[static_cast<size_t>(step)];
    const StepStatus status = m_session.statusOf(step);
    const bool open = status == StepStatus::Done && !missing.isEmpty();
    m_steps->setStatus(step, open ? StepStatus::NeedsLook : status, missing);
}

} // namespace ui
