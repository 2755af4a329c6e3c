#include "ui/wizard/LocalFilePanel.h"

#include "ui/text/ErrorText.h"
#include "ui/text/Wording.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/TextLabel.h"
#include "ui/wizard/ReadingWords.h"
#include "ui/wizard/TableNotes.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

namespace ui {
namespace {

constexpr int wideLines = 36; ///< heights of a line: less has no room for buttons beside the path

bool clipboardHoldsRows()
{
    const QString text = QGuiApplication::clipboard()->text();
    return text.trimmed().contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\t'));
}

} // namespace

LocalFilePanel::LocalFilePanel(QWidget *parent)
    : QWidget(parent)
    , m_path(new QLineEdit(this))
    , m_choose(new QPushButton(icon(QStringLiteral("open")), tr("Choose File…"), this))
    , m_paste(new QPushButton(icon(QStringLiteral("copy")), tr("Paste a Table"), this))
    , m_facts(new TextLabel({}, TextRole::Body, TextLabel::Use::Selectable, this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QPushButton(icon(QStringLiteral("stop")), tr("Stop"), this))
    , m_again(new QPushButton(tr("Read All Rows"), this))
{
    nameParts();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(makePathRow());
    column->addLayout(makeReadingRow());
    connectParts();
    showTable({}, {});
}

void LocalFilePanel::nameParts()
{
    m_path->setObjectName(QStringLiteral("filePath"));
    m_path->setPlaceholderText(tr("No spreadsheet chosen yet"));
    m_choose->setObjectName(QStringLiteral("chooseFileButton"));
    m_paste->setObjectName(QStringLiteral("pasteTableButton"));
    m_facts->setObjectName(QStringLiteral("fileFacts"));
    m_progress->setObjectName(QStringLiteral("readingProgress"));
    m_progress->setAccessibleName(tr("Reading the spreadsheet"));
    m_progress->setTextVisible(false);
    m_stop->setObjectName(QStringLiteral("stopReadingButton"));
    m_again->setObjectName(QStringLiteral("readAgainButton"));
    makeQuiet(m_stop);
}

QLayout *LocalFilePanel::makePathRow()
{
    m_block = new FieldBlock(tr("Spreadsheet"), m_path, {}, this);
    m_pathRow = new QBoxLayout(QBoxLayout::LeftToRight);
    m_pathRow->setSpacing(space::s);
    m_pathRow->addWidget(m_block, 1);
    auto *side = new QVBoxLayout;
    side->setSpacing(0);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_choose);
    buttons->addWidget(m_paste);
    buttons->addStretch(1);
    // The buttons stand beside the line of text, below the height of its label.
    m_labelSpace = new QWidget(this);
    m_labelSpace->setFixedHeight(lineHeight() + space::xs);
    side->addWidget(m_labelSpace);
    side->addLayout(buttons);
    side->addStretch(1);
    m_pathRow->addLayout(side);
    return m_pathRow;
}

void LocalFilePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= wideLines * lineHeight();
    m_pathRow->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_labelSpace->setVisible(wide);
}

QLayout *LocalFilePanel::makeReadingRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_facts, 2);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    row->addWidget(m_again);
    m_progress->hide();
    m_stop->hide();
    m_again->hide();
    return row;
}

void LocalFilePanel::connectParts()
{
    m_path->installEventFilter(this);
    connect(m_choose, &QPushButton::clicked, this, &LocalFilePanel::chooseRequested);
    connect(m_paste, &QPushButton::clicked, this, &LocalFilePanel::pasteRequested);
    connect(m_stop, &QPushButton::clicked, this, &LocalFilePanel::stopRequested);
    connect(m_again, &QPushButton::clicked, this, &LocalFilePanel::againRequested);
    connect(m_path, &QLineEdit::editingFinished, this, &LocalFilePanel::takePath);
}

/// Rows are no path: pasted into the line of text they would come to nothing.
bool LocalFilePanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_path || !key || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)
        || !clipboardHoldsRows())
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        Q_EMIT pasteRequested();
    return true;
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
    m_busy = mine && opener.busy();
    m_percent = opener.percent();
    m_progress->setVisible(m_busy);
    m_stop->setVisible(m_busy);
    m_progress->setRange(0, m_percent > 0 ? 100 : 0);
    m_progress->setValue(m_percent);
    if (mine) {
        m_error = opener.error();
        m_shownPath = opener.path();
        m_path->setText(m_shownPath);
    }
    showFacts();
    showBlock();
}

void LocalFilePanel::showTable(const std::optional<tabular::TableSummary> &table,
                               const std::optional<tabular::Glance> &glance)
{
    m_table = table;
    m_glance = glance;
    const bool chosen = table || glance;
    m_choose->setText(chosen ? tr("Choose Another…") : tr("Choose File…"));
    m_block->setHelp(chosen ? QString()
                            : tr("CSV, XLSX or ODS, also in a zip or gzip archive. Or drop the file anywhere on this "
                                 "window, or copy cells in a spreadsheet program and paste them here."));
    if (table && !m_error && !m_busy) {
        m_shownPath = table->source.path;
        m_path->setText(m_shownPath);
    }
    showFacts();
}

void LocalFilePanel::showFacts()
{
    m_again->setVisible(!m_busy && !m_table && !m_error && m_glance);
    const QString text = facts();
    m_facts->setText(text);
    m_facts->setVisible(!text.isEmpty());
}

QString LocalFilePanel::facts() const
{
    if (m_busy && m_glance)
        return tr("%1, %2. Reading all rows… %3 %")
            .arg(ReadingWords::kind(*m_glance), Wording::bytes(m_glance->bytes))
            .arg(m_percent);
    if (m_busy)
        return tr("Reading all rows… %1 %").arg(m_percent);
    if (m_error)
        return {};
    if (m_table)
        return tr("%1: %2. %3.")
            .arg(m_glance ? ReadingWords::kind(*m_glance) : m_table->format, TableNotes::sizeOf(*m_table),
                 TableNotes::partsOf(*m_table));
    return m_glance ? tr("Reading was stopped. All rows have to be read before they can be imported.") : QString();
}

void LocalFilePanel::showTrouble(const base::Error &error)
{
    m_error = error;
    showFacts();
    showBlock();
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
