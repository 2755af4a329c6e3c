#include "session/AutomaticEntries.h"

#include "mapping/AutoMatcher.h"
#include "mapping/FormatChoice.h"

#include <algorithm>

namespace session {

namespace {

bool standsStill(const crm::FieldMapping &made, const mapping::ColumnMapping &mapping)
{
    const crm::FieldMapping *entry = mapping.find(made.field);
    return entry && *entry == made;
}

/// A person left out a column of this name before: that goes before the same name as a field has.
bool wasIgnored(const mapping::ColumnMatch &match)
{
    return match.best.field.isEmpty() && match.best.reason.name == mapping::MatchReason::Name::History;
}

const crm::Field *writable(const crm::FieldName &name, const std::vector<crm::Field> &fields, crm::Operation operation)
{
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const crm::Field &known) {
        return known.name == name && known.canBeMapped(operation);
    });
    return field == fields.end() ? nullptr : &*field;
}

} // namespace

mapping::ColumnMapping AutomaticEntries::withoutThem(const mapping::ColumnMapping &mapping) const
{
    mapping::ColumnMapping without = mapping;
    for (const crm::FieldMapping &made : m_made) {
        if (standsStill(made, mapping))
            without.clearField(made.field);
    }
    return without;
}

void AutomaticEntries::becomeWhatIsNew(const mapping::ColumnMapping &before, const mapping::ColumnMapping &after)
{
    m_made.clear();
    std::copy_if(after.entries().begin(), after.entries().end(), std::back_inserter(m_made),
                 [&before](const crm::FieldMapping &entry) { return !before.find(entry.field); });
}

mapping::ColumnMapping AutomaticEntries::withMatches(const mapping::ColumnMapping &mapping,
                                                     const std::vector<mapping::ColumnMatch> &matches,
                                                     const std::vector<crm::Field> &fields, crm::Operation operation,
                                                     const tabular::TableProfile *profile)
{
    mapping::ColumnMapping after = mapping;
    std::erase_if(m_made, [&](const crm::FieldMapping &made) {
        if (!standsStill(made, mapping) || !made.column)
            return false;
        const auto place = static_cast<std::size_t>(made.column->value);
        const bool otherwise = place < matches.size()
            && (wasIgnored(matches[place])
                || (matches[place].band == mapping::Band::Sure && matches[place].best.field != made.field));
        if (!otherwise && writable(made.field, fields, operation))
            return false;
        after.clearField(made.field);
        return true;
    });
    for (std::size_t i = 0; i < matches.size(); ++i) {
        const crm::ColumnIndex column{static_cast<int>(i)};
        const crm::FieldName &name = matches[i].best.field;
        const crm::Field *field = writable(name, fields, operation);
        if (matches[i].band != mapping::Band::Sure || !field || madeFor(column) || after.find(name)
            || after.stateOf(column) != mapping::ColumnState::Undecided)
            continue;
        after.setEntry({name, column, mapping::defaultFindBy(*field), {}, {}, {}});
        mapping::takeFormat(after, name, fields, profile);
        m_made.push_back(*after.find(name));
    }
    return after;
}

bool AutomaticEntries::stands(const crm::FieldName &field, const mapping::ColumnMapping &mapping) const
{
    const crm::FieldMapping *entry = mapping.find(field);
    return entry && std::find(m_made.begin(), m_made.end(), *entry) != m_made.end();
}

bool AutomaticEntries::madeFor(crm::ColumnIndex column) const
{
    return std::any_of(m_made.begin(), m_made.end(),
                       [column](const crm::FieldMapping &made) { return made.column == column; });
}

} // namespace session
