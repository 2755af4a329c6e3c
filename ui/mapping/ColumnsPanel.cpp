#include "ui/mapping/ColumnsPanel.h"

#include "ui/mapping/BoardContent.h"
#include "ui/mapping/ColumnTableView.h"
#include "ui/widgets/ElidedComboBox.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/OneAtATime.h"
#include "ui/widgets/SearchInput.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace ui {

ColumnsPanel::ColumnsPanel(const FieldsModel &fields, QWidget *parent)
    : QWidget(parent)
    , m_model(new SourceColumnsModel(this))
    , m_shown(new ColumnsFilter(this))
    , m_table(new ColumnTableView(fields, this))
    , m_search(new QLineEdit(this))
    , m_show(new QLabel(tr("Show"), this))
    , m_filter(new ElidedComboBox(this))
    , m_counts(new QLabel(this))
    , m_map(new QPushButton(icon(QStringLiteral("mapping")), tr("Map to Field"), this))
    , m_ignore(new QPushButton(tr("Ignore"), this))
    , m_more(new QPushButton(tr("More"), this))
    , m_repair(new QPushButton(icon(QStringLiteral("match")), QString(), this))
    , m_noFile(new EmptyState(QStringLiteral("file"), tr("Choose a file first. Its columns then stand here."),
                              tr("Go to File"), this))
    , m_noMatch(new EmptyState(QStringLiteral("search"), tr("No column fits the search and the filter."),
                               tr("Show All"), this))
    , m_places(new OneAtATime)
{
    m_shown->setSourceModel(m_model);
    m_table->setModel(m_shown);
    name();
    makeMenu();
    layOut();
    connect(m_search, &QLineEdit::textChanged, this, &ColumnsPanel::refilter);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &ColumnsPanel::refilter);
    connect(m_noMatch, &EmptyState::actionRequested, this, [this] {
        m_search->clear();
        m_filter->setCurrentIndex(0);
    });
    connect(m_noFile, &EmptyState::actionRequested, this, &ColumnsPanel::fileWanted);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ColumnsPanel::updateButtons);
}

void ColumnsPanel::name()
{
    m_table->setObjectName(QStringLiteral("columnTable"));
    m_table->setAccessibleName(tr("File Columns"));
    m_search->setObjectName(QStringLiteral("columnSearch"));
    m_search->setAccessibleName(tr("Search Columns"));
    m_search->setPlaceholderText(tr("Search columns"));
    SearchInput::prepare(m_search);
    m_filter->setObjectName(QStringLiteral("columnFilter"));
    m_filter->setAccessibleName(tr("Show Columns"));
    m_filter->addItems({tr("All"), tr("Needs a look"), tr("Undecided"), tr("Mapped"), tr("Ignored")});
    m_counts->setObjectName(QStringLiteral("columnCounts"));
    m_map->setObjectName(QStringLiteral("mapButton"));
    m_ignore->setObjectName(QStringLiteral("ignoreButton"));
    m_repair->setObjectName(QStringLiteral("repairColumnButton"));
    m_repair->hide();
    m_more->setObjectName(QStringLiteral("moreColumnsButton"));
    m_more->setAccessibleName(tr("More for Columns"));
}

void ColumnsPanel::makeMenu()
{
    auto *menu = new QMenu(m_more);
    m_ignoreUndecided =
        menu->addAction(tr("Ignore All Undecided Columns"), this, &ColumnsPanel::ignoreUndecidedRequested);
    m_ignoreUndecided->setObjectName(QStringLiteral("ignoreUndecidedAction"));
    m_swap = menu->addAction(tr("Swap the Two Selected Columns"), this, &ColumnsPanel::swapRequested);
    m_swap->setObjectName(QStringLiteral("swapAction"));
    menu->addSeparator();
    m_clearAll = menu->addAction(tr("Clear Everything"), this, &ColumnsPanel::clearAllRequested);
    m_clearAll->setObjectName(QStringLiteral("clearAllAction"));
    m_more->setMenu(menu);
}

void ColumnsPanel::layOut()
{
    auto *heading = new QLabel(tr("File Columns"), this);
    setTextRole(heading, TextRole::Heading);
    setTextRole(m_counts, TextRole::Caption);
    // It may be cut off where there is no room: the filter says the same.
    m_counts->setMinimumWidth(1);
    auto *top = new QHBoxLayout;
    top->setSpacing(space::m);
    top->addWidget(heading);
    top->addWidget(m_counts, 1);
    auto *finding = new QHBoxLayout;
    finding->setSpacing(space::s);
    finding->addWidget(m_search, 1);
    // Beside the other half there is no room for the word, but the filter keeps its name.
    m_show->setBuddy(m_filter);
    finding->addWidget(m_show);
    finding->addWidget(m_filter);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_map);
    buttons->addWidget(m_ignore);
    buttons->addWidget(m_more);
    buttons->addWidget(m_repair);
    buttons->addStretch();
    m_places->addWidget(m_table);
    m_places->addWidget(m_noFile);
    m_places->addWidget(m_noMatch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(top);
    column->addLayout(finding);
    column->addLayout(m_places, 1);
    column->addLayout(buttons);
}

