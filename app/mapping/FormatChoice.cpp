#include "mapping/FormatChoice.h"

#include "mapping/CellPattern.h"

#include <algorithm>

namespace mapping {

namespace {

using tabular::Shape;

bool isNumber(const crm::Field &field)
{
    static const QStringList types{QStringLiteral("integer"), QStringLiteral("bigint"), QStringLiteral("double"),
                                   QStringLiteral("currency"), QStringLiteral("percent")};
    return types.contains(field.dataType);
}

bool wantsTime(const crm::Field &field)
{
    return field.dataType == QLatin1String("datetime");
}

bool isOfTheKind(const crm::Field &field, Shape shape)
{
    if (field.isDateLike())
        return shape == Shape::Date || shape == Shape::DateTime;
    return isNumber(field) && (shape == Shape::Integer || shape == Shape::Decimal);
}

Carriage ofDate(const QString &pattern, bool wantsTime, bool always)
{
    const std::optional<DatePattern> date = DatePattern::from(pattern);
    if (!date)
        return {pattern, {}};
    if (!always && date->hasTime() == wantsTime && crmReads(pattern))
        return {pattern, {}};
    if (!wantsTime)
        return {QStringLiteral("yyyy-MM-dd"), pattern};
    return {date->hasZone() ? QString() : QStringLiteral("yyyy-MM-dd HH:mm:ss"), pattern};
}

} // namespace

Carriage carriageOf(const crm::Field &field, const QString &pattern)
{
    if (field.isDateLike())
        return ofDate(pattern, wantsTime(field), false);
    return {{}, crmReads(pattern) ? QString() : pattern};
}

Carriage rewritten(const crm::Field &field, const QString &pattern)
{
    return field.isDateLike() ? ofDate(pattern, wantsTime(field), true) : Carriage{{}, pattern};
}

bool takesFormat(const crm::Field &field)
{
    return field.isDateLike() || isNumber(field);
}

FormatTable formatTable(const crm::Field &field, const tabular::ColumnProfile &profile)
{
    FormatTable table;
    if (!isOfTheKind(field, profile.shape))
        return table;
    for (const tabular::PatternFit &fit : profile.patternFits)
        table.candidates.push_back({fit, carriageOf(field, fit.pattern)});
    table.values = profile.filled;
    table.decided = !table.candidates.empty() && profile.otherPatterns.isEmpty();
    table.decisiveRow = profile.decisiveRow;
    table.decisiveText = profile.decisiveText;
    return table;
}

void takeFormat(ColumnMapping &mapping, const crm::Field &field, const tabular::ColumnProfile &profile)
{
    const crm::FieldMapping *known = mapping.find(field.name);
    const FormatTable table = formatTable(field, profile);
    if (!known || !known->column || table.candidates.empty())
        return;
    crm::FieldMapping entry = *known;
    CellRule rule = mapping.ruleOf(field.name) ? *mapping.ruleOf(field.name) : CellRule{};
    const Carriage now{entry.format, rule.sourcePattern};
    const bool isOneOfThem = std::any_of(table.candidates.begin(), table.candidates.end(),
                                         [&](const FormatCandidate &candidate) { return candidate.carriage == now; });
    if (!table.decided && isOneOfThem)
        return;
    const Carriage wanted = table.decided ? table.candidates.front().carriage : Carriage{};
    entry.format = wanted.format;
    rule.sourcePattern = wanted.sourcePattern;
    mapping.setEntry(entry);
    mapping.setRule(field.name, rule);
}

void takeFormat(ColumnMapping &mapping, const crm::FieldName &name, const std::vector<crm::Field> &fields,
                const tabular::TableProfile *table)
{
    const crm::FieldMapping *entry = mapping.find(name);
    const auto field =
        std::find_if(fields.begin(), fields.end(), [&name](const crm::Field &known) { return known.name == name; });
    if (!table || !entry || !entry->column || field == fields.end())
        return;
    const auto column = static_cast<std::size_t>(entry->column->value);
    if (column < table->columns.size())
        takeFormat(mapping, *field, table->columns[column]);
}

} // namespace mapping
