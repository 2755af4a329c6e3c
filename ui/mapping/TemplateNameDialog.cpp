#include "ui/mapping/TemplateNameDialog.h"

#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/Theme.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int longestName = 80; ///< letters

QLineEdit *nameInput(QWidget *parent)
{
    auto *input = new QLineEdit(parent);
    input->setObjectName(QStringLiteral("templateName"));
    input->setMaxLength(longestName);
    return input;
}

} // namespace

TemplateNameDialog::TemplateNameDialog(const QString &title, const QString &action, const QString &proposed,
                                       const QStringList &taken, QWidget *parent)
    : QDialog(parent)
    , m_taken(taken)
    , m_name(nameInput(this))
    , m_block(new FieldBlock(tr("Name of the template"), m_name, {}, this))
{
    setObjectName(QStringLiteral("templateNameDialog"));
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    layOut(action);
    connect(m_name, &QLineEdit::textChanged, this, &TemplateNameDialog::check);
    m_name->setText(proposed);
    m_name->selectAll();
    m_name->setFocus();
    check();
}

void TemplateNameDialog::layOut(const QString &action)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(m_block);
    column->addStretch();
    auto *buttons = new QDialogButtonBox(this);
    m_use = buttons->addButton(action, QDialogButtonBox::AcceptRole);
    m_use->setObjectName(QStringLiteral("useNameButton"));
    m_use->setDefault(true);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    setMinimumWidth(lineHeight() * 22);
}

QString TemplateNameDialog::name() const
{
    return m_name->text().simplified();
}

void TemplateNameDialog::check()
{
    const bool isTaken = m_taken.contains(name(), Qt::CaseInsensitive);
    m_block->showTrouble(isTaken ? tr("There is a template of this name already. Choose another one.") : QString());
    m_use->setEnabled(!name().isEmpty() && !isTaken);
}

} // namespace ui
