#pragma once

#include "crm/Field.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace ui {

/// Asks for the constant of one field: picklists offer their values, lookups also ask what the value is (find_by).
class ConstantDialog final : public QDialog {
    Q_OBJECT
public:
    /// `field` has at least its name. `entry` may be null.
    ConstantDialog(const crm::Field &field, const crm::FieldMapping *entry, QWidget *parent = nullptr);

    /// Absent: no constant any more. A value that was not touched keeps its JSON type; a new one is text.
    [[nodiscard]] std::optional<QJsonValue> value() const;
    [[nodiscard]] crm::FieldName findBy() const; ///< empty for fields that are no lookups

private:
    void layOut(const QString &label);
    void offerValues(const crm::Field &field);
    void offerFindBy(const crm::Field &field, const crm::FieldMapping *entry);

    QComboBox *m_value;
    QComboBox *m_findBy = nullptr;
    std::optional<QJsonValue> m_before;
    QString m_beforeText;
    bool m_fed = false;
};

} // namespace ui
