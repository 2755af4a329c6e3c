#include "cli/ReasonWords.h"

namespace cli {

using tabular::DelimiterReason;
using tabular::EncodingReason;
using tabular::HeaderReason;
using tabular::QuoteReason;

namespace {

constexpr ReasonWords askedFor{"asked_for", "as asked for"};

ReasonWords wordsOf(EncodingReason reason)
{
    switch (reason) {
    case EncodingReason::ByteOrderMark:
        return {"byte_order_mark", "because the file says so itself"};
    case EncodingReason::ZeroBytes:
        return {"zero_bytes", "by how its zero bytes stand"};
    case EncodingReason::OnlyAscii:
        return {"only_ascii", "because all that was looked at is ASCII"};
    case EncodingReason::ValidUtf8:
        return {"valid_utf8", "because its bytes are valid UTF-8"};
    case EncodingReason::MostlyUtf8:
        return {"mostly_utf8", "because it is UTF-8 but for a few bytes"};
    case EncodingReason::CharacterFrequency:
        return {"character_frequency", "by how often its characters occur"};
    case EncodingReason::CommonHere:
        return {"common_here", "because it is the usual one here"};
    case EncodingReason::LooksNatural:
        return {"looks_natural", "because its words look natural that way"};
    case EncodingReason::DecodesToo:
        break;
    }
    return {"decodes_too", "because it has a character for every byte"};
}

ReasonWords wordsOf(DelimiterReason reason)
{
    switch (reason) {
    case DelimiterReason::SepLine:
        return {"sep_line", "because the file says so itself"};
    case DelimiterReason::EvenColumns:
        return {"even_columns", "because it gives the rows the same number of cells"};
    case DelimiterReason::OneColumn:
        break;
    }
    return {"one_column", "because nothing splits the rows evenly"};
}

ReasonWords wordsOf(QuoteReason reason)
{
    switch (reason) {
    case QuoteReason::QuotedCells:
        return {"quoted_cells", "because cells stand in them"};
    case QuoteReason::QuotesAreText:
        return {"quotes_are_text", "because read as quotes they would break cells"};
    case QuoteReason::BackslashQuotes:
        return {"backslash_quotes", "because backslashes stand before quotes"};
    case QuoteReason::NoneSeen:
        break;
    }
    return {"none_seen", "because they are the usual ones"};
}

ReasonWords wordsOf(HeaderReason reason)
{
    switch (reason) {
    case HeaderReason::NamesAboveValues:
        return {"names_above_values", "because words stand above values"};
    case HeaderReason::FirstFullRecord:
        return {"first_full_record", "because it is the first row as wide as the table"};
    case HeaderReason::FirstRecordIsData:
        return {"first_record_is_data", "because the first row looks like those below it"};
    case HeaderReason::FirstRecord:
        break;
    }
    return {"first_record", "because nothing speaks for another"};
}

ReasonWords unless(bool asked, ReasonWords words, bool sure)
{
    if (asked)
        return askedFor;
    words.sure = sure;
    return words;
}

} // namespace

ReasonWords whyEncoding(const tabular::Glance &look)
{
    const tabular::EncodingCandidate &best = look.encoding->candidates.front();
    const QLatin1String name(best.encoding->name.data(), static_cast<qsizetype>(best.encoding->name.size()));
    return unless(look.source.dialect.encoding != name, wordsOf(best.reason), look.encoding->sure);
}

ReasonWords whyDelimiter(const tabular::Glance &look)
{
    const tabular::DialectGuess &guess = *look.dialect;
    return unless(look.source.dialect.delimiter != guess.dialect.delimiter, wordsOf(guess.delimiterReason),
                  guess.delimiterSure);
}

ReasonWords whyQuote(const tabular::Glance &look)
{
    const tabular::DialectGuess &guess = *look.dialect;
    const bool asked = look.source.dialect.quote != guess.dialect.quote
        || look.source.dialect.backslashEscapes != guess.dialect.backslashEscapes;
    return unless(asked, wordsOf(guess.quoteReason), guess.quoteSure);
}

ReasonWords whyHeader(const tabular::Glance &look)
{
    return unless(look.source.dialect.headerRow != look.header->row, wordsOf(look.header->reason), look.header->sure);
}

} // namespace cli
