#include "ui/wizard/MoreReadingOptions.h"

#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/SideBySide.h"
#include "ui/widgets/TextLabel.h"
#include "ui/wizard/ReadingWords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int mostHeaderRows = 5;

void choose(QComboBox *box, char sign)
{
    const int value = static_cast<unsigned char>(sign);
    if (box->findData(value) < 0)
        box->addItem(QString(QLatin1Char(sign)), value);
    box->setCurrentIndex(box->findData(value));
}

char chosenOf(const QComboBox *box)
{
    return static_cast<char>(box->currentData().toInt());
}

/// Nobody has chosen other quotes.
bool isGuessed(const tabular::CsvDialect &dialect, const tabular::DialectGuess &guess)
{
    return dialect.quote == guess.dialect.quote && dialect.backslashEscapes == guess.dialect.backslashEscapes;
}

} // namespace

MoreReadingOptions::MoreReadingOptions(QWidget *parent)
    : QWidget(parent)
    , m_row(new SideBySide(space::m, blockLines, this))
    , m_quote(new QComboBox(this))
    , m_comment(new QComboBox(this))
    , m_headerRows(new QSpinBox(this))
    , m_backslash(new QCheckBox(tr("A backslash before a quote makes it text"), this))
    , m_facts(new TextLabel({}, TextRole::Caption, TextLabel::Use::Selectable, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    makeInputs();
    m_facts->setObjectName(QStringLiteral("readingFacts"));
    column->addWidget(m_row);
    column->addWidget(m_backslash);
    column->addWidget(m_facts);
    connect(m_quote, &QComboBox::activated, this, &MoreReadingOptions::announce);
    connect(m_comment, &QComboBox::activated, this, &MoreReadingOptions::announce);
    connect(m_backslash, &QCheckBox::clicked, this, &MoreReadingOptions::announce);
    connect(m_headerRows, &QSpinBox::valueChanged, this, &MoreReadingOptions::announce);
}

void MoreReadingOptions::makeInputs()
{
    m_quote->setObjectName(QStringLiteral("quote"));
    m_quote->addItem(tr("Double quotes (\")"), int('"'));
    m_quote->addItem(tr("Single quotes (')"), int('\''));
    m_quote->addItem(tr("None: quotes are text"), 0);
    m_backslash->setObjectName(QStringLiteral("backslashEscapes"));
    m_comment->setObjectName(QStringLiteral("comment"));
    m_comment->addItem(tr("None: all lines are rows"), 0);
    for (const char sign : {'#', ';', '%'})
        m_comment->addItem(tr("Lines that start with %1").arg(QLatin1Char(sign)), int(sign));
    m_headerRows->setObjectName(QStringLiteral("headerRows"));
    m_headerRows->setRange(1, mostHeaderRows);
    m_headerRows->setKeyboardTracking(false);
    m_quoteBlock = new FieldBlock(tr("Quotes"), m_quote, {}, this);
    m_commentBlock = new FieldBlock(tr("Comments"), m_comment, tr("Such lines are left out."), this);
    m_headerRowsBlock =
        new FieldBlock(tr("Rows of the Header"), m_headerRows, tr("More than one name the columns together."), this);
    for (FieldBlock *block : {m_quoteBlock, m_commentBlock, m_headerRowsBlock}) {
        // Inputs stay on one line however long their help lines are.
        static_cast<QVBoxLayout *>(block->layout())->addStretch(1);
        m_row->add(block);
    }
}

void MoreReadingOptions::show(const tabular::CsvDialect &dialect, const std::optional<tabular::Glance> &glance)
{
    const QSignalBlocker quiet(m_headerRows);
    m_dialect = dialect;
    const bool text = !glance || glance->sheets.empty();
    m_quoteBlock->setVisible(text);
    m_commentBlock->setVisible(text);
    m_backslash->setVisible(text);
    choose(m_quote, dialect.quote);
    choose(m_comment, dialect.comment);
    m_backslash->setChecked(dialect.backslashEscapes);
    m_backslash->setEnabled(dialect.quote != 0);
    m_headerRows->setValue(dialect.headerRows);
    m_headerRows->setEnabled(dialect.headerRow > 0);
    const bool known = glance && glance->dialect;
    m_quoteBlock->setHelp(known ? ReadingWords::whyQuote(*glance->dialect, dialect) : QString());
    m_quoteBlock->setDoubtful(known && !glance->dialect->quoteSure && isGuessed(dialect, *glance->dialect));
    m_commentBlock->setDoubtful(known && !glance->dialect->commentSure
                                && dialect.comment == glance->dialect->dialect.comment);
    m_facts->setText(known ? ReadingWords::lineEnding(glance->dialect->lineEnding) : QString());
    m_facts->setVisible(known);
}

bool MoreReadingOptions::isDoubtful() const
{
    return m_quoteBlock->isDoubtful() || m_commentBlock->isDoubtful();
}

void MoreReadingOptions::announce()
{
    m_dialect.quote = chosenOf(m_quote);
    m_dialect.comment = chosenOf(m_comment);
    m_dialect.backslashEscapes = m_dialect.quote != 0 && m_backslash->isChecked();
    m_dialect.headerRows = m_headerRows->value();
    Q_EMIT chosen(m_dialect);
}

} // namespace ui
