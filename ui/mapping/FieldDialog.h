#pragma once

#include "crm/Field.h"
#include "mapping/ColumnMapping.h"
#include "tabular/TableSummary.h"
#include "ui/models/MappingEditor.h"
#include "ui/models/Repair.h"

#include <QDialog>

class QComboBox;
class QTableWidget;
class QVBoxLayout;

namespace ui {

class FormatInput;
class ValueMapInput;

/// All that is known of what one field gets.
struct FieldSubject final {
    crm::Field field; ///< has at least its name
    crm::FieldMapping entry;
    mapping::CellRule rule;
    std::optional<tabular::TableSummary> table;
    std::vector<crm::Layout> layouts; ///< of the module
    QString column;                   ///< "column 2, Mobile"; empty: none feeds it
    FieldPlace place = FieldPlace::Constant;

    /// What the session knows of it. A field that the module does not have has its name alone.
    [[nodiscard]] static FieldSubject of(const crm::FieldName &field, const session::ImportSession &session,
                                         const MappingEditor &editor, FieldPlace place);
};

/// Asks what one field carries: its constant, by what related records are found, how dates and numbers are written, what is
/// sent in the place of values. What the file
/// proposes for these is said in a line, and taken by its button alone. Always shows how a few values of the column will arrive.
class FieldDialog final : public QDialog {
    Q_OBJECT
public:
    explicit FieldDialog(FieldSubject subject, QWidget *parent = nullptr);

    /// The entry as it was, with what was chosen. A constant that was not touched keeps its JSON type; a new one is text.
    [[nodiscard]] crm::FieldMapping entry() const;
    [[nodiscard]] mapping::CellRule rule() const;

private:
    void offerValues();
    void offerLayouts();
    void offerFindBy();
    void addInputs(QVBoxLayout *column);
    void addButtons(QVBoxLayout *column);
    void showArrivals();
    void goToPlace();
    void addProposal(QVBoxLayout *column);
    void showProposal();
    [[nodiscard]] QString meaningOf(const QString &sent) const;
    [[nodiscard]] QStringList tellingValues() const;
    [[nodiscard]] std::optional<QJsonValue> constant() const;

    FieldSubject m_subject;
    QComboBox *m_value;
    QComboBox *m_findBy = nullptr;
    FormatInput *m_format = nullptr;
    ValueMapInput *m_values = nullptr;
    QTableWidget *m_arrivals;
    QWidget *m_proposal = nullptr; ///< a line of words and a button
};

} // namespace ui
