#pragma once

#include "ui/models/FaultRepairs.h"

namespace ui {

class CardTable;
class ColumnsPanel;
class FieldsPanel;

/// The repairs of both halves of the board: the buttons on the cards and those below the tables. All do the same.
class BoardRepairs final : public QObject {
    Q_OBJECT
public:
    BoardRepairs(session::ImportSession &session, MappingEditor &editor, ColumnsPanel &columns, FieldsPanel &fields,
                 QObject *parent);

    void carryOut(const Repair &repair);
    /// The first that can be repaired of the card with the focus; without one, of the current column or field.
    void repairCurrent(bool ofColumn);

Q_SIGNALS:
    void begun(); ///< before anything is done
    void nothingToRepair();
    void fieldWanted(const crm::FieldName &field, ui::FieldPlace place);
    void fileWanted();

private:
    void connectTable(CardTable *table);
    void repairFirst(const Repair *repair);

    ColumnsPanel &m_columns;
    FieldsPanel &m_fields;
    FaultRepairs *m_repairs;
};

} // namespace ui
