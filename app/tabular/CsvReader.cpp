#include "tabular/CsvReader.h"

#include "tabular/Utf8.h"

#include <QBuffer>

namespace tabular {

namespace {

constexpr qint64 cellLimit = 1024 * 1024;
constexpr qint64 recordLimit = 8 * cellLimit;
constexpr int columnLimit = 16'384;
constexpr qint64 quotedLineLimit = 1'000;

bool endsQuotedRun(char c)
{
    return c == '"' || c == '\r' || c == '\n' || c == '\0';
}

bool isLineEnd(char c)
{
    return c == '\r' || c == '\n';
}

} // namespace

CsvReader::CsvReader(std::unique_ptr<QIODevice> source, const CsvDialect &dialect, qsizetype chunkBytes)
    : m_source(std::move(source))
    , m_chunkBytes(chunkBytes)
    , m_bytesTotal(m_source->size())
{
    setDelimiter(dialect.delimiter.at(0));
}

qint64 CsvReader::bytesRead() const
{
    return m_bytesTaken - (m_chunk.size() - m_at);
}

void CsvReader::setDelimiter(char delimiter)
{
    m_delimiter = delimiter;
    m_endsPlainRun.fill(false);
    for (const char c : {delimiter, '"', '\r', '\n', '\0'})
        m_endsPlainRun[static_cast<uchar>(c)] = true;
}

base::Result<bool> CsvReader::next(Row &row)
{
    m_cells.clear();
    m_remarks.clear();
    m_recordBytes = 0;
    m_recordDone = false;
    while (!m_error && !m_recordDone) {
        if (m_at == m_chunk.size() && !refill())
            return m_error ? base::Result<bool>(*m_error) : endOfSource(row);
        consumeChunk();
    }
    if (m_error)
        return *m_error;
    handOver(row);
    return true;
}

void CsvReader::handOver(Row &row)
{
    row.number = ++m_records;
    row.line = m_recordLine;
    row.cells.swap(m_cells);
    row.remarks.swap(m_remarks);
    m_recordLine = m_line;
}

bool CsvReader::refill()
{
    if (!m_started) {
        m_started = true;
        readPreamble();
        if (m_error || m_at < m_chunk.size())
            return !m_error;
    }
    m_chunk.clear();
    m_at = 0;
    return readUpTo(1);
}

/// Adds chunks until `wanted` bytes lie ahead; false when the source ends before there is any.
bool CsvReader::readUpTo(qsizetype wanted)
{
    while (m_chunk.size() < wanted) {
        const QByteArray more = m_source->read(m_chunkBytes);
        if (more.isEmpty()) {
            // At the end of a file read() gives an empty array too; only the error string tells a fault apart.
            if (!m_source->atEnd())
                fail(base::ErrorCode::FileUnreadable, m_line);
            return !m_error && !m_chunk.isEmpty();
        }
        m_bytesTaken += more.size();
        m_chunk = m_chunk.isEmpty() ? more : m_chunk + more;
    }
    return true;
}

void CsvReader::readPreamble()
{
    if (!readUpTo(10))
        return;
    if (m_chunk.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
    const QByteArray line = m_chunk.mid(m_at, 6);
    const bool isDirective = line.size() >= 5 && line.left(4).toLower() == "sep="
        && QByteArrayView(",;|\t").contains(line[4]) && (line.size() == 5 || isLineEnd(line[5]));
    if (!isDirective)
        return;
    setDelimiter(line[4]);
    m_at += line.size();
    m_afterCr = line.endsWith('\r');
    m_recordLine = m_line = 2;
}

void CsvReader::consumeChunk()
{
    while (m_at < m_chunk.size() && !m_recordDone && !m_error) {
        switch (m_state) {
        case State::CellStart:
            startCell();
            break;
        case State::Plain:
            readPlain();
            break;
        case State::Quoted:
            readQuoted();
            break;
        case State::QuoteSeen:
            readAfterQuote();
            break;
        }
    }
}

void CsvReader::startCell()
{
    const char first = m_chunk.at(m_at);
    if (m_afterCr) {
        m_afterCr = false;
        if (first == '\n') {
            ++m_at;
            return;
        }
    }
    m_cellLine = m_line;
    m_cellQuoted = first == '"';
    m_state = m_cellQuoted ? State::Quoted : State::Plain;
    if (m_cellQuoted)
        ++m_at;
}

void CsvReader::readPlain()
{
    const char *const begin = m_chunk.constData() + m_at;
    const char *const end = m_chunk.constData() + m_chunk.size();
    const char *run = begin;
    while (run != end && !m_endsPlainRun[static_cast<uchar>(*run)])
        ++run;
    m_cell.append(begin, run - begin);
    m_at += run - begin;
    if (m_cell.size() > cellLimit)
        return fail(base::ErrorCode::TableCellTooLong, m_cellLine, {{QStringLiteral("limit"), cellLimit}});
    if (run == end)
        return;
    ++m_at;
    if (*run == m_delimiter)
        endCell();
    else if (isLineEnd(*run))
        endRecord(*run);
    else
        keepOddByte(*run, *run == '"' ? CellRemark::Kind::LoneQuote : CellRemark::Kind::NulByte);
}

void CsvReader::readQuoted()
{
    const char *const begin = m_chunk.constData() + m_at;
    const char *const end = m_chunk.constData() + m_chunk.size();
    const char *run = begin;
    while (run != end && !endsQuotedRun(*run))
        ++run;
    m_cell.append(begin, run - begin);
    m_at += run - begin;
    if (run != end) {
        ++m_at;
        if (*run == '"')
            m_state = State::QuoteSeen;
        else if (*run == '\0')
            keepOddByte(*run, CellRemark::Kind::NulByte);
        else
            keepQuotedBreak(*run);
    }
    if (m_cell.size() > cellLimit || m_line - m_cellLine > quotedLineLimit)
        fail(base::ErrorCode::TableQuoteNotClosed, m_cellLine);
}

void CsvReader::keepQuotedBreak(char byte)
{
    if (byte == '\r' || !m_cell.endsWith('\r'))
        ++m_line;
    m_cell.append(byte);
}

void CsvReader::readAfterQuote()
{
    const char c = m_chunk.at(m_at);
    ++m_at;
    if (c == '"') {
        m_cell.append(c);
        m_state = State::Quoted;
    } else if (c == m_delimiter) {
        endCell();
    } else if (isLineEnd(c)) {
        endRecord(c);
    } else {
        fail(base::ErrorCode::TableQuoteNotClosed, m_cellLine);
    }
}

void CsvReader::keepOddByte(char byte, CellRemark::Kind kind)
{
    m_cell.append(byte);
    const int column = static_cast<int>(m_cells.size());
    for (CellRemark &remark : m_remarks) {
        if (remark.kind == kind && remark.column == column) {
            ++remark.count;
            return;
        }
    }
    m_remarks.append({kind, column, 1});
}

void CsvReader::endCell()
{
    m_state = State::CellStart;
    if (const qsizetype bad = firstNonUtf8(m_cell); bad >= 0)
        return failNotUtf8(bad);
    m_recordBytes += m_cell.size();
    if (m_recordBytes > recordLimit)
        return fail(base::ErrorCode::TableCellTooLong, m_cellLine, {{QStringLiteral("limit"), recordLimit}});
    if (m_cells.size() == columnLimit)
        return fail(base::ErrorCode::TableTooManyColumns, m_cellLine, {{QStringLiteral("limit"), columnLimit}});
    m_cells.append(textOf(m_cell));
    m_cell.resize(0);
}

void CsvReader::endRecord(char lineEnd)
{
    const bool blankLine = m_cells.isEmpty() && m_cell.isEmpty() && !m_cellQuoted;
    m_afterCr = lineEnd == '\r';
    ++m_line;
    if (blankLine) {
        m_state = State::CellStart;
        m_recordLine = m_line;
        return;
    }
    endCell();
    m_recordDone = true;
}

base::Result<bool> CsvReader::endOfSource(Row &row)
{
    if (m_state == State::Quoted)
        fail(base::ErrorCode::TableQuoteNotClosed, m_cellLine);
    if (m_error)
        return *m_error;
    if (m_state == State::CellStart && m_cells.isEmpty())
        return false;
    endCell();
    if (m_error)
        return *m_error;
    handOver(row);
    return true;
}

void CsvReader::failNotUtf8(qsizetype offset)
{
    qint64 line = m_cellLine;
    for (qsizetype i = 0; i < offset; ++i) {
        if (m_cell[i] == '\r' || (m_cell[i] == '\n' && (i == 0 || m_cell[i - 1] != '\r')))
            ++line;
    }
    fail(base::ErrorCode::TableNotUtf8, line);
}

void CsvReader::fail(base::ErrorCode code, qint64 line, QVariantMap extra)
{
    extra.insert(QStringLiteral("row"), m_records + 1);
    extra.insert(QStringLiteral("column"), static_cast<int>(m_cells.size()) + 1);
    extra.insert(QStringLiteral("line"), line);
    const QString detail = code == base::ErrorCode::FileUnreadable ? m_source->errorString() : QString();
    m_error = base::Error{code, detail, extra, {}};
}

std::unique_ptr<TableReader> readCsvText(const QByteArray &text, const CsvDialect &dialect)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(text);
    buffer->open(QIODevice::ReadOnly);
    return std::make_unique<CsvReader>(std::move(buffer), dialect);
}

} // namespace tabular
