#include "tabular/csv/RecordLane.h"

#include "tabular/csv/RecordMachine.h"

#include <bit>
#include <cstring>

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
    m_carry = {};
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

bool RecordLane::next(RecordView &record)
{
    const char *const data = m_chunk.data();
    for (;;) {
        while (m_next < m_window->count) {
            const auto position = static_cast<qsizetype>(m_window->positions[m_next++]);
            if (!addCell(data + m_cellBegin, data + position))
                return false;
            m_cellBegin = position + 1;
            if (data[position] != m_syntax.delimiter)
                return endRecord(position, record);
        }
        if (!fillWindow())
            return false;
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
    if (m_cellCount > columnLimit)
        return false;
    if (m_cells.size() < m_cellCount + m_window->count)
        m_cells.resize(m_cellCount + m_window->count);
    return true;
}

inline bool RecordLane::addCell(const char *begin, const char *end)
{
    if (m_syntax.quotes && begin != end && *begin == m_syntax.quote)
        return addQuotedCell(begin + 1, end - 1);
    m_cells[m_cellCount++] = std::string_view(begin, static_cast<std::size_t>(end - begin));
    return true;
}

bool RecordLane::addQuotedCell(const char *begin, const char *end)
{
    if (end - begin > quotedLineLimit && lineBreaks(begin, end) > quotedLineLimit)
        return false;
    m_cells[m_cellCount++] = holdsDoubledQuotes(begin, end)
        ? withoutDoubledQuotes(begin, end)
        : std::string_view(begin, static_cast<std::size_t>(end - begin));
    return true;
}

bool RecordLane::holdsDoubledQuotes(const char *begin, const char *end) const
{
    if (end - begin < 2)
        return false;
    const qsizetype from = begin - m_chunk.data() - m_windowBegin;
    const qsizetype last = end - m_chunk.data() - m_windowBegin - 1;
    if (from < 0)
        return std::memchr(begin, m_syntax.quote, static_cast<std::size_t>(end - begin)) != nullptr;
    const auto firstBlock = static_cast<std::size_t>(from / blockBytes);
    const auto lastBlock = static_cast<std::size_t>(last / blockBytes);
    const quint64 behind = ~quint64(0) << (from % blockBytes);
    const quint64 ahead = upTo(static_cast<quint32>(last % blockBytes));
    const auto &escapes = m_window->escapes;
    if (firstBlock == lastBlock)
        return (escapes[firstBlock] & behind & ahead) != 0;
    quint64 any = (escapes[firstBlock] & behind) | (escapes[lastBlock] & ahead);
    for (std::size_t block = firstBlock + 1; block < lastBlock; ++block)
        any |= escapes[block];
    return any != 0;
}

std::string_view RecordLane::withoutDoubledQuotes(const char *begin, const char *end)
{
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
    const quint64 breaks = m_window->breaks[block] & upTo(place % blockBytes);
    return m_windowLine + m_window->linesBefore[block] + std::popcount(breaks);
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
    m_place.offset += lineEnd + 1 - m_from;
    m_place.line = lineBehind(lineEnd);
    m_place.afterCr = m_chunk[lineEnd] == '\r';
    m_from = lineEnd + 1;
    openRecord();
    return true;
}

} // namespace tabular::csv
