#include "ui/mapping/MappingBoard.h"

#include "ui/mapping/BoardBar.h"
#include "ui/mapping/BoardHalves.h"
#include "ui/mapping/BoardMenus.h"
#include "ui/mapping/BoardRepairs.h"
#include "ui/mapping/ColumnTableView.h"
#include "ui/mapping/ColumnsPanel.h"
#include "ui/mapping/FieldDialog.h"
#include "ui/mapping/FieldTableView.h"
#include "ui/mapping/FieldsPanel.h"
#include "ui/models/ColumnVerbs.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

MappingBoard::MappingBoard(session::ImportSession &session, QUndoStack &undo, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_undo(undo)
    , m_editor(new MappingEditor(session, undo, this))
    , m_verbs(new ColumnVerbs(*m_editor, this))
    , m_fields(new FieldsPanel(this))
    , m_columns(new ColumnsPanel(m_fields->model(), this))
    , m_repairs(new BoardRepairs(session, *m_editor, *m_columns, *m_fields, this))
    , m_menus(new BoardMenus(*m_editor, *m_verbs, m_columns->model(), m_fields->model(), this))
    , m_halves(new BoardHalves(m_columns, m_fields, this))
    , m_bar(new BoardBar(*m_editor, undo, this))
{
    m_fields->setColumns(m_columns->model());
    layOut();
    connectColumns();
    connectFields();
    connectDrops();
    connectButtons();
    connectRepairs();
    addShortcuts();
    setView(View::ByColumn);
}

MappingBoard::~MappingBoard()
{
    // An editor that is still open hands in its value when it dies, after this object has ceased to be a board.
    for (QObject *sender : std::initializer_list<QObject *>{&m_fields->model(), m_fields->table(), m_fields, m_columns,
                                                            &m_columns->model(), m_columns->table(), &m_undo})
        disconnect(sender, nullptr, this, nullptr);
}

void MappingBoard::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_bar);
    column->addWidget(m_halves, 1);
}

void MappingBoard::setView(View view)
{
    m_view = view;
    pick(-1);
    m_bar->setViewIndex(int(view));
    m_columns->setCompact(view == View::ByField);
    m_fields->setCompact(view == View::ByColumn);
    m_halves->setMain(view == View::ByColumn ? BoardHalves::Leading : BoardHalves::Trailing);
}

void MappingBoard::connectColumns()
{
    ColumnTableView *table = m_columns->table();
    connect(table, &CardTable::rowClicked, this, &MappingBoard::columnClicked);
    connect(table, &CardTable::chosen, this, &MappingBoard::columnChosen);
    connect(table, &ColumnTableView::accepted, this, &MappingBoard::acceptAt);
    connect(table, &QWidget::customContextMenuRequested, this, [this, table](const QPoint &position) {
        if (const SourceColumn *column = m_columns->current())
            m_menus->openForColumn(*column, table->viewport()->mapToGlobal(position));
    });
    connect(table, &CardTable::dropHint, m_bar, &BoardBar::hint);
    connect(&m_columns->model(), &SourceColumnsModel::edited, m_verbs, &ColumnVerbs::chooseField);
    connect(m_columns, &ColumnsPanel::fileWanted, this, &MappingBoard::fileWanted);
    connect(m_columns, &ColumnsPanel::ignoreUndecidedRequested, this, &MappingBoard::ignoreUndecided);
    connect(m_columns, &ColumnsPanel::clearAllRequested, m_verbs, &ColumnVerbs::clearAll);
    connect(m_columns, &ColumnsPanel::swapRequested, this, [this] {
        const auto two = m_columns->selected();
        if (two.size() == 2)
            m_verbs->swap(two.front(), two.back());
    });
}

void MappingBoard::connectFields()
{
    FieldTableView *table = m_fields->table();
    connect(table, &CardTable::rowClicked, this, [this](const QModelIndex &index) { takeField(index, true); });
    connect(table, &CardTable::chosen, this, [this](const QModelIndex &index) { takeField(index, false); });
    connect(table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() == FieldsModel::ConstantColumn)
            askField(FieldsModel::rowAt(index)->name);
    });
    connect(table, &QWidget::customContextMenuRequested, this, [this, table](const QPoint &position) {
        if (const FieldRow *row = m_fields->selected())
            m_menus->openForField(*row, table->viewport()->mapToGlobal(position));
    });
    connect(table, &CardTable::dropHint, m_bar, &BoardBar::hint);
    connect(&m_fields->model(), &FieldsModel::edited, this,
            [this](const crm::FieldName &field, std::optional<crm::ColumnIndex> column) {
                column ? m_editor->keepColumn(*column, field) : m_editor->removeColumnFrom(field);
            });
    connect(m_fields, &FieldsPanel::selectionChanged, this, &MappingBoard::showSelectedFaults);
}

