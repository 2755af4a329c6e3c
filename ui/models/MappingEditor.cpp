#include "ui/models/MappingEditor.h"

#include "mapping/AutoMatcher.h"
#include "mapping/FormatChoice.h"

#include <QScopedValueRollback>
#include <QUndoStack>

#include <algorithm>

namespace ui {

namespace {

using mapping::ColumnMapping;

QStringList headersOf(const session::ImportSession &session)
{
    QStringList headers;
    if (session.file().table)
        for (const tabular::ColumnSummary &column : session.file().table->columns)
            headers << column.header;
    return headers;
}

crm::ModuleName moduleOf(const session::ImportSession &session)
{
    return session.module().module ? session.module().module->name : crm::ModuleName();
}

bool onlyAdds(const ColumnMapping &before, const ColumnMapping &after)
{
    const bool entriesStay =
        std::all_of(before.entries().begin(), before.entries().end(), [&](const crm::FieldMapping &entry) {
            const crm::FieldMapping *now = after.find(entry.field);
            const mapping::CellRule *rule = before.ruleOf(entry.field);
            const mapping::CellRule *ruleNow = after.ruleOf(entry.field);
            return now && *now == entry
                && (rule ? *rule : mapping::CellRule{}) == (ruleNow ? *ruleNow : mapping::CellRule{});
        });
    return entriesStay && before.ignoredColumns() == after.ignoredColumns();
}

} // namespace

MappingEditor::MappingEditor(session::ImportSession &session, QUndoStack &undo, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_undo(undo)
    , m_known(session.mapping())
    , m_module(moduleOf(session))
    , m_headers(headersOf(session))
{
    connect(&session, &session::ImportSession::changed, this, &MappingEditor::sessionChanged);
}

const ColumnMapping &MappingEditor::mapping() const
{
    return m_session.mapping();
}

std::set<crm::FieldName> MappingEditor::automatic() const
{
    return m_session.automatic().standing(mapping());
}

void MappingEditor::putMapping(const ColumnMapping &mapping, const std::set<crm::FieldName> &again)
{
    const QScopedValueRollback own(m_own, true);
    m_session.setMapping(mapping, again);
    m_known = m_session.mapping();
}

const crm::Field *MappingEditor::fieldOf(const crm::FieldName &name) const
{
    const auto &fields = m_session.metadata().fields;
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const crm::Field &f) { return f.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

QString MappingEditor::labelOf(const crm::FieldName &field) const
{
    const crm::Field *known = fieldOf(field);
    return known && !known->label.isEmpty() ? known->label : field.text();
}

QString MappingEditor::titleOf(crm::ColumnIndex column) const
{
    const QString header = m_headers.value(column.value);
    return header.isEmpty() ? tr("column %1").arg(column.value)
                            : tr("column %1, %2").arg(QString::number(column.value), header);
}

bool MappingEditor::change(const ColumnMapping &after, const QString &text, const QString &sentence)
{
    if (after == mapping())
        return false;
    m_undo.push(new MappingCommand(*this, mapping(), after, text));
    Q_EMIT done(sentence);
    return true;
}

void MappingEditor::feed(ColumnMapping &mapping, crm::ColumnIndex column, const crm::FieldName &field) const
{
    if (m_session.automatic().stands(field, m_session.mapping()))
        mapping.mapColumn(column, field);
    else
        mapping.claimField(column, field);
    if (const auto &table = m_session.file().table; table && mapping.find(field)->column == column)
        mapping::takeFormat(mapping, field, m_session.metadata().fields, table->profile.get());
    crm::FieldMapping entry = *mapping.find(field);
    const crm::Field *known = fieldOf(field);
    if (!known || !known->isLookup() || !entry.findBy.isEmpty())
        return;
    entry.findBy = mapping::defaultFindBy(*known);
    mapping.setEntry(entry);
}

void MappingEditor::mapColumn(crm::ColumnIndex column, const crm::FieldName &field)
{
    ColumnMapping after = mapping();
    const std::vector<crm::ColumnIndex> before = after.columnsOf(field);
    feed(after, column, field);
    const QString label = labelOf(field);
    const QString title = titleOf(column);
    const bool contested = after.columnsOf(field).size() > 1;
    change(after, tr("Map column %1 to %2").arg(QString::number(column.value), label),
           contested ? tr("%1 and %2 now both feed %3. Choose which of them is to stay.")
                           .arg(titleOf(before.front()), title, label)
               : before.empty() ? tr("%1 now gets %2.").arg(label, title)
                                : tr("%1 now gets %2 in place of %3.").arg(label, title, titleOf(before.front())));
}

void MappingEditor::keepColumn(crm::ColumnIndex column, const crm::FieldName &field)
{
    ColumnMapping after = mapping();
    feed(after, column, field);
    after.mapColumn(column, field);
    change(after, tr("Map column %1 alone to %2").arg(QString::number(column.value), labelOf(field)),
           tr("%1 now gets %2 alone.").arg(labelOf(field), titleOf(column)));
}

void MappingEditor::setCarried(const crm::FieldMapping &entry, const mapping::CellRule &rule)
{
    ColumnMapping after = mapping();
    if (entry.column || entry.defaultValue) {
        after.setEntry(entry);
        after.setRule(entry.field, rule);
    } else {
        after.clearField(entry.field);
    }
    const QString label = labelOf(entry.field);
    change(after, tr("Set what %1 carries").arg(label), tr("%1 now carries what was chosen.").arg(label));
}

void MappingEditor::setFindBy(const crm::FieldName &field, const crm::FieldName &findBy)
{
    ColumnMapping after = mapping();
    if (!after.find(field))
        return;
    crm::FieldMapping entry = *after.find(field);
    entry.findBy = findBy;
    after.setEntry(entry);
    change(after, tr("Find %1 by %2").arg(labelOf(field), findBy.text()),
           tr("The records of %1 are now found by %2.").arg(labelOf(field), findBy.text()));
}

void MappingEditor::removeColumnFrom(const crm::FieldName &field)
{
    const crm::FieldMapping *entry = mapping().find(field);
    if (!entry || !entry->defaultValue)
        return clearField(field);
    ColumnMapping after = mapping();
    crm::FieldMapping changed = *entry;
    changed.column.reset();
    after.setEntry(changed);
    change(after, tr("Remove the column of %1").arg(labelOf(field)),
           tr("%1 keeps its constant alone.").arg(labelOf(field)));
}

void MappingEditor::clearField(const crm::FieldName &field)
{
    ColumnMapping after = mapping();
    after.clearField(field);
    change(after, tr("Clear %1").arg(labelOf(field)), tr("%1 is not mapped any more.").arg(labelOf(field)));
}

void MappingEditor::clearColumn(crm::ColumnIndex column)
{
    ColumnMapping after = mapping();
    after.clearColumn(column);
    after.setIgnored(column, false);
    change(after, tr("Clear column %1").arg(column.value), tr("Column %1 is not decided any more.").arg(column.value));
}

void MappingEditor::setIgnored(crm::ColumnIndex column, bool ignored)
{
    if (!ignored)
        return clearColumn(column);
    ColumnMapping after = mapping();
    after.clearColumn(column);
    after.setIgnored(column, true);
    change(after, tr("Ignore column %1").arg(column.value),
           tr("Column %1 is left out of the import.").arg(column.value));
}

void MappingEditor::rename(const crm::FieldName &from, const crm::FieldName &to)
{
    if (!mapping().find(from) || mapping().find(to))
        return;
    std::vector<crm::FieldMapping> entries = mapping().everything();
    for (crm::FieldMapping &entry : entries)
        if (entry.field == from)
            entry.field = to;
    mapping::CellRules rules = mapping().rules();
    if (auto moved = rules.extract(from)) {
        moved.key() = to;
        rules.insert(std::move(moved));
    }
    const ColumnMapping after(entries, mapping().ignoredColumns(), rules);
    change(after, tr("Change %1 to %2").arg(from.text(), to.text()),
           tr("The mapping of %1 now belongs to %2.").arg(from.text(), labelOf(to)));
}

void MappingEditor::undo()
{
    const QString text = m_undo.undoText();
    if (!m_undo.canUndo())
        return;
    m_undo.undo();
    Q_EMIT done(tr("Undone: %1.").arg(text));
}

void MappingEditor::redo()
{
    const QString text = m_undo.redoText();
    if (!m_undo.canRedo())
        return;
    m_undo.redo();
    Q_EMIT done(tr("Done again: %1.").arg(text));
}

void MappingEditor::dropUndo(const QString &reason)
{
    if (m_undo.count() == 0)
        return;
    m_undo.clear();
    Q_EMIT undoDropped(reason);
}

void MappingEditor::sessionChanged(session::ImportSession::Area area)
{
    using Area = session::ImportSession::Area;
    if (area == Area::Module && moduleOf(m_session) != m_module) {
        m_module = moduleOf(m_session);
        dropUndo(tr("Undo starts anew, because another module was chosen."));
    } else if (area == Area::File && headersOf(m_session) != m_headers) {
        m_headers = headersOf(m_session);
        dropUndo(tr("Undo starts anew, because the file has other columns."));
    } else if (area == Area::Mapping && !m_own) {
        if (!onlyAdds(m_known, m_session.mapping()))
            dropUndo(tr("Undo starts anew, because the mapping was replaced."));
        m_known = m_session.mapping();
    }
}

} // namespace ui
