#pragma once

#include "mapping/ColumnMapping.h"
#include "mapping/ValueTally.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableWidget;

namespace ui {

/// What is sent in the place of a column's values for a field that has a list of them (a picklist, a boolean): one row a
/// value that the list lacks, with how often it occurs, what is sent, and what happens then. What is likely meant is filled
/// in as a proposal.
class ValueMapInput final : public QWidget {
    Q_OBJECT
public:
    ValueMapInput(const crm::Field &field, mapping::ValueTally tally, const mapping::CellRule &rule,
                  QWidget *parent = nullptr);

    [[nodiscard]] std::map<QString, QString> values() const; ///< proposals that stand are among them
    [[nodiscard]] QString separator() const; ///< of a multi-select picklist; empty where ';' and nothing to map

Q_SIGNALS:
    void changed();

private:
    void offerSeparators();
    void fill();
    void addValue(const QString &text, qint64 count);
    void showState(int row);
    [[nodiscard]] QComboBox *choiceOf(int row) const;

    crm::Field m_field;
    mapping::ValueTally m_tally;
    mapping::CellRule m_rule;
    QTableWidget *m_table;
    QLabel *m_sum;
    QComboBox *m_separator = nullptr;
};

} // namespace ui
