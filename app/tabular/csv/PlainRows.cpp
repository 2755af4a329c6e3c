#include "tabular/csv/PlainRows.h"

#include "tabular/csv/RecordMachine.h"

#include <cstring>

namespace tabular::csv {

namespace {

/// Small enough that what was read is still in the processor's second cache when it is copied.
constexpr qsizetype readBytes = 128LL * 1024;
/// A row below it breaks none of the limits of a cell or a record.
constexpr qsizetype longestRow = cellLimit / 2;
/// Reads go here; what is left of a row is put in front of it.
constexpr qsizetype readPlace = longestRow + readBytes + ReadBuffer::page;
static_assert(readPlace % ReadBuffer::page == 0);

} // namespace

PlainRows::PlainRows(std::shared_ptr<ByteSource> source, const Format &format, base::StopFlag stop, Progress progress)
    : m_source(std::move(source))
    , m_format(format)
    , m_stop(std::move(stop))
    , m_progress(std::move(progress))
    , m_buffer(readPlace + readBytes)
    , m_ends(std::make_unique<RowEnds>())
{ }

bool PlainRows::isPossible(const ByteSource &source, const CsvSyntax &syntax)
{
    return source.anyPlace() && syntax.quotes && syntax.comment == '\0' && syntax.fitsBlocks();
}

base::Result<PlainRows::End> PlainRows::readFrom(const RecordPlace &begin, RowRunSink &sink)
{
    m_place = begin;
    m_row = m_scanned = m_end = readPlace;
    const bool careful = m_carry.careful;
    m_carry = {};
    m_carry.careful = careful;
    m_ends->wanted = static_cast<quint32>(m_format.cells - 1);
    m_ends->lines = m_ends->delimiters = 0;
    m_ends->count = 0;
    m_ends->odd = false;
    for (;;) {
        const auto more = readOn();
        if (!more.ok())
            return more.error();
        if (!scan(sink))
            return End::Enough;
        if (m_ends->odd || !*more || m_scanned - m_row > longestRow)
            return End::OddRow;
    }
}

/// False at the end of the text.
base::Result<bool> PlainRows::readOn()
{
    if (m_stop.raised())
        return base::Error{base::ErrorCode::Cancelled, {}, {}, {}};
    const qint64 offset = m_place.offset + (m_end - m_row);
    const qsizetype left = m_end - m_row;
    // In the memory it stands in its page where it stands in the file: such copies are quicker.
    const auto skip = static_cast<qsizetype>(offset % ReadBuffer::page);
    char *const to = m_buffer.data() + readPlace + skip;
    if (left > 0)
        std::memmove(to - left, m_buffer.data() + m_row, static_cast<std::size_t>(left));
    m_scanned += readPlace + skip - left - m_row;
    m_row = readPlace + skip - left;
    auto taken = m_source->readAt(offset, {to, static_cast<std::size_t>(readBytes - skip)});
    if (!taken.ok())
        return taken.error();
    m_end = readPlace + skip + *taken;
    if (m_progress && offset + *taken - m_told >= progressStep) {
        m_told = offset + *taken;
        m_progress(m_told);
    }
    return *taken > 0;
}

/// Whole blocks only: the last bytes of a text are the reader's. False if the sink has enough.
bool PlainRows::scan(RowRunSink &sink)
{
    RowEnds &ends = *m_ends;
    for (;;) {
        const qsizetype blocks = ends.odd ? 0 : qMin<qsizetype>((m_end - m_scanned) / blockBytes, RowEnds::blocks);
        if (blocks == 0 || ends.count > RowEnds::most - RowEnds::mostAtOnce) {
            ends.odd = ends.odd || isTooMuch();
            if (ends.count > 0 && !give(sink))
                return false;
        }
        if (blocks == 0 || ends.odd)
            return true;
        blockScan().ends(m_buffer.data() + m_scanned, blocks, static_cast<quint32>(m_scanned - m_row), m_format.syntax,
                         m_format.crlf, m_carry, ends);
        m_scanned += blocks * blockBytes;
    }
}

/// Only the reader can say whether so many lines are in one cell, as when a quote is not closed: rows from there on are
/// not given.
bool PlainRows::isTooMuch()
{
    if (m_ends->lines <= quotedLineLimit)
        return false;
    quint32 before = 0;
    for (quint32 i = 0; i < m_ends->count; ++i) {
        if (m_ends->breaks[i] - before > quotedLineLimit) {
            m_ends->count = i;
            return true;
        }
        before = m_ends->breaks[i];
    }
    return m_ends->lines - before > quotedLineLimit;
}

bool PlainRows::give(RowRunSink &sink)
{
    RowEnds &ends = *m_ends;
    const RowRun run{m_buffer.data() + m_row,
                     {ends.places.data(), ends.count},
                     {ends.breaks.data(), ends.count},
                     m_place.records + 1,
                     m_place.line};
    const quint32 bytes = run.ends.back();
    const quint32 breaks = run.breaks.back();
    m_row += bytes;
    m_place = {m_place.offset + bytes, m_place.records + ends.count, m_place.line + breaks, false};
    ends.lines -= breaks;
    ends.count = 0;
    return sink.take(run);
}

} // namespace tabular::csv
