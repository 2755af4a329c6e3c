#include "tabular/csv/RecordMachine.h"

#include "tabular/Utf8.h"

#include <algorithm>

namespace tabular::csv {

namespace {

bool endsLine(char c)
{
    return c == '\r' || c == '\n';
}

qsizetype runLength(QByteArrayView bytes, const std::array<bool, 256> &ends)
{
    const auto end = std::find_if(bytes.begin(), bytes.end(), [&ends](char c) { return ends[static_cast<uchar>(c)]; });
    return end - bytes.begin();
}

} // namespace

RecordMachine::RecordMachine(const CsvSyntax &syntax, bool checkUtf8)
    : m_syntax(syntax)
    , m_checkUtf8(checkUtf8)
{
    for (const char c : {syntax.delimiter, '\r', '\n', '\0'})
        m_endsPlain[static_cast<uchar>(c)] = true;
    for (const char c : {syntax.quote, '\r', '\n', '\0'})
        m_endsQuoted[static_cast<uchar>(c)] = true;
    if (syntax.quotes)
        m_endsPlain[static_cast<uchar>(syntax.quote)] = true;
    if (syntax.backslash)
        m_endsQuoted[static_cast<uchar>('\\')] = true;
}

void RecordMachine::begin(const RecordPlace &place)
{
    forgetRecord();
    m_place = place;
    m_state = State::CellStart;
    m_stop = Stop::NeedsBytes;
}

void RecordMachine::forgetRecord()
{
    m_text.clear();
    m_cellBegin = 0;
    m_ends.clear();
    m_remarks.clear();
}

qsizetype RecordMachine::feed(QByteArrayView bytes)
{
    if (m_stop == Stop::Failed)
        return 0;
    if (m_stop == Stop::Record)
        forgetRecord();
    m_stop = Stop::NeedsBytes;
    m_at = 0;
    while (m_at < bytes.size() && m_stop == Stop::NeedsBytes)
        step(bytes);
    m_place.offset += m_at;
    return m_at;
}

void RecordMachine::step(QByteArrayView bytes)
{
    switch (m_state) {
    case State::CellStart:
        return startCell(bytes[m_at]);
    case State::Plain:
        return readPlain(bytes);
    case State::PlainHalf:
        return readPlainHalf(bytes[m_at]);
    case State::Quoted:
        return readQuoted(bytes);
    case State::Escape:
        return readEscape(bytes[m_at]);
    case State::QuoteSeen:
        return readAfterQuote(bytes[m_at]);
    case State::QuoteHalf:
        return readQuoteHalf(bytes[m_at]);
    case State::Comment:
        return readComment(bytes);
    }
}

void RecordMachine::startCell(char first)
{
    if (m_ends.empty()) {
        const bool endsLastRecord = m_place.afterCr && first == '\n';
        m_place.afterCr = false;
        if (endsLastRecord) {
            ++m_at;
            return;
        }
        m_recordLine = m_place.line;
        m_recordOffset = m_place.offset + m_at;
        if (m_syntax.comment != '\0' && first == m_syntax.comment) {
            m_state = State::Comment;
            return;
        }
    }
    m_cellLine = m_place.line;
    m_cellBegin = m_text.size();
    m_cellEndsWithCr = false;
    m_cellQuoted = m_syntax.quotes && first == m_syntax.quote;
    m_state = m_cellQuoted ? State::Quoted : State::Plain;
    if (m_cellQuoted)
        ++m_at;
}

QByteArrayView RecordMachine::cell() const
{
    return QByteArrayView(m_text).sliced(static_cast<qsizetype>(m_cellBegin));
}

void RecordMachine::keep(QByteArrayView run)
{
    m_text.append(run.data(), static_cast<std::size_t>(run.size()));
    m_at += run.size();
    m_cellEndsWithCr = m_cellEndsWithCr && run.isEmpty();
}

void RecordMachine::readPlain(QByteArrayView bytes)
{
    const QByteArrayView rest = bytes.sliced(m_at);
    const qsizetype length = runLength(rest, m_endsPlain);
    keep(rest.first(length));
    if (cell().size() > cellLimit)
        return fail(base::ErrorCode::TableCellTooLong, m_cellLine, cellLimit);
    if (length == rest.size())
        return;
    const char c = rest[length];
    ++m_at;
    if (c == m_syntax.delimiter && m_syntax.second != '\0')
        m_state = State::PlainHalf;
    else if (c == m_syntax.delimiter)
        endCell();
    else if (endsLine(c))
        endRecord(c);
    else
        keepOddByte(c, c == '\0' ? CellRemark::Kind::NulByte : CellRemark::Kind::LoneQuote);
}

/// Half a delimiter that is not followed by its other half is text.
void RecordMachine::readPlainHalf(char c)
{
    if (c == m_syntax.second) {
        ++m_at;
        return endCell();
    }
    m_text += m_syntax.delimiter;
    m_state = State::Plain;
}

void RecordMachine::readQuoted(QByteArrayView bytes)
{
    const QByteArrayView rest = bytes.sliced(m_at);
    const qsizetype length = runLength(rest, m_endsQuoted);
    keep(rest.first(length));
    if (length < rest.size()) {
        const char c = rest[length];
        ++m_at;
        if (c == m_syntax.quote)
            m_state = State::QuoteSeen;
        else if (c == '\0')
            keepOddByte(c, CellRemark::Kind::NulByte);
        else if (endsLine(c))
            keepQuotedBreak(c);
        else
            m_state = State::Escape;
    }
    if (cell().size() > cellLimit || m_place.line - m_cellLine > quotedLineLimit)
        fail(base::ErrorCode::TableQuoteNotClosed, m_cellLine);
}

/// A backslash before anything but a quote or a backslash is just a backslash.
void RecordMachine::readEscape(char c)
{
    m_state = State::Quoted;
    m_cellEndsWithCr = false;
    if (c != m_syntax.quote && c != '\\') {
        m_text += '\\';
        return;
    }
    m_text += c;
    ++m_at;
}

void RecordMachine::keepQuotedBreak(char byte)
{
    if (byte == '\r' || !m_cellEndsWithCr)
        ++m_place.line;
    m_cellEndsWithCr = byte == '\r';
    m_text += byte;
}

void RecordMachine::readAfterQuote(char c)
{
    ++m_at;
    if (c == m_syntax.quote) {
        m_text += c;
        m_cellEndsWithCr = false;
        m_state = State::Quoted;
    } else if (c == m_syntax.delimiter && m_syntax.second != '\0') {
        m_state = State::QuoteHalf;
    } else if (c == m_syntax.delimiter) {
        endCell();
    } else if (endsLine(c)) {
        endRecord(c);
    } else {
        fail(base::ErrorCode::TableQuoteNotClosed, m_cellLine);
    }
}

void RecordMachine::readQuoteHalf(char c)
{
    ++m_at;
    if (c == m_syntax.second)
        endCell();
    else
        fail(base::ErrorCode::TableQuoteNotClosed, m_cellLine);
}

void RecordMachine::readComment(QByteArrayView bytes)
{
    const QByteArrayView rest = bytes.sliced(m_at);
    const auto end = std::find_if(rest.begin(), rest.end(), endsLine);
    m_at += end - rest.begin();
    if (end == rest.end())
        return;
    ++m_at;
    ++m_place.line;
    m_place.afterCr = *end == '\r';
    m_state = State::CellStart;
    m_stop = Stop::Between;
}

void RecordMachine::keepOddByte(char byte, CellRemark::Kind kind)
{
    m_text += byte;
    m_cellEndsWithCr = false;
    for (CellRemark &remark : m_remarks) {
        if (remark.kind == kind && remark.column == column()) {
            ++remark.count;
            return;
        }
    }
    m_remarks.push_back({kind, column(), 1});
}

void RecordMachine::endCell()
{
    m_state = State::CellStart;
    const qsizetype bad = m_checkUtf8 ? firstNonUtf8(cell()) : -1;
    if (bad >= 0)
        return failNotUtf8(bad);
    if (static_cast<qint64>(m_text.size()) > recordLimit)
        return fail(base::ErrorCode::TableCellTooLong, m_cellLine, recordLimit);
    if (column() == columnLimit)
        return fail(base::ErrorCode::TableTooManyColumns, m_cellLine, columnLimit);
    m_ends.push_back(m_text.size());
    m_cellBegin = m_text.size();
}

void RecordMachine::endRecord(char lineEnd)
{
    const bool blankLine = m_ends.empty() && m_text.empty() && !m_cellQuoted;
    m_place.afterCr = lineEnd == '\r';
    ++m_place.line;
    m_state = State::CellStart;
    if (blankLine)
        return;
    endCell();
    if (m_stop != Stop::Failed)
        finishRecord();
}

void RecordMachine::finishRecord()
{
    ++m_place.records;
    m_views.clear();
    std::size_t begin = 0;
    for (const std::size_t end : m_ends) {
        m_views.emplace_back(m_text.data() + begin, end - begin);
        begin = end;
    }
    m_stop = Stop::Record;
}

void RecordMachine::finish()
{
    if (m_stop == Stop::Failed)
        return;
    if (m_stop == Stop::Record)
        forgetRecord();
    m_stop = Stop::End;
    if (m_state == State::Quoted || m_state == State::Escape || m_state == State::QuoteHalf)
        return fail(base::ErrorCode::TableQuoteNotClosed, m_cellLine);
    if (m_state == State::Comment || betweenRecords())
        return;
    if (m_state == State::PlainHalf)
        m_text += m_syntax.delimiter;
    if (!m_cellQuoted && cell().size() > cellLimit)
        return fail(base::ErrorCode::TableCellTooLong, m_cellLine, cellLimit);
    if (m_state == State::CellStart)
        m_cellBegin = m_text.size();
    endCell();
    if (m_stop != Stop::Failed)
        finishRecord();
}

RecordView RecordMachine::record() const
{
    return {m_place.records, m_recordLine, m_recordOffset, m_views, m_remarks};
}

void RecordMachine::failNotUtf8(qsizetype offset)
{
    const QByteArrayView bytes = cell();
    qint64 line = m_cellLine;
    for (qsizetype i = 0; i < offset; ++i) {
        if (bytes[i] == '\r' || (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')))
            ++line;
    }
    fail(base::ErrorCode::TableNotUtf8, line);
}

void RecordMachine::fail(base::ErrorCode code, qint64 line, qint64 limit)
{
    QVariantMap context{{QStringLiteral("row"), m_place.records + 1},
                        {QStringLiteral("column"), column() + 1},
                        {QStringLiteral("line"), line}};
    if (limit > 0)
        context.insert(QStringLiteral("limit"), limit);
    m_error = base::Error{code, {}, context, {}};
    m_stop = Stop::Failed;
}

} // namespace tabular::csv
