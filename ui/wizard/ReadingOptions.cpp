#include "ui/wizard/ReadingOptions.h"

#include "ui/widgets/ElidedComboBox.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/SideBySide.h"
#include "ui/widgets/Theme.h"
#include "ui/wizard/MoreReadingOptions.h"
#include "ui/wizard/ReadingWords.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr std::chrono::milliseconds patience{150}; ///< a spin box passes many numbers on its way

void addWays(QComboBox *box, const QByteArray &delimiter)
{
    if (box->findData(delimiter) < 0)
        box->addItem(ReadingWords::delimiterName(delimiter), delimiter);
}

/// A long entry must not push the other inputs aside.
void keepNarrow(QComboBox *box)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
}

} // namespace

ReadingOptions::ReadingOptions(QWidget *parent)
    : QWidget(parent)
    , m_row(new SideBySide(space::m, MoreReadingOptions::blockLines, this))
    , m_sheet(new ElidedComboBox(this))
    , m_encoding(new ElidedComboBox(this))
    , m_delimiter(new ElidedComboBox(this))
    , m_other(new QLineEdit(this))
    , m_header(new QSpinBox(this))
    , m_merged(new QPushButton(this))
    , m_more(new QPushButton(tr("More Reading Options"), this))
    , m_rest(new MoreReadingOptions(this))
    , m_patience(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    makeInputs();
    column->addWidget(m_row);
    m_rest->hide();
    connectInputs();
}

