#pragma once

#include "ui/models/MappingEditor.h"
#include "ui/models/Repair.h"

namespace ui {

/// What can be done at once about the faults of columns and fields. Every rule and every code of a job that was not created
/// has its decision here; some have no single repair, and then nothing is offered.
class FaultRepairs final : public QObject {
    Q_OBJECT
public:
    FaultRepairs(session::ImportSession &session, MappingEditor &editor, QObject *parent = nullptr);

    /// Usually one or none; of two columns on one field there are as many as columns.
    [[nodiscard]] static std::vector<Repair> of(const session::Fault &fault, const session::ImportSession &session);
    /// Those of a field as one of its columns offers them: of several columns each says of itself that it is to stay.
    [[nodiscard]] static std::vector<Repair> onColumn(std::vector<Repair> repairs, int column);
    /// Changes go through the editor as one command; what a person has to say is asked for by a signal.
    void carryOut(const Repair &repair);

Q_SIGNALS:
    void fieldWanted(const crm::FieldName &field, ui::FieldPlace place);
    void fileWanted();

private:
    void takeFormat(const crm::FieldName &field);

    session::ImportSession &m_session;
    MappingEditor &m_editor;
};

} // namespace ui
