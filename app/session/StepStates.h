#pragma once

#include "session/InputFaults.h"
#include "session/WizardStep.h"

#include <QObject>

#include <set>

namespace session {

/// How each step of an import stands. What a step holds and what is wrong with it is the business of who derives.
class StepStates : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] virtual const InputFaults &faults() const = 0;
    [[nodiscard]] StepStatus statusOf(WizardStep step) const;
    void markVisited(WizardStep step); ///< the user has been there: the step counts as looked at
    /// How the steps Run and Results stand; any change of the import puts both back to ToDo.
    void showRun(StepStatus run, StepStatus results);

Q_SIGNALS:
    void statusChanged();

protected:
    using QObject::QObject;
    [[nodiscard]] virtual bool decided(WizardStep step) const = 0; ///< the user has said there what there is to say

    /// Steps that were looked at or settled want another look; a run that was made belongs to what was there before.
    void markStale(std::initializer_list<WizardStep> steps);
    void forgetStale() { m_stale.clear(); }
    void forgetVisits() { m_visited.clear(); }
    void announceStatuses(); ///< where they are others than the last time

private:
    using Statuses = std::array<StepStatus, allSteps.size()>;

    std::set<WizardStep> m_visited;
    std::set<WizardStep> m_stale;
    StepStatus m_run = StepStatus::ToDo;
    StepStatus m_results = StepStatus::ToDo;
    Statuses m_announced{};
};

} // namespace session
