#include "tabular/parts/SourceRows.h"

#include <algorithm>

namespace tabular {

void SourceRows::Numbers::append(qint64 index, qint64 number, qint64 count)
{
    if (m_runs.empty())
        m_first = number;
    if (number != m_next)
        m_runs.push_back({static_cast<quint32>(index), static_cast<quint32>(number - m_first)});
    m_next = number + count;
}

qint64 SourceRows::Numbers::at(qint64 index) const
{
    const auto after = std::upper_bound(m_runs.cbegin(), m_runs.cend(), index,
                                        [](qint64 value, const Run &run) { return value < qint64(run.index); });
    const Run &run = *std::prev(after);
    return m_first + run.number + (index - run.index);
}

std::optional<qint64> SourceRows::Numbers::find(qint64 number, qint64 size, bool orBefore) const
{
    const auto after = std::upper_bound(m_runs.cbegin(), m_runs.cend(), number - m_first,
                                        [](qint64 value, const Run &run) { return value < qint64(run.number); });
    if (after == m_runs.cbegin())
        return {};
    const Run &run = *std::prev(after);
    const qint64 end = after == m_runs.cend() ? size : qint64(after->index);
    const qint64 index = run.index + (number - m_first - run.number);
    if (index < end)
        return index;
    return orBefore ? std::optional(end - 1) : std::nullopt;
}

void SourceRows::append(qint64 row, qint64 line, qint64 count)
{
    m_rows.append(m_size, row, count);
    m_lines.append(m_size, line, count);
    m_size += count;
}

SourceRows SourceRows::slice(qint64 from, qint64 count) const
{
    SourceRows part;
    for (qint64 row = from; row < from + count; ++row)
        part.append(rowOf(row), lineOf(row));
    return part;
}

} // namespace tabular
