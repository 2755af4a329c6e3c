#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <vector>

namespace bench {

using SteadyClock = std::chrono::steady_clock;

/// Collects how long each of many rounds took.
class Timings final {
public:
    void add(SteadyClock::duration taken);
    /// Median, 95th percentile and longest, in milliseconds.
    [[nodiscard]] nlohmann::ordered_json answer() const;

private:
    std::vector<double> m_milliseconds;
};

} // namespace bench
