#pragma once

#include "tabular/profile/CellShape.h"

#include <string>
#include <vector>

namespace tabular {

/// Smallest and largest of an order, and how they stand in the file. The earlier one wins a tie.
struct Extremes final {
    double least = 0;
    double greatest = 0;
    std::string leastText; ///< empty: nothing yet
    std::string greatestText;

    void take(double value, std::string_view text)
    {
        if (leastText.empty() || value < least) {
            least = value;
            leastText = text;
        }
        if (greatestText.empty() || value > greatest) {
            greatest = value;
            greatestText = text;
        }
    }
    void merge(const Extremes &later);
};

/// The cells of a column that look alike.
struct ShapeTally final {
    CellShape::Kind kind = CellShape::Kind::Blank;
    quint32 detail = 0;
    qint64 count = 0;
    qint64 firstRow = 0;
    std::string firstText; ///< cut at 500 characters
    std::array<Extremes, 3> order;
};

/// All tallies of a column, in the order of their first rows; the first one counts the blanks. Bounded: a column with more
/// than `most` ways to write things has its dates and numbers counted together (`mixed`), whatever the order of its rows.
class ShapeTallies final {
public:
    static constexpr size_t most = 64;
    static constexpr quint32 mixed = 0xFFFFFFFF;

    ShapeTallies() { m_tallies.emplace_back(); }

    /// Index of the tally for `shape`, made if need be. It holds until isFolded() changes.
    [[nodiscard]] size_t indexOf(const CellShape &shape, std::string_view cell, qint64 row)
    {
        const ShapeTally &last = m_tallies[m_last];
        const bool same = last.kind == shape.kind && last.detail == shape.detail && last.firstRow != 0;
        return same ? m_last : indexAfresh(shape, cell, row);
    }
    void count(size_t index, qint64 times) { m_tallies[index].count += times; }
    void noteOrder(size_t index, const CellShape &shape, std::string_view cell);
    [[nodiscard]] bool isFolded() const { return m_folded; }
    [[nodiscard]] const std::vector<ShapeTally> &all() const { return m_tallies; }
    void merge(const ShapeTallies &later);

private:
    void fold();
    size_t indexAfresh(const CellShape &shape, std::string_view cell, qint64 row);
    size_t find(CellShape::Kind kind, quint32 detail);

    std::vector<ShapeTally> m_tallies;
    size_t m_last = 0;
    bool m_folded = false;
};

} // namespace tabular