void MappingBoard::connectDrops()
{
    connect(&m_columns->model(), &SourceColumnsModel::fieldDropped, this,
            [this](const crm::FieldName &field, crm::ColumnIndex column, std::optional<crm::ColumnIndex> from) {
                from ? m_verbs->moveField(field, *from, column) : m_editor->mapColumn(column, field);
                m_columns->select(column.value);
                m_columns->table()->setFocus(Qt::OtherFocusReason);
            });
    connect(&m_fields->model(), &FieldsModel::columnsDropped, this,
            [this](const std::vector<crm::ColumnIndex> &columns, const std::vector<crm::FieldName> &fields) {
                std::vector<ColumnChoice> choices;
                for (size_t i = 0; i < columns.size(); ++i)
                    choices.push_back({columns[i], fields[i]});
                m_verbs->map(choices);
                pick(-1);
                m_fields->select(fields.front());
                m_fields->table()->setFocus(Qt::OtherFocusReason);
            });
}

void MappingBoard::connectButtons()
{
    connect(m_editor, &MappingEditor::done, this, &MappingBoard::say);
    connect(m_editor, &MappingEditor::undoDropped, this, &MappingBoard::say);
    connect(m_bar, &BoardBar::viewChosen, this, [this](int view) { setView(View(view)); });
    connect(m_bar, &BoardBar::acceptAllRequested, this, &MappingBoard::acceptAll);
    connect(m_halves, &BoardHalves::oneOnlyChanged, this, [this] {
        pick(-1);
        m_bar->setOneOnly(m_halves->oneOnly());
    });
    connect(m_bar, &BoardBar::cancelRequested, this, [this] { pick(-1); });
    connect(m_columns->mapButton(), &QPushButton::clicked, this, &MappingBoard::mapSelected);
    connect(m_columns->ignoreButton(), &QPushButton::clicked, this, &MappingBoard::ignoreSelected);
    connect(m_fields->clearButton(), &QPushButton::clicked, this, &MappingBoard::clearSelected);
    connect(m_fields->constantButton(), &QPushButton::clicked, this, [this] {
        if (const FieldRow *row = m_fields->selected())
            askField(row->name);
    });
    connect(m_menus, &BoardMenus::pickRequested, this, &MappingBoard::beginWith);
    connect(m_menus, &BoardMenus::chooserRequested, this, [this](const crm::FieldName &field) {
        setView(View::ByField);
        if (m_fields->select(field))
            m_fields->table()->openChooser(m_fields->shownRowOf(field), true);
    });
    connect(m_menus, &BoardMenus::constantRequested, this, [this](const crm::FieldName &field) { askField(field); });
}

void MappingBoard::connectRepairs()
{
    connect(m_repairs, &BoardRepairs::fieldWanted, this, &MappingBoard::askField);
    connect(m_repairs, &BoardRepairs::fileWanted, this, &MappingBoard::fileWanted);
    connect(m_repairs, &BoardRepairs::begun, this, [this] { pick(-1); });
    connect(m_repairs, &BoardRepairs::nothingToRepair, this,
            [this] { say(tr("There is nothing here that can be repaired at once.")); });
    connect(m_menus, &BoardMenus::repairRequested, m_repairs, &BoardRepairs::carryOut);
}

void MappingBoard::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated,
                this, action);
    };
    add(QKeySequence::Undo, [this] { m_editor->undo(); });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { m_editor->redo(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Y), [this] { m_editor->redo(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_I), [this] { ignoreSelected(); });
    add(QKeySequence(Qt::Key_F8), [this] { nextProblem(1); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_F8), [this] { nextProblem(-1); });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), [this] { acceptAll(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_R), [this] { m_repairs->repairCurrent(m_view == View::ByColumn); });
    m_columns->table()->installEventFilter(this);
    m_fields->table()->installEventFilter(this);
}

