#include "tabular/csv/Threads.h"

#include <thread>
#include <vector>

namespace tabular::csv {

void inThreads(int count, const std::function<void(int)> &work)
{
    std::vector<std::thread> others;
    for (int i = 1; i < count; ++i)
        others.emplace_back(work, i);
    work(0);
    for (std::thread &thread : others)
        thread.join();
}

} // namespace tabular::csv
