#pragma once

#include "mapping/ColumnMapping.h"

#include <QUndoCommand>

#include <set>

namespace ui {

/// Where a mapping lives, as far as a command needs to know.
class MappingHolder {
public:
    virtual ~MappingHolder() = default;
    [[nodiscard]] virtual const mapping::ColumnMapping &mapping() const = 0;
    /// `again`: fields whose entries, where they come back, count as made by themselves as before.
    virtual void putMapping(const mapping::ColumnMapping &mapping, const std::set<crm::FieldName> &again) = 0;
    /// The fields whose entries nobody made by hand.
    [[nodiscard]] virtual std::set<crm::FieldName> automatic() const = 0;
};

/// What `from` -> `to` changes, done to `current`: entries and ignored columns that somebody else has changed meanwhile
/// stay as they are, everything that the change does not touch stays too.
[[nodiscard]] mapping::ColumnMapping applyChange(const mapping::ColumnMapping &current,
                                                 const mapping::ColumnMapping &from, const mapping::ColumnMapping &to);

/// One named change of the mapping. Undo and redo put back exactly `before` and `after` as long as nothing else happened,
/// and otherwise apply the difference alone (automatic matching may have added entries). A command that no longer changes
/// anything becomes obsolete and leaves the stack.
class MappingCommand final : public QUndoCommand {
public:
    MappingCommand(MappingHolder &holder, mapping::ColumnMapping before, mapping::ColumnMapping after,
                   const QString &text);

    void undo() override;
    void redo() override;

private:
    void change(const mapping::ColumnMapping &from, const mapping::ColumnMapping &to,
                const std::set<crm::FieldName> &again);

    MappingHolder &m_holder;
    mapping::ColumnMapping m_before;
    mapping::ColumnMapping m_after;
    std::set<crm::FieldName> m_automatic; ///< in `m_before`
};

} // namespace ui
