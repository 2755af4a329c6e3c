#include "tabular/csv/CsvSyntax.h"

namespace tabular::csv {

CsvSyntax syntaxOf(const CsvDialect &dialect)
{
    CsvSyntax syntax;
    if (!dialect.delimiter.isEmpty())
        syntax.delimiter = dialect.delimiter.at(0);
    if (dialect.delimiter.size() > 1)
        syntax.second = dialect.delimiter.at(1);
    syntax.quotes = dialect.quote != '\0';
    syntax.quote = dialect.quote;
    syntax.backslash = dialect.backslashEscapes && syntax.quotes;
    syntax.comment = dialect.comment;
    return syntax;
}

bool canSeparate(char c)
{
    const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    const bool digit = c >= '0' && c <= '9';
    return c == '\t' || (c >= ' ' && c < 0x7F && c != '"' && !letter && !digit);
}

Preamble preambleOf(QByteArrayView head)
{
    Preamble preamble;
    if (head.startsWith("\xEF\xBB\xBF"))
        preamble.begin.offset = 3;
    const QByteArrayView line = head.sliced(preamble.begin.offset);
    const auto isLineEnd = [](char c) { return c == '\r' || c == '\n'; };
    const bool isDirective = line.size() >= 5 && line.first(4).compare("sep=", Qt::CaseInsensitive) == 0
        && canSeparate(line[4]) && (line.size() == 5 || isLineEnd(line[5]));
    if (!isDirective)
        return preamble;
    preamble.delimiter = line[4];
    preamble.begin.offset += qMin<qsizetype>(line.size(), 6);
    preamble.begin.line = 2;
    preamble.begin.afterCr = line.size() > 5 && line[5] == '\r';
    return preamble;
}

CsvSyntax withPreamble(CsvSyntax syntax, const Preamble &preamble)
{
    if (preamble.delimiter != '\0') {
        syntax.delimiter = preamble.delimiter;
        syntax.second = '\0';
    }
    return syntax;
}

} // namespace tabular::csv
