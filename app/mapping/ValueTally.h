#pragma once

#include "crm/Field.h"
#include "tabular/TableSummary.h"

namespace mapping {

/// The different values of a column and how often each occurs, the most frequent one first, then as they come in the file.
struct ValueTally final {
    struct Value final {
        QString text; ///< without blanks around it
        qint64 count = 0;

        friend bool operator==(const Value &a, const Value &b) = default;
    };
    std::vector<Value> values;
    bool everyRow = false; ///< false: of the first rows, or the values that came first
};

/// What the summary counted; of summaries made by hand the rows that they keep for the preview.
[[nodiscard]] ValueTally tallyOf(const tabular::TableSummary &table, crm::ColumnIndex column);
/// The single values where cells hold several with `separator` between them.
[[nodiscard]] ValueTally splitAt(const ValueTally &tally, const QString &separator);

/// Whether the cells of a field must hold one of some values: picklists, multi-select picklists, booleans.
[[nodiscard]] bool hasFixedValues(const crm::Field &field);
/// They, as they are sent, with what they are called.
[[nodiscard]] std::vector<crm::PicklistValue> fixedValues(const crm::Field &field);
/// Whether `text` is one of them exactly, and need not become another one.
[[nodiscard]] bool isFixedValue(const crm::Field &field, const QString &text);
/// Which of them is most likely meant: the same but for case, blanks and marks, else spelt nearly so; for booleans words
/// for yes and no in several languages. Empty: none.
[[nodiscard]] QString proposedValue(const crm::Field &field, const QString &text);

} // namespace mapping
