#include "tabular/encoding/DecodedText.h"

namespace tabular {

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
constexpr QByteArrayView replacement("\xEF\xBF\xBD");

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
    const char *at = m_out->constData() + m_counted;
    const char *const end = m_out->constData() + m_out->size();
    m_counted = m_out->size();
    if (at == end)
        return;
    if (m_afterCr && *at != '\n')
        ++m_line;
    const char *const last = end - 1;
    qint64 lines = 0;
    for (; at < last; ++at)
        lines += int{*at == '\n'} | (int{*at == '\r'} & int{at[1] != '\n'});
    m_line += lines + (*last == '\n' ? 1 : 0);
    m_afterCr = *last == '\r';
}

} // namespace tabular
