#pragma once

#include "ui/widgets/Theme.h"

#include <QObject>

class QActionGroup;
class QMainWindow;
class QMenu;
class QUndoStack;

namespace ui {

/// The window's menus. View and Help act by themselves, Edit is the undo stack's, File asks the window.
class WindowMenus final : public QObject {
    Q_OBJECT
public:
    WindowMenus(QMainWindow &window, QUndoStack &undo, Scheme scheme);

Q_SIGNALS:
    void newImportWanted();
    void openPlanWanted();
    void savePlanWanted();

private:
    void makeFile();
    void makeEdit(QUndoStack &undo);
    void makeView(Scheme scheme);
    void makeHelp();
    void addScheme(QMenu &menu, QActionGroup &group, const QString &text, Scheme scheme, bool current);
    void showKeyboard();
    void showAbout();
    void showText(const QString &title, const QString &text);

    QMainWindow &m_window;
};

} // namespace ui
