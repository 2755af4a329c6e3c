#include "session/StepStates.h"

#include <algorithm>

namespace session {

StepStatus StepStates::statusOf(WizardStep step) const
{
    if (step == WizardStep::Results)
        return m_results;
    std::vector<Fault> found = faults().onStep(step);
    if (step == WizardStep::Run)
        return found.empty() ? m_run : StepStatus::Error;
    // That the run has used the file up is what it was for.
    if (m_run == StepStatus::Done)
        std::erase_if(found, [](const Fault &f) { return f.finding && f.finding->rule == checking::Rule::FileIdUsed; });
    const bool visited = m_visited.count(step) > 0;
    const bool refused = std::any_of(found.begin(), found.end(), [](const Fault &f) { return f.fromServer(); });
    const bool wrong = std::any_of(found.begin(), found.end(), [](const Fault &f) { return !f.isWarning(); });
    if (refused || (visited && wrong))
        return StepStatus::Error;
    if (wrong || (!visited && !decided(step)))
        return StepStatus::ToDo;
    return found.empty() && m_stale.count(step) == 0 ? StepStatus::Done : StepStatus::NeedsLook;
}

void StepStates::markVisited(WizardStep step)
{
    m_visited.insert(step);
    m_stale.erase(step);
    if (step == WizardStep::Results && m_results == StepStatus::NeedsLook)
        m_results = StepStatus::Done;
    announceStatuses();
}

void StepStates::showRun(StepStatus run, StepStatus results)
{
    m_run = run;
    m_results = results;
    announceStatuses();
}

void StepStates::markStale(std::initializer_list<WizardStep> steps)
{
    for (const WizardStep step : steps) {
        if (m_visited.count(step) > 0)
            m_stale.insert(step);
    }
    m_run = m_results = StepStatus::ToDo;
}

void StepStates::announceStatuses()
{
    Statuses now{};
    std::transform(allSteps.begin(), allSteps.end(), now.begin(), [this](WizardStep step) { return statusOf(step); });
    if (std::exchange(m_announced, now) != now)
        Q_EMIT statusChanged();
}

} // namespace session
