#pragma once

#include <QtAlgorithms>
#include <QtGlobal>

#include <vector>

namespace tabular {

/// Counts different 64-bit hashes: exactly up to a limit, by HyperLogLog beyond it (4,096 registers, standard error 1.6 %).
/// The outcome depends only on the set of hashes and the limit, not on order or on how it was cut into parts.
class DistinctCounter final {
public:
    static constexpr qint64 exactLimit = 100'000;

    /// True when the table grew, so that whoever keeps the budget looks at it.
    bool add(quint64 hash)
    {
        if (isExact())
            return insert(hash);
        observe(hash);
        return false;
    }
    void merge(const DistinctCounter &other);
    /// Only ever lower.
    void setLimit(qint64 limit);

    [[nodiscard]] bool isExact() const { return m_registers.empty(); }
    [[nodiscard]] qint64 count() const;
    /// Slots that an exact table of this content takes, or would take at the limit.
    [[nodiscard]] qint64 slotsNeeded(qint64 limit) const;
    [[nodiscard]] size_t bytes() const { return m_slots.capacity() * sizeof(quint64) + m_registers.capacity(); }

private:
    bool insert(quint64 hash);
    void place(quint64 hash);
    bool grow();
    void observe(quint64 hash)
    {
        const auto index = static_cast<size_t>(hash >> 52);
        const auto rank = static_cast<quint8>(qCountLeadingZeroBits(hash << 12 | 0x800) + 1);
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
