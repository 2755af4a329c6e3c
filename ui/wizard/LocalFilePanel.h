#pragma once

#include "session/FileOpener.h"

#include <QWidget>

class QBoxLayout;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace ui {

class FieldBlock;
class TextLabel;

/// Step File, first source: where the spreadsheet is, how far reading it is, what it is and how large.
class LocalFilePanel final : public QWidget {
    Q_OBJECT
public:
    explicit LocalFilePanel(QWidget *parent = nullptr);

    /// `mine` is false while the opener reads a file for another source.
    void showReading(const session::FileOpener &opener, bool mine);
    void showTable(const std::optional<tabular::TableSummary> &table, const std::optional<tabular::Glance> &glance);
    /// Trouble that is no reading's: nothing to paste.
    void showTrouble(const base::Error &error);
    void showFaults(const std::vector<session::Fault> &faults);
    [[nodiscard]] QString facts() const; ///< what the file is, or how far it is read; empty without a file
    [[nodiscard]] QWidget *input() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void chooseRequested();
    void pasteRequested();
    void stopRequested();
    void againRequested(); ///< after a stop
    void pathEntered(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void nameParts();
    QLayout *makePathRow();
    QLayout *makeReadingRow();
    void connectParts();
    void takePath();
    void showFacts();
    void showBlock();

    QBoxLayout *m_pathRow = nullptr;
    QWidget *m_labelSpace = nullptr;
    QLineEdit *m_path;
    QPushButton *m_choose;
    QPushButton *m_paste;
    FieldBlock *m_block;
    TextLabel *m_facts;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_again;
    std::vector<session::Fault> m_faults;
    std::optional<base::Error> m_error;
    std::optional<tabular::TableSummary> m_table;
    std::optional<tabular::Glance> m_glance;
    QString m_shownPath;
    int m_percent = 0;
    bool m_busy = false;
};

} // namespace ui
