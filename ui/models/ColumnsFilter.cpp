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

bool ColumnsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const QStringList searched =
        QStringList{index.data(SourceColumnsModel::IndexRole).toString(), index.data(Qt::DisplayRole).toString()}
        + index.data(SourceColumnsModel::SamplesRole).toStringList()
        + index.data(SourceColumnsModel::FeedsRole).toStringList();
    return m_text.isEmpty() || !searched.filter(m_text, Qt::CaseInsensitive).isEmpty();
}

} // namespace ui
