#include "ui/wizard/KnownFilesPanel.h"

#include "ui/models/KnownFilesModel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"
#include "ui/wizard/TableLook.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>

namespace ui {

KnownFilesPanel::KnownFilesPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new KnownFilesModel(this))
    , m_table(new QTableView(this))
    , m_empty(new EmptyState(QStringLiteral("file"),
                             tr("Nothing has been uploaded to this organisation from this "
                                "computer yet."),
                             {}, this))
    , m_spentLine(new QWidget(this))
    , m_spent(new TextLabel({}, TextRole::Body, TextLabel::Use::Selectable))
    , m_faults(new FaultLines(this))
{
    m_table->setObjectName(QStringLiteral("knownFiles"));
    m_table->setAccessibleName(tr("Uploaded files"));
    m_table->setModel(m_model);
    makeTable(m_table);
    m_table->verticalHeader()->hide();
    m_table->setMinimumHeight((lineHeight() + space::m) * 5);
    m_faults->setObjectName(QStringLiteral("knownFilesFaults"));
    auto *line = new QHBoxLayout(m_spentLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(new IconLabel(QStringLiteral("warning"), Tone::Warning), 0, Qt::AlignTop);
    line->addWidget(m_spent, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    for (QWidget *part : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_empty), m_spentLine,
                          static_cast<QWidget *>(m_faults)})
        column->addWidget(part);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &KnownFilesPanel::announce);
    showFiles({});
}

void KnownFilesPanel::showFiles(const std::vector<importing::KnownFile> &files)
{
    m_filling = true;
    m_model->setFiles(files);
    fitColumns(m_table);
    m_filling = false;
    m_table->setVisible(!files.empty());
    m_empty->setVisible(files.empty());
    select(m_selected);
}

void KnownFilesPanel::select(const crm::FileId &id)
{
    m_selected = id;
    m_filling = true;
    const int row = m_model->rowOf(id);
    if (row < 0)
        m_table->clearSelection();
    else
        m_table->selectRow(row);
    m_filling = false;
    showSpent();
}

void KnownFilesPanel::announce()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (m_filling || rows.isEmpty())
        return;
    m_selected = m_model->fileAt(rows.first().row())->id;
    showSpent();
    Q_EMIT chosen(m_selected);
}

void KnownFilesPanel::showSpent()
{
    const importing::KnownFile *file = m_model->fileAt(m_model->rowOf(m_selected));
    // A finding or a refusal says the same, and more exactly.
    const bool spent = file && file->usedBy && m_faults->text().isEmpty();
    m_spentLine->setVisible(spent);
    if (spent)
        m_spent->setText(tr("Job %1 has used this file ID up. The CRM takes a file ID for one job only and will most "
                            "likely refuse it; upload the spreadsheet again to import it once more.")
                             .arg(file->usedBy->text()));
}

void KnownFilesPanel::showFaults(const std::vector<session::Fault> &faults)
{
    m_faults->setFaults(faults);
    m_table->setAccessibleDescription(m_faults->text());
    showSpent();
}

QWidget *KnownFilesPanel::input() const
{
    return m_table;
}

} // namespace ui
