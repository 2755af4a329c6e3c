#include "tabular/profile/ColumnProfiler.h"

#include "tabular/Utf8.h"
#include "tabular/profile/ShapeVerdict.h"

#include <algorithm>

namespace tabular {

namespace {

constexpr qint64 sampleLength = 500;
constexpr size_t candidateLimit = 25;
constexpr qint64 valuesLookedAt = 1'000;

QString text(const std::string &utf8)
{
    return textOf(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

/// On its own: the compiler keeps the halves of the products in registers then.
Q_NEVER_INLINE void hashAll(const char *text, std::span<const RowBatch::Place> cells, quint64 *hashes)
{
    for (const RowBatch::Place cell : cells)
        *hashes++ = hashOfPadded(text + cell.begin, cell.size);
}

} // namespace

void ColumnProfiler::forgetNotes()
{
    std::fill(m_recent.begin(), m_recent.end(), Recent{});
    m_distinct.forgetNotes();
}

/// Known values first: none of their notes is lost on the way. New ones come in their order, since the first of them counts.
bool ColumnProfiler::add(const RowBatch &batch, size_t column)
{
    if (m_filled < valuesLookedAt)
        return addOneByOne(batch, column);
    const RowBatch::Place *const places = batch.column(column);
    std::array<quint64, RowBatch::mostRows> hashes;
    std::array<quint8, RowBatch::mostRows> fresh;
    hashAll(batch.text(), {places, batch.rows()}, hashes.data());
    // What is known of the values is all over the memory.
    for (size_t row = 0; row < batch.rows(); ++row)
        scan::prefetch(addressOf(hashes[row]));
    // Neighbours count in different places, so that they need not wait for one another.
    std::array<std::array<quint8, 4>, tallyBits + 1> known;
    std::fill_n(known.begin(), m_tallies.all().size(), std::array<quint8, 4>{});
    size_t count = 0;
    for (size_t row = 0; row < batch.rows(); ++row) {
        if (places[row].size == 0)
            continue;
        const quint64 note = noteOf(hashes[row]);
        if (note == DistinctCounter::noNote) {
            fresh[count++] = static_cast<quint8>(row);
            continue;
        }
        ++known[static_cast<size_t>(note & tallyBits)][row % 4];
        if (note > tallyBits)
            noteRemarks(static_cast<quint8>(note >> remarkShift), batch.number(row));
    }
    for (size_t tally = 0; tally < m_tallies.all().size(); ++tally) {
        const auto &[a, b, c, d] = known[tally];
        const qint64 times = a + b + c + d;
        m_tallies.count(tally, times);
        m_filled += times;
    }
    bool grown = false;
    for (size_t i = 0; i < count; ++i)
        grown |= addNew(batch.cell(places[fresh[i]]), hashes[fresh[i]], batch.number(fresh[i]));
    return grown;
}

bool ColumnProfiler::addOneByOne(const RowBatch &batch, size_t column)
{
    bool grown = false;
    for (size_t row = 0; row < batch.rows(); ++row)
        grown |= add(batch.cell(batch.column(column)[row]), batch.number(row));
    return grown;
}

bool ColumnProfiler::addNew(std::string_view cell, quint64 hash, qint64 row)
{
    const bool wasFolded = m_tallies.isFolded();
    const CellShape shape = shapeOf(cell);
    const size_t tally = m_tallies.indexOf(shape, cell, row);
    if (m_tallies.isFolded() != wasFolded)
        forgetNotes();
    m_tallies.count(tally, 1);
    if (shape.kind == CellShape::Kind::Blank)
        return false;
    ++m_filled;
    if (shape.remarks != 0)
        noteRemarks(shape.remarks, row);
    m_tallies.noteOrder(tally, shape, cell);
    if (static_cast<qint64>(cell.size()) > m_longest)
        noteLength(cell, row);
    noteOrder(cell);
    if (m_filled <= valuesLookedAt && m_candidates.size() < candidateLimit)
        noteCandidate(cell, row);
    const quint64 note = tally | static_cast<quint64>(shape.remarks) << remarkShift;
    if (!m_distinct.isExact())
        recentOf(hash) = {hash, note};
    return m_distinct.add(hash, note);
}

void ColumnProfiler::noteRemarks(quint8 remarks, qint64 row)
{
    for (size_t kind = 0; kind < m_remarks.size(); ++kind) {
        if ((remarks & (1U << kind)) == 0)
            continue;
        if (m_remarks[kind].count++ == 0)
            m_remarks[kind].firstRow = row;
    }
}

void ColumnProfiler::noteLength(std::string_view cell, qint64 row)
{
    const TextLength length = lengthOf(cell);
    m_longestBytes = std::max(m_longestBytes, cell.size());
    m_longestUtf16 = std::max(m_longestUtf16, length.utf16);
    if (length.characters <= m_longest)
        return;
    m_longest = length.characters;
    m_longestValue = {std::string(cutAt(cell, sampleLength)), row, 0};
}

void ColumnProfiler::noteOrder(std::string_view cell)
{
    // Nearly every cell lies between the two by its first bytes alone.
    const Order order = orderOf(cell);
    if (order > m_leastOrder && order < m_greatestOrder)
        return;
    const std::string_view cut = cutAt(cell, sampleLength);
    if (m_least.empty() || order < m_leastOrder || (order == m_leastOrder && cut < m_least)) {
        m_least = cut;
        m_leastOrder = order;
    }
    if (m_greatest.empty() || order > m_greatestOrder || (order == m_greatestOrder && cut > m_greatest)) {
        m_greatest = cut;
        m_greatestOrder = order;
    }
}

/// The first 16 bytes, with zeros behind a shorter cell, so that numbers order as bytes do.
ColumnProfiler::Order ColumnProfiler::orderOf(std::string_view cell)
{
    if (cell.size() <= 8)
        return {scan::orderOf(cell), 0};
    return {scan::orderOf(cell), scan::orderOf(cell.substr(8))};
}

bool ColumnProfiler::isCandidate(std::string_view cut) const
{
    return std::any_of(m_candidates.cbegin(), m_candidates.cend(),
                       [cut](const Value &value) { return value.text == cut; });
}

void ColumnProfiler::noteCandidate(std::string_view cell, qint64 row)
{
    const std::string_view cut = cutAt(cell, sampleLength);
    if (!isCandidate(cut))
        m_candidates.push_back({std::string(cut), row, m_filled});
}

void ColumnProfiler::merge(const ColumnProfiler &later)
{
    const bool wasFolded = m_tallies.isFolded();
    m_tallies.merge(later.m_tallies);
    if (m_tallies.isFolded() != wasFolded)
        forgetNotes();
    m_distinct.merge(later.m_distinct);
    for (const Value &value : later.m_candidates) {
        const qint64 ordinal = m_filled + value.ordinal;
        if (ordinal <= valuesLookedAt && m_candidates.size() < candidateLimit && !isCandidate(value.text))
            m_candidates.push_back({value.text, value.row, ordinal});
    }
    m_filled += later.m_filled;
    if (later.m_longest > m_longest) {
        m_longest = later.m_longest;
        m_longestValue = later.m_longestValue;
    }
    m_longestUtf16 = std::max(m_longestUtf16, later.m_longestUtf16);
    m_longestBytes = std::max(m_longestBytes, later.m_longestBytes);
    if (!later.m_least.empty()) {
        noteOrder(later.m_least);
        noteOrder(later.m_greatest);
    }
    for (size_t kind = 0; kind < m_remarks.size(); ++kind) {
        if (m_remarks[kind].count == 0)
            m_remarks[kind].firstRow = later.m_remarks[kind].firstRow;
        m_remarks[kind].count += later.m_remarks[kind].count;
    }
}

ColumnProfile ColumnProfiler::profile() const
{
    const ShapeVerdict verdict = judge(m_tallies, m_filled);
    ColumnProfile profile;
    profile.filled = m_filled;
    profile.distinct = m_distinct.count();
    profile.distinctExact = m_distinct.isExact();
    profile.longest = m_longest;
    profile.longestUtf16 = m_longestUtf16;
    profile.longestBytes = static_cast<qint64>(m_longestBytes);
    profile.shape = verdict.shape;
    profile.fitting = verdict.fitting;
    profile.firstMisfitRow = verdict.firstMisfitRow;
    profile.pattern = verdict.pattern;
    profile.otherPatterns = verdict.otherPatterns;
    profile.patternFits = verdict.patternFits;
    profile.decisiveRow = verdict.decisiveRow;
    profile.decisiveText = text(verdict.decisiveText);
    profile.minimum = text(verdict.ordered ? verdict.extremes.leastText : m_least);
    profile.maximum = text(verdict.ordered ? verdict.extremes.greatestText : m_greatest);
    profile.samples = samples(verdict.oddRow, verdict.oddText);
    return profile;
}

std::vector<SampleValue> ColumnProfiler::samples(qint64 oddRow, const std::string &oddText) const
{
    std::vector<SampleValue> samples;
    if (m_candidates.empty())
        return samples;
    const auto add = [&samples](SampleValue::Why why, const std::string &utf8, qint64 row) {
        const QString value = text(utf8);
        const bool there = std::any_of(samples.cbegin(), samples.cend(),
                                       [&](const SampleValue &sample) { return sample.text == value; });
        if (!there)
            samples.push_back({why, value, row});
        return !there;
    };
    std::vector<Value> byLength = m_candidates;
    std::stable_sort(byLength.begin(), byLength.end(), [](const Value &a, const Value &b) {
        return lengthOf(a.text).characters < lengthOf(b.text).characters;
    });
    const Value &middle = byLength[(byLength.size() - 1) / 2];
    add(SampleValue::Why::Typical, middle.text, middle.row);
    add(SampleValue::Why::Longest, m_longestValue.text, m_longestValue.row);
    bool odd = oddRow > 0 && add(SampleValue::Why::Odd, oddText, oddRow);
    for (size_t i = 0; i < m_candidates.size() && !odd; ++i)
        odd = add(SampleValue::Why::Odd, m_candidates[i].text, m_candidates[i].row);
    return samples;
}

} // namespace tabular