void ReadingOptions::makeInputs()
{
    m_sheet->setObjectName(QStringLiteral("sheet"));
    m_encoding->setObjectName(QStringLiteral("encoding"));
    m_delimiter->setObjectName(QStringLiteral("delimiter"));
    m_other->setObjectName(QStringLiteral("otherDelimiter"));
    m_other->setAccessibleName(tr("Other Delimiter"));
    m_other->setPlaceholderText(tr("One or two characters"));
    m_other->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[ -!#-&(-~\\t]{1,2}")), m_other));
    m_header->setObjectName(QStringLiteral("headerRow"));
    m_header->setSpecialValueText(tr("No header row"));
    m_header->setKeyboardTracking(false);
    m_merged->setObjectName(QStringLiteral("twoRowHeaderButton"));
    m_more->setObjectName(QStringLiteral("moreReadingOptions"));
    m_more->setCheckable(true);
    m_more->setIcon(icon(QStringLiteral("chevron-down")));
    makeQuiet(m_more);
    for (QComboBox *box : {m_sheet, m_encoding, m_delimiter})
        keepNarrow(box);
    m_sheetBlock = new FieldBlock(tr("Sheet"), m_sheet, {}, this);
    m_encodingBlock = new FieldBlock(tr("Encoding"), m_encoding, {}, this);
    m_delimiterBlock = new FieldBlock(tr("Delimiter"), m_delimiter, {}, this);
    m_headerBlock = new FieldBlock(tr("Header row"), m_header, {}, this);
    m_delimiterBlock->layout()->addWidget(m_other);
    m_headerBlock->layout()->addWidget(m_merged);
    for (FieldBlock *block : {m_sheetBlock, m_encodingBlock, m_delimiterBlock, m_headerBlock}) {
        // Inputs stay on one line however long their help lines are.
        static_cast<QVBoxLayout *>(block->layout())->addStretch(1);
        m_row->add(block);
    }
}

void ReadingOptions::connectInputs()
{
    m_patience->setSingleShot(true);
    m_patience->setInterval(patience);
    connect(m_patience, &QTimer::timeout, this, &ReadingOptions::announce);
    connect(m_sheet, &QComboBox::activated, this, [this] {
        m_source.sheet = m_sheet->currentData().toString();
        announce();
    });
    connect(m_encoding, &QComboBox::activated, this, [this] {
        m_source.dialect.encoding = m_encoding->currentData().toString();
        announce();
    });
    connect(m_delimiter, &QComboBox::activated, this, &ReadingOptions::takeDelimiter);
    connect(m_other, &QLineEdit::editingFinished, this, &ReadingOptions::takeDelimiter);
    connect(m_header, &QSpinBox::valueChanged, this, &ReadingOptions::takeHeader);
    connect(m_merged, &QPushButton::clicked, this, &ReadingOptions::takeMerged);
    connect(m_rest, &MoreReadingOptions::chosen, this, [this](const tabular::CsvDialect &dialect) {
        tabular::CsvDialect &now = m_source.dialect;
        now.quote = dialect.quote;
        now.backslashEscapes = dialect.backslashEscapes;
        now.comment = dialect.comment;
        now.headerRows = dialect.headerRows;
        m_patience->start();
    });
    connect(m_more, &QPushButton::toggled, this, [this](bool on) {
        m_rest->setVisible(on);
        m_more->setIcon(icon(on ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down")));
    });
}

void ReadingOptions::show(const tabular::SourceFile &source, const std::optional<tabular::Glance> &glance)
{
    // What is being chosen at the moment is newer than what is shown.
    if (m_patience->isActive() && source.path == m_source.path)
        return;
    m_patience->stop();
    const bool known = m_rest->isDoubtful() && source.path == m_source.path;
    m_source = source;
    m_glance = glance;
    const bool workbook = glance && !glance->sheets.empty();
    m_sheetBlock->setVisible(workbook);
    m_encodingBlock->setVisible(!workbook && glance.has_value());
    m_delimiterBlock->setVisible(!workbook);
    showSheets();
    showEncodings();
    showDelimiters();
    showHeader();
    m_rest->show(source.dialect, glance);
    // A doubt is not hidden; whoever has seen it may close it.
    if (m_rest->isDoubtful() && !known)
        m_more->setChecked(true);
}

void ReadingOptions::showSheets()
{
    if (!m_glance || m_glance->sheets.empty())
        return;
    m_sheet->clear();
    for (const tabular::Sheet &sheet : m_glance->sheets) {
        if (!sheet.isTable)
            continue;
        m_sheet->addItem(sheet.hidden ? tr("%1 (hidden)", "a sheet").arg(sheet.name) : sheet.name, sheet.name);
    }
    const int index = m_source.sheet.isEmpty() ? 0 : m_sheet->findData(m_source.sheet);
    m_sheet->setCurrentIndex(index);
    if (!m_glance->sheetsAreAll)
        m_sheetBlock->setHelp(tr("Any other sheets are listed here once all rows have been read."));
    else
        m_sheetBlock->setHelp(m_sheet->count() > 1
                                  ? tr("The workbook has %Ln sheet(s) with a table.", nullptr, m_sheet->count())
                                  : tr("It is the only one with a table."));
}

void ReadingOptions::showEncodings()
{
    if (!m_glance || !m_glance->encoding)
        return;
    m_encoding->clear();
    const tabular::EncodingGuess &guess = *m_glance->encoding;
    const auto nameOf = [](const tabular::TextEncoding &encoding) {
        return QString::fromLatin1(encoding.name.data(), static_cast<qsizetype>(encoding.name.size()));
    };
    for (const tabular::EncodingCandidate &candidate : guess.candidates)
        m_encoding->addItem(ReadingWords::candidate(candidate), nameOf(*candidate.encoding));
    m_encoding->insertSeparator(m_encoding->count());
    for (const tabular::TextEncoding &encoding : tabular::textEncodings()) {
        if (tabular::isAvailable(encoding) && m_encoding->findData(nameOf(encoding)) < 0)
            m_encoding->addItem(ReadingWords::encodingName(encoding), nameOf(encoding));
    }
    const tabular::TextEncoding *now = tabular::findEncoding(m_source.dialect.encoding);
    const QString name = now ? nameOf(*now) : m_source.dialect.encoding;
    m_encoding->setCurrentIndex(m_encoding->findData(name));
    m_encodingBlock->setHelp(ReadingWords::whyEncoding(guess, name));
    m_encodingBlock->setDoubtful(!guess.sure && m_encoding->currentIndex() == 0);
}

void ReadingOptions::showDelimiters()
{
    m_delimiter->clear();
    const bool known = m_glance && m_glance->dialect;
    if (known) {
        for (const tabular::DelimiterCandidate &candidate : m_glance->dialect->delimiters)
            m_delimiter->addItem(ReadingWords::candidate(candidate), candidate.delimiter);
    }
    for (const char *usual : {",", ";", "\t", "|", ":"})
        addWays(m_delimiter, usual);
    addWays(m_delimiter, m_source.dialect.delimiter);
    m_delimiter->addItem(tr("Other…", "a delimiter"), QByteArray());
    m_delimiter->setCurrentIndex(m_delimiter->findData(m_source.dialect.delimiter));
    m_other->hide();
    const bool guessed = known && m_source.dialect.delimiter == m_glance->dialect->dialect.delimiter;
    m_delimiterBlock->setHelp(known ? ReadingWords::whyDelimiter(*m_glance->dialect, m_source.dialect.delimiter)
                                    : tr("What stands between two cells."));
    m_delimiterBlock->setDoubtful(guessed && !m_glance->dialect->delimiterSure);
}

void ReadingOptions::showHeader()
{
    const QSignalBlocker quiet(m_header);
    const tabular::CsvDialect &dialect = m_source.dialect;
    const int last = m_glance ? static_cast<int>(m_glance->top.size()) : 1'000;
    m_header->setRange(0, std::max(shownRow(last), shownRow(dialect.headerRow)));
    m_header->setValue(shownRow(dialect.headerRow));
    const bool known = m_glance && m_glance->header;
    const tabular::HeaderGuess guess = known ? *m_glance->header : tabular::HeaderGuess();
    m_headerBlock->setHelp(known ? ReadingWords::whyHeader(guess, dialect) : tr("The row that names the columns."));
    const bool guessed = dialect.headerRow == guess.row || (dialect.headerRow == 0 && !guess.sure);
    m_headerBlock->setDoubtful(known && guessed && !guess.sure && dialect.headerRows == 1);
    const bool merge = guess.merged && dialect.headerRows == 1;
    m_merged->setVisible(merge);
    if (merge)
        m_merged->setText(tr("Read Rows %1 and %2 Together")
                              .arg(shownRow(guess.merged->row))
                              .arg(shownRow(guess.merged->row + guess.merged->rows - 1)));
}

QWidget *ReadingOptions::rest() const
{
    return m_rest;
}

int ReadingOptions::shownRow(int record) const
{
    const bool there = m_glance && record > 0 && static_cast<size_t>(record) <= m_glance->top.size();
    return there ? static_cast<int>(m_glance->top[static_cast<size_t>(record) - 1].row) : record;
}

void ReadingOptions::takeDelimiter()
{
    const bool other = m_delimiter->currentData().toByteArray().isEmpty();
    if (sender() == m_delimiter)
        m_other->setVisible(other);
    const QByteArray delimiter = other ? m_other->text().toLatin1() : m_delimiter->currentData().toByteArray();
    if (other && delimiter.isEmpty()) {
        m_other->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (delimiter == m_source.dialect.delimiter)
        return;
    m_source.dialect.delimiter = delimiter;
    announce();
}

/// Blank rows of a sheet are no records: a step over them goes on in its direction.
void ReadingOptions::takeHeader(int shown)
{
    int record = shown;
    const int before = m_source.dialect.headerRow;
    const int last = m_glance ? static_cast<int>(m_glance->top.size()) : 0;
    if (shown > 0 && last > 0) {
        record = 1;
        while (record < last && shownRow(record) < shown)
            ++record;
        if (shownRow(record) > shown && record > 1 && record == before)
            --record;
    }
    m_source.dialect.headerRow = record;
    m_source.dialect.headerRows = 1;
    m_patience->start();
}

void ReadingOptions::takeMerged()
{
    if (!m_glance || !m_glance->header || !m_glance->header->merged)
        return;
    m_source.dialect.headerRow = m_glance->header->merged->row;
    m_source.dialect.headerRows = m_glance->header->merged->rows;
    announce();
}

void ReadingOptions::chooseHeaderRow(int record)
{
    if (record < 1 || (record == m_source.dialect.headerRow && m_source.dialect.headerRows == 1))
        return;
    m_source.dialect.headerRow = record;
    m_source.dialect.headerRows = 1;
    announce();
}

void ReadingOptions::openEncodings()
{
    m_encoding->setFocus(Qt::OtherFocusReason);
    m_encoding->showPopup();
}

QString ReadingOptions::digest() const
{
    const tabular::CsvDialect &dialect = m_source.dialect;
    QStringList choices;
    if (m_glance && !m_glance->sheets.empty()) {
        choices << tr("Sheet %1").arg(m_sheet->currentText());
    } else {
        if (const tabular::TextEncoding *encoding = tabular::findEncoding(dialect.encoding))
            choices << ReadingWords::encodingName(*encoding);
        choices << ReadingWords::delimiterName(dialect.delimiter);
    }
    choices << (dialect.headerRow > 0 ? tr("Header row %1").arg(shownRow(dialect.headerRow)) : tr("No header row"));
    return choices.join(QStringLiteral(" · "));
}

bool ReadingOptions::isDoubtful() const
{
    return m_encodingBlock->isDoubtful() || m_delimiterBlock->isDoubtful() || m_headerBlock->isDoubtful()
        || m_rest->isDoubtful();
}

void ReadingOptions::announce()
{
    m_patience->stop();
    // A copy: what follows from it shows other sources in between.
    const tabular::SourceFile source = m_source;
    Q_EMIT chosen(source);
}

} // namespace ui
