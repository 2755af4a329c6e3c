#include "ui/mapping/FieldsPanel.h"

#include "ui/mapping/BoardContent.h"
#include "ui/mapping/FieldTableView.h"
#include "ui/widgets/ElidedComboBox.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/OneAtATime.h"
#include "ui/widgets/SearchInput.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace ui {

FieldsPanel::FieldsPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new FieldsModel(this))
    , m_shown(new FieldsFilter(this))
    , m_table(new FieldTableView(this))
    , m_search(new QLineEdit(this))
    , m_show(new QLabel(tr("Show"), this))
    , m_filter(new ElidedComboBox(this))
    , m_heading(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_faults(new FaultLines(this))
    , m_constant(new QPushButton(icon(QStringLiteral("edit")), tr("Edit Field…"), this))
    , m_clear(new QPushButton(tr("Clear"), this))
    , m_repair(new QPushButton(icon(QStringLiteral("match")), QString(), this))
    , m_empty(new EmptyState(QStringLiteral("module"), QString(), QString(), this))
    , m_noMatch(new EmptyState(QStringLiteral("search"), tr("No field fits the search and the filter."), tr("Show All"),
                               this))
    , m_places(new OneAtATime)
{
    m_shown->setSourceModel(m_model);
    m_table->setModel(m_shown);
    name();
    layOut();
    connect(m_search, &QLineEdit::textChanged, this, &FieldsPanel::refilter);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &FieldsPanel::refilter);
    connect(m_noMatch, &EmptyState::actionRequested, this, [this] {
        m_search->clear();
        m_filter->setCurrentIndex(0);
    });
    connect(m_empty, &EmptyState::actionRequested, this, &FieldsPanel::actionWanted);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateButtons();
        Q_EMIT selectionChanged();
    });
}

void FieldsPanel::setColumns(const SourceColumnsModel &columns)
{
    m_table->setColumns(columns);
}

void FieldsPanel::name()
{
    m_table->setObjectName(QStringLiteral("fieldTable"));
    m_table->setAccessibleName(tr("Fields"));
    m_faults->setObjectName(QStringLiteral("fieldTableFaults"));
    m_search->setObjectName(QStringLiteral("fieldSearch"));
    m_search->setAccessibleName(tr("Search Fields"));
    m_search->setPlaceholderText(tr("Search fields"));
    SearchInput::prepare(m_search);
    m_filter->setObjectName(QStringLiteral("fieldFilter"));
    m_filter->setAccessibleName(tr("Show Fields"));
    m_filter->addItems({tr("All"), tr("Mapped"), tr("Not mapped"), tr("Mandatory missing"), tr("With problems")});
    m_counts->setObjectName(QStringLiteral("fieldCounts"));
    m_constant->setObjectName(QStringLiteral("constantButton"));
    m_clear->setObjectName(QStringLiteral("clearButton"));
    m_repair->setObjectName(QStringLiteral("repairButton"));
    m_repair->hide();
}

void FieldsPanel::layOut()
{
    setTextRole(m_heading, TextRole::Heading);
    m_heading->setWordWrap(true);
    makeBadge(m_counts, Tone::Warning);
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_counts, 0, Qt::AlignTop);
    auto *finding = new QHBoxLayout;
    finding->setSpacing(space::s);
    finding->addWidget(m_search, 1);
    // Beside the other half there is no room for the word, but the filter keeps its name.
    m_show->setBuddy(m_filter);
    finding->addWidget(m_show);
    finding->addWidget(m_filter);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_constant);
    buttons->addWidget(m_clear);
    buttons->addStretch();
    m_places->addWidget(m_table);
    m_places->addWidget(m_empty);
    m_places->addWidget(m_noMatch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(top);
    column->addLayout(finding);
    column->addLayout(m_places, 1);
    column->addWidget(m_faults);
    column->addWidget(m_repair, 0, Qt::AlignLeading);
    column->addLayout(buttons);
}

void FieldsPanel::refilter()
{
    m_shown->setText(m_search->text());
    m_shown->setShow(FieldsFilter::Show(m_filter->currentIndex()));
    if (m_model->rowCount() > 0)
        m_places->setCurrentWidget(m_shown->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_noMatch);
    m_table->fitRows();
}

