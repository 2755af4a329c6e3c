#include "ui/models/PreviewModel.h"

#include <algorithm>

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

QStringList cellsAt(const std::vector<tabular::TopRecord> &top, int headerRow)
{
    const bool there = headerRow > 0 && static_cast<size_t>(headerRow) <= top.size();
    return there ? top[static_cast<size_t>(headerRow) - 1].cells : QStringList();
}

} // namespace

PreviewModel::PreviewModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_pages(new RowPages(this))
{
    connect(m_pages, &RowPages::fetched, this, &PreviewModel::announce);
    connect(m_pages, &RowPages::failed, this, &PreviewModel::failed);
}

void PreviewModel::setTable(const std::optional<tabular::Glance> &glance,
                            const std::optional<tabular::TableSummary> &table)
{
    beginResetModel();
    m_dialect = table ? table->source.dialect : glance ? glance->source.dialect : tabular::CsvDialect();
    m_headerEnd = m_dialect.headerRow > 0 ? m_dialect.headerRow + m_dialect.headerRows - 1 : 0;
    m_opened = table ? table->opened : nullptr;
    m_pages->setTable(m_opened, table ? table->scan : nullptr, m_headerEnd);
    takeTop(glance, table);
    takeHeaders(table);
    takeLongRows(table);
    // A header in the first record is seen above the columns already.
    m_firstShown = m_dialect.headerRow > 1 ? 0 : m_headerEnd;
    // Long rows that are left out are seen all the same.
    const qint64 records = !table ? static_cast<qint64>(m_top.size())
        : table->scan             ? table->scan->records
                                  : m_headerEnd + table->rows;
    m_shown = std::max<qint64>(0, records - m_firstShown);
    m_windowStart = 0;
    endResetModel();
}

void PreviewModel::takeTop(const std::optional<tabular::Glance> &glance,
                           const std::optional<tabular::TableSummary> &table)
{
    m_top = glance ? glance->top : std::vector<tabular::TopRecord>();
    // What is above the header is in no summary; as it is shown, it has to be read from the file.
    const bool fetched = m_headerEnd > 1 && m_opened && table->scan;
    if (glance || !table || fetched)
        return;
    for (qint64 record = 1; record <= m_headerEnd; ++record)
        m_top.push_back({numberOfRecord(record - 1), {}});
    for (const QStringList &row : table->firstRows)
        m_top.push_back({numberOfRecord(static_cast<qint64>(m_top.size())), row});
}

void PreviewModel::takeLongRows(const std::optional<tabular::TableSummary> &table)
{
    const bool widened =
        !table || table->source.longRows == tabular::LongRows::Widen || table->source.dialect.headerRow == 0;
    m_longRows = widened || !table->profile ? std::vector<qint64>() : table->profile->longRows;
    m_ofLongRows = table && table->source.longRows == tabular::LongRows::LeaveOut ? Place::LeftOut : Place::InDoubt;
}

void PreviewModel::takeHeaders(const std::optional<tabular::TableSummary> &table)
{
    m_headers.clear();
    if (table) {
        for (const tabular::ColumnSummary &column : table->columns)
            m_headers << column.header;
        return;
    }
    qsizetype width = 0;
    for (const tabular::TopRecord &record : m_top)
        width = std::max(width, record.cells.size());
    m_headers = cellsAt(m_top, m_dialect.headerRow);
    m_headers.resize(width);
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(std::min(m_shown - m_windowStart, mostRows));
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    // A frame asks for eight roles of each cell.
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != PlaceRole)
        return {};
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qint64 record = recordAt(index.row());
    if (role == PlaceRole)
        return static_cast<int>(placeOf(record));
    const QStringList *cells = cellsOf(record);
    if (!cells)
        return role == Qt::DisplayRole ? QStringLiteral("…") : QVariant();
    // Short rows end before the last column.
    const QString cell = cells->value(index.column());
    return role == Qt::DisplayRole ? inOneLine(cell) : cell.left(RowPages::keptCharacters);
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical && role == PlaceRole)
        return static_cast<int>(placeOf(recordAt(section)));
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeading | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section < rowCount() ? QVariant(numberOf(section)) : QVariant();
    return section < m_headers.size() ? QStringLiteral("%1  %2").arg(section).arg(inOneLine(m_headers.at(section)))
                                      : QVariant();
}

int PreviewModel::showRow(qint64 number)
{
    if (m_shown == 0)
        return -1;
    // Blank rows of a sheet are no records, so that numbers only grow.
    qint64 low = 0;
    qint64 high = m_shown - 1;
    while (low < high) {
        const qint64 middle = (low + high) / 2;
        if (numberOfRecord(m_firstShown + middle) < number)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < m_windowStart || low >= m_windowStart + rowCount()) {
        beginResetModel();
        m_windowStart = std::clamp<qint64>(low - mostRows / 2, 0, std::max<qint64>(0, m_shown - mostRows));
        endResetModel();
    }
    return static_cast<int>(low - m_windowStart);
}

qint64 PreviewModel::numberOf(int viewRow) const
{
    return numberOfRecord(recordAt(viewRow));
}

int PreviewModel::recordOf(int viewRow) const
{
    const qint64 record = recordAt(viewRow);
    const qint64 read = m_opened ? tabular::Glance::mostRecords : static_cast<qint64>(m_top.size());
    return record < std::max(read, m_headerEnd) ? static_cast<int>(record) + 1 : 0;
}

qint64 PreviewModel::lastNumber() const
{
    return m_shown > 0 ? numberOfRecord(m_firstShown + m_shown - 1) : 0;
}

qint64 PreviewModel::numberOfRecord(qint64 record) const
{
    if (record < static_cast<qint64>(m_top.size()))
        return m_top[static_cast<size_t>(record)].row;
    return m_opened ? m_opened->rowOf(record + 1) : record + 1;
}

PreviewModel::Place PreviewModel::placeOf(qint64 record) const
{
    if (record >= m_headerEnd) {
        const bool isLong =
            !m_longRows.empty() && std::binary_search(m_longRows.begin(), m_longRows.end(), numberOfRecord(record));
        return isLong ? m_ofLongRows : Place::Data;
    }
    return record >= m_dialect.headerRow - 1 ? Place::Header : Place::AboveHeader;
}

const QStringList *PreviewModel::cellsOf(qint64 record) const
{
    static const QStringList unknown;
    if (record < static_cast<qint64>(m_top.size()))
        return &m_top[static_cast<size_t>(record)].cells;
    return m_opened ? m_pages->row(record) : &unknown;
}

void PreviewModel::announce(qint64 first, qint64 count)
{
    const qint64 shift = -m_firstShown - m_windowStart;
    const qint64 from = std::max<qint64>(0, first + shift);
    const qint64 to = std::min<qint64>(rowCount(), first + count + shift) - 1;
    if (from <= to && columnCount() > 0)
        Q_EMIT dataChanged(index(static_cast<int>(from), 0), index(static_cast<int>(to), columnCount() - 1),
                           {Qt::DisplayRole, Qt::ToolTipRole});
}

} // namespace ui
