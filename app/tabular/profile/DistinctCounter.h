#pragma once

#include <QtAlgorithms>
#include <QtGlobal>

#include <vector>

namespace tabular {

/// Counts different hashes of 52 bits (the upper ones of 64, never all 0): exactly up to a limit, by HyperLogLog beyond it (4,096
/// registers, standard error 1.6 %). The outcome depends only on the set of hashes and the limit, not on order or on how it
/// was cut into parts. As long as it is exact it also remembers a note of 11 bits with each hash.
class DistinctCounter final {
public:
    static constexpr qint64 exactLimit = 100'000;
    static constexpr quint64 noNote = 0x7FF;

    DistinctCounter()
        : m_slots(fewestSlots)
    { }

    /// The note that was kept with `hash`; noNote where it was not seen or the note was lost. The count is exact.
    [[nodiscard]] quint64 noteOf(quint64 hash) const
    {
        // Nearly always it is the first or the second; that no branch chooses between them is what makes it quick.
        const size_t mask = m_slots.size() - 1;
        const size_t at = static_cast<size_t>(hash >> noteBits) & mask;
        const size_t step = ((m_slots[at] ^ hash) >> noteBits) != 0 ? 1 : 0;
        const quint64 slot = m_slots[(at + step) & mask];
        return ((slot ^ hash) >> noteBits) == 0 ? slot & noNote : noteFurther(at, hash);
    }
    /// What noteOf() will look at first.
    [[nodiscard]] const void *addressOf(quint64 hash) const
    {
        return &m_slots[static_cast<size_t>(hash >> noteBits) & (m_slots.size() - 1)];
    }
    /// True when the table grew, so that whoever keeps the budget looks at it.
    bool add(quint64 hash, quint64 note)
    {
        if (isExact())
            return insert(hash, note);
        observe(hash);
        return false;
    }
    void forgetNotes();
    void merge(const DistinctCounter &other);
    /// Only ever lower.
    void setLimit(qint64 limit);

    [[nodiscard]] bool isExact() const { return m_registers.empty(); }
    [[nodiscard]] qint64 count() const;
    /// Slots that an exact table of this content takes, or would take at the limit.
    [[nodiscard]] qint64 slotsNeeded(qint64 limit) const;
    [[nodiscard]] size_t bytes() const { return m_slots.capacity() * sizeof(quint64) + m_registers.capacity(); }

private:
    static constexpr size_t fewestSlots = 16;
    static constexpr int noteBits = 12; ///< the upper one of them is always set, so that no slot in use is 0
    static constexpr quint64 used = 0x800;

    /// Where `hash` stands, or the free slot where it would.
    [[nodiscard]] size_t placeOf(quint64 hash) const
    {
        const size_t mask = m_slots.size() - 1;
        size_t at = static_cast<size_t>(hash >> noteBits) & mask;
        while (m_slots[at] != 0 && ((m_slots[at] ^ hash) >> noteBits) != 0)
            at = (at + 1) & mask;
        return at;
    }
    [[nodiscard]] quint64 noteFurther(size_t at, quint64 hash) const
    {
        const quint64 slot = m_slots[at] == 0 ? 0 : m_slots[placeOf(hash)];
        return slot == 0 ? noNote : slot & noNote;
    }
    bool insert(quint64 hash, quint64 note);
    bool grow();
    void observe(quint64 hash)
    {
        const auto index = static_cast<size_t>(hash >> 52);
        const quint64 rest = (hash >> noteBits << (2 * noteBits)) | (1ULL << (2 * noteBits - 1));
        const auto rank = static_cast<quint8>(qCountLeadingZeroBits(rest) + 1);
        if (rank > m_registers[index])
            m_registers[index] = rank;
    }
    void estimate();

    std::vector<quint64> m_slots; ///< open addressing, 0 is free
    std::vector<quint8> m_registers;
    qint64 m_count = 0;
    qint64 m_limit = exactLimit;
};

} // namespace tabular
