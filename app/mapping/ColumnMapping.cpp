#include "mapping/ColumnMapping.h"

#include <algorithm>

namespace mapping {

namespace {

/// A later entry for the same field replaces the earlier one, in the earlier one's place.
std::vector<crm::FieldMapping> oneEntryAField(std::vector<crm::FieldMapping> entries)
{
    std::vector<crm::FieldMapping> unique;
    for (crm::FieldMapping &entry : entries) {
        const auto same = [&entry](const crm::FieldMapping &other) { return other.field == entry.field; };
        const auto earlier = std::find_if(unique.begin(), unique.end(), same);
        if (earlier == unique.end())
            unique.push_back(std::move(entry));
        else
            *earlier = std::move(entry);
    }
    return unique;
}

} // namespace

ColumnMapping::ColumnMapping(std::vector<crm::FieldMapping> entries, QSet<int> ignored, const CellRules &rules)
    : m_entries(oneEntryAField(std::move(entries)))
    , m_ignored(std::move(ignored))
{
    for (const crm::FieldMapping &entry : m_entries) {
        if (entry.column)
            m_ignored.remove(entry.column->value);
    }
    for (const auto &[field, rule] : rules)
        setRule(field, rule);
}

const crm::FieldMapping *ColumnMapping::find(const crm::FieldName &field) const
{
    const auto entry = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&field](const crm::FieldMapping &other) { return other.field == field; });
    return entry == m_entries.cend() ? nullptr : &*entry;
}

std::vector<crm::FieldName> ColumnMapping::fieldsOf(crm::ColumnIndex column) const
{
    std::vector<crm::FieldName> fields;
    for (const crm::FieldMapping &entry : m_entries) {
        if (entry.column == column)
            fields.push_back(entry.field);
    }
    return fields;
}

ColumnState ColumnMapping::stateOf(crm::ColumnIndex column) const
{
    if (m_ignored.contains(column.value))
        return ColumnState::Ignored;
    return fieldsOf(column).empty() ? ColumnState::Undecided : ColumnState::Mapped;
}

void ColumnMapping::mapColumn(crm::ColumnIndex column, const crm::FieldName &field)
{
    crm::FieldMapping entry;
    if (const crm::FieldMapping *known = find(field))
        entry = *known;
    entry.field = field;
    entry.column = column;
    setEntry(entry);
}

void ColumnMapping::setEntry(const crm::FieldMapping &entry)
{
    if (entry.column)
        m_ignored.remove(entry.column->value);
    const auto known = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&entry](const crm::FieldMapping &other) { return other.field == entry.field; });
    if (known == m_entries.end())
        m_entries.push_back(entry);
    else
        *known = entry;
}

void ColumnMapping::setConstant(const crm::FieldName &field, const std::optional<QJsonValue> &value)
{
    const crm::FieldMapping *known = find(field);
    if (!known && !value)
        return;
    crm::FieldMapping entry = known ? *known : crm::FieldMapping{};
    entry.field = field;
    entry.defaultValue = value;
    if (!entry.column && !entry.defaultValue)
        clearField(field);
    else
        setEntry(entry);
}

const CellRule *ColumnMapping::ruleOf(const crm::FieldName &field) const
{
    const auto found = m_rules.find(field);
    return found == m_rules.end() ? nullptr : &found->second;
}

void ColumnMapping::setRule(const crm::FieldName &field, const CellRule &rule)
{
    if (rule.isEmpty() || !find(field))
        m_rules.erase(field);
    else
        m_rules[field] = rule;
}

void ColumnMapping::clearField(const crm::FieldName &field)
{
    m_rules.erase(field);
    std::erase_if(m_entries, [&field](const crm::FieldMapping &entry) { return entry.field == field; });
}

void ColumnMapping::clearColumn(crm::ColumnIndex column)
{
    for (const crm::FieldName &field : fieldsOf(column))
        m_rules.erase(field);
    std::erase_if(m_entries,
                  [column](const crm::FieldMapping &entry) { return entry.column == column && !entry.defaultValue; });
    for (crm::FieldMapping &entry : m_entries) {
        if (entry.column == column)
            entry.column.reset();
    }
}

void ColumnMapping::setIgnored(crm::ColumnIndex column, bool ignored)
{
    if (!ignored) {
        m_ignored.remove(column.value);
        return;
    }
    clearColumn(column);
    m_ignored.insert(column.value);
}

} // namespace mapping
