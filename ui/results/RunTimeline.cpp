#include "ui/results/RunTimeline.h"

#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QGridLayout>

namespace ui {
namespace {

struct Look final {
    QString iconName;
    Tone tone = Tone::Neutral;
    QString word;
};

Look lookOf(StageState state)
{
    switch (state) {
    case StageState::Waiting:
        return {QStringLiteral("more"), Tone::Neutral, RunTimeline::tr("to come")};
    case StageState::Running:
        return {QStringLiteral("clock"), Tone::Accent, RunTimeline::tr("running")};
    case StageState::Done:
        return {QStringLiteral("success"), Tone::Success, RunTimeline::tr("done")};
    case StageState::NotNeeded:
        return {QStringLiteral("success"), Tone::Neutral, RunTimeline::tr("not needed")};
    case StageState::Failed:
        return {QStringLiteral("error"), Tone::Error, RunTimeline::tr("failed")};
    case StageState::Unsure:
        return {QStringLiteral("warning"), Tone::Warning, RunTimeline::tr("unknown")};
    case StageState::Stopped:
        return {QStringLiteral("stop"), Tone::Warning, RunTimeline::tr("stopped")};
    }
    return {};
}

} // namespace

RunTimeline::RunTimeline(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::m);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (Line &line : m_lines) {
        line.icon = new IconLabel(QStringLiteral("more"), Tone::Neutral, 1.3, this);
        line.title = new TextLabel({}, TextRole::Body, TextLabel::Use::Inert, this);
        line.title->setWordWrap(false);
        line.text = new TextLabel({}, TextRole::Caption, TextLabel::Use::Inert, this);
        line.word = new TextLabel({}, TextRole::Caption, TextLabel::Use::Inert, this);
        line.word->setWordWrap(false);
        grid->addWidget(line.icon, row, 0, Qt::AlignVCenter);
        grid->addWidget(line.title, row, 1, Qt::AlignVCenter);
        grid->addWidget(line.text, row, 2);
        grid->addWidget(line.word, row++, 3, Qt::AlignVCenter | Qt::AlignTrailing);
    }
    setAccessibleName(tr("Stages of the import"));
    show(stagesOf(nullptr));
}

void RunTimeline::show(const std::array<Stage, stageCount> &stages)
{
    QStringList spoken;
    for (size_t i = 0; i < stages.size(); ++i) {
        const Stage &stage = stages[i];
        const Look look = lookOf(stage.state);
        QFont font = fontOf(TextRole::Body);
        font.setWeight(stage.state == StageState::Running ? QFont::DemiBold : QFont::Normal);
        m_lines[i].icon->setIcon(look.iconName, look.tone);
        m_lines[i].title->setFont(font);
        m_lines[i].title->setText(stage.title);
        m_lines[i].text->setText(stage.text);
        makeBadge(m_lines[i].word, look.tone);
        m_lines[i].word->setText(look.word);
        spoken << QStringLiteral("%1: %2").arg(stage.title, look.word);
    }
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
}

void RunTimeline::setStageText(int stage, const QString &text)
{
    m_lines[static_cast<size_t>(stage)].text->setText(text);
}

} // namespace ui
