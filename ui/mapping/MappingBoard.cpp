#include "ui/mapping/MappingBoard.h"

#include "ui/mapping/BoardMenus.h"
#include "ui/mapping/ColumnListView.h"
#include "ui/mapping/ColumnsPanel.h"
#include "ui/mapping/FieldDialog.h"
#include "ui/mapping/FieldTableView.h"
#include "ui/mapping/FieldsPanel.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QUndoStack>

#include <algorithm>

namespace ui {

MappingBoard::MappingBoard(session::ImportSession &session, QUndoStack &undo, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_undo(undo)
    , m_editor(new MappingEditor(session, undo, this))
    , m_columns(new ColumnsPanel(this))
    , m_fields(new FieldsPanel(m_columns->model(), this))
    , m_menus(new BoardMenus(*m_editor, m_columns->model(), m_fields->model(), this))
    , m_hint(new QLabel(this))
    , m_undoButton(new QPushButton(icon(QStringLiteral("undo")), tr("Undo"), this))
    , m_redoButton(new QPushButton(icon(QStringLiteral("redo")), tr("Redo"), this))
    , m_cancelPick(new QPushButton(tr("Cancel"), this))
{
    layOut();
    connectColumns();
    connectFields();
    connectButtons();
    addShortcuts();
    connect(m_editor, &MappingEditor::done, this, &MappingBoard::say);
    connect(m_editor, &MappingEditor::undoDropped, this, &MappingBoard::say);
    showIdleHint();
    showUndo();
}

MappingBoard::~MappingBoard()
{
    // An editor that is still open hands in its value when it dies, after this object has ceased to be a board.
    disconnect(&m_fields->model(), nullptr, this, nullptr);
    disconnect(m_fields->table(), nullptr, this, nullptr);
    disconnect(m_fields, nullptr, this, nullptr);
    disconnect(&m_columns->model(), nullptr, this, nullptr);
    disconnect(&m_undo, nullptr, this, nullptr);
}

void MappingBoard::layOut()
{
    m_hint->setObjectName(QStringLiteral("mappingStatus"));
    m_hint->setWordWrap(true);
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_undoButton->setObjectName(QStringLiteral("undoButton"));
    m_redoButton->setObjectName(QStringLiteral("redoButton"));
    m_cancelPick->setObjectName(QStringLiteral("cancelPickButton"));
    m_cancelPick->hide();
    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::s);
    bar->addWidget(m_hint, 1);
    bar->addWidget(m_cancelPick);
    bar->addWidget(m_undoButton);
    bar->addWidget(m_redoButton);
    auto *halves = new QSplitter(Qt::Horizontal, this);
    halves->setChildrenCollapsible(false);
    halves->setHandleWidth(space::l);
    // Only the gap between the halves can be dragged; a bar there would look like a third column.
    halves->setStyleSheet(QStringLiteral("QSplitter::handle { background: transparent; }"));
    halves->addWidget(m_columns);
    halves->addWidget(m_fields);
    halves->setStretchFactor(0, 4);
    halves->setStretchFactor(1, 7);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(bar);
    column->addWidget(halves, 1);
}

void MappingBoard::connectColumns()
{
    ColumnListView *list = m_columns->list();
    connect(list, &QListView::clicked, this, [this](const QModelIndex &index) {
        const SourceColumn *column = m_columns->columnAt(index);
        pick(column && m_columns->model().picked() != column->index ? column->index : -1);
    });
    connect(list, &ColumnListView::chosen, this, [this](const QModelIndex &index) {
        pick(m_columns->columnAt(index)->index);
        m_fields->table()->setFocus(Qt::OtherFocusReason);
    });
    connect(list, &QWidget::customContextMenuRequested, this, [this, list](const QPoint &position) {
        if (const SourceColumn *column = m_columns->selected())
            m_menus->openForColumn(*column, list->viewport()->mapToGlobal(position));
    });
    connect(list, &ColumnListView::dropHint, this,
            [this](const QString &text) { text.isEmpty() ? showIdleHint() : m_hint->setText(text); });
    connect(&m_columns->model(), &SourceColumnsModel::fieldDropped, this,
            [this](const crm::FieldName &field, crm::ColumnIndex column) { m_editor->mapColumn(column, field); });
    connect(m_columns, &ColumnsPanel::fileWanted, this, &MappingBoard::fileWanted);
}

void MappingBoard::connectFields()
{
    FieldTableView *table = m_fields->table();
    connect(table, &FieldTableView::rowClicked, this, [this](const QModelIndex &index) { takeField(index, true); });
    connect(table, &FieldTableView::chosen, this, [this](const QModelIndex &index) { takeField(index, false); });
    connect(table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() == FieldsModel::ConstantColumn)
            askConstant(FieldsModel::rowAt(index)->name);
    });
    connect(table, &QWidget::customContextMenuRequested, this, [this, table](const QPoint &position) {
        if (const FieldRow *row = m_fields->selected())
            m_menus->openForField(*row, table->viewport()->mapToGlobal(position));
    });
    connect(table, &FieldTableView::dropHint, this,
            [this](const QString &text) { text.isEmpty() ? showIdleHint() : m_hint->setText(text); });
    connect(&m_fields->model(), &FieldsModel::columnDropped, this,
            [this](crm::ColumnIndex column, const crm::FieldName &field) {
                m_editor->mapColumn(column, field);
                pick(-1);
                m_fields->select(field);
                m_fields->table()->setFocus(Qt::OtherFocusReason);
            });
    connect(&m_fields->model(), &FieldsModel::edited, this,
            [this](const crm::FieldName &field, std::optional<crm::ColumnIndex> column) {
                column ? m_editor->mapColumn(*column, field) : m_editor->removeColumnFrom(field);
            });
    connect(m_fields, &FieldsPanel::selectionChanged, this, &MappingBoard::showSelectedFaults);
}

