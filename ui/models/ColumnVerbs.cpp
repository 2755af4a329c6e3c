#include "ui/models/ColumnVerbs.h"

namespace ui {

using crm::ColumnIndex;
using mapping::ColumnMapping;
using mapping::ColumnState;

namespace {

/// What `column` feeds in `from` becomes what `to` feeds in `result`.
void handOver(ColumnMapping &result, const ColumnMapping &from, ColumnIndex column, ColumnIndex to)
{
    for (const crm::FieldMapping &entry : from.everything()) {
        if (entry.column != column)
            continue;
        const mapping::CellRule *rule = from.ruleOf(entry.field);
        crm::FieldMapping moved = entry;
        moved.column = to;
        if (from.find(entry.field)->column != column) {
            result.claimField(to, entry.field);
            continue;
        }
        result.setEntry(moved);
        result.setRule(entry.field, rule ? *rule : mapping::CellRule{});
    }
    if (from.stateOf(column) == ColumnState::Ignored)
        result.setIgnored(to, true);
}

} // namespace

ColumnVerbs::ColumnVerbs(MappingEditor &editor, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
{ }

void ColumnVerbs::chooseField(ColumnIndex column, const crm::FieldName &field)
{
    if (field.isEmpty())
        return clear({column});
    ColumnMapping after = m_editor.mapping();
    for (const crm::FieldName &fed : after.fieldsOf(column))
        if (fed != field)
            after.removeColumn(column, fed);
    if (after == m_editor.mapping())
        return m_editor.mapColumn(column, field);
    m_editor.feed(after, column, field);
    m_editor.change(
        after, tr("Map column %1 to %2").arg(QString::number(column.value), m_editor.labelOf(field)),
        after.columnsOf(field).size() > 1
            ? tr("%1 is fed by another column too. Choose which of them is to stay.").arg(m_editor.labelOf(field))
            : tr("%1 now gets %2.").arg(m_editor.labelOf(field), m_editor.titleOf(column)));
}

void ColumnVerbs::moveField(const crm::FieldName &field, ColumnIndex from, ColumnIndex to)
{
    ColumnMapping after = m_editor.mapping();
    const crm::FieldMapping *entry = after.find(field);
    if (!entry || entry->column != from)
        return m_editor.mapColumn(to, field);
    after.mapColumn(to, field);
    m_editor.change(after, tr("Move %1 to column %2").arg(m_editor.labelOf(field), QString::number(to.value)),
                    tr("%1 now gets %2 in place of %3.")
                        .arg(m_editor.labelOf(field), m_editor.titleOf(to), m_editor.titleOf(from)));
}

void ColumnVerbs::map(const std::vector<ColumnChoice> &choices)
{
    if (choices.size() == 1)
        return m_editor.mapColumn(choices.front().column, choices.front().field);
    ColumnMapping after = m_editor.mapping();
    for (const ColumnChoice &choice : choices)
        m_editor.feed(after, choice.column, choice.field);
    const int count = int(choices.size());
    m_editor.change(after, tr("Map %Ln column(s)", nullptr, count),
                    tr("%Ln column(s) now feed a field.", nullptr, count));
}

void ColumnVerbs::accept(const std::vector<ColumnChoice> &proposals)
{
    ColumnMapping after = m_editor.mapping();
    for (const ColumnChoice &proposal : proposals)
        m_editor.feed(after, proposal.column, proposal.field);
    if (proposals.size() == 1) {
        const QString label = m_editor.labelOf(proposals.front().field);
        const ColumnIndex column = proposals.front().column;
        m_editor.change(after, tr("Accept %1 for column %2").arg(label, QString::number(column.value)),
                        tr("%1 now gets %2.").arg(label, m_editor.titleOf(column)));
        return;
    }
    const int count = int(proposals.size());
    m_editor.change(after, tr("Accept %Ln proposal(s)", nullptr, count),
                    tr("%Ln proposal(s) accepted.", nullptr, count));
}

void ColumnVerbs::setIgnored(const std::vector<ColumnIndex> &columns, bool ignored)
{
    if (columns.size() == 1)
        return m_editor.setIgnored(columns.front(), ignored);
    const int count = int(columns.size());
    if (!ignored)
        return clear(columns, tr("Do not ignore %Ln column(s)", nullptr, count),
                     tr("%Ln column(s) are not decided any more.", nullptr, count));
    ColumnMapping after = m_editor.mapping();
    for (const ColumnIndex column : columns)
        after.setIgnored(column, true);
    m_editor.change(after, tr("Ignore %Ln column(s)", nullptr, count),
                    tr("%Ln column(s) are left out of the import.", nullptr, count));
}

void ColumnVerbs::clear(const std::vector<ColumnIndex> &columns)
{
    if (columns.size() == 1)
        return m_editor.clearColumn(columns.front());
    const int count = int(columns.size());
    clear(columns, tr("Clear %Ln column(s)", nullptr, count),
          tr("%Ln column(s) are not decided any more.", nullptr, count));
}

void ColumnVerbs::clear(const std::vector<ColumnIndex> &columns, const QString &text, const QString &sentence)
{
    ColumnMapping after = m_editor.mapping();
    for (const ColumnIndex column : columns) {
        after.clearColumn(column);
        after.setIgnored(column, false);
    }
    m_editor.change(after, text, sentence);
}

void ColumnVerbs::swap(ColumnIndex a, ColumnIndex b)
{
    const ColumnMapping &before = m_editor.mapping();
    ColumnMapping after = before;
    for (const ColumnIndex column : {a, b}) {
        after.clearColumn(column);
        after.setIgnored(column, false);
    }
    handOver(after, before, a, b);
    handOver(after, before, b, a);
    m_editor.change(after, tr("Swap columns %1 and %2").arg(a.value).arg(b.value),
                    tr("%1 and %2 have changed places.").arg(m_editor.titleOf(a), m_editor.titleOf(b)));
}

void ColumnVerbs::clearAll()
{
    m_editor.change({}, tr("Clear everything"), tr("Nothing is mapped any more."));
}

} // namespace ui
