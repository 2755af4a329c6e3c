#pragma once

#include "ui/models/ColumnsFilter.h"
#include "ui/models/SourceColumnsModel.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace ui {

class ColumnTableView;
class EmptyState;
class FieldsModel;
struct BoardContent;

/// The left half of the board: the columns of the file, searched, filtered, counted, with what can be done to those that
/// are chosen.
class ColumnsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ColumnsPanel(const FieldsModel &fields, QWidget *parent = nullptr);

    void show(const BoardContent &content);
    void setCompact(bool compact); ///< the columns as a list beside the fields
    [[nodiscard]] SourceColumnsModel &model() const { return *m_model; }
    [[nodiscard]] ColumnTableView *table() const { return m_table; }
    [[nodiscard]] QPushButton *mapButton() const { return m_map; }
    [[nodiscard]] QPushButton *ignoreButton() const { return m_ignore; }
    [[nodiscard]] QPushButton *repairButton() const { return m_repair; }
    [[nodiscard]] const Repair *repair() const;        ///< of the current column; null: none
    [[nodiscard]] const SourceColumn *current() const; ///< the one with the cursor, if it is chosen; null: none
    [[nodiscard]] std::vector<crm::ColumnIndex> selected() const;
    void select(int column); ///< drops search and filter if they hide it
    /// The next column in that direction (+1, -1) that needs a look, going round; false: there is none.
    bool selectNext(int direction);
    void updateButtons();

Q_SIGNALS:
    void fileWanted(); ///< there are no columns, and the person wants to choose a file
    void ignoreUndecidedRequested();
    void swapRequested(); ///< two columns are chosen
    void clearAllRequested();

private:
    void name();
    void layOut();
    void makeMenu();
    void refilter();
    void showCounts(const BoardContent &content);
    [[nodiscard]] QString countsOf(const BoardContent &content) const;

    SourceColumnsModel *m_model;
    ColumnsFilter *m_shown;
    ColumnTableView *m_table;
    QLineEdit *m_search;
    QLabel *m_show;
    QComboBox *m_filter;
    QLabel *m_counts;
    QPushButton *m_map;
    QPushButton *m_ignore;
    QPushButton *m_more;
    QPushButton *m_repair;
    QAction *m_ignoreUndecided = nullptr;
    QAction *m_swap = nullptr;
    QAction *m_clearAll = nullptr;
    EmptyState *m_noFile;
    EmptyState *m_noMatch;
    QStackedLayout *m_places;
};

} // namespace ui
