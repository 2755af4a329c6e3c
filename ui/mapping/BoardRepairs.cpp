#include "ui/mapping/BoardRepairs.h"

#include "ui/mapping/ColumnTableView.h"
#include "ui/mapping/ColumnsPanel.h"
#include "ui/mapping/FieldTableView.h"
#include "ui/mapping/FieldsPanel.h"

#include <QApplication>
#include <QPushButton>

namespace ui {

BoardRepairs::BoardRepairs(session::ImportSession &session, MappingEditor &editor, ColumnsPanel &columns,
                           FieldsPanel &fields, QObject *parent)
    : QObject(parent)
    , m_columns(columns)
    , m_fields(fields)
    , m_repairs(new FaultRepairs(session, editor, this))
{
    connect(m_repairs, &FaultRepairs::fieldWanted, this, &BoardRepairs::fieldWanted);
    connect(m_repairs, &FaultRepairs::fileWanted, this, &BoardRepairs::fileWanted);
    connect(fields.repairButton(), &QPushButton::clicked, this, [this] { repairFirst(m_fields.repair()); });
    connect(columns.repairButton(), &QPushButton::clicked, this, [this] { repairFirst(m_columns.repair()); });
    connectTable(columns.table());
    connectTable(fields.table());
}

void BoardRepairs::connectTable(CardTable *table)
{
    connect(table, &CardTable::repairChosen, this, [this, table](const QModelIndex &index, const Repair &chosen) {
        table->setCurrentIndex(index);
        carryOut(chosen);
    });
}

void BoardRepairs::carryOut(const Repair &repair)
{
    Q_EMIT begun();
    m_repairs->carryOut(repair);
    if (repair.deed == Repair::Deed::Rename)
        m_fields.select(crm::FieldName(repair.value));
}

void BoardRepairs::repairCurrent(bool ofColumn)
{
    const QWidget *focus = QApplication::focusWidget();
    if (m_fields.isAncestorOf(focus) || m_columns.isAncestorOf(focus))
        ofColumn = m_columns.isAncestorOf(focus);
    repairFirst(ofColumn ? m_columns.repair() : m_fields.repair());
}

/// A copy, because the rows that hold it change meanwhile.
void BoardRepairs::repairFirst(const Repair *repair)
{
    if (repair)
        carryOut(Repair(*repair));
    else
        Q_EMIT nothingToRepair();
}

} // namespace ui
