#pragma once

#include <QDateTime>
#include <QString>

namespace practice {

/// A date or date-time pattern as jobs announce it: yyyy yy MMMM MMM MM dd HH hh mm ss a and their separators.
class DatePattern final {
public:
    /// `pattern` may be empty: month, day and year then, with ISO 8601 understood as well.
    explicit DatePattern(const QString &pattern);

    [[nodiscard]] static bool isKnown(const QString &pattern);
    /// Invalid when `text` is no such date. A date-time without a zone is UTC.
    [[nodiscard]] QDate date(const QString &text) const;
    [[nodiscard]] QDateTime dateTime(const QString &text) const;

private:
    QString m_pattern; ///< in Qt's letters
    bool m_shortYear = false;
};

} // namespace practice
