#include "ui/results/ResultDelegate.h"

#include "ui/models/ResultRowsModel.h"
#include "ui/text/Wording.h"
#include "ui/widgets/Theme.h"

namespace ui {
namespace {

QIcon signOf(crm::RowState state)
{
    switch (state) {
    case crm::RowState::Added:
        return icon(QStringLiteral("success"), Tone::Success);
    case crm::RowState::Updated:
        return icon(QStringLiteral("success"), Tone::Info);
    case crm::RowState::Skipped:
        return icon(QStringLiteral("warning"), Tone::Warning);
    case crm::RowState::Unprocessed:
    case crm::RowState::Unknown:
        break;
    }
    return icon(QStringLiteral("error"), Tone::Error);
}

} // namespace

void ResultDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (option->direction == Qt::RightToLeft)
        option->text = Wording::apart(option->text);
    const QVariant state = index.data(ResultRowsModel::StateRole);
    if (!state.isValid())
        return;
    option->icon = signOf(static_cast<crm::RowState>(state.toInt()));
    option->decorationSize = QSize(lineHeight(), lineHeight());
    option->features |= QStyleOptionViewItem::HasDecoration;
}

} // namespace ui
