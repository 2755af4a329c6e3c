#include "tabular/csv/RecordReader.h"

namespace tabular::csv {

namespace {

/// Lets through a run of records by their numbers.
class RecordRun final : public RecordSink {
public:
    RecordRun(qint64 first, qint64 count, RecordSink &sink)
        : m_first(first)
        , m_last(first + count - 1)
        , m_sink(sink)
    { }
    bool take(const RecordView &record) override
    {
        if (record.number < m_first)
            return true;
        return m_sink.take(record) && record.number < m_last;
    }

private:
    qint64 m_first;
    qint64 m_last;
    RecordSink &m_sink;
};

} // namespace

RecordReader::RecordReader(std::shared_ptr<ByteSource> source, const CsvDialect &dialect, ReadingOptions options)
    : RecordReader(std::move(source), syntaxOf(dialect), std::move(options))
{ }

RecordReader::RecordReader(std::shared_ptr<ByteSource> source, const CsvSyntax &syntax, ReadingOptions options)
    : m_source(std::move(source))
    , m_syntax(syntax)
    , m_options(std::move(options))
{
    m_options.chunkBytes = qBound<qsizetype>(1, m_options.chunkBytes, cellLimit);
}

base::Status RecordReader::begin()
{
    const qint64 size = m_source->size();
    const qsizetype room = qMax(m_options.chunkBytes, Preamble::longest);
    // A small text in memory needs no large buffer.
    m_buffer = ReadBuffer(size < 0 ? room : qBound<qint64>(Preamble::longest, size, room));
    if (m_options.begin) {
        m_offset = m_options.begin->offset;
        m_parser.emplace(m_syntax, m_options.checkUtf8, *m_options.begin);
        return base::Done{};
    }
    if (auto filled = fillBuffer(room); !filled.ok())
        return filled;
    const Preamble preamble = preambleOf(QByteArrayView(m_buffer.data(), m_bufferBytes));
    m_syntax = withPreamble(m_syntax, preamble);
    m_bufferGiven = static_cast<qsizetype>(preamble.begin.offset);
    m_parser.emplace(m_syntax, m_options.checkUtf8, preamble.begin);
    return base::Done{};
}

base::Status RecordReader::fillBuffer(qsizetype bytes)
{
    if (m_options.stop.raised())
        return base::Error{base::ErrorCode::Cancelled, {}, {}, {}};
    m_bufferGiven = 0;
    m_bufferBytes = 0;
    // A first read from the middle of a page goes up to the begin of one.
    const qint64 aligned = bytes > 2 * ReadBuffer::page ? bytes - m_offset % ReadBuffer::page : bytes;
    const qint64 wanted = m_options.end < 0 ? aligned : qMin<qint64>(aligned, m_options.end - m_offset);
    const qint64 known = m_source->size();
    const qint64 room = known < 0 ? wanted : qMin(wanted, qMax(known - m_offset, Preamble::longest));
    auto taken = m_source->readAt(m_offset, {m_buffer.data(), static_cast<std::size_t>(qMax<qint64>(0, room))});
    if (!taken.ok())
        return taken.error();
    m_bufferBytes = *taken;
    m_offset += *taken;
    if (m_options.progress && (m_offset - m_told >= progressStep || m_bufferBytes == 0)) {
        m_told = m_offset;
        m_options.progress(m_offset);
    }
    return base::Done{};
}

base::Status RecordReader::giveChunk()
{
    if (m_bufferGiven == m_bufferBytes) {
        if (auto filled = fillBuffer(m_options.chunkBytes); !filled.ok())
            return filled;
        if (m_bufferBytes == 0) {
            if (auto same = m_source->unchanged(); !same.ok())
                return same;
        }
    }
    const qsizetype bytes = qMin(m_options.chunkBytes, m_bufferBytes - m_bufferGiven);
    m_parser->give(QByteArrayView(m_buffer.data() + m_bufferGiven, bytes));
    m_bufferGiven += bytes;
    return base::Done{};
}

void RecordReader::beginOnce()
{
    if (m_error || m_parser)
        return;
    if (const auto begun = begin(); !begun.ok())
        m_error = located(begun.error());
}

/// After a step that gave no record and is not the end.
void RecordReader::goOnAfter(RecordParser::Step step)
{
    if (step == RecordParser::Step::Failed)
        m_error = m_parser->error();
    else if (const auto given = giveChunk(); !given.ok())
        m_error = located(given.error());
}

base::Result<bool> RecordReader::next(RecordView &record)
{
    beginOnce();
    while (!m_error) {
        const auto step = m_parser->next(record);
        if (step == RecordParser::Step::Record)
            return true;
        if (step == RecordParser::Step::End)
            return false;
        goOnAfter(step);
    }
    return *m_error;
}

base::Status RecordReader::readAll(RecordSink &sink)
{
    RecordView record;
    beginOnce();
    while (!m_error) {
        const auto step = m_parser->next(record);
        if (step == RecordParser::Step::End || (step == RecordParser::Step::Record && !sink.take(record)))
            return base::Done{};
        if (step != RecordParser::Step::Record)
            goOnAfter(step);
    }
    return *m_error;
}

qint64 RecordReader::bytesRead() const
{
    return m_parser ? m_offset - (m_bufferBytes - m_bufferGiven) - m_parser->ahead() : 0;
}

RecordPlace RecordReader::place() const
{
    return m_parser ? m_parser->place() : m_options.begin.value_or(RecordPlace{});
}

base::Error RecordReader::located(base::Error error) const
{
    const RecordPlace at = place();
    error.context.insert(QStringLiteral("row"), at.records + 1);
    error.context.insert(QStringLiteral("line"), at.line);
    return error;
}

base::Status readSome(const std::shared_ptr<ByteSource> &source, const CsvSyntax &syntax, qint64 first, qint64 count,
                      ReadingOptions options, RecordSink &sink)
{
    if (count <= 0)
        return base::Done{};
    RecordRun run(first, count, sink);
    return RecordReader(source, syntax, std::move(options)).readAll(run);
}

} // namespace tabular::csv
