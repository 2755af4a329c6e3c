#include "ui/wizard/BlankChooser.h"

#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {

BlankChooser::BlankChooser(QWidget *parent)
    : QWidget(parent)
    , m_keep(new QRadioButton(tr("Keep What the CRM Has"), this))
    , m_clear(new QRadioButton(tr("Empty the Field in the CRM"), this))
{
    m_keep->setObjectName(QStringLiteral("blankKeep"));
    m_clear->setObjectName(QStringLiteral("blankClear"));
    m_keep->setAccessibleName(m_keep->text());
    m_clear->setAccessibleName(m_clear->text());
    auto *pair = new QWidget(this);
    pair->setObjectName(QStringLiteral("blankGroup"));
    auto *inner = new QVBoxLayout(pair);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(space::xs);
    inner->addWidget(m_keep);
    inner->addWidget(m_clear);
    m_block = new FieldBlock(tr("Blank Cells"), pair, {}, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_block);
    auto *group = new QButtonGroup(this);
    group->addButton(m_keep);
    group->addButton(m_clear);
    connect(group, &QButtonGroup::buttonClicked, this, [this] { Q_EMIT chosen(m_keep->isChecked()); });
}

void BlankChooser::showChoice(const std::optional<crm::Operation> &operation, bool ignoreEmpty)
{
    (ignoreEmpty ? m_keep : m_clear)->setChecked(true);
    const bool matters = operation && *operation != crm::Operation::Insert;
    m_keep->setEnabled(matters);
    m_clear->setEnabled(matters);
    m_block->setHelp(matters ? tr("What happens to a field of an existing record when the cell of its row is blank.")
                             : tr("This only matters when records are updated: a new record just has no value there."));
}

} // namespace ui
