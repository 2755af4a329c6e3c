#pragma once

#include "session/RunController.h"
#include "ui/widgets/Dialogs.h"
#include "ui/wizard/Page.h"

namespace ui {

/// Step 7: where the import stands; may stop watching. Goes to Results by itself when the job is finished.
class RunPage final : public Page {
    Q_OBJECT
public:
    RunPage(session::ImportSession &session, session::RunController &runs, base::Clock &clock, Dialogs &dialogs,
            QWidget *parent = nullptr);
    ~RunPage() override;

    [[nodiscard]] QString whatIsMissing() const override;
    [[nodiscard]] QWidget *widgetOf(const crm::InputRef &input) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
