#include "importing/MappedColumns.h"

#include "mapping/CellConversion.h"

#include <algorithm>

namespace importing {

namespace {

using Columns = std::vector<tabular::PartColumn>;

/// One source column may stand there for several fields, each under its own name.
std::optional<int> placeOf(const Columns &columns, const crm::FieldMapping &mapping)
{
    const auto ofSource = [&](const tabular::PartColumn &column) { return column.source == mapping.column->value; };
    auto found = std::find_if(columns.begin(), columns.end(), [&](const tabular::PartColumn &column) {
        return ofSource(column) && column.header == mapping.field.text();
    });
    if (found == columns.end())
        found = std::find_if(columns.begin(), columns.end(), ofSource);
    return found == columns.end() ? std::nullopt : std::optional(static_cast<int>(found - columns.begin()));
}

std::shared_ptr<const tabular::CellChange> changeFor(const crm::FieldMapping &mapping, const mapping::CellRules &rules)
{
    const auto rule = rules.find(mapping.field);
    if (rule == rules.end() || rule->second.isEmpty())
        return nullptr;
    return std::make_shared<mapping::CellConversion>(rule->second, mapping.format);
}

} // namespace

Columns mappedColumns(const crm::BulkWriteRequest &request, int width, const mapping::CellRules &rules)
{
    Columns columns;
    for (const crm::FieldMapping &mapping : request.mappings) {
        if (!mapping.column || mapping.column->value < 0 || (width >= 0 && mapping.column->value >= width))
            continue;
        const QString name = mapping.field.text();
        columns.push_back({mapping.column->value,
                           name.isEmpty() ? QStringLiteral("Column %1").arg(columns.size() + 1) : name,
                           changeFor(mapping, rules)});
    }
    if (columns.empty())
        columns.push_back({0, QStringLiteral("Column 1")});
    return columns;
}

crm::BulkWriteRequest requestWithin(const Columns &columns, crm::BulkWriteRequest request)
{
    for (crm::FieldMapping &mapping : request.mappings) {
        if (!mapping.column || mapping.column->value < 0)
            continue;
        const int outside = static_cast<int>(columns.size()) + mapping.column->value;
        mapping.column = crm::ColumnIndex{placeOf(columns, mapping).value_or(outside)};
    }
    return request;
}

bool holdAll(const Columns &columns, const crm::BulkWriteRequest &request)
{
    return std::all_of(request.mappings.begin(), request.mappings.end(), [&](const crm::FieldMapping &mapping) {
        return !mapping.column || placeOf(columns, mapping).has_value();
    });
}

} // namespace importing