void ColumnsPanel::setCompact(bool compact)
{
    m_table->setCompact(compact);
    m_show->setVisible(!compact);
}

void ColumnsPanel::refilter()
{
    m_shown->setText(m_search->text());
    m_shown->setShow(ColumnsFilter::Show(m_filter->currentIndex()));
    QWidget *place = m_table;
    if (m_model->rowCount() == 0)
        place = m_noFile;
    else if (m_shown->rowCount() == 0)
        place = m_noMatch;
    m_places->setCurrentWidget(place);
    m_table->fitRows();
}

QString ColumnsPanel::countsOf(const BoardContent &content) const
{
    if (!content.columnsKnown)
        return content.columns.empty() ? QString() : tr("Mapped: %Ln", nullptr, content.mapped);
    QStringList parts{tr("%Ln of %1 mapped", nullptr, content.mapped).arg(content.columns.size())};
    if (content.needLook > 0)
        parts << tr("%Ln need(s) a look", nullptr, content.needLook);
    if (content.undecided > 0)
        parts << tr("%Ln undecided", nullptr, content.undecided);
    if (content.ignored > 0)
        parts << tr("%Ln ignored", nullptr, content.ignored);
    return parts.join(QStringLiteral(" · "));
}

void ColumnsPanel::showCounts(const BoardContent &content)
{
    m_counts->setText(countsOf(content));
    const int all = int(content.columns.size());
    const std::array counts{all, content.needLook, content.undecided, content.mapped, content.ignored};
    const QStringList names{tr("All (%1)"), tr("Needs a look (%1)"), tr("Undecided (%1)"), tr("Mapped (%1)"),
                            tr("Ignored (%1)")};
    for (int i = 0; i < int(names.size()); ++i)
        m_filter->setItemText(i, names[i].arg(counts[size_t(i)]));
    m_ignoreUndecided->setEnabled(content.undecided > 0);
    m_clearAll->setEnabled(content.mapped + content.ignored > 0);
}

void ColumnsPanel::show(const BoardContent &content)
{
    m_model->setColumns(content.columns);
    showCounts(content);
    m_search->setEnabled(!content.columns.empty());
    m_filter->setEnabled(!content.columns.empty());
    refilter();
    updateButtons();
}

const SourceColumn *ColumnsPanel::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() && m_table->selectionModel()->isRowSelected(index.row())
        ? SourceColumnsModel::columnAt(index)
        : nullptr;
}

const Repair *ColumnsPanel::repair() const
{
    const SourceColumn *column = current();
    return column ? firstRepair(column->faults) : nullptr;
}

std::vector<crm::ColumnIndex> ColumnsPanel::selected() const
{
    std::vector<crm::ColumnIndex> columns;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        columns.push_back({SourceColumnsModel::columnAt(index)->index});
    std::sort(columns.begin(), columns.end());
    return columns;
}

void ColumnsPanel::select(int column)
{
    const QModelIndex source = m_model->index(column, SourceColumnsModel::HeaderColumn);
    if (!source.isValid())
        return;
    if (!m_shown->mapFromSource(source).isValid()) {
        m_search->clear();
        m_filter->setCurrentIndex(0);
    }
    const QModelIndex index = m_shown->mapFromSource(source);
    // Not through the view, which would extend the selection while Ctrl or Shift is held for a shortcut.
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

bool ColumnsPanel::selectNext(int direction)
{
    const int count = m_model->rowCount();
    const SourceColumn *from = current();
    const int start = from ? from->index : (direction > 0 ? -1 : count);
    for (int step = 1; step <= count; ++step) {
        const int row = ((start + direction * step) % count + count) % count;
        if (!m_model->columns()[size_t(row)].needsLook())
            continue;
        select(row);
        return true;
    }
    return false;
}

void ColumnsPanel::updateButtons()
{
    const auto columns = selected();
    const SourceColumn *column = current();
    m_map->setEnabled(!columns.empty());
    m_ignore->setEnabled(!columns.empty());
    m_swap->setEnabled(columns.size() == 2);
    const Repair *first = repair();
    m_repair->setVisible(first);
    if (first)
        m_repair->setText(QString(first->label).replace(u'&', QStringLiteral("&&")));
    m_ignore->setText(column && column->state == mapping::ColumnState::Ignored ? tr("Do Not Ignore") : tr("Ignore"));
}

} // namespace ui
