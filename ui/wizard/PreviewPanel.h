#pragma once

#include "tabular/TableSummary.h"
#include "tabular/opening/Glance.h"

#include <QWidget>

class QSpinBox;
class QTableView;

namespace ui {

class FaultLines;
class PreviewModel;
class TextLabel;

/// Step File: the rows of the spreadsheet as they will be read, all of them within reach. A press on a row's number, or
/// Return on a row, asks for it to be the header row.
class PreviewPanel final : public QWidget {
    Q_OBJECT
public:
    explicit PreviewPanel(QWidget *parent = nullptr);
    void setTable(const std::optional<tabular::Glance> &glance, const std::optional<tabular::TableSummary> &table);
    void goTo(qint64 number); ///< the file's or sheet's row comes into view and is the current one
    /// Three rows will do.
    void setLow(bool low);

Q_SIGNALS:
    void headerRowWanted(int record); ///< as CsvDialect::headerRow

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeView();
    QLayout *makeFoot();
    void goToRow(int number);
    void askForHeader(int viewRow);
    void showPlaces();
    void settleFoot();

    QTableView *m_view;
    PreviewModel *m_model;
    QWidget *m_foot;
    QSpinBox *m_goTo;
    TextLabel *m_ofAll;
    TextLabel *m_hint;
    TextLabel *m_window;
    FaultLines *m_trouble;
    QStringList m_fitted; ///< the columns whose widths were fitted last
};

} // namespace ui
