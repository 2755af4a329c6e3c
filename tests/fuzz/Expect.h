#pragma once

#include <cstdio>
#include <cstdlib>

namespace fuzz {

/// Ends the program, so that libFuzzer keeps the input, when what must always hold does not.
inline void expect(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace fuzz
