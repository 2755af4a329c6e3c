#pragma once

#include "ui/models/ColumnsFilter.h"
#include "ui/models/SourceColumnsModel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace ui {

class ColumnListView;
class EmptyState;
struct BoardContent;

/// The left half of the board: the columns of the file, searched, counted, with their buttons.
class ColumnsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ColumnsPanel(QWidget *parent = nullptr);

    void show(const BoardContent &content);
    [[nodiscard]] SourceColumnsModel &model() const { return *m_model; }
    [[nodiscard]] ColumnListView *list() const { return m_list; }
    [[nodiscard]] QPushButton *mapButton() const { return m_map; }
    [[nodiscard]] QPushButton *ignoreButton() const { return m_ignore; }
    [[nodiscard]] const SourceColumn *selected() const; ///< null: none
    [[nodiscard]] const SourceColumn *columnAt(const QModelIndex &shown) const;
    void select(int column);
    void updateButtons();

Q_SIGNALS:
    void fileWanted(); ///< there are no columns, and the person wants to choose a file

private:
    void layOut();

    SourceColumnsModel *m_model;
    ColumnsFilter *m_shown;
    ColumnListView *m_list;
    QLineEdit *m_search;
    QLabel *m_counts;
    QPushButton *m_map;
    QPushButton *m_ignore;
    EmptyState *m_noFile;
    EmptyState *m_noMatch;
    QStackedLayout *m_places;
};

} // namespace ui