void MappingBoard::connectButtons()
{
    connect(m_columns->mapButton(), &QPushButton::clicked, this, &MappingBoard::mapSelected);
    connect(m_columns->ignoreButton(), &QPushButton::clicked, this, &MappingBoard::ignoreSelected);
    connect(m_fields->clearButton(), &QPushButton::clicked, this, &MappingBoard::clearSelected);
    connect(m_fields->repairButton(), &QPushButton::clicked, this, &MappingBoard::repairSelected);
    connect(m_fields->constantButton(), &QPushButton::clicked, this, [this] {
        if (const FieldRow *row = m_fields->selected())
            askConstant(row->name);
    });
    connect(m_undoButton, &QPushButton::clicked, m_editor, &MappingEditor::undo);
    connect(m_redoButton, &QPushButton::clicked, m_editor, &MappingEditor::redo);
    connect(m_cancelPick, &QPushButton::clicked, this, [this] { pick(-1); });
    connect(&m_undo, &QUndoStack::indexChanged, this, &MappingBoard::showUndo);
    connect(m_menus, &BoardMenus::pickRequested, this, [this](int column) {
        pick(column);
        m_fields->table()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_menus, &BoardMenus::chooserRequested, this, [this](const crm::FieldName &field) {
        if (m_fields->select(field))
            m_fields->table()->openChooser(m_fields->shownRowOf(field), true);
    });
    connect(m_menus, &BoardMenus::constantRequested, this, &MappingBoard::askConstant);
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
    m_columns->list()->installEventFilter(this);
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
    else if (const SourceColumn *column = m_columns->selected())
        m_editor->clearColumn({column->index});
    return true;
}

void MappingBoard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || m_columns->model().picked() < 0)
        return QWidget::keyPressEvent(event);
    pick(-1);
    m_columns->list()->setFocus(Qt::OtherFocusReason);
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
    m_columns->model().setPicked(column);
    m_fields->table()->setTaking(column >= 0);
    m_cancelPick->setVisible(column >= 0);
    setMark(m_hint, "badge", column >= 0);
    setTone(m_hint, column >= 0 ? Tone::Accent : Tone::Neutral);
    if (column >= 0) {
        m_columns->select(column);
        m_hint->setText(tr("Now choose the field for %1. Esc goes back.").arg(m_editor->titleOf({column})));
    } else {
        showIdleHint();
    }
}

