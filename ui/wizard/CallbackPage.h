#pragma once

#include "ui/wizard/Page.h"

namespace ui {

/// Step 5: an optional address that the CRM calls when the job is done.
class CallbackPage final : public Page {
    Q_OBJECT
public:
    explicit CallbackPage(session::ImportSession &session, QWidget *parent = nullptr);
    ~CallbackPage() override;

    [[nodiscard]] QString whatIsMissing() const override;
    [[nodiscard]] QWidget *firstProblem() override;
    [[nodiscard]] QWidget *widgetOf(const crm::InputRef &input) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
