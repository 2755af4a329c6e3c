#include "ui/models/FieldsFilter.h"

#include "ui/models/FieldsModel.h"
#include "ui/models/MappingMime.h"

#include <QLocale>

namespace ui {

namespace {

bool isOfKind(const FieldRow &row, FieldsFilter::Show show)
{
    switch (show) {
    case FieldsFilter::Show::All:
        return true;
    case FieldsFilter::Show::Mapped:
        return row.isMapped();
    case FieldsFilter::Show::NotMapped:
        return !row.isMapped();
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

std::vector<crm::FieldName> FieldsFilter::freeFrom(const QModelIndex &target, size_t count) const
{
    std::vector<crm::FieldName> fields;
    for (int row = target.row(); row < rowCount() && fields.size() < count; ++row) {
        const FieldRow *field = FieldsModel::rowAt(index(row, 0));
        if (field->writable && !field->column)
            fields.push_back(field->name);
    }
    return fields;
}

DropHint FieldsFilter::dropHint(const QMimeData *data, const QModelIndex &target) const
{
    const auto columns = mappingMime::columnsIn(data);
    if (columns.size() < 2)
        return static_cast<const FieldsModel *>(sourceModel())->dropHint(data, mapToSource(target));
    const FieldRow *first = FieldsModel::rowAt(target);
    if (!first)
        return {false, tr("Drop them on a field.")};
    if (first->column || !first->writable)
        return {false, tr("Several columns start at a field that is free; %1 is not.").arg(first->label)};
    const auto fields = freeFrom(target, columns.size());
    if (fields.size() < columns.size())
        return {false, tr("There are not as many free fields from %1 on.").arg(first->label)};
    QStringList labels;
    for (int row = target.row(); labels.size() < int(fields.size()); ++row) {
        const FieldRow *field = FieldsModel::rowAt(index(row, 0));
        if (field->name == fields[size_t(labels.size())])
            labels << field->label;
    }
    return {true,
            tr("Let go to map %Ln column(s), one each, to %1.", nullptr, int(columns.size()))
                .arg(QLocale().createSeparatedList(labels))};
}

bool FieldsFilter::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                                   const QModelIndex &parent) const
{
    return action == Qt::CopyAction && !mappingMime::columnsIn(data).empty() && dropHint(data, parent).fits;
}

bool FieldsFilter::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const auto columns = mappingMime::columnsIn(data);
    if (columns.size() == 1)
        return sourceModel()->dropMimeData(data, action, -1, -1, mapToSource(parent));
    Q_EMIT static_cast<FieldsModel *>(sourceModel())->columnsDropped(columns, freeFrom(parent, columns.size()));
    return true;
}

} // namespace ui
