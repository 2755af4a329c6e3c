#pragma once

#include "session/CrmConnection.h"
#include "ui/wizard/Page.h"

namespace ui {

/// Step 2: the module, what happens to the records, the match field, blank cells.
class ModulePage final : public Page {
    Q_OBJECT
public:
    ModulePage(session::ImportSession &session, session::CrmConnection &connection, QWidget *parent = nullptr);
    ~ModulePage() override;

    [[nodiscard]] QString whatIsMissing() const override;
    [[nodiscard]] QWidget *firstProblem() override;
    [[nodiscard]] QWidget *widgetOf(const crm::InputRef &input) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
