#include "ui/mapping/ConstantDialog.h"

#include "mapping/AutoMatcher.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

/// The longest value that the CRM's own description of the request allows.
constexpr int longestValue = 500;

} // namespace

ConstantDialog::ConstantDialog(const crm::Field &field, const crm::FieldMapping *entry, QWidget *parent)
    : QDialog(parent)
    , m_value(new QComboBox(this))
    , m_fed(entry && entry->column)
{
    setObjectName(QStringLiteral("constantDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QString label = field.label.isEmpty() ? field.name.text() : field.label;
    setWindowTitle(tr("Constant for %1").arg(label));
    if (entry && entry->defaultValue) {
        m_before = entry->defaultValue;
        m_beforeText = m_before->toVariant().toString();
    }
    offerValues(field);
    if (field.isLookup())
        offerFindBy(field, entry);
    layOut(label);
}

void ConstantDialog::offerValues(const crm::Field &field)
{
    m_value->setObjectName(QStringLiteral("constantValue"));
    m_value->setEditable(true);
    m_value->setInsertPolicy(QComboBox::NoInsert);
    m_value->lineEdit()->setMaxLength(longestValue);
    for (const crm::PicklistValue &value : field.picklist)
        m_value->addItem(value.display, value.actual);
    if (field.dataType == QLatin1String("boolean"))
        m_value->addItems({QStringLiteral("true"), QStringLiteral("false")});
    const int known = m_value->findData(m_beforeText);
    m_value->setCurrentIndex(known);
    if (known < 0)
        m_value->setEditText(m_beforeText);
}

void ConstantDialog::offerFindBy(const crm::Field &field, const crm::FieldMapping *entry)
{
    m_findBy = new QComboBox(this);
    m_findBy->setObjectName(QStringLiteral("constantFindBy"));
    const crm::FieldName usual = mapping::defaultFindBy(field);
    if (usual.text() == QLatin1String("email"))
        m_findBy->addItem(tr("an e-mail address (email)"), usual.text());
    m_findBy->addItem(tr("a record ID (id)"), QStringLiteral("id"));
    const QString present = entry && !entry->findBy.isEmpty() ? entry->findBy.text() : usual.text();
    if (m_findBy->findData(present) < 0)
        m_findBy->addItem(present, present);
    m_findBy->setCurrentIndex(m_findBy->findData(present));
}

void ConstantDialog::layOut(const QString &label)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(new FieldBlock(tr("Value for %1").arg(label), m_value,
                                     m_fed ? tr("Used for the rows whose cell is blank.") : tr("Used for every row."),
                                     this));
    if (m_findBy)
        column->addWidget(new FieldBlock(tr("The value is"), m_findBy, {}, this));
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *use = buttons->addButton(tr("Use Constant"), QDialogButtonBox::AcceptRole);
    use->setObjectName(QStringLiteral("useConstantButton"));
    use->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    if (m_before) {
        QPushButton *remove = buttons->addButton(tr("Remove Constant"), QDialogButtonBox::DestructiveRole);
        connect(remove, &QPushButton::clicked, this, [this] {
            m_value->setCurrentIndex(-1);
            m_value->clearEditText();
            accept();
        });
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(lineHeight() * 22);
    m_value->setFocus();
}

std::optional<QJsonValue> ConstantDialog::value() const
{
    const QString text = m_value->currentText();
    const int known = m_value->findText(text, Qt::MatchExactly);
    const QVariant actual = known >= 0 ? m_value->itemData(known) : QVariant();
    const QString meant = actual.isValid() ? actual.toString() : text;
    if (m_before && meant == m_beforeText)
        return m_before;
    return meant.isEmpty() ? std::nullopt : std::optional(QJsonValue(meant));
}

crm::FieldName ConstantDialog::findBy() const
{
    return m_findBy ? crm::FieldName(m_findBy->currentData().toString()) : crm::FieldName();
}

} // namespace ui
