#include "practice/DatePattern.h"

#include <QLocale>
#include <QRegularExpression>

namespace practice {

namespace {

/// Two digits mean the years from 1970 to 2069.
QDate inThisCentury(QDate date, bool shortYear)
{
    return shortYear && date.isValid() && date.year() < 1970 ? date.addYears(100) : date;
}

} // namespace

DatePattern::DatePattern(const QString &pattern)
    : m_pattern(pattern)
    , m_shortYear(!pattern.isEmpty() && !pattern.contains(QLatin1String("yyyy")))
{
    m_pattern.replace(QLatin1Char('a'), QLatin1String("AP"));
    m_pattern.replace(QLatin1String("'T'"), QLatin1String("T"));
}

bool DatePattern::isKnown(const QString &pattern)
{
    static const QRegularExpression date(
        QStringLiteral("^(?=.*y)(?=.*M)(?=.*d)(yyyy|yy|MMMM|MMM|MM|M|dd|d)([/.\\-, ]{0,2})(yyyy|yy|MMMM|MMM|MM|M|dd|d)"
                       "([/.\\-, ]{0,2})(yyyy|yy|MMMM|MMM|MM|M|dd|d)((T|'T'| )(HH|H|hh|h):mm(:ss)?( ?a)?)?$"));
    return date.match(pattern).hasMatch();
}

QDate DatePattern::date(const QString &text) const
{
    const QLocale english = QLocale::c();
    if (!m_pattern.isEmpty())
        return inThisCentury(english.toDate(text, m_pattern), m_shortYear);
    const QDate iso = QDate::fromString(text, Qt::ISODate);
    return iso.isValid() ? iso : english.toDate(text, QStringLiteral("MM/dd/yyyy"));
}

QDateTime DatePattern::dateTime(const QString &text) const
{
    const QLocale english = QLocale::c();
    const QString pattern = m_pattern.isEmpty() ? QStringLiteral("MM/dd/yyyy HH:mm:ss") : m_pattern;
    QDateTime time = m_pattern.isEmpty() ? QDateTime::fromString(text, Qt::ISODate) : QDateTime();
    if (!time.isValid())
        time = english.toDateTime(text, pattern);
    time.setDate(inThisCentury(time.date(), m_shortYear));
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace practice
