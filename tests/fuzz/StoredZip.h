#pragma once

#include <QByteArray>

#include <zlib.h>

#include <cstdint>

namespace fuzz {

/// A zip whose entries are stored and whose check sums are right, so that whatever stands in a part reaches its parser.
class StoredZip final {
public:
    StoredZip &add(const QByteArray &name, const QByteArray &content)
    {
        const auto sum =
            ::crc32(0, reinterpret_cast<const Bytef *>(content.constData()), static_cast<uInt>(content.size()));
        const QByteArray common = two(20) + two(0) + two(0) + two(0) + two(0x21) + four(sum) + four(content.size())
            + four(content.size()) + two(name.size()) + two(0);
        m_directory += "PK\1\2" + two(20) + common + two(0) + two(0) + two(0) + four(0) + four(m_entries.size()) + name;
        m_entries += "PK\3\4" + common + name + content;
        ++m_count;
        return *this;
    }
    [[nodiscard]] QByteArray bytes() const
    {
        return m_entries + m_directory + "PK\5\6" + two(0) + two(0) + two(m_count) + two(m_count)
            + four(m_directory.size()) + four(m_entries.size()) + two(0);
    }

private:
    template <class Number>
    static QByteArray two(Number number)
    {
        const auto value = static_cast<std::uint32_t>(number);
        QByteArray bytes;
        bytes.append(static_cast<char>(value & 0xFF));
        return bytes.append(static_cast<char>(value >> 8 & 0xFF));
    }
    template <class Number>
    static QByteArray four(Number number)
    {
        return two(static_cast<std::uint32_t>(number) & 0xFFFF) + two(static_cast<std::uint32_t>(number) >> 16);
    }

    QByteArray m_entries;
    QByteArray m_directory;
    int m_count = 0;
};

} // namespace fuzz
