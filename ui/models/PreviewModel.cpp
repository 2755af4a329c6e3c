#include "ui/models/PreviewModel.h"

namespace ui {
namespace {

// A cell may hold up to a whole page of text; laying that out for a line of a table would only cost time.
constexpr int shownCharacters = 200;

QString inOneLine(const QString &cell)
{
    QString line = cell.left(shownCharacters);
    line.replace(QLatin1String("\r\n"), QLatin1String(" "));
    line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return line;
}

} // namespace

PreviewModel::PreviewModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void PreviewModel::setTable(const std::optional<tabular::TableSummary> &table)
{
    beginResetModel();
    m_headers.clear();
    m_rows.clear();
    if (table) {
        for (const tabular::ColumnSummary &column : table->columns)
            m_headers << column.header;
        m_rows = table->firstRows;
        m_firstNumber = table->source.dialect.headerRow + 1;
    }
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    // Short rows end before the last column.
    const QString cell = m_rows[static_cast<size_t>(index.row())].value(index.column());
    if (role == Qt::DisplayRole)
        return inOneLine(cell);
    if (role == Qt::ToolTipRole)
        return cell.left(2'000);
    return {};
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeading | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return m_firstNumber + section;
    return section < m_headers.size() ? QStringLiteral("%1  %2").arg(section).arg(m_headers.at(section)) : QVariant();
}

} // namespace ui
