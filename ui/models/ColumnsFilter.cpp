#include "ui/models/ColumnsFilter.h"

#include "ui/models/SourceColumnsModel.h"

namespace ui {

ColumnsFilter::ColumnsFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{ }

void ColumnsFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void ColumnsFilter::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

bool ColumnsFilter::isOfKind(const SourceColumn &column, Show show)
{
    switch (show) {
    case Show::All:
        return true;
    case Show::NeedsLook:
        return column.needsLook();
    case Show::Undecided:
        return column.state == mapping::ColumnState::Undecided;
    case Show::Mapped:
        return column.state == mapping::ColumnState::Mapped;
    case Show::Ignored:
        return column.state == mapping::ColumnState::Ignored;
    }
    return true;
}

DropHint ColumnsFilter::dropHint(const QMimeData *data, const QModelIndex &target) const
{
    return static_cast<const SourceColumnsModel *>(sourceModel())->dropHint(data, mapToSource(target));
}

bool ColumnsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const SourceColumn *column = SourceColumnsModel::columnAt(sourceModel()->index(row, 0, parent));
    if (!column || !isOfKind(*column, m_show))
        return false;
    const QStringList searched = QStringList{QString::number(column->index), column->header} + column->samples
        + column->feeds + QStringList{column->proposal ? column->proposal->label : QString()};
    return m_text.isEmpty() || !searched.filter(m_text, Qt::CaseInsensitive).isEmpty();
}

} // namespace ui
