#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace bench {

/// SplitMix64: the same numbers on every platform and with every library.
class Random final {
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed * 0x9e3779b97f4a7c15U + 0x632be59bd9b4e019U)
    { }

    [[nodiscard]] std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    /// From 0 to `limit` - 1.
    [[nodiscard]] std::uint32_t below(std::uint32_t limit)
    {
        return static_cast<std::uint32_t>(((next() >> 32U) * limit) >> 32U);
    }
    [[nodiscard]] bool chance(double rate) { return static_cast<double>(next() >> 11U) * 0x1p-53 < rate; }

    template <class Value, std::size_t Count>
    [[nodiscard]] const Value &oneOf(const std::array<Value, Count> &values)
    {
        return values[below(Count)];
    }

private:
    std::uint64_t m_state;
};

} // namespace bench
