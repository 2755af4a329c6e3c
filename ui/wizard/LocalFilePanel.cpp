#include "ui/wizard/LocalFilePanel.h"

#include "ui/text/ErrorText.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/TextLabel.h"
#include "ui/wizard/TableNotes.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

namespace ui {

LocalFilePanel::LocalFilePanel(QWidget *parent)
    : QWidget(parent)
    , m_path(new QLineEdit(this))
    , m_choose(new QPushButton(icon(QStringLiteral("open")), tr("Choose File…"), this))
    , m_facts(new TextLabel({}, TextRole::Body, TextLabel::Use::Inert, this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QPushButton(icon(QStringLiteral("stop")), tr("Stop"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(makePathRow());
    column->addLayout(makeReadingRow());
    column->addWidget(m_facts);
    connect(m_choose, &QPushButton::clicked, this, &LocalFilePanel::chooseRequested);
    connect(m_stop, &QPushButton::clicked, this, &LocalFilePanel::stopRequested);
    connect(m_path, &QLineEdit::editingFinished, this, &LocalFilePanel::takePath);
    showTable({});
}

QLayout *LocalFilePanel::makePathRow()
{
    m_path->setObjectName(QStringLiteral("filePath"));
    m_path->setPlaceholderText(tr("No spreadsheet chosen yet"));
    m_choose->setObjectName(QStringLiteral("chooseFileButton"));
    m_block = new FieldBlock(tr("Spreadsheet"), m_path, tr("Or drop a CSV file anywhere on this window."), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_block, 1);
    auto *side = new QVBoxLayout;
    // The button stands beside the line of text, below the height of its label.
    side->addSpacing(lineHeight() + space::xs);
    side->addWidget(m_choose);
    side->addStretch(1);
    row->addLayout(side);
    return row;
}

QLayout *LocalFilePanel::makeReadingRow()
{
    m_progress->setAccessibleName(tr("Reading the spreadsheet"));
    m_progress->setTextVisible(false);
    m_stop->setObjectName(QStringLiteral("stopReadingButton"));
    makeQuiet(m_stop);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    m_progress->hide();
    m_stop->hide();
    return row;
}

void LocalFilePanel::takePath()
{
    QString path = m_path->text().trimmed();
    if (path.size() > 1 && path.startsWith(QLatin1Char('"')) && path.endsWith(QLatin1Char('"')))
        path = path.mid(1, path.size() - 2);
    if (path.startsWith(QLatin1String("file:")))
        path = QUrl(path).toLocalFile();
    if (!path.isEmpty() && path != m_shownPath) {
        m_shownPath = path;
        Q_EMIT pathEntered(path);
    }
}

void LocalFilePanel::showReading(const session::FileOpener &opener, bool mine)
{
    const bool busy = mine && opener.busy();
    m_progress->setVisible(busy);
    m_stop->setVisible(busy);
    m_progress->setRange(0, opener.percent() > 0 ? 100 : 0);
    m_progress->setValue(opener.percent());
    if (mine) {
        m_error = opener.error();
        m_shownPath = opener.path();
        m_path->setText(m_shownPath);
    }
    if (busy)
        m_facts->setText(tr("Reading all rows… %1 %").arg(opener.percent()));
    if (busy || m_error)
        m_facts->setVisible(busy);
    showBlock();
}

void LocalFilePanel::showTable(const std::optional<tabular::TableSummary> &table)
{
    m_facts->setText(table ? TableNotes::sizeOf(*table) : QString());
    m_facts->setVisible(table.has_value());
    m_choose->setText(table ? tr("Choose Another…") : tr("Choose File…"));
    if (table && !m_error) {
        m_shownPath = table->source.path;
        m_path->setText(m_shownPath);
    }
}

void LocalFilePanel::showFaults(const std::vector<session::Fault> &faults)
{
    m_faults = faults;
    showBlock();
}

void LocalFilePanel::showBlock()
{
    // A file that cannot be read comes first: whatever else is wrong with it follows from that.
    if (m_error)
        m_block->showTrouble(ErrorText::of(*m_error), m_error->detail);
    else
        m_block->showFaults(m_faults);
}

QWidget *LocalFilePanel::input() const
{
    return m_path->text().isEmpty() ? static_cast<QWidget *>(m_choose) : m_path;
}

} // namespace ui
