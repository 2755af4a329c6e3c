#pragma once

#include "mapping/CellPattern.h"
#include "mapping/ColumnMapping.h"
#include "tabular/parts/CellChange.h"

#include <unordered_map>

namespace mapping {

/// What one cell becomes on its way up.
struct ConvertedCell final {
    enum class Problem { None, NoDate, NoNumber };
    QString text;                    ///< what is sent; with a problem the cell as it stands
    Problem problem = Problem::None; ///< why it cannot be converted

    friend bool operator==(const ConvertedCell &a, const ConvertedCell &b) = default;
};

/// A CellRule at work, for a field whose cells go up as `format` says (FieldMapping::format). First the whole cell is looked
/// for among the rule's values, blanks around it aside: exactly, then in any letter case. Then, by the source pattern:
/// a date is read and written as `format` says, or where that is empty as ISO 8601; a number becomes a plain one ("1234.5");
/// any other pattern is the mark between the values of a multi-select picklist: each is looked for among the rule's values, and
/// ';' goes between them, which is what the CRM wants. What cannot be converted, and blank cells, go up as they stand.
/// It never changes; any thread.
class CellConversion final : public tabular::CellChange {
public:
    CellConversion(const CellRule &rule, const QString &format);

    [[nodiscard]] ConvertedCell convert(const QString &cell) const;
    [[nodiscard]] bool change(std::string_view cell, std::string &changed) const override;

private:
    using Problem = ConvertedCell::Problem;
    using Texts = std::unordered_map<std::string, std::string>;
    [[nodiscard]] const std::string *valueOf(std::string_view trimmed) const;
    bool changeInto(std::string_view cell, std::string &changed, Problem &problem) const;
    bool changeDate(std::string_view cell, std::string &changed) const;
    bool changeNumber(std::string_view cell, std::string &changed) const;
    void changeEach(std::string_view cell, std::string &changed) const;

    Texts m_values;
    Texts m_folded; ///< by their keys in one letter case
    std::optional<DatePattern> m_date;
    std::optional<DatePattern> m_wanted; ///< of dates
    std::optional<NumberPattern> m_number;
    std::string m_separator;
};

/// Stands for what `rule` does to cells that go up as `format` says; equal texts mean equal cells. Empty: nothing.
[[nodiscard]] QString fingerprintOf(const CellRule *rule, const QString &format);

} // namespace mapping
