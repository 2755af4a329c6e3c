#pragma once

#include "bench/generator/CellEncoder.h"
#include "bench/generator/ValueSource.h"

#include <vector>

namespace bench {

/// Ready-made cells of one kind. Drawing from them is what makes the generator quick; so few that they stay in the cache.
class CellPool final {
public:
    static constexpr std::uint32_t size = 2048;

    CellPool(ValueKind kind, const GeneratorOptions &options, const CellEncoder &encoder, Random &random)
    {
        ValueSource source(options, random);
        m_cells.reserve(size);
        while (m_cells.size() < size) {
            const bool empty = ValueSource::mayBeEmpty(kind) && random.chance(options.emptyRate);
            const std::string value = empty ? std::string() : source.value(kind);
            const std::size_t start = m_text.size();
            const CellFacts facts =
                encoder.appendCell(value, !value.empty() && random.chance(options.quoteRate), m_text);
            m_cells.push_back(
                {facts, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(m_text.size() - start)});
        }
    }

    /// Appends one cell to `out`.
    const CellFacts &draw(Random &random, std::string &out) const
    {
        const Cell &cell = m_cells[random.below(size)];
        out.append(m_text, cell.start, cell.length);
        return cell.facts;
    }

private:
    struct Cell final {
        CellFacts facts;
        std::uint32_t start;
        std::uint32_t length;
    };

    std::string m_text;
    std::vector<Cell> m_cells;
};

} // namespace bench
