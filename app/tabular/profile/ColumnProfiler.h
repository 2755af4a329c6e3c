#pragma once

#include "tabular/profile/ColumnProfile.h"
#include "tabular/profile/DistinctCounter.h"
#include "tabular/profile/ShapeTallies.h"

namespace tabular {

/// Gathers the facts of one column while its cells pass by. Most cells have been seen a moment ago: those cost one look.
/// Everything else a cell adds is a function of its bytes alone, so it does not matter which cells are remembered.
class ColumnProfiler final {
public:
    static constexpr int remarkKinds = CellShape::remarkKinds;
    struct RemarkCount final {
        qint64 count = 0;
        qint64 firstRow = 0;
    };

    /// `remembered` cells (a power of two) are told apart from new ones; each costs 16 bytes.
    explicit ColumnProfiler(size_t remembered = 256)
        : m_seen(remembered)
    { }

    /// `cell` is valid UTF-8. True when the table of distinct values grew.
    bool add(std::string_view cell, qint64 row)
    {
        if (cell.empty())
            return false;
        const CellScan scan = scanCell(cell);
        Seen &seen = m_seen[static_cast<size_t>(scan.hash >> 20) & (m_seen.size() - 1)];
        if (seen.hash != scan.hash)
            return addNew(cell, scan, row, seen);
        m_filled += seen.tally != 0;
        m_tallies.count(seen.tally);
        if (seen.remarks != 0)
            noteRemarks(seen.remarks, row);
        return false;
    }

    /// Takes what `later` has seen; its rows come after all of this one's.
    void merge(const ColumnProfiler &later);
    [[nodiscard]] DistinctCounter &distinct() { return m_distinct; }
    [[nodiscard]] const DistinctCounter &distinct() const { return m_distinct; }
    [[nodiscard]] const std::array<RemarkCount, remarkKinds> &remarks() const { return m_remarks; }
    /// Everything but the header.
    [[nodiscard]] ColumnProfile profile() const;

private:
    struct Seen final {
        quint64 hash = 0;
        quint8 tally = 0;
        quint8 remarks = 0;
    };
    struct Value final {
        std::string text; ///< cut at 500 characters
        qint64 row = 0;
        qint64 ordinal = 0; ///< so many values stand up to here
    };

    bool addNew(std::string_view cell, const CellScan &scan, qint64 row, Seen &seen);
    void noteRemarks(quint8 remarks, qint64 row);
    void noteLength(std::string_view cell, qint64 row);
    void noteOrder(std::string_view cell);
    void noteCandidate(std::string_view cell, qint64 row);
    [[nodiscard]] bool isCandidate(std::string_view text) const;
    [[nodiscard]] std::vector<SampleValue> samples(qint64 oddRow, const std::string &oddText) const;

    std::vector<Seen> m_seen;
    ShapeTallies m_tallies;
    DistinctCounter m_distinct;
    qint64 m_filled = 0;
    qint64 m_longest = 0;
    qint64 m_longestUtf16 = 0;
    size_t m_longestBytes = 0;
    quint64 m_leastOrder = ~quint64(0);
    quint64 m_greatestOrder = 0;
    std::string m_least;
    std::string m_greatest;
    Value m_longestValue;
    std::vector<Value> m_candidates;
    std::array<RemarkCount, remarkKinds> m_remarks{};
};

} // namespace tabular
