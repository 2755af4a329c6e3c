#include "ui/wizard/ModulePicker.h"

#include "ui/widgets/EmptyState.h"
#include "ui/widgets/SearchInput.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int nameRole = Qt::UserRole;
constexpr int idRole = Qt::UserRole + 1;
constexpr int searchRole = Qt::UserRole + 2;

QStandardItem *itemOf(const crm::Module &module)
{
    const QString name = module.name.text();
    const QString label = module.pluralLabel.isEmpty() ? name : module.pluralLabel;
    auto *item = new QStandardItem(
        icon(QStringLiteral("module"), Tone::Accent),
        label == name ? label : ModulePicker::tr("%1 (%2)", "label and API name of a module").arg(label, name));
    item->setData(name, nameRole);
    item->setData(module.id.text(), idRole);
    item->setData(QStringList{module.singularLabel, label, name}.join(QLatin1Char(' ')), searchRole);
    item->setData(ModulePicker::tr("%1, API name %2").arg(label, name), Qt::AccessibleTextRole);
    item->setToolTip(ModulePicker::tr("One record is called %1. API name: %2").arg(module.singularLabel, name));
    return item;
}

} // namespace

ModulePicker::ModulePicker(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_nothing(new EmptyState(QStringLiteral("module"), {}, {}, this))
    , m_noMatch(new EmptyState(QStringLiteral("search"), tr("No module has this in its name."), tr("Show All"), this))
    , m_places(new QStackedLayout)
{
    m_search->setObjectName(QStringLiteral("moduleSearch"));
    m_search->setAccessibleName(tr("Search Modules"));
    m_search->setPlaceholderText(tr("Search modules"));
    SearchInput::prepare(m_search);
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("moduleList"));
    m_list->setAccessibleName(tr("Modules"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(searchRole);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_shown);
    layOut();
    connect(m_search, &QLineEdit::textChanged, this, &ModulePicker::filter);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ModulePicker::takeChoice);
    connect(m_nothing, &EmptyState::actionRequested, this, &ModulePicker::actionRequested);
    connect(m_noMatch, &EmptyState::actionRequested, m_search, &QLineEdit::clear);
}

void ModulePicker::layOut()
{
    m_places->addWidget(m_list);
    m_places->addWidget(m_nothing);
    m_places->addWidget(m_noMatch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_search);
    column->addLayout(m_places, 1);
    m_list->setMinimumHeight((lineHeight() + space::l) * 7);
    setFocusProxy(m_list);
}

void ModulePicker::showModules(const std::vector<crm::Module> &modules)
{
    m_quiet = true;
    m_model->clear();
    for (const crm::Module &module : modules)
        m_model->appendRow(itemOf(module));
    m_quiet = false;
    m_search->setEnabled(true);
    filter(m_search->text());
}

void ModulePicker::showNothing(const QString &sentence, const QString &action)
{
    m_search->setEnabled(false);
    m_nothing->setSentence(sentence);
    m_nothing->setAction(action);
    m_places->setCurrentWidget(m_nothing);
}

void ModulePicker::choose(const std::optional<crm::ModuleRef> &module)
{
    m_quiet = true;
    m_list->clearSelection();
    for (int row = 0; module && row < m_shown->rowCount(); ++row) {
        const QModelIndex index = m_shown->index(row, 0);
        if (index.data(nameRole).toString() == module->name.text())
            m_list->setCurrentIndex(index);
    }
    m_quiet = false;
}

void ModulePicker::takeChoice()
{
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    if (m_quiet || selected.isEmpty())
        return;
    const QModelIndex index = selected.first();
    Q_EMIT chosen({crm::ModuleName(index.data(nameRole).toString()), crm::RecordId(index.data(idRole).toString())});
}

void ModulePicker::filter(const QString &text)
{
    // What the filter hides stays chosen; only a person unchooses it.
    m_quiet = true;
    m_shown->setFilterFixedString(text.trimmed());
    m_quiet = false;
    m_places->setCurrentWidget(m_shown->rowCount() == 0 ? static_cast<QWidget *>(m_noMatch) : m_list);
}

bool ModulePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        m_list->setFocus(Qt::TabFocusReason);
        if (!m_list->selectionModel()->hasSelection() && m_shown->rowCount() > 0)
            m_list->setCurrentIndex(m_shown->index(0, 0));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
