#pragma once

#include <vector>

namespace mapping {

/// Gives each row at most one column so that the sum of `gains[row][column]` is as large as can be; no column twice. A
/// gain of 0 or less is never taken. Of several best ones the choice depends on the gains alone. -1: the row gets none.
/// All rows have the same length. Takes rows² · columns steps (rows of the smaller side).
[[nodiscard]] std::vector<int> bestAssignment(const std::vector<std::vector<double>> &gains);

} // namespace mapping
