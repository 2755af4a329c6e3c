#pragma once

#include "session/RunController.h"
#include "ui/widgets/Dialogs.h"
#include "ui/wizard/Page.h"

namespace ui {

/// Step 6: what will happen, what is wrong, the exact request in three spellings, the plan to save. "Send as it stands"
/// lets support staff send a request that is expected to be refused.
class CheckPage final : public Page {
    Q_OBJECT
public:
    CheckPage(session::ImportSession &session, session::CrmConnection &connection, session::RunController &runs,
              Dialogs &dialogs, QWidget *parent = nullptr);
    ~CheckPage() override;

    [[nodiscard]] QString whatIsMissing() const override;
    [[nodiscard]] QWidget *firstProblem() override;
    [[nodiscard]] QString nextText() const override; ///< "Start Import"
    [[nodiscard]] bool goingOn() override;           ///< starts the run, then goes to step Run
    void entered() override;

Q_SIGNALS:
    /// After goTo(): the input on that step that a finding is about, to be focused there.
    void inputWanted(const crm::InputRef &input);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
