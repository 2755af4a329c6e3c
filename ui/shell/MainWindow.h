#pragma once

#include "ui/shell/WindowParts.h"
#include "ui/widgets/Theme.h"

#include <QMainWindow>

#include <memory>

namespace ui {

/// The program's window: the wizard with its eight pages, the menus, and a place to drop a file on. Widgets only; call
/// applyTheme() before making it, and again through the View menu.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const WindowParts &parts, Scheme scheme = Scheme::FollowSystem, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openPlan(const QString &path); ///< a plan or a recorded request
    void goTo(session::WizardStep step);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// "light" or "dark" of the command line; FollowSystem for anything else.
[[nodiscard]] Scheme schemeFromText(const QString &text);

} // namespace ui
