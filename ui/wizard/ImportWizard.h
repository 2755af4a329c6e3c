#pragma once

#include "session/RunController.h"
#include "ui/widgets/Dialogs.h"
#include "ui/wizard/Page.h"

#include <memory>

namespace ui {

/// The wizard's frame: step list and account at the left, the page, Back / Next / Cancel below, the practice banner above
/// it all. Any step may be visited at any time; Next alone asks whether the page is complete. When the CRM refuses a job it
/// opens the step at fault and focuses the input. Owns the pages.
class ImportWizard final : public QWidget {
    Q_OBJECT
public:
    ImportWizard(session::ImportSession &session, session::RunController &runs, Dialogs &dialogs,
                 const std::vector<Page *> &pages, QWidget *parent = nullptr);
    ~ImportWizard() override;

    void goTo(session::WizardStep step);
    void goToInput(const crm::InputRef &input); ///< opens its step and focuses it
    [[nodiscard]] session::WizardStep step() const;
    [[nodiscard]] Page *page(session::WizardStep step) const;
    /// Whether the window may close: asks when a run is on or something would be lost.
    [[nodiscard]] bool mayClose();

Q_SIGNALS:
    void closeWanted(); ///< Cancel was pressed

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
