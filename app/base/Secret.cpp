#include "base/Secret.h"

#include <utility>

namespace base {

Secret::Secret(QByteArray bytes)
    : m_bytes(std::move(bytes))
{ }

Secret::~Secret()
{
    wipe();
}

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        m_bytes = other.m_bytes;
    }
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

void Secret::wipe()
{
    // Only the last holder may overwrite; a detach would wipe a fresh copy and leave the real bytes.
    if (m_bytes.isDetached()) {
        volatile char *byte = m_bytes.data();
        for (qsizetype i = 0; i < m_bytes.size(); ++i)
            byte[i] = '\0';
    }
    m_bytes.clear();
}

} // namespace base
