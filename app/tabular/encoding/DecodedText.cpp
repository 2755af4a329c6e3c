#include "tabular/encoding/DecodedText.h"

#include <bit>
#include <cstring>

namespace tabular {

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
constexpr QByteArrayView replacement("\xEF\xBF\xBD");

/// The high bit of each byte of `word` that is `c`.
quint64 bytesThatAre(quint64 word, char c)
{
    constexpr quint64 low = 0x7F7F7F7F7F7F7F7FULL;
    const quint64 difference = word ^ (0x0101010101010101ULL * static_cast<uchar>(c));
    return ~(((difference & low) + low) | difference | low);
}

/// Line ends in [at, last); a byte stands at `last` too, so that each has one behind it.
qint64 linesBefore(const char *at, const char *last)
{
    qint64 lines = 0;
    while (at < last) {
        quint64 word = 0;
        if (last - at >= 8) {
            std::memcpy(&word, at, 8);
            if (bytesThatAre(word, '\r') == 0) {
                lines += std::popcount(bytesThatAre(word, '\n'));
                at += 8;
                continue;
            }
        }
        const char *const stop = at + qMin<std::ptrdiff_t>(8, last - at);
        for (; at < stop; ++at)
            lines += int{*at == '\n'} | (int{*at == '\r'} & int{at[1] != '\n'});
    }
    return lines;
}

} // namespace

void DecodedText::writeTo(QByteArray *out)
{
    m_out = out;
    m_counted = out->size();
}

void DecodedText::append(QByteArrayView utf8)
{
    if (utf8.isEmpty())
        return;
    if (!m_started && utf8.startsWith(byteOrderMark))
        utf8 = utf8.sliced(byteOrderMark.size());
    m_started = true;
    m_out->append(utf8);
}

char *DecodedText::room(qsizetype bytes)
{
    m_roomAt = m_out->size();
    m_out->resize(m_roomAt + bytes);
    return m_out->data() + m_roomAt;
}

void DecodedText::commit(qsizetype used)
{
    m_out->resize(m_roomAt + used);
    if (!m_started && used > 0) {
        if (QByteArrayView(*m_out).sliced(m_roomAt).startsWith(byteOrderMark))
            m_out->remove(m_roomAt, byteOrderMark.size());
        m_started = true;
    }
}

void DecodedText::invalid(qint64 offset, QByteArrayView bytes)
{
    m_started = true;
    countLines();
    ++m_places.count;
    // A line end may have been the last thing before: then the place stands on the next line.
    if (m_places.first.size() < InvalidPlaces::mostListed)
        m_places.first.push_back({offset, m_line + (m_afterCr ? 1 : 0), bytes.toByteArray()});
    append(replacement);
}

void DecodedText::settle()
{
    countLines();
}

/// A CR counts when what follows it is known not to be the LF that belongs to it.
void DecodedText::countLines()
{
    const char *const at = m_out->constData() + m_counted;
    const char *const end = m_out->constData() + m_out->size();
    m_counted = m_out->size();
    if (at == end)
        return;
    if (m_afterCr && *at != '\n')
        ++m_line;
    m_line += linesBefore(at, end - 1) + (end[-1] == '\n' ? 1 : 0);
    m_afterCr = end[-1] == '\r';
}

} // namespace tabular
