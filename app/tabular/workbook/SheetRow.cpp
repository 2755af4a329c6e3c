#include "tabular/workbook/SheetRow.h"

#include <QString>

#include <algorithm>

namespace tabular {

namespace {

constexpr size_t rowBytes = 64 * 1024 * 1024; // of copied text in one row

} // namespace

QString cellName(qint64 row, int column)
{
    QString letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(u'A' + (rest - 1) % 26));
    return letters + QString::number(row);
}

base::Error cellFailure(base::ErrorCode code, qint64 row, int column, const QString &detail)
{
    return {code, detail, {{QStringLiteral("cell"), cellName(row, column)}, {QStringLiteral("row"), row}}, {}};
}

void SheetRow::clear()
{
    m_cells.clear();
    m_copies.clear();
    m_ordered = true;
}

void SheetRow::put(const Cell &cell)
{
    m_ordered = m_ordered && (m_cells.empty() || cell.column > m_cells.back().column);
    m_cells.push_back(cell);
}

bool SheetRow::placeCopy(int column, std::string_view text, int count)
{
    if (m_copies.size() + text.size() > rowBytes)
        return false;
    const size_t offset = m_copies.size();
    m_copies += text;
    for (int i = 0; i < count; ++i)
        put({column + i, nullptr, offset, text.size()});
    return true;
}

int SheetRow::arrange()
{
    if (m_ordered)
        return -1;
    std::sort(m_cells.begin(), m_cells.end(), [](const Cell &a, const Cell &b) { return a.column < b.column; });
    const auto twice = std::adjacent_find(m_cells.begin(), m_cells.end(),
                                          [](const Cell &a, const Cell &b) { return a.column == b.column; });
    return twice == m_cells.end() ? -1 : twice->column;
}

bool SheetRow::handTo(RecordSink &sink, qint64 line)
{
    while (!m_cells.empty() && m_cells.back().length == 0)
        m_cells.pop_back();
    if (m_cells.empty())
        return true;
    m_views.assign(static_cast<size_t>(m_cells.back().column) + 1, std::string_view());
    for (const Cell &cell : m_cells) {
        const char *start = cell.data ? cell.data : m_copies.data() + cell.offset;
        m_views[static_cast<size_t>(cell.column)] = {start, cell.length};
    }
    ++m_count;
    return sink.take({.number = m_count, .line = line, .offset = 0, .cells = m_views, .remarks = {}});
}

} // namespace tabular
