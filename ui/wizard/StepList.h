#pragma once

#include "session/WizardStep.h"

#include <QListView>

class QStandardItemModel;

namespace ui {

class StepDelegate;

/// The steps at the left of the wizard: number or state sign, name, state in words. Choosing one, by mouse or with the
/// arrow keys, goes there; any step may be visited at any time. A screen reader hears "Step 2 of 8: Module, needs a look".
class StepList final : public QListView {
    Q_OBJECT
public:
    explicit StepList(QWidget *parent = nullptr);

    void setSteps(const std::vector<session::WizardStep> &steps);
    /// `why`: a sentence on it, or nothing.
    void setStatus(session::WizardStep step, session::StepStatus status, const QString &why = {});
    void setCurrent(session::WizardStep step); ///< emits nothing
    void setCompact(bool compact);             ///< the signs alone; names and states as tool tips
    /// "Step 2 of 8: Module"
    [[nodiscard]] QString spokenName(session::WizardStep step) const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void stepChosen(session::WizardStep step);

private:
    void choose();
    [[nodiscard]] int rowOf(session::WizardStep step) const;

    QStandardItemModel *m_model;
    StepDelegate *m_delegate;
    bool m_quiet = false;
};

} // namespace ui
