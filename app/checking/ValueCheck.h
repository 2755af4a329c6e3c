#pragma once

#include "checking/RequestCheck.h"
#include "mapping/ColumnMapping.h"

namespace checking {

/// What the values of the mapped columns will meet in the CRM, as far as the fields and the whole file tell: findings of the
/// mappings, all warnings, in the order of the mappings. Values are looked at as they are sent, with what `rules` make of
/// them. Counts are of every row unless the context says "sampled".
[[nodiscard]] std::vector<Finding> checkValues(const RequestFacts &facts, const mapping::CellRules &rules);

/// The same again and again: a column is looked at anew only where its mapping, its rule, its field or the table are others
/// than the time before.
class ValueCheck final {
public:
    [[nodiscard]] std::vector<Finding> check(const RequestFacts &facts, const mapping::CellRules &rules);
    /// How many columns were looked at so far.
    [[nodiscard]] qint64 looks() const { return m_looks; }

private:
    struct Look final {
        crm::FieldMapping mapping;
        mapping::CellRule rule;
        crm::Field field;
        std::vector<Finding> findings;

        [[nodiscard]] bool isOf(const crm::FieldMapping &otherMapping, const mapping::CellRule *otherRule,
                                const crm::Field &otherField) const;
    };
    [[nodiscard]] const std::vector<Finding> &look(const tabular::TableSummary &table, const crm::FieldMapping &mapping,
                                                   const mapping::CellRule *rule, const crm::Field &field);
    void forgetOtherThan(const RequestFacts &facts);

    std::optional<tabular::TableSummary> m_table;           ///< the looks are of it
    std::map<std::pair<crm::FieldName, int>, Look> m_known; ///< by field and column
    qint64 m_looks = 0;
};

} // namespace checking
