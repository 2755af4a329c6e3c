#include "mapping/CellPatternDrift.h"

#include <QRegularExpression>

#include <algorithm>

namespace mapping {

namespace {

enum class Kind { Number, Date, Other };

Kind kindOf(const QString &pattern)
{
    if (pattern.contains(QLatin1Char('#')))
        return Kind::Number;
    return pattern.contains(QLatin1Char('M')) && pattern.contains(QLatin1Char('d')) ? Kind::Date : Kind::Other;
}

/// Leading zeros make no difference to reading.
QString withoutZeros(QString pattern)
{
    static const QRegularExpression twice(QStringLiteral("(?<![dM])(dd|MM)(?![dM])"));
    pattern.replace(QLatin1String("HH"), QLatin1String("H")).replace(QLatin1String("hh"), QLatin1String("h"));
    qsizetype from = 0;
    for (auto match = twice.match(pattern); match.hasMatch(); match = twice.match(pattern, from)) {
        pattern.remove(match.capturedStart(), 1);
        from = match.capturedStart() + 1;
    }
    return pattern;
}

} // namespace

QString newPattern(const QString &before, const QStringList &now)
{
    const Kind kind = kindOf(before);
    if (now.isEmpty() || kind == Kind::Other || kindOf(now.front()) != kind)
        return {};
    // Whole numbers without marks can be read either way.
    if (now.front() == QLatin1String("#"))
        return {};
    const bool stillFits = std::any_of(
        now.begin(), now.end(), [&before](const QString &each) { return withoutZeros(each) == withoutZeros(before); });
    return stillFits ? QString() : now.front();
}

} // namespace mapping