void FieldsPanel::setCompact(bool compact)
{
    m_table->setCompact(compact);
    m_show->setVisible(!compact);
}

void FieldsPanel::showCounts(const BoardContent &content)
{
    const int missing = int(content.missing.size());
    m_counts->setText(missing > 0 ? tr("Mandatory missing: %Ln", nullptr, missing) : tr("All mandatory mapped"));
    makeBadge(m_counts, missing > 0 ? Tone::Warning : Tone::Success);
    m_counts->setVisible(!content.fields.empty());
    const int all = int(content.fields.size());
    const auto mapped = int(std::count_if(content.fields.begin(), content.fields.end(),
                                          [](const FieldRow &row) { return row.isMapped(); }));
    const std::array counts{all, mapped, all - mapped, missing, content.faulty};
    const QStringList names{tr("All (%1)"), tr("Mapped (%1)"), tr("Not mapped (%1)"), tr("Mandatory missing (%1)"),
                            tr("With problems (%1)")};
    for (int i = 0; i < int(names.size()); ++i)
        m_filter->setItemText(i, names[i].arg(counts[size_t(i)]));
}

void FieldsPanel::show(const BoardContent &content, const QString &moduleName)
{
    m_model->setRows(content.fields);
    m_heading->setText(moduleName.isEmpty() ? tr("Fields") : tr("Fields of %1").arg(moduleName));
    showCounts(content);
    m_search->setEnabled(true);
    m_filter->setEnabled(true);
    refilter();
    updateButtons();
}

void FieldsPanel::showEmpty(const QString &iconName, const QString &sentence, const QString &action)
{
    m_model->setRows({});
    m_heading->setText(tr("Fields"));
    m_counts->hide();
    m_search->setEnabled(false);
    m_filter->setEnabled(false);
    m_empty->setIcon(iconName);
    m_empty->setSentence(sentence);
    m_empty->setAction(action);
    m_places->setCurrentWidget(m_empty);
    updateButtons();
}

void FieldsPanel::showFaults(const std::vector<session::Fault> &faults)
{
    m_faults->setFaults(faults);
    m_faults->setVisible(!faults.empty());
    m_table->setAccessibleDescription(m_faults->text());
}

std::vector<crm::FieldName> FieldsPanel::freeFrom(const FieldRow &first, size_t count) const
{
    return m_shown->freeFrom(m_shown->index(shownRowOf(first.name), 0), count);
}

const FieldRow *FieldsPanel::selected() const
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    return chosen.isEmpty() ? nullptr : FieldsModel::rowAt(chosen.first());
}

const Repair *FieldsPanel::repair() const
{
    const FieldRow *row = selected();
    return row ? firstRepair(row->faults) : nullptr;
}

int FieldsPanel::shownRowOf(const crm::FieldName &field) const
{
    const int row = m_model->rowOf(field);
    return row < 0 ? -1 : m_shown->mapFromSource(m_model->index(row, 0)).row();
}

bool FieldsPanel::select(const crm::FieldName &field)
{
    if (m_model->rowOf(field) < 0)
        return false;
    if (shownRowOf(field) < 0) {
        m_search->clear();
        m_filter->setCurrentIndex(0);
    }
    const QModelIndex index = m_shown->index(shownRowOf(field), FieldsModel::FieldColumn);
    m_table->setCurrentIndex(index);
    m_table->selectRow(index.row());
    m_table->scrollTo(index);
    return true;
}

bool FieldsPanel::selectNextFault(int direction)
{
    const int count = int(m_model->rows().size());
    const FieldRow *current = selected();
    const int start = current ? m_model->rowOf(current->name) : (direction > 0 ? -1 : count);
    for (int step = 1; step <= count; ++step) {
        const FieldRow &row = m_model->rows()[size_t(((start + direction * step) % count + count) % count)];
        if (!row.faults.empty())
            return select(crm::FieldName(row.name));
    }
    return false;
}

void FieldsPanel::updateButtons()
{
    const FieldRow *row = selected();
    m_constant->setEnabled(row);
    m_clear->setEnabled(row && row->isMapped());
    const Repair *first = repair();
    m_repair->setVisible(first);
    if (first)
        m_repair->setText(QString(first->label).replace(u'&', QStringLiteral("&&")));
}

} // namespace ui
