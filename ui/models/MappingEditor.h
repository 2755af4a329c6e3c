#pragma once

#include "session/ImportSession.h"
#include "ui/models/MappingCommand.h"

#include <QJsonValue>
#include <QObject>

class QUndoStack;

namespace ui {

/// Every way to change the mapping ends here: each call makes one named command on the undo stack, or nothing when nothing
/// would change. What automatic matching adds from elsewhere leaves the stack alone (commands apply as differences); another
/// module, other columns or a mapping that was replaced from elsewhere empty it, and undoDropped() says why.
class MappingEditor final : public QObject, private MappingHolder {
    Q_OBJECT
public:
    MappingEditor(session::ImportSession &session, QUndoStack &undo, QObject *parent = nullptr);

    /// Feeds the field from this column. Another column that a person chose before keeps its claim, to be settled by
    /// keepColumn(); what automatic matching chose gives way.
    void mapColumn(crm::ColumnIndex column, const crm::FieldName &field);
    void keepColumn(crm::ColumnIndex column, const crm::FieldName &field); ///< this column and no other
    /// The whole entry of its field and what becomes of its cells, in one command. Without column and constant it goes.
    void setCarried(const crm::FieldMapping &entry, const mapping::CellRule &rule);
    void setFindBy(const crm::FieldName &field, const crm::FieldName &findBy);
    void removeColumnFrom(const crm::FieldName &field); ///< the constant stays, if there is one
    void clearField(const crm::FieldName &field);
    void clearColumn(crm::ColumnIndex column); ///< feeds nothing and is not ignored: undecided
    void setIgnored(crm::ColumnIndex column, bool ignored);
    void rename(const crm::FieldName &from, const crm::FieldName &to); ///< keeps the entry's place
    void undo();
    void redo();
    /// One command named `text`, after which `sentence` is said; nothing where nothing would change.
    bool change(const mapping::ColumnMapping &after, const QString &text, const QString &sentence);
    /// What mapColumn() does, to `mapping`; with the find_by that a lookup starts with.
    void feed(mapping::ColumnMapping &mapping, crm::ColumnIndex column, const crm::FieldName &field) const;

    [[nodiscard]] const mapping::ColumnMapping &mapping() const override;
    [[nodiscard]] QString labelOf(const crm::FieldName &field) const;
    [[nodiscard]] QString titleOf(crm::ColumnIndex column) const; ///< "column 2, Mobile"

Q_SIGNALS:
    void done(const QString &sentence); ///< what has just been done or undone, to be shown and read out
    void undoDropped(const QString &reason);

private:
    void putMapping(const mapping::ColumnMapping &mapping, const std::set<crm::FieldName> &again) override;
    [[nodiscard]] std::set<crm::FieldName> automatic() const override;
    [[nodiscard]] const crm::Field *fieldOf(const crm::FieldName &name) const;
    void sessionChanged(session::ImportSession::Area area);
    void dropUndo(const QString &reason);

    session::ImportSession &m_session;
    QUndoStack &m_undo;
    bool m_own = false; ///< the change that is being announced is ours
    mapping::ColumnMapping m_known;
    crm::ModuleName m_module;
    QStringList m_headers;
};

} // namespace ui
