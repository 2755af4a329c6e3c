#pragma once

#include "session/FileOpener.h"

#include <QWidget>

class QLineEdit;
class QProgressBar;
class QPushButton;

namespace ui {

class FieldBlock;
class TextLabel;

/// Step File, first source: where the spreadsheet is, how far reading it is, how large it is.
class LocalFilePanel final : public QWidget {
    Q_OBJECT
public:
    explicit LocalFilePanel(QWidget *parent = nullptr);

    /// `mine` is false while the opener reads a file for another source.
    void showReading(const session::FileOpener &opener, bool mine);
    void showTable(const std::optional<tabular::TableSummary> &table);
    void showFaults(const std::vector<session::Fault> &faults);
    [[nodiscard]] QWidget *input() const;

Q_SIGNALS:
    void chooseRequested();
    void stopRequested();
    void pathEntered(const QString &path);

private:
    QLayout *makePathRow();
    QLayout *makeReadingRow();
    void takePath();
    void showBlock();

    QLineEdit *m_path;
    QPushButton *m_choose;
    FieldBlock *m_block;
    TextLabel *m_facts;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    std::vector<session::Fault> m_faults;
    std::optional<base::Error> m_error;
    QString m_shownPath;
};

} // namespace ui
