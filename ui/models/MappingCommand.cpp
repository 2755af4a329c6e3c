#include "ui/models/MappingCommand.h"

namespace ui {

namespace {

using mapping::ColumnMapping;

void changeField(ColumnMapping &current, const crm::FieldName &field, const ColumnMapping &from,
                 const ColumnMapping &to)
{
    if (!mapping::agreeOn(field, from, to) && mapping::agreeOn(field, current, from))
        current.takeField(field, to);
}

} // namespace

ColumnMapping applyChange(const ColumnMapping &current, const ColumnMapping &from, const ColumnMapping &to)
{
    if (current == from)
        return to;
    ColumnMapping result = current;
    for (const crm::FieldMapping &entry : from.entries())
        changeField(result, entry.field, from, to);
    for (const crm::FieldMapping &entry : to.entries())
        changeField(result, entry.field, from, to);
    for (const int column : from.ignoredColumns() | to.ignoredColumns()) {
        const bool was = from.ignoredColumns().contains(column);
        const bool wanted = to.ignoredColumns().contains(column);
        if (was != wanted && result.ignoredColumns().contains(column) == was)
            result.setIgnored({column}, wanted);
    }
    return result;
}

MappingCommand::MappingCommand(MappingHolder &holder, ColumnMapping before, ColumnMapping after, const QString &text)
    : QUndoCommand(text)
    , m_holder(holder)
    , m_before(std::move(before))
    , m_after(std::move(after))
    , m_automatic(holder.automatic())
{ }

void MappingCommand::undo()
{
    change(m_after, m_before, m_automatic);
}

void MappingCommand::redo()
{
    change(m_before, m_after, {});
}

void MappingCommand::change(const ColumnMapping &from, const ColumnMapping &to, const std::set<crm::FieldName> &again)
{
    const ColumnMapping result = applyChange(m_holder.mapping(), from, to);
    if (result == m_holder.mapping())
        setObsolete(true);
    else
        m_holder.putMapping(result, again);
}

} // namespace ui
