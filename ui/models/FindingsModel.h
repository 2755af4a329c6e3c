#pragma once

#include "session/InputFaults.h"

#include <QAbstractListModel>

#include <functional>

namespace ui {

/// What is wrong with an import, one row a fault: errors first, then warnings, each in the order of the wizard's steps.
class FindingsModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { WarningRole = Qt::UserRole, StepRole }; ///< bool; session::WizardStep as int
    /// The sentence of a fault, which is not this room's business.
    using Words = std::function<QString(const session::Fault &)>;

    explicit FindingsModel(Words words, QObject *parent = nullptr);

    void setFaults(const std::vector<session::Fault> &faults);
    [[nodiscard]] const session::Fault *faultAt(int row) const; ///< nullptr outside
    [[nodiscard]] int errors() const { return m_errors; }
    [[nodiscard]] int warnings() const { return rowCount() - m_errors; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    Words m_words;
    std::vector<session::Fault> m_faults;
    int m_errors = 0;
};

} // namespace ui
