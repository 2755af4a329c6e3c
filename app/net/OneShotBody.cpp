#include "net/OneShotBody.h"

#include <algorithm>
#include <cstring>

namespace net {

OneShotBody::OneShotBody(QByteArray bytes)
    : OneShotBody(std::move(bytes), nullptr, {})
{ }

OneShotBody::OneShotBody(QByteArray head, std::unique_ptr<QFile> file, QByteArray tail)
    : m_head(std::move(head))
    , m_file(std::move(file))
    , m_tail(std::move(tail))
    , m_length(m_head.size() + (m_file ? m_file->size() : 0) + m_tail.size())
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_length - m_given + QIODevice::bytesAvailable();
}

bool OneShotBody::seek(qint64)
{
    return false;
}

qint64 OneShotBody::take(char *data, qint64 size)
{
    const qint64 fileEnd = m_length - m_tail.size();
    if (m_given >= m_head.size() && m_given < fileEnd)
        return m_file->read(data, std::min(size, fileEnd - m_given));
    const bool inHead = m_given < m_head.size();
    const QByteArray &part = inHead ? m_head : m_tail;
    const qint64 at = inHead ? m_given : m_given - fileEnd;
    const qint64 count = std::min<qint64>(size, part.size() - at);
    std::memcpy(data, part.constData() + at, static_cast<size_t>(count));
    return count;
}

qint64 OneShotBody::readData(char *data, qint64 size)
{
    if (givenWhole() || size <= 0)
        return givenWhole() ? -1 : 0;
    if (m_given == 0)
        Q_EMIT reading();
    const qint64 count = take(data, size);
    // A file that became shorter meanwhile must not end as a body that looks whole.
    if (count <= 0) {
        setErrorString(QStringLiteral("the file became shorter while it was sent"));
        return -1;
    }
    m_given += count;
    return count;
}

qint64 OneShotBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace net
