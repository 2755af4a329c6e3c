#include "ui/mapping/BoardContent.h"

#include "ui/mapping/ColumnsContent.h"
#include "ui/models/FaultRepairs.h"
#include "ui/text/ErrorText.h"
#include "ui/text/Wording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>

namespace ui {

namespace {

using mapping::ColumnMapping;
using Knowledge = FieldRow::Knowledge;

QString asText(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

QString typeText(const crm::Field &field)
{
    const QString type = Wording::dataType(field.dataType);
    return field.length > 0 ? QStringLiteral("%1 (%2)").arg(type).arg(field.length) : type;
}

void addFaults(FieldRow &row, const session::ImportSession &session)
{
    for (const session::Fault &fault : session.faults().of({crm::InputRef::Kind::Mapping, row.name})) {
        row.faults.push_back({ErrorText::beside(fault), fault.fromServer(), fault.isWarning(),
                              ErrorText::details(fault), FaultRepairs::of(fault, session)});
        if (fault.finding && row.suggestion.isEmpty())
            row.suggestion = fault.finding->context.value(QStringLiteral("suggestion")).toString();
    }
}

/// People know layouts by their names.
QString shownConstant(const crm::FieldName &field, const QString &text, const session::ImportSession &session)
{
    crm::Field named;
    named.name = field;
    const crm::Layout *layout = named.isLayout() && !text.isEmpty()
        ? crm::findLayout(session.metadata().layouts, crm::RecordId(text))
        : nullptr;
    return layout ? layout->name : text;
}

void addEntry(FieldRow &row, const session::ImportSession &session)
{
    const crm::FieldMapping *entry = session.mapping().find(row.name);
    if (!entry)
        return;
    if (entry->column) {
        row.column = entry->column->value;
        row.columnHeader = headerOf(session, entry->column->value);
    }
    row.automatic = session.automatic().stands(row.name, session.mapping());
    const auto columns = session.mapping().columnsOf(row.name);
    for (size_t i = 1; i < columns.size(); ++i)
        row.claimants.push_back(columns[i].value);
    if (entry->defaultValue)
        row.constant = shownConstant(row.name, asText(*entry->defaultValue), session);
    row.findBy = entry->findBy.text();
}

FieldRow rowOf(const crm::Field &field, bool mandatory, const session::ImportSession &session)
{
    FieldRow row;
    row.name = field.name;
    row.label = field.label.isEmpty() ? field.name.text() : field.label;
    row.typeText = typeText(field);
    row.mandatory = mandatory;
    row.lookup = field.isLookup();
    addEntry(row, session);
    addFaults(row, session);
    return row;
}

FieldRow rowOf(const crm::FieldName &stranger, const session::ImportSession &session)
{
    FieldRow row;
    row.name = stranger;
    row.label = stranger.text();
    row.knowledge = session.metadata().fields.empty() ? Knowledge::NotChecked : Knowledge::Unknown;
    addEntry(row, session);
    addFaults(row, session);
    return row;
}

std::set<crm::FieldName> mandatoryIn(const session::ImportSession &session)
{
    if (session.module().operation == crm::Operation::Update)
        return {};
    const crm::FieldMapping *layout = session.mapping().find(crm::FieldName(QStringLiteral("Layout")));
    const crm::RecordId id(layout && layout->defaultValue ? asText(*layout->defaultValue) : QString());
    const auto names = crm::mandatoryFields(session.metadata().fields, session.metadata().layouts, id);
    return {names.begin(), names.end()};
}

std::vector<FieldRow> knownFields(const session::ImportSession &session)
{
    const auto mandatory = mandatoryIn(session);
    const auto operation = session.module().operation.value_or(crm::Operation::Insert);
    std::vector<FieldRow> rows;
    for (const crm::Field &field : session.metadata().fields) {
        FieldRow row = rowOf(field, mandatory.contains(field.name), session);
        row.writable = field.canBeMapped(operation) || field.isLayout();
        if (row.writable || row.mandatory || row.isMapped() || !row.faults.empty())
            rows.push_back(std::move(row));
    }
    return rows;
}

/// Entries whose field the module does not have, and fields that only a refusal names.
void addStrangers(std::vector<FieldRow> &rows, const session::ImportSession &session)
{
    std::set<crm::FieldName> present;
    for (const FieldRow &row : rows)
        present.insert(row.name);
    const auto add = [&](const crm::FieldName &name) {
        if (!name.isEmpty() && present.insert(name).second)
            rows.push_back(rowOf(name, session));
    };
    for (const crm::FieldMapping &entry : session.mapping().entries())
        add(entry.field);
    for (const session::Fault &fault : session.faults().onStep(session::WizardStep::Mapping))
        add(fault.input.field);
}

int rankOf(const FieldRow &row)
{
    if (row.knowledge == Knowledge::Unknown)
        return 0;
    if (row.mandatory)
        return 1;
    return row.isMapped() ? 2 : 3;
}

void sortRows(std::vector<FieldRow> &rows, const QStringList &order)
{
    QHash<QString, int> places;
    for (int i = 0; i < int(order.size()); ++i)
        places.insert(order[i], i);
    std::stable_sort(rows.begin(), rows.end(), [&](const FieldRow &a, const FieldRow &b) {
        const int placeA = places.value(a.name.text(), -1);
        const int placeB = places.value(b.name.text(), -1);
        if (placeA >= 0 || placeB >= 0)
            return placeA < placeB;
        if (rankOf(a) != rankOf(b))
            return rankOf(a) < rankOf(b);
        return QString::localeAwareCompare(a.label, b.label) < 0;
    });
}

} // namespace

BoardContent boardContent(const session::ImportSession &session, const QStringList &order)
{
    BoardContent content;
    content.fields = knownFields(session);
    addStrangers(content.fields, session);
    sortRows(content.fields, order);
    content.columns = columnsContent(session, content.fields);
    content.columnsKnown = session.file().table.has_value();
    for (const SourceColumn &column : content.columns) {
        content.undecided += column.state == mapping::ColumnState::Undecided ? 1 : 0;
        content.proposed += column.proposal ? 1 : 0;
        content.needLook += column.needsLook() ? 1 : 0;
        content.mapped += column.state == mapping::ColumnState::Mapped ? 1 : 0;
        content.ignored += column.state == mapping::ColumnState::Ignored ? 1 : 0;
    }
    for (const FieldRow &row : content.fields) {
        content.faulty += row.faults.empty() ? 0 : 1;
        if (row.isMissing())
            content.missing << row.label;
    }
    return content;
}

} // namespace ui
