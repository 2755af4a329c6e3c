#pragma once

#include "base/Error.h"
#include "tabular/OpenQuestion.h"
#include "tabular/opening/Glance.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace ui {

class Card;
class EmptyState;
class FaultLines;
class InvalidBytesPanel;
class NotesList;
class PreviewPanel;
class ReadingOptions;

/// Step File: how the spreadsheet is read, its rows, and what was seen in it.
class TablePanel final : public QWidget {
    Q_OBJECT
public:
    /// What the columns are for: the rows themselves are sent, or an uploaded file has them already.
    enum class Purpose { Upload, ColumnsOnly };

    /// What there is to show of a spreadsheet: a first look, all of it, or both, read in the same way.
    struct Content final {
        std::optional<tabular::Glance> glance; ///< what there was to choose from
        std::optional<tabular::TableSummary> table;
        bool topIsCurrent = true; ///< the glance's first records are read as the table is
    };

    explicit TablePanel(QWidget *parent = nullptr);

    void show(const Content &content, Purpose purpose);
    /// While a file is read for its columns, and why it could not be.
    void showTrouble(const std::optional<base::Error> &error);
    /// Folded, only the rows and what has to be decided on are there; what is hidden holds on.
    void setFolded(bool folded);
    [[nodiscard]] const ReadingOptions *options() const { return m_options; }
    /// `source` is that of `table` but for what was decided on, and the bytes replaced in `table` are to stay so.
    [[nodiscard]] static bool staysReplaced(const tabular::TableSummary &table, const tabular::SourceFile &source);
    [[nodiscard]] QWidget *decision() const;

Q_SIGNALS:
    void sourceChosen(const tabular::SourceFile &source);
    void replaceBytesWanted();
    void closeWanted();
    void columnsFileRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectParts();
    QLayout *makeNotesLine();
    void showParts();
    void showInvalid(const Content &content);
    void hideQuestion();
    void ask(const tabular::OpenQuestion &question, const tabular::TableSummary &table);
    void askInWords(const tabular::OpenQuestion &question, const tabular::TableSummary &table);
    void showNotes(const Content &content);

    Card *m_card;
    QPushButton *m_columnsFile;
    FaultLines *m_trouble;
    ReadingOptions *m_options; ///< Tab goes through the parts in this order
    QWidget *m_line;
    QPushButton *m_toNotes;
    InvalidBytesPanel *m_invalid;
    QBoxLayout *m_lineBox = nullptr;
    PreviewPanel *m_preview;
    NotesList *m_notes;
    EmptyState *m_empty;
    tabular::SourceFile m_asked; ///< that something is to be decided on
    bool m_folded = false;
    bool m_something = false;
    bool m_answered = false; ///< on the way to what comes of it
};

} // namespace ui
