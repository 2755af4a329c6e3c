#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QUndoStack;

namespace ui {

class MappingEditor;

/// The line above the board: which of the two views, what has just happened or what to do next, undo and redo.
class BoardBar final : public QWidget {
    Q_OBJECT
public:
    BoardBar(MappingEditor &editor, QUndoStack &undo, QWidget *parent = nullptr);

    void addButton(QWidget *button);       ///< before those that undo and redo
    void setViewIndex(int view);           ///< 0: by column, 1: by field
    void say(const QString &sentence);     ///< also to screen readers; how to undo it is added
    void hint(const QString &sentence);    ///< while something is dragged; empty: what to do next
    void setProposals(int count);          ///< how many can be accepted at once
    void setWaiting(const QString &words); ///< something waits for its partner, until Cancel; empty: nothing does

Q_SIGNALS:
    void viewChosen(int view);
    void cancelRequested();
    void acceptAllRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] static QString whatToDo();
    void layOut();
    void setWords(const QString &sentence);
    void showUndo();
    void fitButtons();

    QUndoStack &m_undo;
    QHBoxLayout *m_row;
    QButtonGroup *m_views;
    QLabel *m_hint;
    QPushButton *m_cancel;
    QPushButton *m_acceptAll;
    QPushButton *m_undoButton;
    QPushButton *m_redoButton;
};

} // namespace ui
