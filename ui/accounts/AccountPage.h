#pragma once

#include "session/CrmConnection.h"
#include "ui/widgets/Dialogs.h"
#include "ui/wizard/Page.h"

namespace ui {

/// Step 1: the practice CRM, a saved account, or an access token; also opens a saved plan or a recorded request.
class AccountPage final : public Page {
    Q_OBJECT
public:
    AccountPage(session::ImportSession &session, session::CrmConnection &connection, Dialogs &dialogs,
                QWidget *parent = nullptr);
    ~AccountPage() override;

    [[nodiscard]] QString whatIsMissing() const override;
    [[nodiscard]] QWidget *firstProblem() override;
    [[nodiscard]] QWidget *widgetOf(const crm::InputRef &input) override;

Q_SIGNALS:
    void planChosen(const QString &path); ///< the shell opens it

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
