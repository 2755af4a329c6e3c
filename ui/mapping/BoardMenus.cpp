#include "ui/mapping/BoardMenus.h"

#include "ui/widgets/Theme.h"

#include <QMenu>

#include <algorithm>

namespace ui {

namespace {

/// A menu longer than this cannot be read; the rest is reached by its last item.
constexpr size_t mostItems = 24;

QMenu *newMenu(QWidget *owner, const QString &name, const QString &title)
{
    auto *menu = new QMenu(owner);
    menu->setObjectName(name);
    menu->setAccessibleName(title);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

QString plain(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

BoardMenus::BoardMenus(MappingEditor &editor, ColumnVerbs &verbs, const SourceColumnsModel &columns,
                       const FieldsModel &fields, QWidget *owner)
    : QObject(owner)
    , m_editor(editor)
    , m_verbs(verbs)
    , m_columns(columns)
    , m_fields(fields)
    , m_owner(owner)
{ }

void BoardMenus::openForColumn(const SourceColumn &column, const QPoint &globalPosition)
{
    QMenu *menu = newMenu(m_owner, QStringLiteral("columnMenu"), columnTitle(column.index, column.header));
    addProposals(*menu, column);
    addRepairs(*menu, column.faults);
    addFields(*menu, column);
    menu->addAction(tr("Choose a Field…"), this, [this, index = column.index] { Q_EMIT pickRequested(index); });
    menu->addSeparator();
    const bool ignored = column.state == mapping::ColumnState::Ignored;
    menu->addAction(icon(QStringLiteral("close")), ignored ? tr("Do Not Ignore") : tr("Ignore"), this,
                    [this, index = column.index, ignored] { m_editor.setIgnored({index}, !ignored); });
    QAction *clear =
        menu->addAction(tr("Clear"), this, [this, index = column.index] { m_editor.clearColumn({index}); });
    clear->setEnabled(column.state != mapping::ColumnState::Undecided);
    menu->popup(globalPosition);
}

void BoardMenus::addProposals(QMenu &menu, const SourceColumn &column)
{
    if (column.proposal)
        menu.addAction(icon(QStringLiteral("check")), tr("Accept %1").arg(plain(column.proposal->label)), this,
                       [this, index = column.index, name = column.proposal->field] {
                           m_verbs.accept({{{index}, name}});
                       });
    for (const ColumnProposal &other : column.others) {
        const QString text = plain(tr("%1 – %2").arg(other.label, other.reason));
        menu.addAction(text, this,
                       [this, index = column.index, name = other.field] { m_verbs.chooseField({index}, name); });
    }
    if (!menu.isEmpty())
        menu.addSeparator();
}

void BoardMenus::addFields(QMenu &menu, const SourceColumn &column)
{
    QMenu *fields = menu.addMenu(icon(QStringLiteral("mapping")), tr("Map to"));
    for (const FieldRow &row : m_fields.rows()) {
        if (row.column == column.index || row.knowledge == FieldRow::Knowledge::Unknown)
            continue;
        const QString mark = row.isMissing() ? tr("%1 (mandatory)").arg(row.label) : row.label;
        fields->addAction(plain(mark), this,
                          [this, index = column.index, name = row.name] { m_editor.mapColumn({index}, name); });
        if (size_t(fields->actions().size()) >= mostItems)
            break;
    }
    fields->setEnabled(!fields->isEmpty());
}

void BoardMenus::openForField(const FieldRow &field, const QPoint &globalPosition)
{
    QMenu *menu = newMenu(m_owner, QStringLiteral("fieldMenu"), field.label);
    addRepairs(*menu, field.faults);
    addColumns(*menu, field);
    menu->addAction(tr("Choose a Column…"), this, [this, name = field.name] { Q_EMIT chooserRequested(name); });
    menu->addAction(icon(QStringLiteral("edit")), tr("Edit Field…"), this,
                    [this, name = field.name] { Q_EMIT constantRequested(name); });
    addFindBy(*menu, field);
    menu->addSeparator();
    QAction *clear = menu->addAction(tr("Clear"), this, [this, name = field.name] { m_editor.clearField(name); });
    clear->setEnabled(field.isMapped());
    menu->popup(globalPosition);
}

/// The buttons of the card. What two faults have in common stands there once.
void BoardMenus::addRepairs(QMenu &menu, const std::vector<RowFault> &faults)
{
    std::vector<Repair> added;
    for (const RowFault &fault : faults) {
        for (const Repair &repair : fault.repairs) {
            if (std::find(added.begin(), added.end(), repair) != added.end())
                continue;
            added.push_back(repair);
            menu.addAction(icon(QStringLiteral("match")), plain(repair.label), this,
                           [this, repair] { Q_EMIT repairRequested(repair); });
        }
    }
    if (!added.empty())
        menu.addSeparator();
}

void BoardMenus::addColumns(QMenu &menu, const FieldRow &field)
{
    QMenu *columns = menu.addMenu(icon(QStringLiteral("mapping")), tr("Map Column"));
    for (const SourceColumn &column : m_columns.columns()) {
        if (field.column == column.index)
            continue;
        columns->addAction(plain(columnTitle(column.index, column.header)), this,
                           [this, index = column.index, name = field.name] { m_editor.mapColumn({index}, name); });
        if (size_t(columns->actions().size()) >= mostItems)
            break;
    }
    columns->setEnabled(!columns->isEmpty());
}

void BoardMenus::addFindBy(QMenu &menu, const FieldRow &field)
{
    if (!field.lookup || !field.isMapped())
        return;
    QMenu *ways = menu.addMenu(icon(QStringLiteral("search")), tr("Find By"));
    QStringList names{QStringLiteral("id"), QStringLiteral("email")};
    if (!field.findBy.isEmpty() && !names.contains(field.findBy))
        names << field.findBy;
    for (const QString &name : std::as_const(names)) {
        QAction *way = ways->addAction(
            name, this, [this, field = field.name, name] { m_editor.setFindBy(field, crm::FieldName(name)); });
        way->setCheckable(true);
        way->setChecked(name == field.findBy);
    }
}

} // namespace ui
