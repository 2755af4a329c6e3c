#pragma once

#include "session/InputFaults.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class FindingsModel;

/// Everything that is wrong with the import, errors before warnings, each with a button that goes to its input.
class FindingsList final : public QWidget {
    Q_OBJECT
public:
    explicit FindingsList(QWidget *parent = nullptr);

    void setFaults(const std::vector<session::Fault> &faults);
    [[nodiscard]] QWidget *firstButton() const; ///< nullptr when nothing is wrong

Q_SIGNALS:
    void inputWanted(const crm::InputRef &input);

private:
    void addHeading(const QString &text);
    void addRow(int row);
    [[nodiscard]] QString headingOf(int row) const;

    FindingsModel *m_model;
    QVBoxLayout *m_rows;
};

} // namespace ui
