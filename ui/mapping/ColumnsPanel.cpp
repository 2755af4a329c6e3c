#include "ui/mapping/ColumnsPanel.h"

#include "ui/mapping/BoardContent.h"
#include "ui/mapping/ColumnListView.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/SearchInput.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>

namespace ui {

namespace {

QString countsOf(const BoardContent &content)
{
    if (!content.columnsKnown)
        return content.columns.empty() ? QString() : ColumnsPanel::tr("Mapped: %Ln", nullptr, content.mapped);
    const int all = int(content.columns.size());
    const QString mapped = ColumnsPanel::tr("%Ln of %1 mapped", nullptr, content.mapped).arg(all);
    const int undecided = all - content.mapped - content.ignored;
    return undecided > 0 ? ColumnsPanel::tr("%1, %Ln undecided", nullptr, undecided).arg(mapped) : mapped;
}

} // namespace

ColumnsPanel::ColumnsPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new SourceColumnsModel(this))
    , m_shown(new ColumnsFilter(this))
    , m_list(new ColumnListView(this))
    , m_search(new QLineEdit(this))
    , m_counts(new QLabel(this))
    , m_map(new QPushButton(icon(QStringLiteral("mapping")), tr("Map to Field"), this))
    , m_ignore(new QPushButton(tr("Ignore"), this))
    , m_noFile(new EmptyState(QStringLiteral("file"), tr("Choose a file first. Its columns then stand here."),
                              tr("Go to File"), this))
    , m_noMatch(new EmptyState(QStringLiteral("search"), tr("No column has this in it."), tr("Show All"), this))
    , m_places(new QStackedLayout)
{
    m_shown->setSourceModel(m_model);
    m_list->setModel(m_shown);
    m_list->setObjectName(QStringLiteral("columnList"));
    m_list->setAccessibleName(tr("File Columns"));
    m_search->setObjectName(QStringLiteral("columnSearch"));
    m_search->setAccessibleName(tr("Search Columns"));
    m_search->setPlaceholderText(tr("Search columns"));
    SearchInput::prepare(m_search);
    m_counts->setObjectName(QStringLiteral("columnCounts"));
    m_map->setObjectName(QStringLiteral("mapButton"));
    m_ignore->setObjectName(QStringLiteral("ignoreButton"));
    layOut();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setText(text);
        m_places->setCurrentWidget(
            m_shown->rowCount() == 0 && m_model->rowCount() > 0 ? static_cast<QWidget *>(m_noMatch) : m_list);
    });
    connect(m_noMatch, &EmptyState::actionRequested, m_search, &QLineEdit::clear);
    connect(m_noFile, &EmptyState::actionRequested, this, &ColumnsPanel::fileWanted);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ColumnsPanel::updateButtons);
}

void ColumnsPanel::layOut()
{
    auto *heading = new QLabel(tr("File Columns"), this);
    setTextRole(heading, TextRole::Heading);
    setTextRole(m_counts, TextRole::Caption);
    auto *top = new QHBoxLayout;
    top->addWidget(heading);
    top->addStretch();
    top->addWidget(m_counts);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_map);
    buttons->addWidget(m_ignore);
    buttons->addStretch();
    m_places->addWidget(m_list);
    m_places->addWidget(m_noFile);
    m_places->addWidget(m_noMatch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(top);
    column->addWidget(m_search);
    column->addLayout(m_places, 1);
    column->addLayout(buttons);
}

void ColumnsPanel::show(const BoardContent &content)
{
    m_model->setColumns(content.columns);
    m_counts->setText(countsOf(content));
    const bool any = !content.columns.empty();
    m_search->setEnabled(any);
    QWidget *place = m_list;
    if (!any)
        place = m_noFile;
    else if (m_shown->rowCount() == 0)
        place = m_noMatch;
    m_places->setCurrentWidget(place);
    updateButtons();
}

const SourceColumn *ColumnsPanel::columnAt(const QModelIndex &shown) const
{
    const QModelIndex index = m_shown->mapToSource(shown);
    return index.isValid() ? &m_model->columns()[size_t(index.row())] : nullptr;
}

const SourceColumn *ColumnsPanel::selected() const
{
    const QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
    return chosen.isEmpty() ? nullptr : columnAt(chosen.first());
}

void ColumnsPanel::select(int column)
{
    const QModelIndex index = m_shown->mapFromSource(m_model->index(column));
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void ColumnsPanel::updateButtons()
{
    const SourceColumn *column = selected();
    m_map->setEnabled(column);
    m_ignore->setEnabled(column);
    m_ignore->setText(column && column->state == mapping::ColumnState::Ignored ? tr("Do Not Ignore") : tr("Ignore"));
}

} // namespace ui
