#include "ui/shell/WindowMenus.h"

#include <QActionGroup>
#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QMessageBox>
#include <QUndoStack>

namespace ui {

WindowMenus::WindowMenus(QMainWindow &window, QUndoStack &undo, Scheme scheme)
    : QObject(&window)
    , m_window(window)
{
    makeFile();
    makeEdit(undo);
    makeView(scheme);
    makeHelp();
}

void WindowMenus::makeFile()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&File"));
    menu->addAction(icon(QStringLiteral("add")), tr("&New Import"), QKeySequence::New, this,
                    &WindowMenus::newImportWanted);
    menu->addAction(icon(QStringLiteral("open")), tr("&Open Plan or Request…"), QKeySequence::Open, this,
                    &WindowMenus::openPlanWanted);
    menu->addAction(icon(QStringLiteral("save")), tr("&Save Plan…"), QKeySequence::Save, this,
                    &WindowMenus::savePlanWanted);
    menu->addSeparator();
    QAction *quit = menu->addAction(tr("&Quit"), QKeySequence::Quit, &m_window, &QWidget::close);
    quit->setMenuRole(QAction::QuitRole);
}

void WindowMenus::makeEdit(QUndoStack &undo)
{
    // The mapping board answers Ctrl+Z itself; the same keys here would make both ambiguous, and neither would act.
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Edit"));
    QAction *back = undo.createUndoAction(this, tr("Undo"));
    back->setIcon(icon(QStringLiteral("undo")));
    QAction *again = undo.createRedoAction(this, tr("Redo"));
    again->setIcon(icon(QStringLiteral("redo")));
    menu->addActions({back, again});
}

void WindowMenus::makeView(Scheme scheme)
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&View"));
    auto *group = new QActionGroup(this);
    addScheme(*menu, *group, tr("&Light"), Scheme::Light, scheme == Scheme::Light);
    addScheme(*menu, *group, tr("&Dark"), Scheme::Dark, scheme == Scheme::Dark);
    addScheme(*menu, *group, tr("Like the &System"), Scheme::FollowSystem, scheme == Scheme::FollowSystem);
}

void WindowMenus::addScheme(QMenu &menu, QActionGroup &group, const QString &text, Scheme scheme, bool current)
{
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(current);
    group.addAction(action);
    connect(action, &QAction::triggered, this, [scheme] {
        if (auto *application = qobject_cast<QApplication *>(QCoreApplication::instance()))
            applyTheme(*application, scheme);
    });
}

void WindowMenus::makeHelp()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Help"));
    menu->addAction(tr("&Keyboard"), QKeySequence::HelpContents, this, &WindowMenus::showKeyboard);
    QAction *about =
        menu->addAction(icon(QStringLiteral("info")), tr("&About CRM Import Wizard"), this, &WindowMenus::showAbout);
    about->setMenuRole(QAction::AboutRole);
}

void WindowMenus::showKeyboard()
{
    showText(tr("Keyboard"),
             tr("Alt+Right, Alt+Left: next step, step before\n"
                "Tab, Shift+Tab: next input, input before\n"
                "Arrow keys in the step list: go to a step\n"
                "Ctrl+O, Ctrl+S: open a plan, save the plan\n"
                "Ctrl+Z, Ctrl+Shift+Z: undo, redo\n"
                "\n"
                "On the mapping board\n"
                "Arrow keys: from row to row; Shift or Ctrl with them: choose several\n"
                "F2 or Enter: choose the field of a column, or the column of a field\n"
                "Space: accept what is proposed, and go on to the next\n"
                "Ctrl+Shift+A: accept all that is proposed\n"
                "Ctrl+I: ignore a column, or no longer\n"
                "Delete: clear\n"
                "F8, Shift+F8: next and previous that needs a look\n"
                "Ctrl+R: repair what can be repaired at once\n"
                "Menu key on a column or field: what can be done with it\n"
                "Escape: leave off what was begun"));
}

void WindowMenus::showAbout()
{
    showText(
        tr("About CRM Import Wizard"),
        tr("CRM Import Wizard %1\n\nTakes a spreadsheet into Zoho CRM. What you import goes from this computer to the "
           "CRM and nowhere else.\n\nThis is not a product of Zoho Corporation.")
            .arg(QLatin1String(WIZARD_VERSION)));
}

void WindowMenus::showText(const QString &title, const QString &text)
{
    auto *box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(title);
    box->setTextFormat(Qt::PlainText);
    box->setText(text);
    box->setIconPixmap(icon(QStringLiteral("app")).pixmap(lineHeight() * 3));
    box->setStandardButtons(QMessageBox::Close);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->open();
}

} // namespace ui
