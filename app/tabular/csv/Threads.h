#pragma once

#include <functional>

namespace tabular::csv {

/// Runs `work(0)` in this thread and work(1) to work(count - 1) in threads of their own, and returns when all are done.
void inThreads(int count, const std::function<void(int)> &work);

} // namespace tabular::csv
