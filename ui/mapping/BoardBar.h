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

    void addButton(QPushButton *button);   ///< before those that undo and redo; it has a sign and a word
    void setViewIndex(int view);           ///< 0: by column, 1: by field
    void say(const QString &sentence);     ///< also to screen readers; how to undo it is added
    void hint(const QString &sentence);    ///< while something is dragged; empty: what to do next
    void setProposals(int count);          ///< how many can be accepted at once
    void setWaiting(const QString &words); ///< something waits for its partner, until Cancel; empty: nothing does
    void setOneOnly(bool oneOnly);         ///< there is nothing to drag onto
    /// That of the shortest form of all buttons.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void viewChosen(int view);
    void cancelRequested();
    void acceptAllRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What gives way where there is little room, in this order.
    enum class Room { Ample, SignsToUndo, ShortWords, NoUndo };

    [[nodiscard]] QString whatToDo() const;
    void layOut();
    void setWords(const QString &sentence);
    void showUndo();
    void fitButtons();
    void fitHint();
    void make(Room room);

    QUndoStack &m_undo;
    QHBoxLayout *m_row;
    QButtonGroup *m_views;
    QLabel *m_hint;
    QPushButton *m_cancel;
    QPushButton *m_acceptAll;
    QPushButton *m_undoButton;
    QPushButton *m_redoButton;
    QPushButton *m_added = nullptr;
    QString m_addedText;
    Room m_room = Room::Ample;
    int m_proposals = 0;
    bool m_oneOnly = false;
};

} // namespace ui
