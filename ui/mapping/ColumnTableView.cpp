#include "ui/mapping/ColumnTableView.h"

#include "ui/mapping/ColumnDelegate.h"
#include "ui/models/ColumnsFilter.h"
#include "ui/models/SourceColumnsModel.h"

#include <QKeyEvent>

namespace ui {

ColumnTableView::ColumnTableView(const FieldsModel &fields, QWidget *parent)
    : CardTable(SourceColumnsModel::FieldColumn, parent)
{
    auto *delegate = new ColumnDelegate(fields, *this);
    setItemDelegate(delegate);
    setSelectionMode(ExtendedSelection);
    connect(delegate, &ColumnDelegate::accepted, this, &ColumnTableView::accepted);
}

const std::vector<RowFault> &ColumnTableView::faultsOf(int row) const
{
    static const std::vector<RowFault> none;
    const SourceColumn *column = SourceColumnsModel::columnAt(model()->index(row, 0));
    // Beside the fields, which show them all, once is enough.
    return column && !isCompact() ? column->faults : none;
}

std::vector<int> ColumnTableView::widthsIn(int width) const
{
    const int state = std::min(width * 28 / 100, lineHeight() * 22);
    const int field = std::min(width * 30 / 100, lineHeight() * 16);
    return {width - field - state, field, state};
}

bool ColumnTableView::isPicked(int row) const
{
    return model()->index(row, 0).data(SourceColumnsModel::PickedRole).toBool();
}

QString ColumnTableView::nameOf(const QModelIndex &index) const
{
    const SourceColumn *column = SourceColumnsModel::columnAt(index);
    if (index.column() == SourceColumnsModel::FieldColumn && column->feeds.size() == 1)
        return column->feeds.first();
    return columnTitle(column->index, column->header);
}

DropHint ColumnTableView::hintFor(const QMimeData *carried, const QModelIndex &index) const
{
    return static_cast<const ColumnsFilter *>(model())->dropHint(carried, index);
}

void ColumnTableView::keyPressEvent(QKeyEvent *event)
{
    const SourceColumn *column = SourceColumnsModel::columnAt(currentIndex());
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && column && column->proposal)
        Q_EMIT accepted(currentIndex());
    else
        CardTable::keyPressEvent(event);
}

} // namespace ui
