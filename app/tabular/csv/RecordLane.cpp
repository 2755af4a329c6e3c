#include "tabular/csv/RecordLane.h"

#include "tabular/csv/RecordMachine.h"

#include <bit>
#include <cstring>
#include <limits>

namespace tabular::csv {

namespace {

bool isLineEnd(char c)
{
    return c == '\r' || c == '\n';
}

qint64 lineBreaks(const char *begin, const char *end)
{
    qint64 breaks = 0;
    for (const char *at = begin; at != end; ++at)
        breaks += *at == '\r' || (*at == '\n' && (at == begin || at[-1] != '\r'));
    return breaks;
}

/// Bits 0 to n, n included.
quint64 upTo(quint32 n)
{
    return ~quint64(0) >> (63 - n);
}

} // namespace

RecordLane::RecordLane(const CsvSyntax &syntax, bool checkUtf8, const BlockScan &scan)
    : m_syntax(syntax)
    , m_checkUtf8(checkUtf8)
    , m_scan(scan)
    , m_window(std::make_unique<LaneWindow>())
{ }

void RecordLane::enter(QByteArrayView chunk, qsizetype at, const RecordPlace &place)
{
    Q_ASSERT(chunk.size() <= cellLimit);
    m_chunk = chunk;
    m_from = at;
    m_place = place;
    const bool careful = m_carry.careful;
    m_carry = {};
    m_carry.careful = careful;
    m_carry.cr = place.afterCr ? 1 : 0;
    m_scanned = at;
    m_windowBegin = at;
    m_windowLine = place.line;
    m_window->clear();
    m_next = 0;
    openRecord();
}

/// Steps over blank lines, so that the first cell begins where its text does.
void RecordLane::openRecord()
{
    const char *const data = m_chunk.data();
    qsizetype at = m_from;
    bool afterCr = m_place.afterCr;
    m_recordLine = m_place.line;
    for (; at < m_chunk.size() && isLineEnd(data[at]); ++at) {
        m_recordLine += data[at] == '\r' || !afterCr;
        afterCr = data[at] == '\r';
    }
    m_recordOffset = m_place.offset + (at - m_from);
    m_cellBegin = at;
    m_cellCount = 0;
    m_unquotedBytes = 0;
}

/// What the loop needs is kept in locals: the cells it writes could, for all the compiler knows, be members.
bool RecordLane::next(RecordView &record)
{
    const char *const data = m_chunk.data();
    const char delimiter = m_syntax.delimiter;
    const int quote = m_syntax.quotes ? static_cast<uchar>(m_syntax.quote) : -1;
    qsizetype plain = m_plainUpTo;
    for (;;) {
        const quint32 *position = m_window->positions.data() + m_next;
        const quint32 *const last = m_window->positions.data() + m_window->count;
        std::string_view *cell = m_cells.data() + m_cellCount;
        qsizetype begin = m_cellBegin;
        while (position != last) {
            const auto end = static_cast<qsizetype>(*position++);
            const char *const text = data + begin;
            // Whether a cell is quoted can hardly be foretold, so there is no branch for it.
            const std::size_t quotes = static_cast<uchar>(*text) == quote ? 1 : 0;
            *cell = std::string_view(text + quotes, static_cast<std::size_t>(end - begin) - 2 * quotes);
            if (end > plain) {
                if (quotes != 0 && !unquote(*cell))
                    return false;
                plain = m_plainUpTo = plainUpTo(end);
            }
            ++cell;
            begin = end + 1;
            if (data[end] == delimiter)
                continue;
            m_next = static_cast<quint32>(position - m_window->positions.data());
            m_cellCount = static_cast<std::size_t>(cell - m_cells.data());
            return endRecord(end, record);
        }
        m_next = m_window->count;
        m_cellCount = static_cast<std::size_t>(cell - m_cells.data());
        m_cellBegin = begin;
        if (!fillWindow())
            return false;
        plain = m_plainUpTo;
    }
}

bool RecordLane::fillWindow()
{
    if (m_window->odd || m_scanned == m_chunk.size())
        return false;
    m_windowLine += m_window->lines;
    m_window->clear();
    m_windowBegin = m_scanned;
    m_next = 0;
    const char *const data = m_chunk.data() + m_scanned;
    const qsizetype left = m_chunk.size() - m_scanned;
    const qsizetype blocks = qMin<qsizetype>(left / blockBytes, LaneWindow::blocks);
    const auto base = static_cast<quint32>(m_scanned);
    if (blocks > 0) {
        m_scan.index(data, blocks, ~quint64(0), base, m_syntax, m_checkUtf8, m_carry, *m_window);
        m_scanned += blocks * blockBytes;
    } else {
        std::array<char, blockBytes> last{};
        std::memcpy(last.data(), data, static_cast<std::size_t>(left));
        m_scan.index(last.data(), 1, (quint64(1) << left) - 1, base, m_syntax, m_checkUtf8, m_carry, *m_window);
        m_scanned += left;
    }
    // A cell that began before may hold what is not known any more.
    m_plainUpTo = m_cellBegin < m_windowBegin ? m_cellBegin : plainUpTo(m_windowBegin);
    if (m_cellCount > columnLimit)
        return false;
    if (m_cells.size() < m_cellCount + m_window->count)
        m_cells.resize(m_cellCount + m_window->count);
    return true;
}

/// False: only the machine can say whether this is too much for a cell.
bool RecordLane::unquote(std::string_view &cell)
{
    const char *const begin = cell.data();
    const char *const end = begin + cell.size();
    if (end - begin > quotedLineLimit && lineBreaks(begin, end) > quotedLineLimit)
        return false;
    cell = withoutDoubledQuotes(begin, end);
    return true;
}

/// A cell that begins at `at` or behind it and ends no later than there loses but its quotes. Ends with the first doubled
/// quote of the window, or at once where a cell may have too many lines.
qsizetype RecordLane::plainUpTo(qsizetype at) const
{
    if (m_window->lines > quotedLineLimit)
        return at;
    const auto place = static_cast<std::size_t>(at - m_windowBegin);
    quint64 here = ~quint64(0) << (place % blockBytes);
    for (std::size_t block = place / blockBytes; block < m_window->used; ++block, here = ~quint64(0)) {
        if (const quint64 escapes = m_window->escapes[block] & here)
            return m_windowBegin + static_cast<qsizetype>(block) * blockBytes + std::countr_zero(escapes);
    }
    return std::numeric_limits<qsizetype>::max();
}

std::string_view RecordLane::withoutDoubledQuotes(const char *begin, const char *end)
{
    if (std::memchr(begin, m_syntax.quote, static_cast<std::size_t>(end - begin)) == nullptr)
        return {begin, static_cast<std::size_t>(end - begin)};
    if (!m_unquoted)
        m_unquoted.reset(new char[static_cast<std::size_t>(cellLimit)]);
    char *const into = m_unquoted.get() + m_unquotedBytes;
    char *to = into;
    while (begin != end) {
        const auto left = static_cast<std::size_t>(end - begin);
        const void *const found = std::memchr(begin, m_syntax.quote, left);
        const auto length = found ? static_cast<std::size_t>(static_cast<const char *>(found) + 1 - begin) : left;
        std::memcpy(to, begin, length);
        to += length;
        begin += found ? length + 1 : length;
    }
    const auto bytes = static_cast<std::size_t>(to - into);
    m_unquotedBytes += bytes;
    return {into, bytes};
}

qint64 RecordLane::lineBehind(qsizetype at) const
{
    const auto place = static_cast<quint32>(at - m_windowBegin);
    const std::size_t block = place / blockBytes;
    qint64 line = m_windowLine + m_window->linesBefore[block];
    // Mostly one bit; counting bits at once takes a processor that is not asked for here.
    for (quint64 breaks = m_window->breaks[block] & upTo(place % blockBytes); breaks != 0; breaks &= breaks - 1)
        ++line;
    return line;
}

bool RecordLane::endRecord(qsizetype lineEnd, RecordView &record)
{
    if (m_cellCount > columnLimit)
        return false;
    ++m_place.records;
    record.number = m_place.records;
    record.line = m_recordLine;
    record.offset = m_recordOffset;
    record.cells = {m_cells.data(), m_cellCount};
    record.remarks = {};
    const qsizetype first = m_from + static_cast<qsizetype>(m_recordOffset - m_place.offset);
    record.text = {m_chunk.data() + first, static_cast<std::size_t>(lineEnd - first)};
    m_place.offset += lineEnd + 1 - m_from;
    m_place.line = lineBehind(lineEnd);
    m_place.afterCr = m_chunk[lineEnd] == '\r';
    m_from = lineEnd + 1;
    openRecord();
    return true;
}

} // namespace tabular::csv
