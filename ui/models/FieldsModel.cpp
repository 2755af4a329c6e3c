#include "ui/models/FieldsModel.h"

#include "ui/models/MappingMime.h"
#include "ui/models/SourceColumnsModel.h"

#include <QMimeData>
#include <QSet>

#include <algorithm>

namespace ui {

namespace {

QString sourceText(const FieldRow &row)
{
    if (row.column && !row.claimants.empty())
        return FieldsModel::tr("fed by more than one column");
    if (row.column && row.constant)
        return FieldsModel::tr("fed by %1, blank cells become %2")
            .arg(columnTitle(*row.column, row.columnHeader), *row.constant);
    if (row.column)
        return FieldsModel::tr("fed by %1").arg(columnTitle(*row.column, row.columnHeader));
    if (row.constant)
        return FieldsModel::tr("constant %1").arg(*row.constant);
    return FieldsModel::tr("not mapped");
}

QString faultText(const FieldRow &row)
{
    if (row.faults.empty())
        return FieldsModel::tr("no problems");
    QStringList texts;
    for (const RowFault &fault : row.faults)
        texts << fault.words();
    return texts.join(u' ');
}

QString displayText(const FieldRow &row, int column)
{
    switch (column) {
    case FieldsModel::FieldColumn:
        return row.label;
    case FieldsModel::SourceColumn:
        return row.column ? columnTitle(*row.column, row.columnHeader) : QString();
    default:
        return row.constant.value_or(QString());
    }
}

QString toolTip(const FieldRow &row)
{
    QStringList lines{row.label, row.name.text()};
    if (!row.typeText.isEmpty())
        lines << row.typeText;
    for (const RowFault &fault : row.faults)
        lines << fault.text;
    return lines.join(u'\n');
}

QSet<QString> namesOf(const std::vector<FieldRow> &rows)
{
    QSet<QString> names;
    for (const FieldRow &row : rows)
        names.insert(row.name.text());
    return names;
}

} // namespace

FieldsModel::FieldsModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

QString FieldsModel::sentence(const FieldRow &row)
{
    QStringList parts{tr("Field %1").arg(row.label)};
    if (row.knowledge == FieldRow::Knowledge::Unknown)
        parts << tr("unknown field");
    if (row.label != row.name.text())
        parts << row.name.text();
    if (!row.typeText.isEmpty())
        parts << row.typeText;
    if (row.mandatory)
        parts << tr("mandatory");
    parts << sourceText(row);
    if (row.lookup && row.isMapped() && !row.findBy.isEmpty())
        parts << tr("found by %1").arg(row.findBy);
    return (parts << faultText(row)).join(QStringLiteral(", "));
}

const FieldRow *FieldsModel::rowAt(const QModelIndex &index)
{
    return index.isValid() ? index.data(RowRole).value<const FieldRow *>() : nullptr;
}

int FieldsModel::rowOf(const crm::FieldName &field) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const FieldRow &row) { return row.name == field; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void FieldsModel::removeMissing(const std::vector<FieldRow> &rows)
{
    const QSet<QString> kept = namesOf(rows);
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (kept.contains(m_rows[size_t(i)].name.text()))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
}

bool FieldsModel::insertNew(const std::vector<FieldRow> &rows)
{
    const QSet<QString> present = namesOf(m_rows);
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i < m_rows.size() && m_rows[i].name == rows[i].name)
            continue;
        if (present.contains(rows[i].name.text()))
            return false;
        beginInsertRows({}, int(i), int(i));
        m_rows.insert(m_rows.begin() + std::ptrdiff_t(i), rows[i]);
        endInsertRows();
    }
    return true;
}

void FieldsModel::updateContent(const std::vector<FieldRow> &rows)
{
    for (size_t i = 0; i < rows.size(); ++i) {
        if (m_rows[i] == rows[i])
            continue;
        m_rows[i] = rows[i];
        Q_EMIT dataChanged(index(int(i), 0), index(int(i), ColumnCount - 1));
    }
}

