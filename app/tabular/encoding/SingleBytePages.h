#pragma once

#include <array>
#include <string_view>

namespace tabular {

/// An 8-bit page whose lower half is ASCII: the UTF-16 unit of each byte from 0x80 on; 0 where the page has none.
struct SingleBytePage final {
    std::string_view name;
    std::array<char16_t, 128> upperHalf;
};

/// The page of that exact name (as in textEncodings()), or null.
[[nodiscard]] const SingleBytePage *singleBytePage(std::string_view name);

} // namespace tabular