bool MappingBoard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Delete && key != Qt::Key_Backspace)
        return QWidget::eventFilter(watched, event);
    if (watched == m_fields->table())
        clearSelected();
    else if (const auto columns = m_columns->selected(); !columns.empty())
        m_verbs->clear(columns);
    return true;
}

void MappingBoard::keyPressEvent(QKeyEvent *event)
{
    const bool columnWaits = m_columns->model().picked() >= 0;
    if (event->key() != Qt::Key_Escape || (!columnWaits && m_pickedField.isEmpty()))
        return QWidget::keyPressEvent(event);
    pick(-1);
    (columnWaits ? static_cast<QWidget *>(m_columns->table()) : m_fields->table())->setFocus(Qt::OtherFocusReason);
}

void MappingBoard::refresh()
{
    QStringList order;
    if (!m_sortAnew)
        for (const FieldRow &row : m_fields->model().rows())
            order << row.name.text();
    m_sortAnew = false;
    m_content = boardContent(m_session, order);
    m_columns->show(m_content);
    m_bar->setProposals(m_content.proposed);
    const auto &module = m_session.module().module;
    m_fields->show(m_content, module ? module->name.text() : QString());
    showSelectedFaults();
    Q_EMIT refreshed();
}

void MappingBoard::sortAnew()
{
    m_sortAnew = true;
    refresh();
}

void MappingBoard::pick(int column)
{
    m_pickedField = {};
    m_fields->table()->setPicked({});
    m_columns->table()->setTaking(false);
    m_columns->model().setPicked(column);
    m_fields->table()->setTaking(column >= 0);
    m_bar->setWaiting(column < 0 ? QString()
                                 : tr("Now choose the field for %1. Esc goes back.").arg(m_editor->titleOf({column})));
    if (column >= 0)
        m_columns->select(column);
}

void MappingBoard::pickField(const crm::FieldName &field)
{
    pick(-1);
    m_pickedField = field;
    m_fields->table()->setPicked(field.text());
    m_columns->table()->setTaking(true);
    m_bar->setWaiting(tr("Now choose the column for %1. Esc goes back.").arg(m_editor->labelOf(field)));
}

/// The column waits for a field; where the fields are not in sight, its own list has them.
void MappingBoard::beginWith(int column)
{
    if (m_fields->isHidden()) {
        m_columns->select(column);
        m_columns->table()->openChooser(m_columns->table()->currentIndex().row(), true);
    } else {
        pick(column);
        m_fields->table()->setFocus(Qt::OtherFocusReason);
    }
}

QWidget *MappingBoard::showField(const crm::FieldName &field)
{
    if (m_fields->isHidden())
        setView(View::ByField);
    m_fields->select(field);
    return m_fields->table();
}

void MappingBoard::say(const QString &sentence)
{
    m_bar->say(sentence);
}

void MappingBoard::columnClicked(const QModelIndex &index)
{
    const SourceColumn *column = SourceColumnsModel::columnAt(index);
    if (!column || (QApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier)))
        return;
    if (!m_pickedField.isEmpty())
        return columnChosen(index);
    if (index.column() == SourceColumnsModel::HeaderColumn && !m_fields->isHidden())
        pick(m_columns->model().picked() != column->index ? column->index : -1);
    else if (index.column() == SourceColumnsModel::FieldColumn)
        m_columns->table()->openChooser(index.row(), true);
}

void MappingBoard::columnChosen(const QModelIndex &index)
{
    const int column = SourceColumnsModel::columnAt(index)->index;
    if (const crm::FieldName field = m_pickedField; !field.isEmpty()) {
        pick(-1);
        m_editor->mapColumn({column}, field);
    } else if (m_view == View::ByColumn) {
        m_columns->table()->openChooser(index.row(), false);
    } else {
        pick(column);
        m_fields->table()->setFocus(Qt::OtherFocusReason);
    }
}

