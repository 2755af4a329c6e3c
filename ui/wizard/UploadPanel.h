#pragma once

#include "session/RunController.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

class FaultLines;
class IconLabel;
class TextLabel;

/// Step File: uploads the chosen spreadsheet now, or says that this happens when the import starts.
class UploadPanel final : public QWidget {
    Q_OBJECT
public:
    UploadPanel(session::ImportSession &session, session::RunController &runs, QWidget *parent = nullptr);

private:
    QLayout *makeStateRow();
    QLayout *makeProgressRow();
    void watchUpload();
    void refresh();
    void showRunning(const importing::UploadRun &upload);
    void showResting();
    void showFailure();
    void showProgress(int percent, const QString &text);
    void copyId();
    [[nodiscard]] bool running() const;

    session::ImportSession &m_session;
    session::RunController &m_runs;
    IconLabel *m_icon;
    TextLabel *m_text;
    QPushButton *m_upload;
    QPushButton *m_copy;
    QProgressBar *m_progress;
    QLabel *m_progressText;
    QPushButton *m_stop;
    FaultLines *m_trouble;
};

} // namespace ui
