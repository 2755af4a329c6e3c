#pragma once

#include "ui/models/FieldsFilter.h"
#include "ui/models/FieldsModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace session {
struct Fault;
}

namespace ui {

class EmptyState;
class FaultLines;
class FieldTableView;
class SourceColumnsModel;
struct BoardContent;

/// The right half of the board: the fields of the module, searched, filtered, counted; the faults of the selected one in
/// full (with the server's raw answer); its buttons.
class FieldsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit FieldsPanel(QWidget *parent = nullptr);
    /// What its combo boxes offer; to be called once, before anything is shown.
    void setColumns(const SourceColumnsModel &columns);

    void show(const BoardContent &content, const QString &moduleName);
    void setCompact(bool compact); ///< the fields as a list beside the columns
    void showEmpty(const QString &iconName, const QString &sentence, const QString &action);
    void showFaults(const std::vector<session::Fault> &faults); ///< of the mapping as a whole and of the selected field
    [[nodiscard]] FieldsModel &model() const { return *m_model; }
    [[nodiscard]] FieldTableView *table() const { return m_table; }
    /// The field at a place of the table and the free ones below it, as they are shown.
    [[nodiscard]] std::vector<crm::FieldName> freeFrom(const FieldRow &first, size_t count) const;
    [[nodiscard]] QPushButton *constantButton() const { return m_constant; }
    [[nodiscard]] QPushButton *clearButton() const { return m_clear; }
    [[nodiscard]] QPushButton *repairButton() const { return m_repair; }
    [[nodiscard]] const Repair *repair() const;                      ///< of the selected field; null: none
    [[nodiscard]] const FieldRow *selected() const;                  ///< null: none
    [[nodiscard]] int shownRowOf(const crm::FieldName &field) const; ///< -1: not there or filtered out
    bool select(const crm::FieldName &field); ///< drops search and filter if they hide it; false: no such field
    bool selectNextFault(int direction);      ///< +1 or -1, going round; false: there are none
    void updateButtons();

Q_SIGNALS:
    void selectionChanged();
    void actionWanted(); ///< of the empty state

private:
    void name();
    void layOut();
    void refilter();
    void showCounts(const BoardContent &content);

    FieldsModel *m_model;
    FieldsFilter *m_shown;
    FieldTableView *m_table;
    QLineEdit *m_search;
    QLabel *m_show;
    QComboBox *m_filter;
    QLabel *m_heading;
    QLabel *m_counts;
    FaultLines *m_faults;
    QPushButton *m_constant;
    QPushButton *m_clear;
    QPushButton *m_repair;
    EmptyState *m_empty;
    EmptyState *m_noMatch;
    QStackedLayout *m_places;
};

} // namespace ui
