#pragma once

#include "ui/models/ColumnVerbs.h"
#include "ui/models/FieldsModel.h"
#include "ui/models/MappingEditor.h"
#include "ui/models/SourceColumnsModel.h"

#include <QObject>

class QMenu;

namespace ui {

/// The context menus of columns and fields. They act through the editor; what needs more than a click is a signal.
class BoardMenus final : public QObject {
    Q_OBJECT
public:
    BoardMenus(MappingEditor &editor, ColumnVerbs &verbs, const SourceColumnsModel &columns, const FieldsModel &fields,
               QWidget *owner);

    void openForColumn(const SourceColumn &column, const QPoint &globalPosition);
    void openForField(const FieldRow &field, const QPoint &globalPosition);

Q_SIGNALS:
    void pickRequested(int column);
    void chooserRequested(const crm::FieldName &field);
    void constantRequested(const crm::FieldName &field);
    void repairRequested(const ui::Repair &repair);

private:
    void addProposals(QMenu &menu, const SourceColumn &column);
    void addFields(QMenu &menu, const SourceColumn &column);
    void addColumns(QMenu &menu, const FieldRow &field);
    void addFindBy(QMenu &menu, const FieldRow &field);
    void addRepairs(QMenu &menu, const std::vector<RowFault> &faults);

    MappingEditor &m_editor;
    ColumnVerbs &m_verbs;
    const SourceColumnsModel &m_columns;
    const FieldsModel &m_fields;
    QWidget *m_owner;
};

} // namespace ui
