#include "tabular/profile/RowBatch.h"

namespace tabular {

namespace {

/// What the cells take that do not stand in the text.
size_t bytesOf(const RecordView &row, size_t width)
{
    size_t bytes = 0;
    for (size_t column = 0; column < width; ++column)
        bytes += row.cells[column].size();
    return bytes;
}

} // namespace

// A row and its cells that lost their doubled quotes are together no longer than twice the row.
RowBatch::RowBatch()
    : m_text(textBytes + 2 * longestRow + hashPadding)
{ }

void RowBatch::setColumns(size_t columns)
{
    m_columns = columns;
    m_places.assign(columns * mostRows, {});
}

bool RowBatch::add(const RecordView &row, size_t width)
{
    if ((row.text.empty() ? bytesOf(row, width) : row.text.size()) > longestRow)
        return false;
    const quint32 base = copy(row.text).begin;
    const auto text = reinterpret_cast<quintptr>(row.text.data());
    Place *place = m_places.data() + m_rows;
    for (size_t column = 0; column < width; ++column, place += mostRows) {
        const std::string_view cell = row.cells[column];
        const quintptr at = reinterpret_cast<quintptr>(cell.data()) - text;
        if (at < row.text.size())
            *place = {base + static_cast<quint32>(at), static_cast<quint32>(cell.size())};
        else
            *place = copy(cell);
    }
    for (size_t column = width; column < m_columns; ++column, place += mostRows)
        *place = {};
    m_numbers[m_rows++] = row.number;
    return true;
}

RowBatch::Place RowBatch::copy(std::string_view bytes)
{
    const Place place{static_cast<quint32>(m_used), static_cast<quint32>(bytes.size())};
    if (!bytes.empty())
        std::memcpy(m_text.data() + m_used, bytes.data(), bytes.size());
    m_used += bytes.size();
    return place;
}

void RowBatch::clear()
{
    m_rows = 0;
    m_used = 0;
}

} // namespace tabular
