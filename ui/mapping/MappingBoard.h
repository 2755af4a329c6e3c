#pragma once

#include "session/ImportSession.h"
#include "ui/mapping/BoardContent.h"
#include "ui/models/Repair.h"

#include <QWidget>

class QUndoStack;

namespace ui {

class BoardBar;
class BoardHalves;
class BoardMenus;
class BoardRepairs;
class ColumnVerbs;
class ColumnsPanel;
class FieldsPanel;
class MappingEditor;

/// The columns of the file at the leading side, the fields of the module at the trailing one, and the four ways between
/// them: drag, click and click, combo box, menu. All of them end in one MappingEditor. Either the columns have a row each
/// with all there is to say, and the fields are a list beside them, or the other way round. A bar above says what has just
/// happened or what to do next. Where there is no room for both, the rows alone are there, and their lists do what the
/// other half would.
class MappingBoard final : public QWidget {
    Q_OBJECT
public:
    enum class View { ByColumn, ByField };

    MappingBoard(session::ImportSession &session, QUndoStack &undo, QWidget *parent = nullptr);
    ~MappingBoard() override;

    void refresh();
    void sortAnew(); ///< fields in their best order again; meant for when nobody is pointing at one
    void setView(View view);
    [[nodiscard]] View view() const { return m_view; }
    [[nodiscard]] const BoardContent &content() const { return m_content; }
    [[nodiscard]] FieldsPanel &fields() const { return *m_fields; }
    [[nodiscard]] ColumnsPanel &columns() const { return *m_columns; }
    [[nodiscard]] BoardBar &bar() const { return *m_bar; }
    [[nodiscard]] MappingEditor &editor() const { return *m_editor; }
    /// The column that waits for a field; -1: none, also no field that waits for a column.
    void pick(int column);
    void pickField(const crm::FieldName &field); ///< the field that waits for a column
    void say(const QString &sentence);
    /// Where a field and what is wrong with it stand, in sight from now on.
    QWidget *showField(const crm::FieldName &field);

Q_SIGNALS:
    void refreshed();
    void fileWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void connectColumns();
    void connectFields();
    void connectDrops();
    void connectButtons();
    void addShortcuts();
    void beginWith(int column);
    void columnClicked(const QModelIndex &index);
    void columnChosen(const QModelIndex &index);
    void takeField(const QModelIndex &index, bool byMouse);
    void mapSelected();
    void acceptAt(const QModelIndex &index);
    void acceptAll();
    void ignoreUndecided();
    void askField(const crm::FieldName &field, FieldPlace place = FieldPlace::Constant);
    void ignoreSelected();
    void clearSelected();
    void connectRepairs();
    void showSelectedFaults();
    void nextProblem(int direction);

    session::ImportSession &m_session;
    QUndoStack &m_undo;
    MappingEditor *m_editor;
    ColumnVerbs *m_verbs;
    FieldsPanel *m_fields;
    ColumnsPanel *m_columns;
    BoardRepairs *m_repairs;
    BoardMenus *m_menus;
    BoardHalves *m_halves;
    BoardBar *m_bar;
    BoardContent m_content;
    crm::FieldName m_pickedField;
    View m_view = View::ByColumn;
    bool m_sortAnew = true;
};

} // namespace ui
