#pragma once

#include <QByteArray>

namespace base {

/// A token or password. Copies share their bytes; the last one overwrites them. It has no QDebug operator, no conversion
/// and no place in QVariant, so that it cannot slip into a log, a setting or a URL; `reveal()` marks each use.
class Secret final {
public:
    Secret() = default;
    explicit Secret(QByteArray bytes);
    ~Secret();
    Secret(const Secret &) = default;
    Secret &operator=(const Secret &other);
    Secret(Secret &&) noexcept = default;
    Secret &operator=(Secret &&other) noexcept;

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] const QByteArray &reveal() const { return m_bytes; }

    friend bool operator==(const Secret &a, const Secret &b) { return a.m_bytes == b.m_bytes; }

private:
    void wipe();
    QByteArray m_bytes;
};

} // namespace base
