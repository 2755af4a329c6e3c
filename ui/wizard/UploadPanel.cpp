#include "ui/wizard/UploadPanel.h"

#include "checking/RequestCheck.h"
#include "ui/text/ErrorText.h"
#include "ui/text/Wording.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"
#include "ui/wizard/TableNotes.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace ui {

using State = importing::UploadRun::State;

UploadPanel::UploadPanel(session::ImportSession &session, session::RunController &runs, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_runs(runs)
    , m_icon(new IconLabel(QStringLiteral("upload"), Tone::Accent, 1.15, this))
    , m_text(new TextLabel({}, TextRole::Body, TextLabel::Use::Selectable, this))
    , m_upload(new QPushButton(icon(QStringLiteral("upload")), tr("Upload Now"), this))
    , m_copy(new QPushButton(icon(QStringLiteral("copy")), tr("Copy File ID"), this))
    , m_progress(new QProgressBar(this))
    , m_progressText(new QLabel(this))
    , m_stop(new QPushButton(icon(QStringLiteral("stop")), tr("Stop Upload"), this))
    , m_trouble(new FaultLines(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(makeStateRow());
    column->addLayout(makeProgressRow());
    m_trouble->setObjectName(QStringLiteral("uploadNowButtonFaults"));
    column->addWidget(m_trouble);
    connect(&m_runs, &session::RunController::uploadChanged, this, &UploadPanel::watchUpload);
    connect(&m_session, &session::ImportSession::changed, this, &UploadPanel::refresh);
    watchUpload();
}

QLayout *UploadPanel::makeStateRow()
{
    m_text->setObjectName(QStringLiteral("uploadState"));
    m_upload->setObjectName(QStringLiteral("uploadNowButton"));
    m_copy->setObjectName(QStringLiteral("copyFileIdButton"));
    makeQuiet(m_copy);
    connect(m_upload, &QPushButton::clicked, &m_runs, &session::RunController::startUpload);
    connect(m_copy, &QPushButton::clicked, this, &UploadPanel::copyId);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_copy);
    row->addWidget(m_upload);
    return row;
}

QLayout *UploadPanel::makeProgressRow()
{
    m_progress->setObjectName(QStringLiteral("fileUploadProgress"));
    m_progress->setAccessibleName(tr("Upload progress"));
    m_progress->setTextVisible(false);
    makeQuiet(m_stop);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_runs.upload())
            m_runs.upload()->stop();
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_progress, 1);
    row->addWidget(m_progressText);
    row->addWidget(m_stop);
    return row;
}

void UploadPanel::watchUpload()
{
    if (importing::UploadRun *upload = m_runs.upload()) {
        connect(upload, &importing::UploadRun::stateChanged, this, &UploadPanel::refresh);
        connect(upload, &importing::UploadRun::finished, this, &UploadPanel::refresh);
        connect(upload, &importing::UploadRun::zipProgress, this,
                [this](int percent) { showProgress(percent, tr("Packing… %1 %").arg(percent)); });
        connect(upload, &importing::UploadRun::sendProgress, this, [this](qint64 sent, qint64 total) {
            showProgress(total > 0 ? static_cast<int>(sent * 100 / total) : 0,
                         tr("%1 of %2").arg(Wording::bytes(sent), Wording::bytes(total)));
        });
        connect(upload, &importing::UploadRun::waiting, this, [this](int attempt, int attempts) {
            m_progressText->setText(
                tr("The connection failed. Attempt %1 of %2 follows.").arg(attempt + 1).arg(attempts));
        });
    }
    refresh();
}

void UploadPanel::showProgress(int percent, const QString &text)
{
    m_progress->setValue(percent);
    m_progressText->setText(text);
}

bool UploadPanel::running() const
{
    const importing::UploadRun *upload = m_runs.upload();
    return upload && (upload->state() == State::Zipping || upload->state() == State::Uploading);
}

void UploadPanel::refresh()
{
    const bool busy = running();
    m_progress->setVisible(busy);
    m_progressText->setVisible(busy);
    m_stop->setVisible(busy);
    if (busy)
        showRunning(*m_runs.upload());
    else
        showResting();
    showFailure();
}

void UploadPanel::showRunning(const importing::UploadRun &upload)
{
    m_icon->setIcon(QStringLiteral("upload"), Tone::Accent);
    m_text->setText(upload.state() == State::Zipping ? tr("Packing the spreadsheet into a zip.")
                                                     : tr("Uploading the spreadsheet."));
    m_upload->setVisible(false);
    m_copy->setVisible(false);
}

void UploadPanel::showResting()
{
    const session::FileChoice &file = m_session.file();
    const bool uploaded = file.table && !file.fileId.isEmpty();
    const bool spent = uploaded && file.usedBy;
    m_copy->setVisible(uploaded);
    const int parts = file.table ? TableNotes::parts(*file.table) : 1;
    m_upload->setVisible((!uploaded || spent) && parts == 1);
    m_upload->setEnabled(file.table && m_session.account().connected);
    m_icon->setIcon(uploaded && !spent ? QStringLiteral("success") : QStringLiteral("upload"),
                    uploaded && !spent ? Tone::Success : Tone::Accent);
    if (spent)
        m_text->setText(
            tr("Uploaded as file ID %1, which job %2 has used up. The file is uploaded again when the import "
               "starts.")
                .arg(file.fileId.text(), file.usedBy->text()));
    else if (uploaded)
        m_text->setText(tr("Uploaded. File ID %1").arg(file.fileId.text()));
    else if (parts > 1)
        m_text->setText(tr("The %Ln part(s) are uploaded one after the other when the import starts.", nullptr, parts));
    else if (m_session.account().connected)
        m_text->setText(tr("The file is uploaded when the import starts. You may also upload it now."));
    else
        m_text->setText(tr("The file is uploaded when the import starts. Sign in first to upload it now."));
}

void UploadPanel::showFailure()
{
    const importing::UploadRun *upload = m_runs.upload();
    const bool failed = upload && upload->state() == State::Failed && m_session.file().fileId.isEmpty();
    if (failed && !upload->result().ok() && upload->result().error().error.code != base::ErrorCode::Cancelled)
        m_trouble->setTrouble(ErrorText::of(upload->result().error()), ErrorText::details(upload->result().error()));
    else
        m_trouble->setTrouble({}, {});
}

void UploadPanel::copyId()
{
    QGuiApplication::clipboard()->setText(m_session.file().fileId.text());
    m_copy->setText(tr("Copied"));
}

} // namespace ui
