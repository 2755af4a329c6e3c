#include "importing/JobRun.h"

#include <array>

namespace importing {

std::chrono::milliseconds pollDelay(int n, std::chrono::milliseconds age)
{
    using namespace std::chrono_literals;
    constexpr std::array<std::chrono::milliseconds, 5> first{2s, 3s, 5s, 8s, 13s};
    if (n >= 0 && static_cast<std::size_t>(n) < first.size())
        return first.at(static_cast<std::size_t>(n));
    if (age < 5min)
        return 20s;
    return age < 1h ? 60s : 5min;
}

} // namespace importing
