#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>
#include <span>

namespace tabular::csv {

/// The bytes of one text, read by place and never mapped into memory (a mapped file that shrinks kills the process).
class ByteSource {
public:
    virtual ~ByteSource() = default;
    /// Fills `into` from `offset` on and gives the number of bytes; fewer than asked for only at the end of the text.
    /// Errors: FileUnreadable, FileChanged.
    virtual base::Result<qsizetype> readAt(qint64 offset, std::span<char> into) = 0;
    /// Bytes in all, as it was when opened; -1: not known before the end.
    [[nodiscard]] virtual qint64 size() const = 0;
    /// FileChanged, if the text is no longer what was opened: another size, another time of change, or removed.
    [[nodiscard]] virtual base::Status unchanged() const { return base::Done{}; }
    /// readAt() may be called from several threads, at any place. If not, each offset must be where the last read ended.
    [[nodiscard]] virtual bool anyPlace() const { return true; }
};

/// Text in memory, shared with the giver.
class MemorySource final : public ByteSource {
public:
    explicit MemorySource(QByteArray text)
        : m_text(std::move(text))
    { }
    base::Result<qsizetype> readAt(qint64 offset, std::span<char> into) override;
    [[nodiscard]] qint64 size() const override { return m_text.size(); }

private:
    QByteArray m_text;
};

/// What a device that is open for reading still holds: a pipe, a decoder, a buffer. Used in one thread.
class DeviceSource final : public ByteSource {
public:
    explicit DeviceSource(std::unique_ptr<QIODevice> device);
    base::Result<qsizetype> readAt(qint64 offset, std::span<char> into) override;
    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] bool anyPlace() const override { return false; }

private:
    std::unique_ptr<QIODevice> m_device;
    qint64 m_size = -1;
    qint64 m_taken = 0;
};

} // namespace tabular::csv
