#include "session/AutomaticEntries.h"

#include "mapping/AutoMatcher.h"
#include "mapping/FormatChoice.h"

#include <algorithm>

namespace session {

namespace {

bool isIn(const crm::FieldMapping &made, const mapping::ColumnMapping &mapping)
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
    for (const Made &made : m_made) {
        if (standsIn(made, mapping))
            without.clearField(made.entry.field);
    }
    return without;
}

void AutomaticEntries::becomeWhatIsNew(const mapping::ColumnMapping &before, const mapping::ColumnMapping &after)
{
    m_made.clear();
    for (const crm::FieldMapping &entry : after.entries()) {
        if (!before.find(entry.field))
            m_made.push_back({entry});
    }
}

mapping::ColumnMapping AutomaticEntries::withMatches(const mapping::ColumnMapping &mapping,
                                                     const std::vector<mapping::ColumnMatch> &matches,
                                                     const std::vector<crm::Field> &fields, crm::Operation operation,
                                                     const tabular::TableProfile *profile)
{
    mapping::ColumnMapping after = mapping;
    std::erase_if(m_made, [&](const Made &each) {
        const crm::FieldMapping &made = each.entry;
        if (!standsIn(each, mapping) || !made.column)
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
        m_made.push_back({*after.find(name)});
    }
    return after;
}

void AutomaticEntries::follow(const mapping::ColumnMapping &before, const mapping::ColumnMapping &after,
                              const std::set<crm::FieldName> &again)
{
    for (Made &made : m_made) {
        if (!isIn(made.entry, after))
            made.taken = true;
        else if (!isIn(made.entry, before))
            made.taken = !again.contains(made.entry.field);
    }
}

bool AutomaticEntries::standsIn(const Made &made, const mapping::ColumnMapping &mapping)
{
    return !made.taken && isIn(made.entry, mapping);
}

bool AutomaticEntries::stands(const crm::FieldName &field, const mapping::ColumnMapping &mapping) const
{
    return std::any_of(m_made.begin(), m_made.end(),
                       [&](const Made &made) { return made.entry.field == field && standsIn(made, mapping); });
}

std::set<crm::FieldName> AutomaticEntries::standing(const mapping::ColumnMapping &mapping) const
{
    std::set<crm::FieldName> fields;
    for (const Made &made : m_made) {
        if (standsIn(made, mapping))
            fields.insert(made.entry.field);
    }
    return fields;
}

bool AutomaticEntries::madeFor(crm::ColumnIndex column) const
{
    return std::any_of(m_made.begin(), m_made.end(),
                       [column](const Made &made) { return made.entry.column == column; });
}

} // namespace session
