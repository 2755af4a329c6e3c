#include "ui/models/FieldsFilter.h"

#include "ui/models/FieldsModel.h"

namespace ui {

namespace {

bool isOfKind(const FieldRow &row, FieldsFilter::Show show)
{
    switch (show) {
    case FieldsFilter::Show::All:
        return true;
    case FieldsFilter::Show::Mapped:
        return row.isMapped();
    case FieldsFilter::Show::MandatoryMissing:
        return row.isMissing();
    case FieldsFilter::Show::WithFaults:
        return !row.faults.empty();
    }
    return true;
}

} // namespace

FieldsFilter::FieldsFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{ }

void FieldsFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void FieldsFilter::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

bool FieldsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const FieldRow *field = FieldsModel::rowAt(sourceModel()->index(row, 0, parent));
    if (!field || !isOfKind(*field, m_show))
        return false;
    const QStringList searched{field->label, field->name.text(), field->columnHeader,
                               field->constant.value_or(QString())};
    return m_text.isEmpty() || !searched.filter(m_text, Qt::CaseInsensitive).isEmpty();
}

} // namespace ui
