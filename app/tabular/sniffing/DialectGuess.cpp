#include "tabular/sniffing/DialectGuess.h"

#include "tabular/csv/CsvSyntax.h"
#include "tabular/sniffing/DelimiterRanking.h"

#include <algorithm>

namespace tabular {

namespace {

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

/// Takes a first line "sep=;" off `text` as the reader does, and gives its sign; empty when there is none.
QByteArray takeSepLine(QByteArrayView &text)
{
    const auto end = std::find_if(text.begin(), text.end(), isLineEnd);
    const qsizetype length = end - text.begin();
    const QByteArrayView line = text.first(length);
    const bool directive = line.size() == 5 && line.first(4).compare("sep=", Qt::CaseInsensitive) == 0;
    if (!directive || !csv::canSeparate(line[4]))
        return {};
    const bool crlf = text.sliced(length).startsWith("\r\n");
    const QByteArray sign(1, line[4]);
    text = text.sliced(qMin(text.size(), length + (crlf ? 2 : 1)));
    return sign;
}

bool hasHashLine(QByteArrayView text)
{
    return text.startsWith('#') || text.contains("\n#") || text.contains("\r#");
}

/// Lines that start with a hash are comments when the rest is more of a table without them: a header "#,Name" is not.
char guessComment(QByteArrayView text, bool all, std::vector<DelimiterFit> &fits)
{
    if (!hasHashLine(text))
        return '\0';
    std::vector<DelimiterFit> without = rankDelimiters(text, all, '#');
    if (without.empty() || (!fits.empty() && without.front().score <= fits.front().score + 1e-9))
        return '\0';
    fits = std::move(without);
    return '#';
}

LineEnding lineEndingOf(const HeadRecords &head)
{
    const int kinds = (head.lf > 0 ? 1 : 0) + (head.crlf > 0 ? 1 : 0) + (head.cr > 0 ? 1 : 0);
    if (kinds == 0)
        return LineEnding::None;
    if (kinds > 1)
        return LineEnding::Mixed;
    return head.lf > 0 ? LineEnding::Lf : head.crlf > 0 ? LineEnding::CrLf : LineEnding::Cr;
}

void judgeQuotes(const DelimiterFit &fit, DialectGuess &guess)
{
    if (fit.dialect.backslashEscapes) {
        guess.quoteReason = QuoteReason::BackslashQuotes;
        guess.quoteSure = false;
    } else if (fit.dialect.quote == '\0') {
        guess.quoteReason = QuoteReason::QuotesAreText;
        guess.quoteSure = false;
    } else if (fit.head.quotedCells > 0) {
        guess.quoteReason = QuoteReason::QuotedCells;
        guess.quoteSure = fit.head.malformed == 0 && fit.dialect.quote == '"';
    }
}

bool isSure(const std::vector<DelimiterFit> &fits)
{
    const DelimiterFit &best = fits.front();
    const bool rivalled = fits.size() > 1 && fits[1].score > 0.8 * best.score;
    const bool usual = isUsualDelimiter(best.dialect.delimiter) || best.dialect.delimiter.size() == 2;
    return best.evenness >= 0.9 && best.head.records.size() >= 2 && usual && !rivalled;
}

void apply(const DelimiterFit &fit, DialectGuess &guess)
{
    guess.dialect = fit.dialect;
    guess.lineEnding = lineEndingOf(fit.head);
    judgeQuotes(fit, guess);
    guess.header = guessHeader(fit.head.records, fit.columns);
    guess.dialect.headerRow = guess.header.row;
}

} // namespace

DialectGuess guessDialect(QByteArrayView utf8Head, bool headIsAll)
{
    if (utf8Head.startsWith("\xEF\xBB\xBF"))
        utf8Head = utf8Head.sliced(3);
    DialectGuess guess;
    const QByteArray said = takeSepLine(utf8Head);
    if (!said.isEmpty()) {
        guess.delimiterReason = DelimiterReason::SepLine;
        guess.delimiterSure = true;
        const DelimiterFit fit = fitDelimiter(said, utf8Head, headIsAll, '\0');
        guess.delimiters.push_back({said, fit.columns, fit.evenness});
        apply(fit, guess);
        return guess;
    }
    std::vector<DelimiterFit> fits = rankDelimiters(utf8Head, headIsAll, '\0');
    const char comment = guessComment(utf8Head, headIsAll, fits);
    guess.commentSure = comment == '\0';
    if (fits.empty()) {
        guess.delimiterSure = true;
        apply(fitDelimiter(",", utf8Head, headIsAll, '\0'), guess);
        return guess;
    }
    guess.delimiterReason = DelimiterReason::EvenColumns;
    guess.delimiterSure = isSure(fits);
    for (const DelimiterFit &fit : fits)
        guess.delimiters.push_back({fit.dialect.delimiter, fit.columns, fit.evenness});
    apply(fits.front(), guess);
    return guess;
}

} // namespace tabular
