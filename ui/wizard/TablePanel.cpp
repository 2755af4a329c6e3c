#include "ui/wizard/TablePanel.h"

#include "tabular/opening/OpenedTable.h"
#include "ui/text/ErrorText.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/Theme.h"
#include "ui/wizard/FocusInSight.h"
#include "ui/wizard/InvalidBytesPanel.h"
#include "ui/wizard/NotesList.h"
#include "ui/wizard/PreviewPanel.h"
#include "ui/wizard/ReadingOptions.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr int lineOfTwo = 28; ///< width of a panel with room for two buttons, in heights of a line

/// Some of its text is another than the file's, as was decided on. A first look does not know of that.
bool isMended(const tabular::TableSummary &table)
{
    const auto &opened = table.opened;
    const bool rereads = table.source.utf8Lines == tabular::Utf8Lines::Read;
    return opened
        && (opened->replacedPlaces().count > 0 || opened->droppedZeros() > 0
            || (rereads && opened->utf8Lines().count > 0));
}

} // namespace

TablePanel::TablePanel(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card({}, {}, {}, this))
    , m_columnsFile(new QPushButton(icon(QStringLiteral("open")), tr("Open a Spreadsheet for Its Columns…"), this))
    , m_trouble(new FaultLines(this))
    , m_options(new ReadingOptions(this))
    , m_line(new QWidget(this))
    , m_toNotes(new QPushButton(m_line))
    , m_invalid(new InvalidBytesPanel(this))
    , m_preview(new PreviewPanel(this))
    , m_notes(new NotesList(this))
    , m_empty(new EmptyState(QStringLiteral("file"), tr("The first rows show up here once a spreadsheet is chosen."),
                             {}, this))
{
    build();
    connectParts();
}

void TablePanel::build()
{
    m_columnsFile->setObjectName(QStringLiteral("columnsFileButton"));
    m_trouble->setObjectName(QStringLiteral("columnsFileButtonFaults"));
    m_line->setLayout(makeNotesLine());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    QVBoxLayout *body = m_card->body();
    body->setSpacing(space::s);
    body->addWidget(m_columnsFile, 0, Qt::AlignLeading);
    for (QWidget *part : std::initializer_list<QWidget *>{m_trouble, m_options, m_line, m_options->rest(), m_invalid})
        body->addWidget(part);
    body->addWidget(m_preview, 1);
    body->addWidget(m_notes);
    body->addWidget(m_empty);
}

QLayout *TablePanel::makeNotesLine()
{
    m_toNotes->setObjectName(QStringLiteral("toNotesButton"));
    makeQuiet(m_toNotes);
    m_lineBox = new QHBoxLayout;
    m_lineBox->setContentsMargins(0, 0, 0, 0);
    m_lineBox->setSpacing(space::s);
    m_lineBox->addWidget(m_options->moreButton(), 0, Qt::AlignLeading);
    m_lineBox->addStretch(1);
    m_lineBox->addWidget(m_toNotes, 0, Qt::AlignLeading);
    setTabOrder(m_options->moreButton(), m_toNotes);
    return m_lineBox;
}

void TablePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_lineBox->setDirection(width() >= lineOfTwo * lineHeight() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void TablePanel::connectParts()
{
    connect(m_columnsFile, &QPushButton::clicked, this, &TablePanel::columnsFileRequested);
    connect(m_options, &ReadingOptions::chosen, this, [this](tabular::SourceFile source) {
        // What was decided on was another way of reading it.
        source.longRows = tabular::LongRows::Ask;
        source.utf8Lines = tabular::Utf8Lines::Ask;
        Q_EMIT sourceChosen(source);
    });
    connect(m_preview, &PreviewPanel::headerRowWanted, m_options, &ReadingOptions::chooseHeaderRow);
    connect(m_invalid, &InvalidBytesPanel::replaceWanted, this, &TablePanel::replaceBytesWanted);
    connect(m_invalid, &InvalidBytesPanel::encodingWanted, m_options, &ReadingOptions::openEncodings);
    connect(m_invalid, &InvalidBytesPanel::longRowsDecided, this, [this](tabular::LongRows longRows) {
        m_asked.longRows = longRows;
        Q_EMIT sourceChosen(m_asked);
    });
    connect(m_invalid, &InvalidBytesPanel::utf8LinesDecided, this, [this](tabular::Utf8Lines utf8Lines) {
        m_asked.utf8Lines = utf8Lines;
        Q_EMIT sourceChosen(m_asked);
    });
    connect(m_invalid, &InvalidBytesPanel::closeWanted, this, &TablePanel::closeWanted);
    connect(m_toNotes, &QPushButton::clicked, this, [this] {
        bringIntoSight(m_notes);
        m_notes->setFocus(Qt::OtherFocusReason);
    });
}

void TablePanel::show(const Content &content, Purpose purpose)
{
    const bool columnsOnly = purpose == Purpose::ColumnsOnly;
    m_something = content.glance || content.table;
    m_card->setHeading(columnsOnly ? tr("Columns of the Uploaded File") : QString());
    m_card->setSentence(columnsOnly ? tr("The CRM does not tell what an uploaded file holds. Open the same spreadsheet "
                                         "here to see its columns while mapping; it is not uploaded again.")
                                    : QString());
    m_columnsFile->setVisible(columnsOnly);
    m_empty->setVisible(!m_something && !columnsOnly);
    showParts();
    if (m_something)
        m_options->show(content.table ? content.table->source : content.glance->source, content.glance);
    const bool current = content.topIsCurrent && !(content.table && isMended(*content.table));
    m_preview->setTable(current ? content.glance : std::nullopt, content.table);
    showInvalid(content);
    showNotes(content);
}

void TablePanel::setFolded(bool folded)
{
    m_folded = folded;
    m_card->layout()->setContentsMargins(folded ? QMargins(space::s, space::xs, space::s, space::s)
                                                : QMargins(space::l, space::m, space::l, space::l));
    m_preview->setLow(folded);
    showParts();
}

void TablePanel::showParts()
{
    m_preview->setVisible(m_something);
    m_options->setVisible(m_something && !m_folded);
    m_line->setVisible(m_something && !m_folded);
    m_options->rest()->setVisible(m_something && !m_folded && m_options->moreButton()->isChecked());
}

void TablePanel::showInvalid(const Content &content)
{
    if (!content.table) {
        const qint64 count = content.glance ? content.glance->invalid.count : 0;
        if (count == 0)
            return hideQuestion();
        return m_invalid->show(count, 0, content.glance->source.dialect.encoding);
    }
    const tabular::TableSummary &table = *content.table;
    m_asked = table.source;
    const auto question = tabular::openQuestion(table);
    if (question)
        ask(*question, table);
    else
        hideQuestion();
    if (std::exchange(m_answered, false) && !question) // once layouts have taken note of what is hidden now
        QTimer::singleShot(0, m_preview, [this] { bringIntoSight(m_preview); });
}

/// Whoever answered it goes on at the rows, and not at the next best input, whose value would change under the arrow keys.
void TablePanel::hideQuestion()
{
    if (m_invalid->isAncestorOf(QApplication::focusWidget())) {
        m_answered = true;
        m_preview->setFocus(Qt::OtherFocusReason);
    }
    m_invalid->show(0, 0, {});
}

void TablePanel::ask(const tabular::OpenQuestion &question, const tabular::TableSummary &table)
{
    askInWords(question, table);
    if (m_answered && m_preview->isAncestorOf(QApplication::focusWidget()))
        m_invalid->input()->setFocus(Qt::OtherFocusReason);
    if (question.firstRow > 0)
        m_preview->goTo(question.firstRow);
}

void TablePanel::askInWords(const tabular::OpenQuestion &question, const tabular::TableSummary &table)
{
    const QString &encoding = table.source.dialect.encoding;
    switch (question.matter) {
    case tabular::OpenQuestion::Matter::Utf8Lines:
        return m_invalid->showUtf8Lines(table.opened ? table.opened->utf8Lines() : tabular::LineNumbers{}, encoding);
    case tabular::OpenQuestion::Matter::InvalidBytes:
        return m_invalid->show(question.count, question.firstRow, encoding);
    case tabular::OpenQuestion::Matter::ZeroBytes:
        return m_invalid->showZeroBytes(question.count, question.firstRow);
    case tabular::OpenQuestion::Matter::LongRows:
        return m_invalid->showLongRows(table, question.count);
    }
}

bool TablePanel::staysReplaced(const tabular::TableSummary &table, const tabular::SourceFile &source)
{
    tabular::SourceFile before = table.source;
    before.longRows = source.longRows;
    before.utf8Lines = source.utf8Lines;
    const auto &opened = table.opened;
    return before == source && before != table.source && opened && opened->decided()
        && (opened->replacedPlaces().count > 0 || opened->droppedZeros() > 0);
}

QWidget *TablePanel::decision() const
{
    return m_invalid->input();
}

void TablePanel::showNotes(const Content &content)
{
    const std::vector<TableNote> notes = content.table ? TableNotes::all(*content.table) : std::vector<TableNote>();
    m_notes->setNotes(notes);
    const bool warn = std::any_of(notes.begin(), notes.end(), [](const TableNote &note) { return note.warns; });
    m_toNotes->setVisible(!notes.empty());
    m_toNotes->setIcon(
        icon(warn ? QStringLiteral("warning") : QStringLiteral("info"), warn ? Tone::Warning : Tone::Info));
    m_toNotes->setText(tr("%Ln note(s) on this file", nullptr, static_cast<int>(notes.size())));
}

void TablePanel::showTrouble(const std::optional<base::Error> &error)
{
    m_trouble->setTrouble(error ? ErrorText::of(*error) : QString(), error ? error->detail : QString());
}

} // namespace ui
