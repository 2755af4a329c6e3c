#pragma once

#include "base/Error.h"
#include "tabular/TableSummary.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QSpinBox;
class QTableView;
class QVBoxLayout;

namespace ui {

class Card;
class EmptyState;
class FaultLines;
class PreviewModel;

/// Step File: how the spreadsheet is read (delimiter, header row), its first rows, and what was seen in it.
class TablePanel final : public QWidget {
    Q_OBJECT
public:
    /// What the columns are for: the rows themselves are sent, or an uploaded file has them already.
    enum class Purpose { Upload, ColumnsOnly };

    explicit TablePanel(QWidget *parent = nullptr);

    void showTable(const std::optional<tabular::TableSummary> &table, Purpose purpose);
    /// While a file is read for its columns, and why it could not be.
    void showReading(bool busy, const std::optional<base::Error> &error);
    [[nodiscard]] tabular::CsvDialect dialect() const;

Q_SIGNALS:
    void dialectChosen(const tabular::CsvDialect &dialect);
    void columnsFileRequested();

private:
    QLayout *makeOptions();
    void makePreview();
    void showOptions(const tabular::CsvDialect &dialect);
    void showNotes(const std::vector<tabular::TableFinding> &findings);
    void announce();

    Card *m_card;
    QComboBox *m_delimiter;
    QSpinBox *m_headerRow;
    QPushButton *m_columnsFile;
    FaultLines *m_trouble;
    QWidget *m_options;
    QWidget *m_notes;
    QVBoxLayout *m_noteLines;
    QTableView *m_preview;
    PreviewModel *m_model;
    EmptyState *m_empty;
};

} // namespace ui
