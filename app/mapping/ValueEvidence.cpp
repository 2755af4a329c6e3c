#include "mapping/ValueEvidence.h"

#include <algorithm>

namespace mapping {

namespace {

constexpr double clearFor = 0.9;
constexpr double unclearFor = 0.55;
constexpr double against = -0.5;
constexpr double lessThanAnother = -0.3;
constexpr double cannotBe = -0.75; ///< of the type: what else is known does not count

bool has(const std::vector<KindOfValues> &kinds, const char *idea)
{
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](const KindOfValues &kind) { return kind.idea == QLatin1String(idea); });
}

} // namespace

ValueEvidence::ValueEvidence(const std::vector<ColumnValues> &values, std::vector<bool> open,
                             const std::vector<FieldNames> &fields, const Lexicon &lexicon)
    : m_open(std::move(open))
{
    for (const ColumnValues &column : values)
        m_kinds.push_back(ValueKinds::builtIn().kindsOf(column));
    askNeighbours();
    for (const FieldNames &field : fields) {
        QStringList &held = m_held.emplace_back();
        for (const QString &idea : ValueKinds::ideas()) {
            if (field.holds(idea, lexicon))
                held.append(idea);
        }
    }
}

/// Five digits next to cities are post codes, and words next to given names are the other names.
void ValueEvidence::askNeighbours()
{
    const auto before = m_kinds;
    const auto beside = [&before](std::size_t column, const char *idea) {
        return (column > 0 && has(before[column - 1], idea))
            || (column + 1 < before.size() && has(before[column + 1], idea));
    };
    for (std::size_t column = 0; column < m_kinds.size(); ++column) {
        std::vector<KindOfValues> &kinds = m_kinds[column];
        if (has(kinds, "plain_zip") && beside(column, "city"))
            kinds.push_back({QStringLiteral("zip"), kinds.back().percent, false});
        const bool onlyWords = kinds.size() == 1 && has(kinds, "plain_word");
        if (onlyWords && beside(column, "first_name"))
            kinds.push_back({QStringLiteral("last_name"), kinds.back().percent, false});
    }
}

const std::vector<KindOfValues> &ValueEvidence::kindsOf(int column) const
{
    static const std::vector<KindOfValues> none;
    const auto place = static_cast<std::size_t>(column);
    return place < m_kinds.size() ? m_kinds[place] : none;
}

bool ValueEvidence::is(int column, const QString &idea) const
{
    return has(kindsOf(column), idea.toLatin1().constData());
}

ValueFit ValueEvidence::fit(int column, std::size_t field, const ValueFit &byType) const
{
    const bool open = m_open[static_cast<std::size_t>(column)];
    if (byType.weight <= cannotBe || byType.reason == ValueFit::Reason::TooLong)
        return byType;
    const QStringList &held = m_held[field];
    if (held.isEmpty())
        return byType;
    for (const KindOfValues &kind : kindsOf(column)) {
        if (!held.contains(kind.idea))
            continue;
        const double weight = std::max(byType.weight, kind.clear ? clearFor : unclearFor);
        return {weight, ValueFit::Reason::Shape, kind.percent, byType.telling || open};
    }
    for (const KindOfValues &kind : kindsOf(column)) {
        const bool other = std::any_of(held.begin(), held.end(), [&](const QString &idea) {
            return ValueKinds::excludeEachOther(kind.idea, idea);
        });
        if (other && kind.clear)
            return {std::min(byType.weight, against), ValueFit::Reason::WrongShape, 100 - kind.percent, false};
    }
    if (anotherIs(column, held))
        return {std::min(byType.weight, lessThanAnother), ValueFit::Reason::WrongShape, 0, false};
    return byType;
}

/// Whether a column of which nothing else is known holds just what the field is for.
bool ValueEvidence::anotherIs(int column, const QStringList &held) const
{
    for (std::size_t other = 0; other < m_kinds.size(); ++other) {
        if (static_cast<int>(other) == column || !m_open[other])
            continue;
        const bool is = std::any_of(m_kinds[other].begin(), m_kinds[other].end(), [&held](const KindOfValues &kind) {
            return kind.clear && held.contains(kind.idea);
        });
        if (is)
            return true;
    }
    return false;
}

} // namespace mapping
