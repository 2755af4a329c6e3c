#include "ui/results/JobPanel.h"

#include "ui/widgets/TextLabel.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLocale>
#include <QPushButton>

namespace ui {
namespace {

QString statusText(const crm::JobDetails &details)
{
    QString meaning;
    switch (details.state) {
    case crm::JobState::Added:
        meaning = JobPanel::tr("the job waits for its turn");
        break;
    case crm::JobState::InProgress:
        meaning = JobPanel::tr("the CRM is writing records");
        break;
    case crm::JobState::Completed:
        meaning = JobPanel::tr("every row has been looked at");
        break;
    case crm::JobState::Failed:
        meaning = JobPanel::tr("the CRM could not carry out the job");
        break;
    case crm::JobState::Skipped:
        meaning = JobPanel::tr("the CRM passed over the file");
        break;
    case crm::JobState::Unknown:
        meaning = JobPanel::tr("a word that this program does not know; it is taken as still running");
        break;
    }
    return QStringLiteral("%1 – %2").arg(details.statusText, meaning);
}

QString countsText(const crm::JobCounts &counts)
{
    const QLocale locale;
    return JobPanel::tr("%1 added, %2 updated, %3 skipped, of %4")
        .arg(locale.toString(counts.added), locale.toString(counts.updated), locale.toString(counts.skipped),
             locale.toString(counts.total));
}

} // namespace

JobPanel::JobPanel(base::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::m);
    m_grid->setVerticalSpacing(space::s);
    m_grid->setColumnStretch(1, 1);
    m_id = addLine(tr("Job ID"), "jobId");
    m_createdBy = addLine(tr("Created by"), "createdBy");
    m_status = addLine(tr("The CRM says"), "jobStatus");
    m_counts = addLine(tr("Rows so far"), "runCounts");
    m_nextPoll = addLine(tr("Next look"), "nextPoll");
    makeButtons();
    show(nullptr);
}

JobPanel::~JobPanel()
{
    m_clock.cancel(m_timer);
}

TextLabel *JobPanel::addLine(const QString &label, const char *name)
{
    const int row = m_grid->rowCount();
    auto *title = new TextLabel(label, TextRole::Caption, TextLabel::Use::Inert, this);
    title->setWordWrap(false);
    auto *value = new TextLabel({}, TextRole::Body, TextLabel::Use::Selectable, this);
    value->setObjectName(QLatin1String(name));
    value->setAccessibleName(label);
    title->setBuddy(value);
    m_grid->addWidget(title, row, 0, Qt::AlignVCenter);
    m_grid->addWidget(value, row, 1);
    return value;
}

void JobPanel::makeButtons()
{
    m_copy = new QPushButton(icon(QStringLiteral("copy")), tr("Copy Job ID"), this);
    m_copy->setObjectName(QStringLiteral("copyJobIdButton"));
    makeQuiet(m_copy);
    m_look = new QPushButton(tr("Check Now"), this);
    m_look->setObjectName(QStringLiteral("pollNowButton"));
    m_grid->addWidget(m_copy, 1, 2, Qt::AlignTrailing | Qt::AlignVCenter);
    m_grid->addWidget(m_look, m_grid->rowCount() - 1, 2, Qt::AlignTrailing | Qt::AlignVCenter);
    connect(m_copy, &QPushButton::clicked, this, &JobPanel::copyId);
    connect(m_look, &QPushButton::clicked, this, &JobPanel::lookWanted);
}

void JobPanel::show(const importing::ImportRun *run)
{
    const bool known = run && run->job();
    setVisible(known);
    if (!known)
        return;
    const crm::CreatedJob &job = *run->job();
    if (m_id->text() != job.id.text())
        m_copy->setText(tr("Copy Job ID"));
    m_id->setText(job.id.text());
    m_createdBy->setText(job.createdBy.name.isEmpty() ? job.createdBy.id.text() : job.createdBy.name);
    m_status->setText(run->details() ? statusText(*run->details()) : tr("not asked yet"));
    m_counts->setText(run->details() && run->details()->counts ? countsText(*run->details()->counts)
                                                               : tr("none told yet"));
    m_polling = run->state() == importing::ImportRun::State::Polling;
    m_next = run->nextPoll();
    m_look->setEnabled(m_polling);
    showCountdown();
}

void JobPanel::showCountdown()
{
    m_clock.cancel(m_timer);
    m_timer = 0;
    if (!m_polling) {
        m_nextPoll->setText(tr("none"));
        return;
    }
    const qint64 left = m_next.isValid() ? m_clock.now().msecsTo(m_next) : 0;
    m_nextPoll->setText(left > 0 ? tr("Next look in %1 s").arg((left + 999) / 1000) : tr("Looking now…"));
    if (left > 0)
        m_timer =
            m_clock.callAfter(std::chrono::milliseconds((left - 1) % 1000 + 1), this, [this] { showCountdown(); });
}

void JobPanel::copyId()
{
    QGuiApplication::clipboard()->setText(m_id->text());
    m_copy->setText(tr("Copied"));
}

} // namespace ui
