#pragma once

#include <cstdint>
#include <string_view>

namespace bench {

/// FNV-1a, 64 bits, over the UTF-8 bytes of one decoded cell.
[[nodiscard]] constexpr std::uint64_t cellHash(std::string_view cell)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char byte : cell) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001b3U;
    }
    return hash;
}

/// One number for all cells of a table, in their order. It can be reckoned in pieces, so that threads need not wait for
/// one another:
///   record = (…(cells[0] * K + cells[1]) * K + …) * K + number of cells,   with cells[i] = cellHash(…)
///   table  = (…(record[0] * M + record[1]) * M + …), all modulo 2^64.
class TableHash final {
public:
    void addCell(std::uint64_t hash)
    {
        m_record = m_record * cellFactor + hash;
        ++m_cells;
    }
    void endRecord()
    {
        m_table = m_table * recordFactor + m_record * cellFactor + m_cells;
        m_power *= recordFactor;
        m_record = 0;
        m_cells = 0;
    }
    /// Appends the records of `next`, which stand after ours.
    void append(const TableHash &next)
    {
        m_table = m_table * next.m_power + next.m_table;
        m_power *= next.m_power;
    }
    [[nodiscard]] std::uint64_t value() const { return m_table; }

private:
    static constexpr std::uint64_t cellFactor = 0x9e3779b97f4a7c15U;
    static constexpr std::uint64_t recordFactor = 0xd1342543de82ef95U;

    std::uint64_t m_table = 0;
    std::uint64_t m_power = 1;
    std::uint64_t m_record = 0;
    std::uint64_t m_cells = 0;
};

} // namespace bench
