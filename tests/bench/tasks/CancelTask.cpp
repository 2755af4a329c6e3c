#include "bench/tasks/BenchTask.h"
#include "bench/tasks/Timings.h"
#include "tabular/TableSummary.h"

#include <thread>

namespace bench {

namespace {

base::ErrorCode workUntilStopped(const Job &job, const base::StopFlag &stop)
{
    const auto summary = tabular::summarise({job.file, {}}, stop);
    return summary ? base::ErrorCode::UsageWrong : summary.error().code;
}

} // namespace

// From raising the flag until the work has returned. The file must take longer to read than `afterMs`.
Answer cancel(const Job &job)
{
    Timings timings;
    for (int round = 0; round < job.rounds; ++round) {
        const base::StopFlag stop;
        auto outcome = base::ErrorCode::UsageWrong;
        std::thread work([&] { outcome = workUntilStopped(job, stop); });
        std::this_thread::sleep_for(std::chrono::milliseconds(job.afterMs));
        const auto raised = SteadyClock::now();
        stop.raise();
        work.join();
        timings.add(SteadyClock::now() - raised);
        if (outcome == base::ErrorCode::UsageWrong)
            return base::Error{outcome, QStringLiteral("the work was done before it could be stopped"), {}, {}};
        if (outcome != base::ErrorCode::Cancelled)
            return base::Error{outcome, {}, {}, {}};
    }
    return timings.answer();
}

} // namespace bench