void FieldsModel::setRows(std::vector<FieldRow> rows)
{
    // One row at a time is kind to the selection, but not to a table of a thousand new rows.
    const bool fewAreNew = std::abs(std::ptrdiff_t(rows.size()) - std::ptrdiff_t(m_rows.size())) < 20;
    if (fewAreNew)
        removeMissing(rows);
    if (fewAreNew && insertNew(rows)) {
        updateContent(rows);
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int FieldsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FieldsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FieldsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FieldRow &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, index.column());
    case Qt::EditRole:
        return index.column() == SourceColumn ? (row.column ? QVariant(*row.column) : QVariant())
                                              : QVariant(displayText(row, index.column()));
    case Qt::ToolTipRole:
        return toolTip(row);
    case Qt::AccessibleTextRole:
        return index.column() == FieldColumn ? QVariant(sentence(row)) : QVariant(displayText(row, index.column()));
    case RowRole:
        return QVariant::fromValue(&row);
    case NameRole:
        return row.name.text();
    default:
        return {};
    }
}

QVariant FieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case FieldColumn:
        return tr("Field");
    case SourceColumn:
        return tr("From Column");
    case ConstantColumn:
        return tr("Constant");
    default:
        return {};
    }
}

Qt::ItemFlags FieldsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled
        | Qt::ItemNeverHasChildren;
    return index.column() == SourceColumn ? flags | Qt::ItemIsEditable : flags;
}

bool FieldsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != SourceColumn)
        return false;
    const FieldRow &row = m_rows[size_t(index.row())];
    const auto chosen = value.isValid() ? std::optional(crm::ColumnIndex{value.toInt()}) : std::nullopt;
    const auto present = row.column ? std::optional(crm::ColumnIndex{*row.column}) : std::nullopt;
    if (chosen != present)
        Q_EMIT edited(crm::FieldName(row.name), chosen);
    return true;
}

QStringList FieldsModel::mimeTypes() const
{
    return {QLatin1String(mappingMime::fieldType), QLatin1String(mappingMime::columnType)};
}

QMimeData *FieldsModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty() || !indexes.first().isValid())
        return nullptr;
    const FieldRow &row = m_rows[size_t(indexes.first().row())];
    if (indexes.size() == 1 && indexes.first().column() == SourceColumn && row.column)
        return mappingMime::ofColumns({{*row.column}}).release();
    return mappingMime::ofField(row.name, {}, row.label).release();
}

DropHint FieldsModel::dropHint(const QMimeData *data, const QModelIndex &target) const
{
    const auto columns = mappingMime::columnsIn(data);
    if (columns.empty())
        return {false, mappingMime::fieldIn(data) ? tr("A field is dropped on a column.") : QString()};
    const FieldRow *row = rowAt(target);
    if (!row)
        return {false, tr("Drop it on a field.")};
    const QString column = QString::number(columns.front().value);
    if (!row->writable)
        return {false, tr("%1 cannot be filled by an import.").arg(row->label)};
    if (row->column == columns.front().value)
        return {false, tr("Column %1 feeds %2 already.").arg(column, row->label)};
    if (!row->column)
        return {true, tr("Let go to map column %1 to %2.").arg(column, row->label)};
    const QString present = QString::number(*row->column);
    return {true,
            row->automatic
                ? tr("Let go to map column %1 to %2 in place of column %3.").arg(column, row->label, present)
                : tr("Let go to map column %1 to %2 too, which column %3 feeds. One of them is to stay then.")
                      .arg(column, row->label, present)};
}

bool FieldsModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                                  const QModelIndex &parent) const
{
    return action == Qt::CopyAction && mappingMime::columnsIn(data).size() == 1 && dropHint(data, parent).fits;
}

bool FieldsModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                               const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    // A copy: whoever listens may change the rows while the signal runs.
    Q_EMIT columnsDropped(mappingMime::columnsIn(data), {crm::FieldName(m_rows[size_t(parent.row())].name)});
    return true;
}

} // namespace ui
