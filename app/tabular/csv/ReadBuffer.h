#pragma once

#include <QtGlobal>

#include <cstddef>
#include <memory>
#include <new>

namespace tabular::csv {

/// Memory for reads, at the begin of a page: the system copies a page of a file several times quicker if both ends lie
/// alike.
class ReadBuffer final {
public:
    static constexpr qint64 page = 4096;

    ReadBuffer() = default;
    explicit ReadBuffer(qsizetype bytes)
        : m_bytes(static_cast<char *>(::operator new(static_cast<std::size_t>(bytes), std::align_val_t(page))))
    { }
    [[nodiscard]] char *data() const { return m_bytes.get(); }

private:
    struct Free final {
        void operator()(char *bytes) const { ::operator delete(bytes, std::align_val_t(page)); }
    };
    std::unique_ptr<char, Free> m_bytes;
};

} // namespace tabular::csv
