#pragma once

#include <QHash>
#include <QString>

#include <utility>

namespace base {

/// A text that must not be mixed with other texts: `Tag` makes the type. Ids of the CRM are such texts, never numbers
/// (they exceed what a double can hold).
template <class Tag>
class StrongText final {
public:
    StrongText() = default;
    explicit StrongText(QString text)
        : m_text(std::move(text))
    { }

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const StrongText &a, const StrongText &b) { return a.m_text == b.m_text; }
    friend bool operator!=(const StrongText &a, const StrongText &b) { return a.m_text != b.m_text; }
    friend bool operator<(const StrongText &a, const StrongText &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const StrongText &t, size_t seed = 0) { return qHash(t.m_text, seed); }

private:
    QString m_text;
};

} // namespace base
