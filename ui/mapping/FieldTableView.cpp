#include "ui/mapping/FieldTableView.h"

#include "ui/mapping/FieldDelegate.h"
#include "ui/models/FieldsFilter.h"
#include "ui/models/FieldsModel.h"
#include "ui/models/SourceColumnsModel.h"

namespace ui {

FieldTableView::FieldTableView(QWidget *parent)
    : CardTable(FieldsModel::SourceColumn, parent)
{
    setSelectionMode(SingleSelection);
}

void FieldTableView::setColumns(const SourceColumnsModel &columns)
{
    setItemDelegate(new FieldDelegate(columns, *this));
}

void FieldTableView::setPicked(const QString &field)
{
    m_picked = field;
    viewport()->update();
}

const std::vector<RowFault> &FieldTableView::faultsOf(int row) const
{
    static const std::vector<RowFault> none;
    const FieldRow *field = FieldsModel::rowAt(model()->index(row, 0));
    return field ? field->faults : none;
}

std::vector<int> FieldTableView::widthsIn(int width) const
{
    const int constant = std::min(width / 4, lineHeight() * 10);
    const int source = std::min(width * 36 / 100, lineHeight() * 18);
    return {width - constant - source, source, constant};
}

bool FieldTableView::isPicked(int row) const
{
    return !m_picked.isEmpty() && FieldsModel::rowAt(model()->index(row, 0))->name.text() == m_picked;
}

QString FieldTableView::nameOf(const QModelIndex &index) const
{
    const FieldRow *row = FieldsModel::rowAt(index);
    return index.column() == FieldsModel::SourceColumn && row->column ? columnTitle(*row->column, row->columnHeader)
                                                                      : row->label;
}

DropHint FieldTableView::hintFor(const QMimeData *carried, const QModelIndex &index) const
{
    return static_cast<const FieldsFilter *>(model())->dropHint(carried, index);
}

} // namespace ui
