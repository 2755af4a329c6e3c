#pragma once

#include "session/FileOpener.h"
#include "session/RunController.h"
#include "ui/widgets/Dialogs.h"
#include "ui/wizard/Page.h"

namespace ui {

/// Step 3: a spreadsheet of this computer, a known file ID, or a typed one.
class FilePage final : public Page {
    Q_OBJECT
public:
    FilePage(session::ImportSession &session, session::FileOpener &opener, session::RunController &runs,
             importing::FileLedger &ledger, Dialogs &dialogs, QWidget *parent = nullptr);
    ~FilePage() override;

    [[nodiscard]] QString whatIsMissing() const override;
    [[nodiscard]] QWidget *firstProblem() override;
    [[nodiscard]] QWidget *widgetOf(const crm::InputRef &input) override;
    [[nodiscard]] bool goingOn() override;
    void openDropped(const QString &path); ///< a file was dropped on the window
    void pasteTable();                     ///< what the clipboard holds: rows, or a file

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
