#pragma once

#include "importing/ImportRun.h"

#include <QWidget>

#include <array>

namespace ui {

class IconLabel;
class TextLabel;

/// How far one stage of a run is.
enum class StageState { Waiting, Running, Done, NotNeeded, Failed, Unsure, Stopped };

struct Stage final {
    QString title;
    StageState state = StageState::Waiting;
    QString text; ///< what it is doing or did
};

/// The five stages of a run from top to bottom: prepare, upload, create the job, wait for the CRM, fetch the result. Each
/// has an icon and a word for its state.
class RunTimeline final : public QWidget {
    Q_OBJECT
public:
    static constexpr int stageCount = 5;

    explicit RunTimeline(QWidget *parent = nullptr);
    void show(const std::array<Stage, stageCount> &stages);
    void setStageText(int stage, const QString &text);

private:
    struct Line final {
        IconLabel *icon = nullptr;
        TextLabel *title = nullptr;
        TextLabel *word = nullptr;
        TextLabel *text = nullptr;
    };
    std::array<Line, stageCount> m_lines;
};

/// The stages of a run as it stands; `run` may be null.
[[nodiscard]] std::array<Stage, RunTimeline::stageCount> stagesOf(const importing::ImportRun *run);

} // namespace ui
