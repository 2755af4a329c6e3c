#pragma once

#include "tabular/profile/ColumnProfile.h"
#include "tabular/profile/DistinctCounter.h"
#include "tabular/profile/RowBatch.h"
#include "tabular/profile/ShapeTallies.h"

namespace tabular {

/// Gathers the facts of one column while its cells pass by. Most cells hold a value that was there before: those cost one
/// look, since what a cell is depends on its bytes alone. For the same reason it does not matter which are remembered.
class ColumnProfiler final {
public:
    static constexpr int remarkKinds = CellShape::remarkKinds;
    struct RemarkCount final {
        qint64 count = 0;
        qint64 firstRow = 0;
    };

    /// `remembered` (a power of two): so many values are told from new ones where there are too many to keep them all; each
    /// costs 16 bytes.
    explicit ColumnProfiler(size_t remembered = 256)
        : m_recent(remembered)
    { }

    /// `cell` is valid UTF-8. True when the table of distinct values grew.
    bool add(std::string_view cell, qint64 row) { return !cell.empty() && add(cell, hashOf(cell), row); }
    /// The same for all cells of a column in `batch`.
    bool add(const RowBatch &batch, size_t column);

    /// Takes what `later` has seen; its rows come after all of this one's.
    void merge(const ColumnProfiler &later);
    [[nodiscard]] DistinctCounter &distinct() { return m_distinct; }
    [[nodiscard]] const DistinctCounter &distinct() const { return m_distinct; }
    [[nodiscard]] const std::array<RemarkCount, remarkKinds> &remarks() const { return m_remarks; }
    /// Everything but the header.
    [[nodiscard]] ColumnProfile profile() const;

private:
    /// A note is the index of the tally and the remarks above it.
    static constexpr quint64 tallyBits = 0x7F;
    static constexpr int remarkShift = 7;

    struct Recent final {
        quint64 hash = 0;
        quint64 note = DistinctCounter::noNote;
    };
    using Order = std::pair<quint64, quint64>;
    struct Value final {
        std::string text; ///< cut at 500 characters
        qint64 row = 0;
        qint64 ordinal = 0; ///< so many values stand up to here
    };

    [[nodiscard]] Recent &recentOf(quint64 hash)
    {
        return m_recent[static_cast<size_t>(hash >> 20) & (m_recent.size() - 1)];
    }
    [[nodiscard]] quint64 recentNote(quint64 hash)
    {
        const Recent &recent = recentOf(hash);
        return recent.hash == hash ? recent.note : DistinctCounter::noNote;
    }
    [[nodiscard]] quint64 noteOf(quint64 hash)
    {
        return m_distinct.isExact() ? m_distinct.noteOf(hash) : recentNote(hash);
    }
    /// What noteOf() will look at first.
    [[nodiscard]] const void *addressOf(quint64 hash)
    {
        return m_distinct.isExact() ? m_distinct.addressOf(hash) : static_cast<const void *>(&recentOf(hash));
    }
    bool add(std::string_view cell, quint64 hash, qint64 row)
    {
        const quint64 note = noteOf(hash);
        if (note == DistinctCounter::noNote)
            return addNew(cell, hash, row);
        ++m_filled;
        m_tallies.count(static_cast<size_t>(note & tallyBits), 1);
        if (note > tallyBits)
            noteRemarks(static_cast<quint8>(note >> remarkShift), row);
        return false;
    }
    bool addNew(std::string_view cell, quint64 hash, qint64 row);
    bool addOneByOne(const RowBatch &batch, size_t column);
    void forgetNotes();
    void noteRemarks(quint8 remarks, qint64 row);
    void noteLength(std::string_view cell, qint64 row);
    void noteOrder(std::string_view cell);
    [[nodiscard]] static Order orderOf(std::string_view cell);
    void noteCandidate(std::string_view cell, qint64 row);
    [[nodiscard]] bool isCandidate(std::string_view text) const;
    [[nodiscard]] std::vector<SampleValue> samples(qint64 oddRow, const std::string &oddText) const;

    std::vector<Recent> m_recent; ///< of use once the distinct values are estimated
    ShapeTallies m_tallies;
    DistinctCounter m_distinct;
    qint64 m_filled = 0;
    qint64 m_longest = 0;
    qint64 m_longestUtf16 = 0;
    size_t m_longestBytes = 0;
    Order m_leastOrder{~quint64(0), ~quint64(0)};
    Order m_greatestOrder{0, 0};
    std::string m_least;
    std::string m_greatest;
    Value m_longestValue;
    std::vector<Value> m_candidates;
    std::array<RemarkCount, remarkKinds> m_remarks{};
};

} // namespace tabular
