#include "ui/results/RunVerdict.h"

#include "ui/text/ErrorText.h"
#include "ui/text/Wording.h"
#include "ui/widgets/DetailsBox.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace ui {

using State = importing::ImportRun::State;

RunVerdict::RunVerdict(QWidget *parent)
    : QFrame(parent)
    , m_icon(new IconLabel(QStringLiteral("info"), Tone::Info, 1.6, this))
    , m_heading(new TextLabel({}, TextRole::Heading, TextLabel::Use::Selectable, this))
    , m_text(new TextLabel({}, TextRole::Body, TextLabel::Use::Selectable, this))
    , m_details(new DetailsBox(this))
    , m_resume(new QPushButton(tr("Watch Again"), this))
    , m_toStep(new QPushButton(this))
{
    setObjectName(QStringLiteral("runVerdict"));
    setMark(this, "banner", true);
    m_text->setObjectName(QStringLiteral("runVerdictText"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::m, space::l, space::m);
    row->setSpacing(space::m);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::s);
    column->addWidget(m_heading);
    column->addWidget(m_text);
    makeButtons(column);
    column->addWidget(m_details);
    row->addLayout(column, 1);
    hide();
}

void RunVerdict::makeButtons(QVBoxLayout *column)
{
    m_resume->setObjectName(QStringLiteral("resumeButton"));
    m_toStep->setObjectName(QStringLiteral("toStepButton"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_resume);
    buttons->addWidget(m_toStep);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(m_resume, &QPushButton::clicked, this, &RunVerdict::resumeRequested);
    connect(m_toStep, &QPushButton::clicked, this, &RunVerdict::stepRequested);
}

void RunVerdict::say(Tone tone, const QString &iconName, const QString &heading, const QStringList &sentences)
{
    setTone(this, tone);
    m_icon->setIcon(iconName, tone);
    m_heading->setText(heading);
    m_text->setText(sentences.join(QStringLiteral("\n\n")));
}

void RunVerdict::show(const importing::ImportRun *run, bool stepKnown, const QString &stepName)
{
    const State state = run ? run->state() : State::Idle;
    const bool trouble = state == State::Failed || state == State::Refused || state == State::OutcomeUnknown;
    setVisible(trouble || state == State::Stopped);
    if (!isVisibleTo(parentWidget()))
        return;
    m_resume->setVisible(run->job() && (state == State::Stopped || state == State::Failed));
    m_toStep->setVisible(state == State::Refused && stepKnown);
    m_toStep->setText(tr("Go to %1").arg(stepName));
    m_details->setText(run->failure() ? ErrorText::details(*run->failure()) : QString());
    if (state == State::Stopped)
        showStopped(*run);
    else if (state == State::OutcomeUnknown)
        showUnknown(*run);
    else
        showFailed(*run);
}

void RunVerdict::focusWords()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

/// What else there is to say of a run of several parts; empty for one part.
QStringList RunVerdict::ofParts(const importing::ImportRun &run) const
{
    if (!run.parts() || run.parts()->parts.size() < 2)
        return {};
    QStringList sentences{Wording::fates(*run.parts())};
    const bool begun = std::any_of(run.parts()->parts.begin(), run.parts()->parts.end(),
                                   [](const importing::RunPart &part) { return part.mayBeIn(); });
    if (begun && run.parts()->next() < run.parts()->parts.size())
        sentences << tr(
            "Starting the import again from Check, with the same file and mapping, goes on where it ended; "
            "parts that are in the CRM are not sent a second time. This holds until the program is closed.");
    return sentences;
}

void RunVerdict::showStopped(const importing::ImportRun &run)
{
    const QStringList parts = ofParts(run);
    const bool over = run.details() && run.details()->finished();
    if (!parts.isEmpty() && (!run.job() || over))
        say(Tone::Info, QStringLiteral("stop"), tr("Stopped"), parts);
    else if (run.job())
        say(Tone::Warning, QStringLiteral("stop"), tr("No Longer Watching"),
            QStringList{tr("Job %1 goes on in the CRM: it has no way to cancel a job, and records may still be "
                           "written. You can "
                           "watch again at any time; the result is kept by the CRM for a few days.")
                            .arg(run.job()->id.text())}
                + parts);
    else
        say(Tone::Info, QStringLiteral("stop"), tr("Stopped"),
            {tr("No job was created, and nothing was written to the CRM. Go back to Check to start again.")});
}

void RunVerdict::showFailed(const importing::ImportRun &run)
{
    const bool refused = run.state() == State::Refused;
    QStringList sentences;
    if (refused && run.failure() && run.failure()->refusal)
        sentences << ErrorText::of(*run.failure()->refusal, crm::ErrorSource::CreateJob);
    else if (run.failure())
        sentences << ErrorText::of(*run.failure());
    if (run.details() && !run.details()->message.isEmpty())
        sentences << tr("The CRM wrote: %1").arg(run.details()->message);
    const QStringList parts = ofParts(run);
    sentences += parts;
    if (refused && !parts.isEmpty())
        sentences << tr("No job was created for this part. Correct the input and start again.");
    else if (refused)
        sentences << tr("No job was created, and nothing was written. Correct the input and start again.");
    else if (run.job())
        sentences << tr(
            "The job itself is not touched by that; it may have written records. Watch again to learn how it "
            "ended. Do not start the import a second time before that is known.");
    else if (parts.isEmpty())
        sentences << tr("No job was created, and nothing was written to the CRM. It is safe to start again.");
    else
        sentences << tr("No job was created for this part. It is safe to start again.");
    say(Tone::Error, QStringLiteral("error"),
        refused ? tr("The CRM Refused the Job") : tr("The Import Was Interrupted"), sentences);
}

void RunVerdict::showUnknown(const importing::ImportRun &run)
{
    say(Tone::Warning, QStringLiteral("warning"), tr("Nobody Knows Yet Whether the Job Was Created"),
        QStringList{
            tr("The request left this computer, but no answer came back. The CRM may have created the job and may be "
               "writing "
               "records right now, or it may never have seen the request. Sending it again could add every record "
               "twice, "
               "so "
               "this program does not do it by itself."),
            tr("Look in the CRM first: open the module, sort its records by Created Time or Modified Time, and look "
               "for "
               "rows of "
               "your spreadsheet. A large job needs some minutes, so look again a little later."),
            tr("If the records are there, the import has happened: do not start it again. If they do not show up, go "
               "back "
               "to "
               "Check and start it again; the file is uploaded anew if the CRM has used it up.")}
            + ofParts(run));
}

} // namespace ui
