#include "ui/wizard/OperationChooser.h"

#include "ui/text/Wording.h"
#include "ui/widgets/ChoiceCard.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {

OperationChooser::OperationChooser(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("operationGroup"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    add(crm::Operation::Insert, "operationInsert",
        tr("Each row becomes a record of its own. The CRM calls this insert."));
    add(crm::Operation::Update, "operationUpdate",
        tr("Each row changes a record that is there already. Rows without one are skipped. The CRM calls this "
           "update."));
    add(crm::Operation::Upsert, "operationUpsert",
        tr("Rows change the record they match; those that match none are added. The CRM calls this upsert."));
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT chosen(static_cast<crm::Operation>(id)); });
}

void OperationChooser::add(crm::Operation operation, const char *objectName, const QString &sentence)
{
    auto *card = new ChoiceCard(Wording::of(operation), sentence, {}, this);
    card->button()->setObjectName(QLatin1String(objectName));
    m_group->addButton(card->button(), static_cast<int>(operation));
    m_cards.at(static_cast<size_t>(operation)) = card;
    layout()->addWidget(card);
}

void OperationChooser::choose(const std::optional<crm::Operation> &operation)
{
    // An exclusive group does not let its last button be released.
    m_group->setExclusive(false);
    for (const crm::Operation each : crm::allOperations)
        m_cards.at(static_cast<size_t>(each))->button()->setChecked(each == operation);
    m_group->setExclusive(true);
}

QRadioButton *OperationChooser::button() const
{
    auto *checked = qobject_cast<QRadioButton *>(m_group->checkedButton());
    return checked ? checked : m_cards.front()->button();
}

} // namespace ui
