#pragma once

#include "mapping/FieldNames.h"
#include "mapping/ValueKinds.h"

namespace mapping {

/// What the kinds of values say to the fields of a module: that cities go into a city, and companies not into a last name.
class ValueEvidence final {
public:
    /// `open`, by column: whether the header leaves it to the values what they are.
    ValueEvidence(const std::vector<ColumnValues> &values, std::vector<bool> open,
                  const std::vector<FieldNames> &fields, const Lexicon &lexicon);

    /// `byType`, made clearer by what the values are. They tell alone only where the header is open to it.
    [[nodiscard]] ValueFit fit(int column, std::size_t field, const ValueFit &byType) const;
    [[nodiscard]] bool is(int column, const QString &idea) const; ///< whether most values are such
    [[nodiscard]] bool holds(std::size_t field, const QString &idea) const { return m_held[field].contains(idea); }

private:
    [[nodiscard]] const std::vector<KindOfValues> &kindsOf(int column) const;
    void askNeighbours();
    [[nodiscard]] bool anotherIs(int column, const QStringList &held) const;

    std::vector<bool> m_open;
    std::vector<std::vector<KindOfValues>> m_kinds; ///< by column
    std::vector<QStringList> m_held;                ///< by field: the ideas that it is for, as far as values tell them
};

} // namespace mapping
