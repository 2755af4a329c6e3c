#include "ui/wizard/StepList.h"

#include "ui/text/Wording.h"
#include "ui/widgets/Theme.h"
#include "ui/wizard/StepDelegate.h"

#include <QStandardItemModel>

namespace ui {
namespace {

session::WizardStep stepAt(const QModelIndex &index)
{
    return index.data(StepDelegate::Step).value<session::WizardStep>();
}

} // namespace

StepList::StepList(QWidget *parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(this))
    , m_delegate(new StepDelegate(this))
{
    setObjectName(QStringLiteral("stepList"));
    setAccessibleName(tr("Steps"));
    setModel(m_model);
    setItemDelegate(m_delegate);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSpacing(1);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Expanding);
    viewport()->setAutoFillBackground(false);
    // Assistive tools select a row without making it the current one.
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &StepList::choose);
}

void StepList::setSteps(const std::vector<session::WizardStep> &steps)
{
    m_model->clear();
    for (const session::WizardStep step : steps) {
        auto *item = new QStandardItem(Wording::of(step));
        item->setData(QVariant::fromValue(step), StepDelegate::Step);
        m_model->appendRow(item);
    }
    for (const session::WizardStep step : steps)
        setStatus(step, session::StepStatus::ToDo);
    updateGeometry();
}

void StepList::setStatus(session::WizardStep step, session::StepStatus status, const QString &why)
{
    QStandardItem *item = m_model->item(rowOf(step));
    if (!item)
        return;
    item->setData(QVariant::fromValue(status), StepDelegate::Status);
    const QString spoken = tr("%1, %2", "a step, then its state").arg(spokenName(step), Wording::of(status));
    item->setData(why.isEmpty() ? spoken : tr("%1. %2", "a step and its state, a sentence on it").arg(spoken, why),
                  Qt::AccessibleTextRole);
    item->setToolTip(why.isEmpty() ? spoken : spoken + QLatin1Char('\n') + why);
}

void StepList::setCompact(bool compact)
{
    m_delegate->setCompact(compact);
    scheduleDelayedItemsLayout();
    updateGeometry();
}

void StepList::setCurrent(session::WizardStep step)
{
    m_quiet = true;
    setCurrentIndex(m_model->index(rowOf(step), 0));
    m_quiet = false;
}

QString StepList::spokenName(session::WizardStep step) const
{
    return tr("Step %1 of %2: %3").arg(rowOf(step) + 1).arg(m_model->rowCount()).arg(Wording::of(step));
}

QSize StepList::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QSize item = sizeHintForIndex(m_model->index(row, 0));
        width = std::max(width, item.width());
        height += item.height() + 2 * spacing();
    }
    return {width + 2 * space::s, height};
}

void StepList::choose()
{
    const QModelIndexList chosen = selectionModel()->selectedIndexes();
    if (!m_quiet && !chosen.isEmpty())
        Q_EMIT stepChosen(stepAt(chosen.first()));
}

int StepList::rowOf(session::WizardStep step) const
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (stepAt(m_model->index(row, 0)) == step)
            return row;
    return -1;
}

} // namespace ui
