#include "mapping/ColumnMapping.h"

#include <algorithm>

namespace mapping {

namespace {

bool isOf(const crm::FieldMapping &entry, const crm::FieldName &field)
{
    return entry.field == field;
}

} // namespace

ColumnMapping::ColumnMapping(std::vector<crm::FieldMapping> entries, QSet<int> ignored, const CellRules &rules)
    : m_ignored(std::move(ignored))
{
    for (crm::FieldMapping &entry : entries) {
        if (entry.column)
            m_ignored.remove(entry.column->value);
        (find(entry.field) ? m_claims : m_entries).push_back(std::move(entry));
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

std::vector<crm::FieldMapping> ColumnMapping::everything() const
{
    std::vector<crm::FieldMapping> all = m_entries;
    all.insert(all.end(), m_claims.begin(), m_claims.end());
    return all;
}

std::vector<crm::ColumnIndex> ColumnMapping::columnsOf(const crm::FieldName &field) const
{
    std::vector<crm::ColumnIndex> columns;
    for (const crm::FieldMapping &entry : everything()) {
        if (isOf(entry, field) && entry.column)
            columns.push_back(*entry.column);
    }
    return columns;
}

std::vector<crm::FieldName> ColumnMapping::fieldsOf(crm::ColumnIndex column) const
{
    std::vector<crm::FieldName> fields;
    for (const crm::FieldMapping &entry : everything()) {
        if (entry.column == column && std::find(fields.begin(), fields.end(), entry.field) == fields.end())
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
    std::erase_if(m_claims, [&field](const crm::FieldMapping &claim) { return isOf(claim, field); });
    setEntry(entry);
}

void ColumnMapping::claimField(crm::ColumnIndex column, const crm::FieldName &field)
{
    const std::vector<crm::ColumnIndex> columns = columnsOf(field);
    if (columns.empty())
        return mapColumn(column, field);
    if (std::find(columns.begin(), columns.end(), column) != columns.end())
        return;
    m_ignored.remove(column.value);
    m_claims.push_back({field, column, {}, {}, {}, {}});
}

void ColumnMapping::removeColumn(crm::ColumnIndex column, const crm::FieldName &field)
{
    std::erase_if(m_claims,
                  [&](const crm::FieldMapping &claim) { return isOf(claim, field) && claim.column == column; });
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&field](const crm::FieldMapping &other) { return isOf(other, field); });
    if (entry == m_entries.end() || entry->column != column)
        return;
    m_rules.erase(field);
    const auto claim = std::find_if(m_claims.begin(), m_claims.end(),
                                    [&field](const crm::FieldMapping &other) { return isOf(other, field); });
    entry->column.reset();
    if (claim != m_claims.end()) {
        entry->column = claim->column;
        m_claims.erase(claim);
    } else if (!entry->defaultValue) {
        m_entries.erase(entry);
    }
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
    std::erase_if(m_entries, [&field](const crm::FieldMapping &entry) { return isOf(entry, field); });
    std::erase_if(m_claims, [&field](const crm::FieldMapping &claim) { return isOf(claim, field); });
}

void ColumnMapping::clearColumn(crm::ColumnIndex column)
{
    for (const crm::FieldName &field : fieldsOf(column))
        removeColumn(column, field);
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

void ColumnMapping::takeField(const crm::FieldName &field, const ColumnMapping &from)
{
    const crm::FieldMapping *entry = from.find(field);
    if (!entry)
        return clearField(field);
    setEntry(*entry);
    std::erase_if(m_claims, [&field](const crm::FieldMapping &claim) { return isOf(claim, field); });
    for (const crm::FieldMapping &claim : from.m_claims) {
        if (!isOf(claim, field))
            continue;
        m_claims.push_back(claim);
        if (claim.column)
            m_ignored.remove(claim.column->value);
    }
    const CellRule *rule = from.ruleOf(field);
    setRule(field, rule ? *rule : CellRule{});
}

bool agreeOn(const crm::FieldName &field, const ColumnMapping &a, const ColumnMapping &b)
{
    const auto saidOn = [&field](const ColumnMapping &mapping) {
        std::vector<crm::FieldMapping> said = mapping.everything();
        std::erase_if(said, [&field](const crm::FieldMapping &entry) { return !isOf(entry, field); });
        return said;
    };
    const CellRule *rule = a.ruleOf(field);
    const CellRule *other = b.ruleOf(field);
    return saidOn(a) == saidOn(b) && (rule && other ? *rule == *other : rule == other);
}

} // namespace mapping
