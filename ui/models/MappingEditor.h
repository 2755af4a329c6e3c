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

    void mapColumn(crm::ColumnIndex column, const crm::FieldName &field);
    /// Absent value: no constant any more. `findBy` replaces the entry's one unless empty.
    void setConstant(const crm::FieldName &field, const std::optional<QJsonValue> &value,
                     const crm::FieldName &findBy = {});
    void setFindBy(const crm::FieldName &field, const crm::FieldName &findBy);
    void removeColumnFrom(const crm::FieldName &field); ///< the constant stays, if there is one
    void clearField(const crm::FieldName &field);
    void clearColumn(crm::ColumnIndex column); ///< feeds nothing and is not ignored: undecided
    void setIgnored(crm::ColumnIndex column, bool ignored);
    void rename(const crm::FieldName &from, const crm::FieldName &to); ///< keeps the entry's place
    /// All of it at once; `sentence` is what done() says then.
    void replaceMapping(const mapping::ColumnMapping &after, const QString &text, const QString &sentence);
    void undo();
    void redo();

    [[nodiscard]] QString labelOf(const crm::FieldName &field) const;
    [[nodiscard]] QString titleOf(crm::ColumnIndex column) const; ///< "column 2, Mobile"

Q_SIGNALS:
    void done(const QString &sentence); ///< what has just been done or undone, to be shown and read out
    void undoDropped(const QString &reason);

private:
    [[nodiscard]] const mapping::ColumnMapping &mapping() const override;
    void putMapping(const mapping::ColumnMapping &mapping) override;
    bool push(const mapping::ColumnMapping &after, const QString &text);
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
