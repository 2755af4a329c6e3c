#include "ui/models/SourceColumnsModel.h"

#include "ui/models/MappingMime.h"

#include <QLocale>
#include <QMimeData>

#include <algorithm>
#include <set>

namespace ui {

namespace {

QString toolTip(const SourceColumn &column)
{
    QStringList lines{columnTitle(column.index, column.header)};
    if (!column.facts.isEmpty())
        lines << column.facts;
    for (const QString &sample : column.samples)
        lines << QStringLiteral("• ") + sample;
    lines << SourceColumnsModel::stateText(column);
    if (!column.reason.isEmpty())
        lines << column.reason;
    if (column.proposal)
        lines << column.proposal->reason;
    for (const RowFault &fault : column.faults)
        lines << fault.text;
    return lines.join(u'\n');
}

QString problemText(const SourceColumn &column)
{
    if (column.faults.empty())
        return column.problems > 0 ? SourceColumnsModel::tr("has problems") : SourceColumnsModel::tr("no problems");
    QStringList texts;
    for (const RowFault &fault : column.faults)
        texts << fault.words();
    return texts.join(u' ');
}

QString displayText(const SourceColumn &column, int place)
{
    switch (place) {
    case SourceColumnsModel::HeaderColumn:
        return column.header.isEmpty() ? columnTitle(column.index, {}) : column.header;
    case SourceColumnsModel::FieldColumn:
        return QLocale().createSeparatedList(column.feeds);
    default:
        return SourceColumnsModel::stateText(column);
    }
}

} // namespace

QString columnTitle(int index, const QString &header)
{
    return header.isEmpty() ? SourceColumnsModel::tr("Column %1").arg(index)
                            : SourceColumnsModel::tr("Column %1, %2").arg(QString::number(index), header);
}

bool SourceColumn::onlyWarnings() const
{
    return !faults.empty()
        && std::all_of(faults.begin(), faults.end(), [](const RowFault &fault) { return fault.warning; });
}

SourceColumnsModel::SourceColumnsModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

QString SourceColumnsModel::stateText(const SourceColumn &column)
{
    if (column.state == mapping::ColumnState::Ignored)
        return tr("ignored");
    if (column.state == mapping::ColumnState::Mapped)
        return tr("mapped to %1").arg(QLocale().createSeparatedList(column.feeds));
    return column.proposal ? tr("proposed: %1").arg(column.proposal->label) : tr("not decided");
}

QString SourceColumnsModel::sentence(const SourceColumn &column)
{
    QStringList parts{columnTitle(column.index, column.header)};
    if (!column.samples.isEmpty())
        parts << tr("sample %1").arg(column.samples.first());
    parts << stateText(column);
    if (!column.reason.isEmpty())
        parts << tr("sure");
    if (column.proposal && !column.proposal->reason.isEmpty())
        parts << column.proposal->reason;
    if (column.problems > 0 || column.state == mapping::ColumnState::Mapped)
        parts << problemText(column);
    return parts.join(QStringLiteral(", "));
}

const SourceColumn *SourceColumnsModel::columnAt(const QModelIndex &index)
{
    return index.isValid() ? index.data(ColumnRole).value<const SourceColumn *>() : nullptr;
}

bool SourceColumnsModel::hasSameColumns(const std::vector<SourceColumn> &columns) const
{
    return std::equal(
        m_columns.begin(), m_columns.end(), columns.begin(), columns.end(),
        [](const SourceColumn &a, const SourceColumn &b) { return a.index == b.index && a.header == b.header; });
}

void SourceColumnsModel::setColumns(std::vector<SourceColumn> columns)
{
    if (!hasSameColumns(columns)) {
        beginResetModel();
        m_columns = std::move(columns);
        m_picked = -1;
        endResetModel();
        return;
    }
    for (size_t i = 0; i < columns.size(); ++i) {
        if (m_columns[i] == columns[i])
            continue;
        m_columns[i] = columns[i];
        Q_EMIT dataChanged(index(int(i), 0), index(int(i), ColumnCount - 1));
    }
}

void SourceColumnsModel::setPicked(int column)
{
    if (column == m_picked)
        return;
    m_picked = column;
    if (!m_columns.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_columns.size()) - 1, ColumnCount - 1), {PickedRole});
}

int SourceColumnsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

int SourceColumnsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SourceColumnsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceColumn &column = m_columns[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return displayText(column, index.column());
    case Qt::EditRole:
        return index.column() == FieldColumn ? QVariant(column.fields.value(0))
                                             : QVariant(displayText(column, index.column()));
    case Qt::ToolTipRole:
        return toolTip(column);
    case Qt::AccessibleTextRole:
        return index.column() == HeaderColumn ? sentence(column) : displayText(column, index.column());
    case IndexRole:
        return column.index;
    case ColumnRole:
        return QVariant::fromValue(&column);
    case PickedRole:
        return column.index == m_picked;
    default:
        return {};
    }
}

QVariant SourceColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case HeaderColumn:
        return tr("Column");
    case FieldColumn:
        return tr("To Field");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

Qt::ItemFlags SourceColumnsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled
        | Qt::ItemNeverHasChildren;
    return index.column() == FieldColumn ? flags | Qt::ItemIsEditable : flags;
}

bool SourceColumnsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != FieldColumn)
        return false;
    const SourceColumn &column = m_columns[size_t(index.row())];
    const QString chosen = value.toString();
    if (chosen != column.fields.value(0) || column.fields.size() > 1)
        Q_EMIT edited({column.index}, crm::FieldName(chosen));
    return true;
}

QStringList SourceColumnsModel::mimeTypes() const
{
    return {QLatin1String(mappingMime::columnType), QLatin1String(mappingMime::fieldType)};
}

QMimeData *SourceColumnsModel::mimeData(const QModelIndexList &indexes) const
{
    std::set<int> rows;
    for (const QModelIndex &index : indexes)
        if (index.isValid())
            rows.insert(index.row());
    if (rows.empty())
        return nullptr;
    const SourceColumn &first = m_columns[size_t(*rows.begin())];
    if (indexes.size() == 1 && indexes.first().column() == FieldColumn && first.fields.size() == 1)
        return mappingMime::ofField(crm::FieldName(first.fields.first()), crm::ColumnIndex{first.index}).release();
    std::vector<crm::ColumnIndex> columns;
    for (const int row : rows)
        columns.push_back({m_columns[size_t(row)].index});
    return mappingMime::ofColumns(columns).release();
}

DropHint SourceColumnsModel::dropHint(const QMimeData *data, const QModelIndex &target) const
{
    const auto field = mappingMime::fieldIn(data);
    if (!field)
        return {false, mappingMime::columnsIn(data).empty() ? QString() : tr("Columns are dropped on a field.")};
    const SourceColumn *column = columnAt(target);
    if (!column)
        return {false, tr("Drop it on a column of the file.")};
    const QString title = columnTitle(column->index, column->header);
    const QString label = mappingMime::labelIn(data);
    if (column->fields.contains(field->text()))
        return {false, tr("%1 feeds %2 already.").arg(title, label)};
    return {true, tr("Let go to map %1 to %2.").arg(title, label)};
}

bool SourceColumnsModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                                         const QModelIndex &parent) const
{
    return action == Qt::CopyAction && dropHint(data, parent).fits;
}

bool SourceColumnsModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                      const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    Q_EMIT fieldDropped(*mappingMime::fieldIn(data), {m_columns[size_t(parent.row())].index},
                        mappingMime::originIn(data));
    return true;
}

} // namespace ui
