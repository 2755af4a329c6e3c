#pragma once

#include "mapping/ColumnMapping.h"
#include "mapping/ValueTally.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableWidget;

namespace ui {

/// What is sent in the place of a column's values for a field that has a list of them (a picklist, a boolean): one row a
/// value that the list lacks, with how often it occurs, what is sent, and what happens then. What is likely meant is said
/// as a proposal, and sent only once a person has taken it.
class ValueMapInput final : public QWidget {
    Q_OBJECT
public:
    ValueMapInput(const crm::Field &field, mapping::ValueTally tally, const mapping::CellRule &rule,
                  QWidget *parent = nullptr);

    [[nodiscard]] std::map<QString, QString> values() const; ///< what was chosen
    /// "Messe" as Trade Show: what is likely meant and not chosen yet, in words; empty: nothing.
    [[nodiscard]] QString proposals() const;
    void takeProposals();
    [[nodiscard]] QString separator() const; ///< of a multi-select picklist; empty where ';' and nothing to map

Q_SIGNALS:
    void changed();

private:
    void offerSeparators();
    void fill();
    void addValue(const QString &text, qint64 count);
    void showState(int row);
    [[nodiscard]] QComboBox *choiceOf(int row) const;
    [[nodiscard]] QString textOf(int row) const;
    [[nodiscard]] int proposalOf(int row) const; ///< the place among the choices; 0: none, or it was settled

    crm::Field m_field;
    mapping::ValueTally m_tally;
    mapping::CellRule m_rule;
    QTableWidget *m_table;
    QLabel *m_sum;
    QComboBox *m_separator = nullptr;
};

} // namespace ui
