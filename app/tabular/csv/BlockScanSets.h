#pragma once

#include "tabular/csv/BlockScan.h"

#include <optional>

#ifdef _MSC_VER
#define WIZARD_NOINLINE __declspec(noinline) inline
#else
#define WIZARD_NOINLINE __attribute__((noinline)) inline
#endif

namespace tabular::csv {

[[nodiscard]] BlockScan plainBlockScan();
/// SSE2 or NEON: what each processor of its kind has.
[[nodiscard]] std::optional<BlockScan> vectorBlockScan();
/// AVX2 with carry-less multiplication, where the processor and the system have it.
[[nodiscard]] std::optional<BlockScan> wideBlockScan();

} // namespace tabular::csv
