#include "ui/results/RunTimeline.h"
#include "ui/text/Wording.h"

namespace ui {
namespace {

using State = importing::ImportRun::State;

/// Which of the five stages a state is in; a run that ended in trouble is at the first thing it does not have.
int stageOf(const importing::ImportRun &run)
{
    switch (run.state()) {
    case State::Idle:
        return -1;
    case State::Zipping:
        return 0;
    case State::Uploading:
        return 1;
    case State::Creating:
    case State::Refused:
    case State::OutcomeUnknown:
        return 2;
    case State::Polling:
        return 3;
    case State::Downloading:
        return 4;
    case State::Finished:
        return RunTimeline::stageCount;
    case State::Failed:
    case State::Stopped:
        break;
    }
    if (run.job())
        return run.details() && run.details()->finished() && run.details()->state != crm::JobState::Failed ? 4 : 3;
    if (!run.fileId().isEmpty())
        return 2;
    return run.part() ? 1 : 0;
}

StageState endOf(State state)
{
    switch (state) {
    case State::Failed:
    case State::Refused:
        return StageState::Failed;
    case State::OutcomeUnknown:
        return StageState::Unsure;
    case State::Stopped:
        return StageState::Stopped;
    default:
        return StageState::Running;
    }
}

QString doneText(const importing::ImportRun &run, int stage)
{
    switch (stage) {
    case 0:
        return run.part() ? RunTimeline::tr("%1 packed, %2 to send.")
                                .arg(Wording::rows(run.part()->rows), Wording::bytes(run.part()->zipBytes))
                          : QString();
    case 1:
        return RunTimeline::tr("File ID %1").arg(run.fileId().text());
    case 2:
        return run.job() ? RunTimeline::tr("Job %1").arg(run.job()->id.text()) : QString();
    default:
        return {};
    }
}

QString runningText(int stage)
{
    switch (stage) {
    case 0:
        return RunTimeline::tr("The spreadsheet is packed into a zip.");
    case 1:
        return RunTimeline::tr("The zip is on its way.");
    case 2:
        return RunTimeline::tr("The request is sent, exactly once.");
    case 3:
        return RunTimeline::tr("The CRM writes the records. This may take a while.");
    default:
        return RunTimeline::tr("The result of each row is downloaded.");
    }
}

} // namespace

std::array<Stage, RunTimeline::stageCount> stagesOf(const importing::ImportRun *run)
{
    std::array<Stage, RunTimeline::stageCount> stages{
        Stage{RunTimeline::tr("Prepare"), StageState::Waiting, {}},
        Stage{RunTimeline::tr("Upload"), StageState::Waiting, {}},
        Stage{RunTimeline::tr("Create the job"), StageState::Waiting, {}},
        Stage{RunTimeline::tr("Wait for the CRM"), StageState::Waiting, {}},
        Stage{RunTimeline::tr("Fetch the result"), StageState::Waiting, {}}};
    if (!run)
        return stages;
    const int now = stageOf(*run);
    for (int i = 0; i < RunTimeline::stageCount; ++i) {
        Stage &stage = stages[static_cast<size_t>(i)];
        const bool skipped = i < 2 && now >= 2 && !run->part();
        if (skipped) {
            stage.state = StageState::NotNeeded;
            stage.text = i == 1 ? RunTimeline::tr("File ID %1 is used.").arg(run->fileId().text()) : QString();
        } else if (i < now) {
            stage.state = StageState::Done;
            stage.text = doneText(*run, i);
        } else if (i == now) {
            stage.state = endOf(run->state());
            stage.text = stage.state == StageState::Running ? runningText(i) : QString();
        }
    }
    return stages;
}

} // namespace ui
