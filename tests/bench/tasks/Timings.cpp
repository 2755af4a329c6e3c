#include "bench/tasks/Timings.h"

#include <algorithm>

namespace bench {

void Timings::add(SteadyClock::duration taken)
{
    m_milliseconds.push_back(std::chrono::duration<double, std::milli>(taken).count());
}

nlohmann::ordered_json Timings::answer() const
{
    if (m_milliseconds.empty())
        return {{"rounds", 0}};
    std::vector<double> sorted = m_milliseconds;
    std::sort(sorted.begin(), sorted.end());
    const auto at = [&sorted](std::size_t percent) { return sorted[(sorted.size() - 1) * percent / 100]; };
    return {{"rounds", sorted.size()}, {"median_ms", at(50)}, {"p95_ms", at(95)}, {"longest_ms", sorted.back()}};
}

} // namespace bench
