#pragma once

#include "session/RunController.h"
#include "ui/widgets/Dialogs.h"
#include "ui/wizard/Page.h"

namespace ui {

/// Step 8: the sum that must come out, and the rows by state.
class ResultsPage final : public Page {
    Q_OBJECT
public:
    ResultsPage(session::ImportSession &session, session::RunController &runs, Dialogs &dialogs,
                QWidget *parent = nullptr);
    ~ResultsPage() override;

    [[nodiscard]] QString nextText() const override; ///< "New Import"
    [[nodiscard]] bool goingOn() override;

Q_SIGNALS:
    void newImportWanted();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