void MappingBoard::takeField(const QModelIndex &index, bool byMouse)
{
    const FieldRow *row = FieldsModel::rowAt(index);
    if (!row)
        return;
    const crm::FieldName field = row->name;
    if (const int picked = m_columns->model().picked(); picked >= 0) {
        pick(-1);
        m_editor->mapColumn({picked}, field);
    } else if (m_view == View::ByColumn) {
        field == m_pickedField ? pick(-1) : pickField(field);
        if (!byMouse)
            m_columns->table()->setFocus(Qt::OtherFocusReason);
    } else if (!byMouse || index.column() == FieldsModel::SourceColumn) {
        m_fields->table()->openChooser(index.row(), byMouse);
    }
}

void MappingBoard::mapSelected()
{
    const auto columns = m_columns->selected();
    const FieldRow *row = m_fields->selected();
    if (columns.empty())
        return;
    if (columns.size() > 1) {
        const auto fields = row ? m_fields->freeFrom(*row, columns.size()) : std::vector<crm::FieldName>();
        if (fields.size() < columns.size())
            return say(tr("Choose the first of the free fields that these columns are to fill."));
        std::vector<ColumnChoice> choices;
        for (size_t i = 0; i < columns.size(); ++i)
            choices.push_back({columns[i], fields[i]});
        return m_verbs->map(choices);
    }
    if (row) {
        const crm::FieldName field = row->name;
        pick(-1);
        m_editor->mapColumn(columns.front(), field);
    } else {
        beginWith(columns.front().value);
    }
}

void MappingBoard::acceptAt(const QModelIndex &index)
{
    const SourceColumn *column = SourceColumnsModel::columnAt(index);
    if (!column || !column->proposal)
        return;
    const int row = column->index;
    pick(-1);
    m_verbs->accept({{{row}, crm::FieldName(column->proposal->field)}});
    // On to what is to be looked at next; the row may have left the list.
    const auto &columns = m_content.columns;
    const auto next = std::find_if(columns.begin() + std::min<ptrdiff_t>(row, ptrdiff_t(columns.size())), columns.end(),
                                   [](const SourceColumn &other) { return other.proposal.has_value(); });
    m_columns->select(next == columns.end() ? row : next->index);
}

void MappingBoard::acceptAll()
{
    std::vector<ColumnChoice> choices;
    for (const SourceColumn &column : m_content.columns)
        if (column.proposal)
            choices.push_back({{column.index}, column.proposal->field});
    if (!choices.empty())
        m_verbs->accept(choices);
}

void MappingBoard::ignoreUndecided()
{
    std::vector<crm::ColumnIndex> columns;
    for (const SourceColumn &column : m_content.columns)
        if (column.state == mapping::ColumnState::Undecided)
            columns.push_back({column.index});
    if (!columns.empty())
        m_verbs->setIgnored(columns, true);
}

void MappingBoard::askField(const crm::FieldName &field, FieldPlace place)
{
    auto *dialog = new FieldDialog(FieldSubject::of(field, m_session, *m_editor, place), this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_editor->setCarried(dialog->entry(), dialog->rule()); });
    dialog->open();
}

void MappingBoard::ignoreSelected()
{
    const SourceColumn *column = m_columns->current();
    if (const auto columns = m_columns->selected(); !columns.empty())
        m_verbs->setIgnored(columns, !column || column->state != mapping::ColumnState::Ignored);
}

void MappingBoard::clearSelected()
{
    if (const FieldRow *row = m_fields->selected())
        m_editor->clearField(crm::FieldName(row->name));
}

void MappingBoard::showSelectedFaults()
{
    std::vector<session::Fault> faults = m_session.faults().of({crm::InputRef::Kind::Mapping, {}});
    if (const FieldRow *row = m_fields->selected())
        for (const session::Fault &fault : m_session.faults().of({crm::InputRef::Kind::Mapping, row->name}))
            // The row itself says what was found here; the server's answer can be had in full below.
            if (fault.fromServer())
                faults.push_back(fault);
    m_fields->showFaults(faults);
}

void MappingBoard::nextProblem(int direction)
{
    if (m_view == View::ByColumn && m_columns->selectNext(direction))
        m_columns->table()->setFocus(Qt::OtherFocusReason);
    else if (m_fields->selectNextFault(direction))
        m_fields->table()->setFocus(Qt::OtherFocusReason);
    else
        say(m_view == View::ByColumn ? tr("No column needs a look.") : tr("No field has a problem."));
}

} // namespace ui
