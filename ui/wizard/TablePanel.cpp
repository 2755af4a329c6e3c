#include "ui/wizard/TablePanel.h"

#include "ui/models/PreviewModel.h"
#include "ui/text/ErrorText.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"
#include "ui/wizard/TableLook.h"
#include "ui/wizard/TableNotes.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

namespace ui {

TablePanel::TablePanel(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("Preview"), {}, {}, this))
    , m_delimiter(new QComboBox(this))
    , m_headerRow(new QSpinBox(this))
    , m_columnsFile(new QPushButton(icon(QStringLiteral("open")), tr("Open a CSV for Its Columns…"), this))
    , m_trouble(new FaultLines(this))
    , m_options(new QWidget(this))
    , m_notes(new QWidget(this))
    , m_noteLines(new QVBoxLayout(m_notes))
    , m_preview(new QTableView(this))
    , m_model(new PreviewModel(this))
    , m_empty(new EmptyState(QStringLiteral("file"), tr("The first rows show up here once a spreadsheet is chosen."),
                             {}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_columnsFile->setObjectName(QStringLiteral("columnsFileButton"));
    m_card->body()->addWidget(m_columnsFile, 0, Qt::AlignLeading);
    m_trouble->setObjectName(QStringLiteral("columnsFileButtonFaults"));
    m_card->body()->addWidget(m_trouble);
    m_options->setLayout(makeOptions());
    m_card->body()->addWidget(m_options);
    m_noteLines->setContentsMargins(0, 0, 0, 0);
    m_card->body()->addWidget(m_notes);
    makePreview();
    m_card->body()->addWidget(m_empty);
    connect(m_columnsFile, &QPushButton::clicked, this, &TablePanel::columnsFileRequested);
    connect(m_delimiter, &QComboBox::activated, this, &TablePanel::announce);
    connect(m_headerRow, &QSpinBox::valueChanged, this, &TablePanel::announce);
}

QLayout *TablePanel::makeOptions()
{
    m_delimiter->setObjectName(QStringLiteral("delimiter"));
    m_delimiter->addItem(tr("Comma (,)"), QChar(u','));
    m_delimiter->addItem(tr("Semicolon (;)"), QChar(u';'));
    m_delimiter->addItem(tr("Pipe (|)"), QChar(u'|'));
    m_delimiter->addItem(tr("Tab"), QChar(u'\t'));
    m_headerRow->setObjectName(QStringLiteral("headerRow"));
    m_headerRow->setRange(0, 1'000);
    m_headerRow->setSpecialValueText(tr("No header row"));
    // Each number on the way to "12" would read the whole file.
    m_headerRow->setKeyboardTracking(false);
    m_headerRow->setMinimumWidth(fontMetrics().averageCharWidth() * 22);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::l);
    row->addWidget(new FieldBlock(tr("Delimiter"), m_delimiter, tr("What stands between two cells."), this), 1);
    row->addWidget(new FieldBlock(tr("Header row"), m_headerRow, tr("The row that names the columns."), this), 1);
    row->addStretch(1);
    return row;
}

void TablePanel::makePreview()
{
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setModel(m_model);
    makeTable(m_preview);
    m_preview->setMinimumHeight((lineHeight() + space::m) * 8);
    m_card->body()->addWidget(m_preview, 1);
}

tabular::CsvDialect TablePanel::dialect() const
{
    tabular::CsvDialect dialect;
    dialect.delimiter = QByteArray(1, m_delimiter->currentData().toChar().toLatin1());
    dialect.headerRow = m_headerRow->value();
    return dialect;
}

void TablePanel::announce()
{
    Q_EMIT dialectChosen(dialect());
}

void TablePanel::showTable(const std::optional<tabular::TableSummary> &table, Purpose purpose)
{
    const bool columnsOnly = purpose == Purpose::ColumnsOnly;
    m_card->setHeading(columnsOnly ? tr("Columns of the Uploaded File") : tr("Preview"));
    m_card->setSentence(columnsOnly ? tr("The CRM does not tell what an uploaded file holds. Open the same spreadsheet "
                                         "here to see its columns while mapping; it is not uploaded again.")
                                    : QString());
    m_columnsFile->setVisible(columnsOnly);
    m_options->setVisible(table.has_value());
    m_preview->setVisible(table.has_value());
    m_empty->setVisible(!table && !columnsOnly);
    m_model->setTable(table);
    fitColumns(m_preview);
    showNotes(table ? table->findings : std::vector<tabular::TableFinding>());
    if (table)
        showOptions(table->source.dialect);
}

void TablePanel::showReading(bool busy, const std::optional<base::Error> &error)
{
    m_options->setEnabled(!busy);
    m_trouble->setTrouble(error ? ErrorText::of(*error) : QString(), error ? error->detail : QString());
}

void TablePanel::showOptions(const tabular::CsvDialect &dialect)
{
    const QSignalBlocker quietCombo(m_delimiter);
    const QSignalBlocker quietSpin(m_headerRow);
    m_delimiter->setCurrentIndex(m_delimiter->findData(QChar::fromLatin1(dialect.delimiter.at(0))));
    m_headerRow->setValue(dialect.headerRow);
}

void TablePanel::showNotes(const std::vector<tabular::TableFinding> &findings)
{
    while (QLayoutItem *item = m_noteLines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const tabular::TableFinding &finding : findings) {
        auto *line = new QWidget(m_notes);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(space::s);
        row->addWidget(new IconLabel(QStringLiteral("warning"), Tone::Warning), 0, Qt::AlignTop);
        row->addWidget(new TextLabel(TableNotes::of(finding), TextRole::Body, TextLabel::Use::Selectable), 1);
        m_noteLines->addWidget(line);
    }
    m_notes->setVisible(!findings.empty());
}

} // namespace ui
