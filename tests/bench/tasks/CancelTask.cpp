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

// From raising the flag until the work has returned: the first time after `afterMs`, each time so much later, so that all of
// the work is met. Rounds end early when the work is done before it can be stopped.
Answer cancel(const Job &job)
{
    Timings timings;
    for (int round = 1; round <= job.rounds; ++round) {
        const base::StopFlag stop;
        auto outcome = base::ErrorCode::UsageWrong;
        std::thread work([&] { outcome = workUntilStopped(job, stop); });
        std::this_thread::sleep_for(std::chrono::milliseconds(round * job.afterMs));
        const auto raised = SteadyClock::now();
        stop.raise();
        work.join();
        const auto taken = SteadyClock::now() - raised;
        if (outcome == base::ErrorCode::UsageWrong && round > 1)
            break;
        if (outcome == base::ErrorCode::UsageWrong)
            return base::Error{outcome, QStringLiteral("the work was done before it could be stopped"), {}, {}};
        if (outcome != base::ErrorCode::Cancelled)
            return base::Error{outcome, {}, {}, {}};
        timings.add(taken);
    }
    return timings.answer();
}

} // namespace bench
