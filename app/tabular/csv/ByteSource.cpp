#include "tabular/csv/ByteSource.h"

#include <cstring>

namespace tabular::csv {

base::Result<qsizetype> MemorySource::readAt(qint64 offset, std::span<char> into)
{
    const qint64 left = qMax<qint64>(0, m_text.size() - offset);
    const qsizetype bytes = qMin<qsizetype>(left, static_cast<qsizetype>(into.size()));
    if (bytes > 0)
        std::memcpy(into.data(), m_text.constData() + offset, static_cast<std::size_t>(bytes));
    return bytes;
}

DeviceSource::DeviceSource(std::unique_ptr<QIODevice> device)
    : m_device(std::move(device))
    , m_size(m_device->isSequential() ? -1 : m_device->size() - m_device->pos())
{ }

base::Result<qsizetype> DeviceSource::readAt(qint64 offset, std::span<char> into)
{
    Q_ASSERT(offset == m_taken);
    qsizetype taken = 0;
    const auto wanted = static_cast<qsizetype>(into.size());
    while (taken < wanted) {
        const qint64 more = m_device->read(into.data() + taken, wanted - taken);
        // At the end of a file some devices report an error, others nothing; only atEnd() tells a fault apart.
        if (more <= 0 && !m_device->atEnd())
            return base::Error{base::ErrorCode::FileUnreadable, m_device->errorString(), {}, {}};
        if (more <= 0)
            break;
        taken += more;
    }
    m_taken += taken;
    return taken;
}

} // namespace tabular::csv