void MappingBoard::say(const QString &sentence)
{
    m_hint->setText(m_undo.canUndo() ? tr("%1 Undo: Ctrl+Z.").arg(sentence) : sentence);
    m_hint->setAccessibleName(m_hint->text());
}

void MappingBoard::showIdleHint()
{
    m_hint->setText(
        tr("Drag a column onto a field, or click a column and then a field, or choose in the list of each field."));
}

void MappingBoard::takeField(const QModelIndex &index, bool byMouse)
{
    const FieldRow *row = FieldsModel::rowAt(index);
    const int picked = m_columns->model().picked();
    if (row && picked >= 0) {
        const crm::FieldName field = row->name;
        pick(-1);
        m_editor->mapColumn({picked}, field);
    } else if (row && (!byMouse || index.column() == FieldsModel::SourceColumn)) {
        m_fields->table()->openChooser(index.row(), byMouse);
    }
}

void MappingBoard::mapSelected()
{
    const SourceColumn *column = m_columns->selected();
    const FieldRow *row = m_fields->selected();
    if (column && row) {
        const crm::FieldName field = row->name;
        const int index = column->index;
        pick(-1);
        m_editor->mapColumn({index}, field);
    } else if (column) {
        pick(column->index);
        m_fields->table()->setFocus(Qt::OtherFocusReason);
    }
}

void MappingBoard::askConstant(const crm::FieldName &field)
{
    const auto &known = m_session.metadata().fields;
    const auto found = std::find_if(known.begin(), known.end(), [&](const crm::Field &f) { return f.name == field; });
    FieldSubject subject;
    if (found != known.end())
        subject.field = *found;
    subject.field.name = field;
    if (const crm::FieldMapping *entry = m_session.mapping().find(field))
        subject.entry = *entry;
    if (const mapping::CellRule *rule = m_session.mapping().ruleOf(field))
        subject.rule = *rule;
    subject.table = m_session.file().table;
    if (subject.entry.column)
        subject.column = m_editor->titleOf(*subject.entry.column);
    auto *dialog = new FieldDialog(subject, this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_editor->setCarried(dialog->entry(), dialog->rule()); });
    dialog->open();
}

void MappingBoard::ignoreSelected()
{
    if (const SourceColumn *column = m_columns->selected())
        m_editor->setIgnored({column->index}, column->state != mapping::ColumnState::Ignored);
}

void MappingBoard::clearSelected()
{
    if (const FieldRow *row = m_fields->selected())
        m_editor->clearField(crm::FieldName(row->name));
}

void MappingBoard::repairSelected()
{
    const FieldRow *row = m_fields->selected();
    if (!row)
        return;
    const crm::FieldName from = row->name;
    const crm::FieldName to(row->suggestion);
    to.isEmpty() ? m_editor->clearField(from) : m_editor->rename(from, to);
    if (!to.isEmpty())
        m_fields->select(to);
}

void MappingBoard::showSelectedFaults()
{
    std::vector<session::Fault> faults = m_session.faults().of({crm::InputRef::Kind::Mapping, {}});
    if (const FieldRow *row = m_fields->selected())
        for (const session::Fault &fault : m_session.faults().of({crm::InputRef::Kind::Mapping, row->name}))
            faults.push_back(fault);
    m_fields->showFaults(faults);
}

void MappingBoard::showUndo()
{
    m_undoButton->setEnabled(m_undo.canUndo());
    m_redoButton->setEnabled(m_undo.canRedo());
    m_undoButton->setToolTip(m_undo.canUndo() ? tr("Undo: %1 (Ctrl+Z)").arg(m_undo.undoText()) : QString());
    m_redoButton->setToolTip(m_undo.canRedo() ? tr("Redo: %1 (Ctrl+Shift+Z)").arg(m_undo.redoText()) : QString());
}

void MappingBoard::nextProblem(int direction)
{
    if (m_fields->selectNextFault(direction))
        m_fields->table()->setFocus(Qt::OtherFocusReason);
    else
        say(tr("No field has a problem."));
}

} // namespace ui
