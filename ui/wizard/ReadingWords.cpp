#include "ui/wizard/ReadingWords.h"

#include <QLocale>

namespace ui {
namespace {

// Up to one record in two hundred may be cut by where the look ends.
constexpr double even = 0.995;

QString nameOf(const tabular::TextEncoding &encoding)
{
    return QString::fromLatin1(encoding.name.data(), static_cast<qsizetype>(encoding.name.size()));
}

} // namespace

QString ReadingWords::kind(const tabular::Glance &glance)
{
    return glance.member.isEmpty() ? glance.format : tr("%1 from an archive (%2)").arg(glance.format, glance.member);
}

QString ReadingWords::encodingName(const tabular::TextEncoding &encoding)
{
    const auto label = QString::fromLatin1(encoding.label.data(), static_cast<qsizetype>(encoding.label.size()));
    const QString name = nameOf(encoding);
    if (label.contains(name))
        return label;
    return label.isEmpty() ? name : tr("%1, %2", "an encoding: label, name").arg(label, name);
}

QString ReadingWords::candidate(const tabular::EncodingCandidate &candidate)
{
    const QString name = encodingName(*candidate.encoding);
    return candidate.words.isEmpty()
        ? name
        : tr("%1: %2", "an encoding: sample words").arg(name, candidate.words.join(QStringLiteral(" · ")));
}

QString ReadingWords::delimiterName(const QByteArray &delimiter)
{
    if (delimiter == ",")
        return tr("Comma (,)");
    if (delimiter == ";")
        return tr("Semicolon (;)");
    if (delimiter == "\t")
        return tr("Tab");
    if (delimiter == "|")
        return tr("Pipe (|)");
    if (delimiter == ":")
        return tr("Colon (:)");
    return QString::fromLatin1(delimiter);
}

QString ReadingWords::candidate(const tabular::DelimiterCandidate &candidate)
{
    return tr("%1: %Ln column(s)", "a delimiter", candidate.columns).arg(delimiterName(candidate.delimiter));
}

QString ReadingWords::lineEnding(tabular::LineEnding ending)
{
    using tabular::LineEnding;
    switch (ending) {
    case LineEnding::None:
        return tr("There is only one line.");
    case LineEnding::Lf:
        return tr("Lines end with LF, as on Linux and macOS.");
    case LineEnding::CrLf:
        return tr("Lines end with CR LF, as on Windows.");
    case LineEnding::Cr:
        return tr("Lines end with CR, as on old Macintosh computers.");
    case LineEnding::Mixed:
        return tr("Lines end in different ways; each way is understood.");
    }
    return {};
}

QString ReadingWords::whyEncoding(const tabular::EncodingGuess &guess, const QString &chosen)
{
    for (const tabular::EncodingCandidate &candidate : guess.candidates) {
        if (nameOf(*candidate.encoding) != chosen)
            continue;
        const bool best = &candidate == &guess.candidates.front();
        return best && !guess.sure ? tr("This is a guess. Compare the words in the list.") : reason(candidate.reason);
    }
    return tr("Your choice. Look at the letters in the preview.");
}

QString ReadingWords::reason(tabular::EncodingReason reason)
{
    using Reason = tabular::EncodingReason;
    switch (reason) {
    case Reason::ByteOrderMark:
        return tr("The file says so itself, by a byte-order mark.");
    case Reason::ZeroBytes:
        return tr("The zero bytes between the letters say so.");
    case Reason::OnlyAscii:
        return tr("Only plain letters so far, which nearly all encodings share.");
    case Reason::ValidUtf8:
        return tr("All letters are valid in it, which hardly happens by chance.");
    case Reason::MostlyUtf8:
        return tr("Nearly all letters are valid in it; a few bytes are not.");
    case Reason::CharacterFrequency:
        return tr("Its letters occur as often as they do in real text.");
    case Reason::CommonHere:
        return tr("It is the usual one where you are.");
    case Reason::LooksNatural:
        return tr("Its words look more natural than those of the usual one.");
    case Reason::DecodesToo:
        return tr("The file can be read in it too. Look at the letters.");
    }
    return {};
}

QString ReadingWords::whyDelimiter(const tabular::DialectGuess &guess, const QByteArray &chosen)
{
    using Reason = tabular::DelimiterReason;
    const bool ours = chosen == guess.dialect.delimiter;
    if (ours && guess.delimiterReason == Reason::SepLine)
        return tr("The file says so itself, by a line with “sep=”.");
    if (ours && guess.delimiterReason == Reason::OneColumn)
        return tr("Nothing splits the rows: the table has one column.");
    for (const tabular::DelimiterCandidate &candidate : guess.delimiters) {
        if (candidate.delimiter == chosen)
            return evenly(candidate);
    }
    return tr("Your choice. Look at the columns in the preview.");
}

QString ReadingWords::evenly(const tabular::DelimiterCandidate &candidate)
{
    const int cells = candidate.columns;
    if (candidate.evenness < even)
        return tr("%1 % of the first rows have %Ln cell(s) this way.", nullptr, cells)
            .arg(QLocale().toString(static_cast<int>(candidate.evenness * 100)));
    if (candidate.delimiter == ",")
        return tr("Commas split the first rows evenly into %Ln cell(s).", nullptr, cells);
    if (candidate.delimiter == ";")
        return tr("Semicolons split the first rows evenly into %Ln cell(s).", nullptr, cells);
    if (candidate.delimiter == "\t")
        return tr("Tabs split the first rows evenly into %Ln cell(s).", nullptr, cells);
    if (candidate.delimiter == "|")
        return tr("Pipes split the first rows evenly into %Ln cell(s).", nullptr, cells);
    return tr("It splits the first rows evenly into %Ln cell(s).", nullptr, cells);
}

QString ReadingWords::whyQuote(const tabular::DialectGuess &guess, const tabular::CsvDialect &chosen)
{
    using Reason = tabular::QuoteReason;
    if (chosen.quote != guess.dialect.quote || chosen.backslashEscapes != guess.dialect.backslashEscapes)
        return tr("Your choice. Look at the cells in the preview.");
    switch (guess.quoteReason) {
    case Reason::QuotedCells:
        return tr("Cells of the first rows stand in such quotes.");
    case Reason::NoneSeen:
        return tr("No quotes among the first rows; these are the usual ones.");
    case Reason::QuotesAreText:
        return tr("Read as quotes they would break cells: they are text.");
    case Reason::BackslashQuotes:
        return tr("A backslash stands before quotes inside cells.");
    }
    return {};
}

QString ReadingWords::whyHeader(const tabular::HeaderGuess &guess, const tabular::CsvDialect &chosen)
{
    using Reason = tabular::HeaderReason;
    const int guessed = guess.reason == Reason::FirstRecordIsData ? 0 : guess.row;
    if (chosen.headerRows > 1)
        return tr("%Ln row(s) name the columns together.", nullptr, chosen.headerRows);
    if (chosen.headerRow == 0 && guessed != 0)
        return tr("Your choice. The columns are numbered.");
    if (chosen.headerRow != guessed)
        return tr("Your choice. Look at the names above the columns.");
    switch (guess.reason) {
    case Reason::NamesAboveValues:
        return tr("Its words stand above numbers, dates or addresses.");
    case Reason::FirstFullRecord:
        return tr("It is the first row as wide as the table.");
    case Reason::FirstRecord:
        return tr("Not sure: nothing tells names from values.");
    case Reason::FirstRecordIsData:
        return tr("The first row looks like those below it.");
    }
    return {};
}

} // namespace ui
