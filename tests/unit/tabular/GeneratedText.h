#pragma once

#include "tabular/csv/ByteSource.h"

#include <atomic>
#include <cstring>
#include <functional>

/// A text of any size without a disk: a head, and one line over and over. Counts what is read of it, and lets a test do
/// something in the midst of that.
class GeneratedText final : public tabular::csv::ByteSource {
public:
    GeneratedText(QByteArray head, const QByteArray &unit, qint64 count, const QByteArray &tail = {})
        : m_head(std::move(head))
        , m_block(unit.repeated(qMax<qsizetype>(1, blockBytes / unit.size())))
        , m_tail(tail)
        , m_middle(unit.size() * count)
    { }

    base::Result<qsizetype> readAt(qint64 offset, std::span<char> into) override
    {
        if (whileReading)
            whileReading(m_asked.load());
        qsizetype taken = 0;
        const auto wanted =
            static_cast<qsizetype>(qBound<qint64>(0, size() - offset, static_cast<qint64>(into.size())));
        while (taken < wanted) {
            const QByteArrayView piece = from(offset + taken);
            const qsizetype bytes = qMin(piece.size(), wanted - taken);
            std::memcpy(into.data() + taken, piece.data(), static_cast<std::size_t>(bytes));
            taken += bytes;
        }
        m_asked += taken;
        return taken;
    }
    [[nodiscard]] qint64 size() const override { return m_head.size() + m_middle + m_tail.size(); }
    /// Bytes that were read so far, by all threads.
    [[nodiscard]] qint64 asked() const { return m_asked.load(); }

    std::function<void(qint64 asked)> whileReading; ///< ahead of each read; from several threads

private:
    static constexpr qsizetype blockBytes = 256 * 1024;

    [[nodiscard]] QByteArrayView from(qint64 offset) const
    {
        if (offset < m_head.size())
            return QByteArrayView(m_head).sliced(static_cast<qsizetype>(offset));
        offset -= m_head.size();
        if (offset >= m_middle)
            return QByteArrayView(m_tail).sliced(static_cast<qsizetype>(offset - m_middle));
        const auto at = static_cast<qsizetype>(offset % m_block.size());
        return QByteArrayView(m_block).sliced(at, qMin<qint64>(m_block.size() - at, m_middle - offset));
    }

    QByteArray m_head;
    QByteArray m_block;
    QByteArray m_tail;
    qint64 m_middle;
    std::atomic<qint64> m_asked = 0;
};
