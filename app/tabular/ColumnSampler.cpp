#include "tabular/ColumnSampler.h"

#include "tabular/DataRows.h"

#include <algorithm>

namespace tabular {

namespace {

constexpr qsizetype candidateLimit = 25;
constexpr qint64 cellsLookedAt = 1'000;
constexpr qsizetype sampleLength = 500;
constexpr qsizetype sampleCount = 3;

} // namespace

void ColumnSampler::add(const QString &cell)
{
    if (isBlank(cell))
        return;
    ++m_filled;
    if (cell.size() > m_longest.size())
        m_longest = cell;
    if (m_filled <= cellsLookedAt && m_candidates.size() < candidateLimit && !m_candidates.contains(cell))
        m_candidates.append(cell);
}

QStringList ColumnSampler::samples() const
{
    if (m_candidates.isEmpty())
        return {};
    QStringList byLength = m_candidates;
    std::stable_sort(byLength.begin(), byLength.end(),
                     [](const QString &a, const QString &b) { return a.size() < b.size(); });
    QStringList samples{byLength.at((byLength.size() - 1) / 2)};
    for (const QString &value : QStringList{m_longest} + m_candidates) {
        if (samples.size() < sampleCount && !samples.contains(value))
            samples.append(value);
    }
    for (QString &sample : samples)
        sample.truncate(sampleLength);
    return samples;
}

} // namespace tabular
