#include "ui/models/SourceColumnsModel.h"

#include "ui/models/MappingMime.h"

#include <QLocale>
#include <QMimeData>

#include <algorithm>

namespace ui {

namespace {

QString stateText(const SourceColumn &column)
{
    if (column.state == mapping::ColumnState::Ignored)
        return SourceColumnsModel::tr("ignored");
    if (column.state == mapping::ColumnState::Undecided)
        return SourceColumnsModel::tr("not decided");
    return SourceColumnsModel::tr("mapped to %1").arg(QLocale().createSeparatedList(column.feeds));
}

QString sentence(const SourceColumn &column)
{
    QStringList parts{columnTitle(column.index, column.header)};
    if (!column.samples.isEmpty())
        parts << SourceColumnsModel::tr("sample %1").arg(column.samples.first());
    parts << stateText(column);
    if (column.problems > 0)
        parts << SourceColumnsModel::tr("has problems");
    else if (column.state == mapping::ColumnState::Mapped)
        parts << SourceColumnsModel::tr("no problems");
    return parts.join(QStringLiteral(", "));
}

QString toolTip(const SourceColumn &column)
{
    QStringList lines{columnTitle(column.index, column.header)};
    for (const QString &sample : column.samples)
        lines << QStringLiteral("• ") + sample;
    lines << stateText(column);
    return lines.join(u'\n');
}

} // namespace

QString columnTitle(int index, const QString &header)
{
    return header.isEmpty() ? SourceColumnsModel::tr("Column %1").arg(index)
                            : SourceColumnsModel::tr("Column %1, %2").arg(QString::number(index), header);
}

SourceColumnsModel::SourceColumnsModel(QObject *parent)
    : QAbstractListModel(parent)
{ }

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
        const QModelIndex changed = index(int(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

void SourceColumnsModel::setPicked(int column)
{
    if (column == m_picked)
        return;
    m_picked = column;
    if (!m_columns.empty())
        Q_EMIT dataChanged(index(0), index(int(m_columns.size()) - 1), {PickedRole});
}

int SourceColumnsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant SourceColumnsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceColumn &column = m_columns[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return column.header.isEmpty() ? columnTitle(column.index, {}) : column.header;
    case Qt::ToolTipRole:
        return toolTip(column);
    case Qt::AccessibleTextRole:
        return sentence(column);
    case IndexRole:
        return column.index;
    case HeaderRole:
        return column.header;
    case SamplesRole:
        return column.samples;
    case StateRole:
        return int(column.state);
    case FeedsRole:
        return column.feeds;
    case ProblemsRole:
        return column.problems;
    case PickedRole:
        return column.index == m_picked;
    default:
        return {};
    }
}

Qt::ItemFlags SourceColumnsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled
        | Qt::ItemNeverHasChildren;
}

QStringList SourceColumnsModel::mimeTypes() const
{
    return {QLatin1String(mappingMime::columnType), QLatin1String(mappingMime::fieldType)};
}

QMimeData *SourceColumnsModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty() || !indexes.first().isValid())
        return nullptr;
    return mappingMime::ofColumn({m_columns[size_t(indexes.first().row())].index}).release();
}

bool SourceColumnsModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                                         const QModelIndex &parent) const
{
    return action == Qt::CopyAction && parent.isValid() && mappingMime::fieldIn(data).has_value();
}

bool SourceColumnsModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                      const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    Q_EMIT fieldDropped(*mappingMime::fieldIn(data), {m_columns[size_t(parent.row())].index});
    return true;
}

} // namespace ui
