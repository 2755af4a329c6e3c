#include "tabular/profile/ShapeTallies.h"

#include "tabular/profile/DateShape.h"
#include "tabular/profile/NumberShape.h"

#include <utility>

namespace tabular {

namespace {

constexpr qint64 firstTextLength = 500;

} // namespace

void Extremes::merge(const Extremes &later)
{
    if (!later.leastText.empty() && (leastText.empty() || later.least < least)) {
        least = later.least;
        leastText = later.leastText;
    }
    if (!later.greatestText.empty() && (greatestText.empty() || later.greatest > greatest)) {
        greatest = later.greatest;
        greatestText = later.greatestText;
    }
}

size_t ShapeTallies::find(CellShape::Kind kind, quint32 detail)
{
    using Kind = CellShape::Kind;
    if (m_folded && (kind == Kind::Date || kind == Kind::Number))
        detail = mixed;
    const auto is = [&](const ShapeTally &tally) { return tally.kind == kind && tally.detail == detail; };
    if (m_last < m_tallies.size() && is(m_tallies[m_last]))
        return m_last;
    for (size_t index = 0; index < m_tallies.size(); ++index) {
        if (is(m_tallies[index]))
            return m_last = index;
    }
    m_tallies.emplace_back();
    m_tallies.back().kind = kind;
    m_tallies.back().detail = detail;
    return m_last = m_tallies.size() - 1;
}

size_t ShapeTallies::indexAfresh(const CellShape &shape, std::string_view cell, qint64 row)
{
    size_t index = find(shape.kind, shape.detail);
    if (m_tallies[index].firstRow == 0) {
        m_tallies[index].firstRow = row;
        m_tallies[index].firstText = cutAt(cell, firstTextLength);
    }
    if (m_tallies.size() > most && !m_folded) {
        fold();
        index = find(shape.kind, shape.detail);
    }
    return index;
}

void ShapeTallies::noteOrder(size_t index, const CellShape &shape, std::string_view cell)
{
    using Kind = CellShape::Kind;
    auto &order = m_tallies[index].order;
    if (m_folded || (shape.kind != Kind::Number && shape.kind != Kind::Date))
        return;
    if (shape.kind == Kind::Number) {
        order[NumberShape::Point].take(shape.order[NumberShape::Point], cell);
        if (((shape.detail / NumberShape::fractionIfPoint) & 3) != 0)
            order[NumberShape::Comma].take(shape.order[NumberShape::Comma], cell);
        return;
    }
    const quint32 open = shape.detail | shape.detail >> DateShape::longShift;
    for (size_t i = 0; i < order.size(); ++i) {
        if ((open & (1U << i)) != 0)
            order[i].take(shape.order[i], cell);
    }
}

void ShapeTallies::merge(const ShapeTallies &later)
{
    if (later.m_folded && !m_folded)
        fold();
    for (const ShapeTally &tally : later.m_tallies) {
        ShapeTally &mine = m_tallies[find(tally.kind, tally.detail)];
        if (mine.firstRow == 0) {
            mine.firstRow = tally.firstRow;
            mine.firstText = tally.firstText;
        }
        mine.count += tally.count;
        for (size_t i = 0; i < mine.order.size() && !m_folded; ++i)
            mine.order[i].merge(tally.order[i]);
    }
    if (m_tallies.size() > most && !m_folded)
        fold();
}

void ShapeTallies::fold()
{
    m_folded = true;
    m_last = 0;
    const std::vector<ShapeTally> old = std::exchange(m_tallies, {});
    for (const ShapeTally &tally : old) {
        ShapeTally &mine = m_tallies.empty() ? m_tallies.emplace_back() : m_tallies[find(tally.kind, tally.detail)];
        mine.count += tally.count;
        if (mine.firstRow == 0) {
            mine.firstRow = tally.firstRow;
            mine.firstText = tally.firstText;
        }
    }
}

} // namespace tabular
