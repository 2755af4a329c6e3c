#include "ui/mapping/DriftDialog.h"

#include "ui/mapping/DriftDelegate.h"
#include "ui/mapping/DriftModel.h"
#include "ui/widgets/TextLabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
DriftDialog::DriftDialog(const mapping::MappingTemplate &saved, const mapping::TemplateScene &scene,
                         std::vector<mapping::Drift> drifts, QWidget *parent)
    : QDialog(parent)
    , m_model(new DriftModel(saved, scene, std::move(drifts), this))
    , m_table(new QTableView(this))
    , m_problem(new TextLabel({}, TextRole::Body, TextLabel::Use::Selectable, this))
    , m_accept(new QPushButton(tr("Accept Proposal"), this))
    , m_choose(new QPushButton(tr("Choose…"), this))
    , m_leaveOut(new QPushButton(tr("Do Without"), this))
{
    setObjectName(QStringLiteral("driftDialog"));
    setWindowTitle(tr("Apply Template"));
    setAttribute(Qt::WA_DeleteOnClose);
    prepareTable();
    layOut(saved.name, m_model->rowCount());
    connectAll();
    m_table->setCurrentIndex(m_model->index(0, DriftModel::AnswerColumn));
    m_table->setFocus();
    showState();
}

void DriftDialog::prepareTable()
{
    m_table->setObjectName(QStringLiteral("driftTable"));
    m_table->setAccessibleName(tr("Differences"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new DriftDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->setTextElideMode(Qt::ElideNone);
    m_table->setIconSize(QSize(lineHeight(), lineHeight()));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(lineHeight() + space::m);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->installEventFilter(this);
}

void DriftDialog::layOut(const QString &name, int differences)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    auto *heading = new TextLabel(tr("%Ln difference(s) to “%1”", nullptr, differences).arg(name), TextRole::Heading,
                                  TextLabel::Use::Inert, this);
    heading->setObjectName(QStringLiteral("driftHeading"));
    column->addWidget(heading);
    column->addWidget(new TextLabel(tr("Each has a proposal, which you may change. What is mapped now is replaced; "
                                       "Undo brings it back."),
                                    TextRole::Body, TextLabel::Use::Inert, this));
    column->addWidget(m_table, 1);
    m_problem->setObjectName(QStringLiteral("driftProblem"));
    setTone(m_problem, Tone::Error);
    column->addWidget(makeAnswers());
    column->addWidget(m_problem);
    column->addWidget(makeButtons());
    const QSize wanted(lineHeight() * 52, lineHeight() * 26);
    resize(wanted.boundedTo(screen()->availableSize() - QSize(space::xxl * 2, space::xxl * 3)));
}

/// For those who do not want to click into a cell, and for many rows at once.
QWidget *DriftDialog::makeAnswers()
{
    m_accept->setObjectName(QStringLiteral("acceptDriftButton"));
    m_choose->setObjectName(QStringLiteral("chooseDriftButton"));
    m_leaveOut->setObjectName(QStringLiteral("leaveOutDriftButton"));
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    for (QPushButton *button : {m_accept, m_choose, m_leaveOut}) {
        button->setAutoDefault(false);
        line->addWidget(button);
    }
    line->addStretch(1);
    return row;
}

QWidget *DriftDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_apply = buttons->addButton(tr("Apply Template"), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(QStringLiteral("applyDriftButton"));
    m_apply->setDefault(true);
    setTone(m_apply, Tone::Accent);
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("cancelDriftButton"));
    cancel->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void DriftDialog::connectAll()
{
    using Kind = mapping::DriftAnswer::Kind;
    connect(m_accept, &QPushButton::clicked, this, [this] { answerSelected(Kind::Accept); });
    connect(m_leaveOut, &QPushButton::clicked, this, [this] { answerSelected(Kind::LeaveOut); });
    connect(m_choose, &QPushButton::clicked, this, &DriftDialog::choose);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == DriftModel::AnswerColumn)
            choose();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DriftDialog::showState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &DriftDialog::showState);
    // Words wrap, so that heights follow widths.
    connect(m_model, &QAbstractItemModel::dataChanged, m_table, &QTableView::resizeRowsToContents);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, m_table, &QTableView::resizeRowsToContents,
            Qt::QueuedConnection);
}

QList<int> DriftDialog::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    return rows;
}

void DriftDialog::answerSelected(mapping::DriftAnswer::Kind kind)
{
    for (const int row : selectedRows())
        m_model->setAnswer(row, {kind, {}});
}

void DriftDialog::choose()
{
    const QModelIndex answer = m_model->index(m_table->currentIndex().row(), DriftModel::AnswerColumn);
    if (!answer.isValid() || !m_model->canBeAnswered(answer.row()))
        return;
    m_table->setFocus(Qt::OtherFocusReason);
    m_table->setCurrentIndex(answer);
    m_table->edit(answer);
}

void DriftDialog::showState()
{
    const QList<int> rows = selectedRows();
    const bool any = std::any_of(rows.begin(), rows.end(), [this](int row) { return m_model->canBeAnswered(row); });
    m_accept->setEnabled(any);
    m_leaveOut->setEnabled(any);
    m_choose->setEnabled(any && rows.size() == 1);
    QStringList labels;
    for (const crm::FieldName &field : m_model->applied().twice)
        labels << m_model->words().labelOf(field);
    m_problem->setVisible(!labels.isEmpty());
    m_problem->setText(tr("%1 would be filled twice. Change one of the answers that lead there.")
                           .arg(QLocale().createSeparatedList(labels)));
    m_apply->setEnabled(labels.isEmpty());
}

bool DriftDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool opens = key->key() == Qt::Key_Space || key->key() == Qt::Key_F2
        || (key->key() == Qt::Key_Down && key->modifiers() == Qt::AltModifier);
    if (opens) {
        choose();
        return true;
    }
    if (key->key() != Qt::Key_Delete)
        return QDialog::eventFilter(watched, event);
    answerSelected(mapping::DriftAnswer::Kind::LeaveOut);
    return true;
}

mapping::ColumnMapping DriftDialog::outcome() const
{
    return m_model->applied().mapping;
}

} // namespace ui
