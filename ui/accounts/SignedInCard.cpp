#include "ui/accounts/SignedInCard.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui {
namespace {

QString factsOf(const session::AccountState &account, session::CrmConnection::Keeping keeping)
{
    QStringList lines;
    if (!account.user.name.isEmpty())
        lines.append(account.user.email.isEmpty()
                         ? SignedInCard::tr("Signed in as %1").arg(account.user.name)
                         : SignedInCard::tr("Signed in as %1 (%2)").arg(account.user.name, account.user.email));
    lines.append(SignedInCard::tr("API version %1 at %2").arg(account.apiVersion, account.apiHost.host()));
    if (account.practice)
        lines.append(SignedInCard::tr("Records that you import here live until the program ends."));
    else if (keeping == session::CrmConnection::Keeping::InKeychain)
        lines.append(SignedInCard::tr("The token is kept in this computer's keychain."));
    else if (keeping == session::CrmConnection::Keeping::SessionOnly)
        lines.append(SignedInCard::tr("The token is kept for this session only."));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

SignedInCard::SignedInCard(QWidget *parent)
    : QWidget(parent)
    , m_sign(new IconLabel(QStringLiteral("success"), Tone::Success, 1.8, this))
    , m_organisation(new TextLabel({}, TextRole::Heading, TextLabel::Use::Selectable, this))
    , m_type(new QLabel(this))
    , m_facts(new TextLabel({}, TextRole::Caption, TextLabel::Use::Selectable, this))
{
    m_organisation->setObjectName(QStringLiteral("signedInOrganisation"));
    m_facts->setObjectName(QStringLiteral("signedInFacts"));
    auto *signOut = new QPushButton(tr("Sign Out"), this);
    signOut->setObjectName(QStringLiteral("signOutButton"));
    makeQuiet(signOut);
    auto *name = new QHBoxLayout;
    name->setSpacing(space::s);
    name->addWidget(m_organisation, 1);
    name->addWidget(m_type, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    words->addLayout(name);
    words->addWidget(m_facts);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(signOut, 0, Qt::AlignTop);
    auto *card = new Card({}, {}, {}, this);
    card->body()->addLayout(row);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(signOut, &QPushButton::clicked, this, &SignedInCard::signOutWanted);
    hide();
}

void SignedInCard::showAccount(const session::AccountState &account, session::CrmConnection::Keeping keeping)
{
    setVisible(account.connected);
    const Tone tone = account.practice ? Tone::Practice : Tone::Success;
    m_sign->setIcon(account.practice ? QStringLiteral("practice") : QStringLiteral("success"), tone);
    m_organisation->setText(account.organisation.name);
    m_type->setText(account.practice ? tr("Practice") : account.organisation.type);
    makeBadge(m_type, tone);
    m_facts->setText(factsOf(account, keeping));
}

} // namespace ui
