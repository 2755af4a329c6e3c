#pragma once

#include "session/ImportSession.h"
#include "ui/mapping/BoardContent.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QUndoStack;

namespace ui {

class BoardMenus;
class ColumnsPanel;
class FieldsPanel;
class MappingEditor;

/// Columns on the left, fields on the right, and the four ways between them: drag, click and click, combo box, menu. All of
/// them end in one MappingEditor. A bar above says what has just happened or what to do next.
class MappingBoard final : public QWidget {
    Q_OBJECT
public:
    MappingBoard(session::ImportSession &session, QUndoStack &undo, QWidget *parent = nullptr);
    ~MappingBoard() override;

    void refresh();
    void sortAnew(); ///< fields in their best order again; meant for when nobody is pointing at one
    [[nodiscard]] const BoardContent &content() const { return m_content; }
    [[nodiscard]] FieldsPanel &fields() const { return *m_fields; }
    [[nodiscard]] ColumnsPanel &columns() const { return *m_columns; }
    /// The column that waits for a field; -1: none.
    void pick(int column);
    void say(const QString &sentence);

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
    void connectButtons();
    void addShortcuts();
    void takeField(const QModelIndex &index, bool byMouse);
    void mapSelected();
    void askConstant(const crm::FieldName &field);
    void ignoreSelected();
    void clearSelected();
    void repairSelected();
    void showSelectedFaults();
    void showUndo();
    void nextProblem(int direction);
    void showIdleHint();

    session::ImportSession &m_session;
    QUndoStack &m_undo;
    MappingEditor *m_editor;
    ColumnsPanel *m_columns;
    FieldsPanel *m_fields;
    BoardMenus *m_menus;
    QLabel *m_hint;
    QPushButton *m_undoButton;
    QPushButton *m_redoButton;
    QPushButton *m_cancelPick;
    BoardContent m_content;
    bool m_sortAnew = true;
};

} // namespace ui
