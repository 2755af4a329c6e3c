#pragma once

#include "session/CrmConnection.h"
#include "session/TemplateStore.h"
#include "ui/widgets/Dialogs.h"
#include "ui/wizard/Page.h"

class QUndoStack;

namespace ui {

/// Step 4: file columns onto fields, by drag, click-click, combo box or context menu, all through `undo`.
class MappingPage final : public Page {
    Q_OBJECT
public:
    MappingPage(session::ImportSession &session, session::CrmConnection &connection, session::TemplateStore &templates,
                Dialogs &dialogs, QUndoStack &undo, QWidget *parent = nullptr);
    ~MappingPage() override;

    [[nodiscard]] QString whatIsMissing() const override;
    [[nodiscard]] QWidget *firstProblem() override;
    [[nodiscard]] QWidget *widgetOf(const crm::InputRef &input) override;
    void entered() override;
    /// The least that it can do with. What tables would like to have would make the page scroll around tables that scroll.
    [[nodiscard]] int heightForWidth(int width) const override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
