#include "ui/mapping/ColumnsContent.h"

#include "ui/models/FaultRepairs.h"
#include "ui/text/MatchText.h"

#include <QHash>

#include <algorithm>

namespace ui {

namespace {

using mapping::ColumnState;
using Labels = QHash<QString, QString>;

/// Without a spreadsheet: the columns that are in use, and the next one, so that it can be dragged.
int columnCount(const session::ImportSession &session)
{
    if (session.file().table)
        return int(session.file().table->columns.size());
    int highest = session.file().fileId.isEmpty() ? -2 : -1;
    for (const crm::FieldMapping &entry : session.mapping().everything())
        if (entry.column)
            highest = std::max(highest, entry.column->value);
    return std::min(highest + 2, 200);
}

void addFacts(SourceColumn &column, const tabular::TableSummary &table)
{
    const auto place = size_t(column.index);
    column.samples = table.columns[place].samples;
    if (table.profile && place < table.profile->columns.size())
        column.facts = MatchText::facts(table.profile->columns[place], table.profile->rows);
}

void addField(SourceColumn &column, const FieldRow &row)
{
    column.state = ColumnState::Mapped;
    column.feeds << row.label;
    column.fields << row.name.text();
    column.problems += row.faults.empty() ? 0 : 1;
    for (RowFault fault : row.faults) {
        fault.repairs = FaultRepairs::onColumn(std::move(fault.repairs), column.index);
        column.faults.push_back(std::move(fault));
    }
}

ColumnProposal proposalOf(const mapping::MatchCandidate &candidate, const Labels &labels)
{
    const QString name = candidate.field.text();
    return {candidate.field, labels.value(name, name), MatchText::of(candidate.reason)};
}

void addMatch(SourceColumn &column, const session::ImportSession &session, const Labels &labels)
{
    const auto place = size_t(column.index);
    if (place >= session.matches().size())
        return;
    const mapping::ColumnMatch &match = session.matches()[place];
    if (column.fields == QStringList{match.best.field.text()}
        && session.automatic().stands(match.best.field, session.mapping()))
        column.reason = MatchText::of(match.best.reason);
    if (const mapping::ColumnMatch *open = session::proposalFor(session, {column.index}))
        column.proposal = proposalOf(open->best, labels);
    for (const mapping::MatchCandidate &other : match.runnersUp)
        column.others.push_back(proposalOf(other, labels));
}

} // namespace

QString headerOf(const session::ImportSession &session, int column)
{
    const auto &table = session.file().table;
    return table && column >= 0 && column < int(table->columns.size()) ? table->columns[size_t(column)].header
                                                                       : QString();
}

std::vector<SourceColumn> columnsContent(const session::ImportSession &session, const std::vector<FieldRow> &fields)
{
    Labels labels;
    for (const FieldRow &row : fields)
        labels.insert(row.name.text(), row.label);
    std::vector<SourceColumn> columns(size_t(std::max(columnCount(session), 0)));
    for (int i = 0; i < int(columns.size()); ++i) {
        SourceColumn &column = columns[size_t(i)];
        column.index = i;
        column.header = headerOf(session, i);
        if (session.file().table)
            addFacts(column, *session.file().table);
        if (session.mapping().ignoredColumns().contains(i))
            column.state = ColumnState::Ignored;
    }
    for (const FieldRow &row : fields) {
        for (const crm::ColumnIndex feeder : session.mapping().columnsOf(row.name))
            if (feeder.value >= 0 && feeder.value < int(columns.size()))
                addField(columns[size_t(feeder.value)], row);
    }
    for (SourceColumn &column : columns)
        addMatch(column, session, labels);
    return columns;
}

} // namespace ui
