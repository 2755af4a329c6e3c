#include "mapping/CellPattern.h"

#include <QRegularExpression>

#include <algorithm>
#include <bit>

namespace mapping {

namespace {

using tabular::DateShape;
using tabular::NumberShape;

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
constexpr size_t shortName = 3;
/// A day of which every part shows which one it is.
constexpr DateShape::Parts tellingDay{2031, 10, 25, (13 * 60 + 14) * 60 + 15};

void appendNumber(std::string &text, int value, size_t digits)
{
    const std::string number = std::to_string(value);
    if (number.size() < digits)
        text.append(digits - number.size(), '0');
    text += number;
}

void appendMonth(std::string &text, int month, size_t letters)
{
    if (letters < shortName)
        return appendNumber(text, month, letters);
    const std::string_view name = months.at(static_cast<size_t>(month - 1));
    text += letters == shortName ? name.substr(0, shortName) : name;
}

void appendZone(std::string &text, int minutes)
{
    text += minutes < 0 ? '-' : '+';
    appendNumber(text, std::abs(minutes) / 60, 2);
    text += ':';
    appendNumber(text, std::abs(minutes) % 60, 2);
}

/// A run of one letter.
void appendPart(std::string &text, char letter, size_t letters, const DateShape::Parts &parts, int zoneMinutes)
{
    const int hour = parts.seconds / 3600;
    switch (letter) {
    case 'y':
        return appendNumber(text, letters < 4 ? parts.year % 100 : parts.year, letters);
    case 'M':
        return appendMonth(text, parts.month, letters);
    case 'd':
        return appendNumber(text, parts.day, letters);
    case 'H':
        return appendNumber(text, hour, letters);
    case 'h':
        return appendNumber(text, hour % 12 == 0 ? 12 : hour % 12, letters);
    case 'm':
        return appendNumber(text, parts.seconds / 60 % 60, letters);
    case 's':
        return appendNumber(text, parts.seconds % 60, letters);
    case 'S':
        text.append(letters, '0');
        return;
    case 'a':
        text += hour < 12 ? "AM" : "PM";
        return;
    case 'X':
        return appendZone(text, zoneMinutes);
    default:
        text.append(letters, letter);
    }
}

void appendDate(std::string &text, std::string_view pattern, const DateShape::Parts &parts, int zoneMinutes)
{
    while (!pattern.empty()) {
        const char letter = pattern.front();
        const size_t letters = std::min(pattern.find_first_not_of(letter), pattern.size());
        appendPart(text, letter, letters, parts, zoneMinutes);
        pattern.remove_prefix(letters);
    }
}

std::optional<DateShape::Order> orderOf(const QString &pattern)
{
    const qsizetype day = pattern.indexOf(QLatin1Char('d'));
    const qsizetype month = pattern.indexOf(QLatin1Char('M'));
    const qsizetype year = pattern.indexOf(QLatin1Char('y'));
    if (day < 0 || month < 0 || year < 0)
        return {};
    if (year < day)
        return DateShape::YearMonthDay;
    return day < month ? DateShape::DayMonthYear : DateShape::MonthDayYear;
}

} // namespace

std::optional<DatePattern> DatePattern::from(const QString &pattern)
{
    const std::optional<DateShape::Order> order = orderOf(pattern);
    if (!order)
        return {};
    DatePattern read;
    read.m_letters = pattern.toStdString();
    std::erase(read.m_letters, '\''); // around a T that is no letter of a pattern
    read.m_order = *order;
    read.m_longName = pattern.contains(QLatin1String("MMMM"));
    std::string text;
    appendDate(text, read.m_letters, tellingDay, 0);
    const std::optional<DateShape> shape = tabular::readDate(text);
    if (!shape || !shape->isDay())
        return {};
    read.m_layout = shape->detail & DateShape::layout;
    return read;
}

bool DatePattern::fits(const DateShape &shape) const
{
    const quint32 bit = 1U << (m_order + (m_longName ? DateShape::longShift : 0));
    return (shape.detail & DateShape::layout) == m_layout && (shape.detail & bit) != 0;
}

std::optional<DateShape::Parts> DatePattern::read(const DateShape &shape) const
{
    if (fits(shape))
        return shape.parts(m_order);
    const quint32 open = (shape.detail | shape.detail >> DateShape::longShift) & DateShape::orders;
    const bool elsewise = (shape.detail & DateShape::layout) != m_layout;
    if (!elsewise || std::popcount(open) != 1 || (shape.detail & DateShape::twoDigitYear) != 0)
        return {};
    return shape.parts(static_cast<DateShape::Order>(std::countr_zero(open)));
}

void DatePattern::write(std::string &text, const DateShape::Parts &parts, int zoneMinutes) const
{
    appendDate(text, m_letters, parts, zoneMinutes);
}

std::optional<NumberPattern> NumberPattern::from(const QString &pattern)
{
    for (int reading = 0; reading < NumberShape::readingCount; ++reading) {
        if (pattern == NumberShape::pattern(reading, true) || pattern == NumberShape::pattern(reading, false)) {
            NumberPattern found;
            found.m_reading = reading;
            return found;
        }
    }
    return {};
}

void NumberPattern::writePlain(std::string &text, std::string_view number) const
{
    const char decimal = m_reading < 4 ? '.' : ',';
    for (const char c : number) {
        if ((c >= '0' && c <= '9') || c == '-')
            text += c;
        else if (c == decimal)
            text += '.';
    }
}

bool crmReads(const QString &pattern)
{
    static const QRegularExpression known(QStringLiteral("^(?:#(?:\\.#)?|(?:"
                                                         "dd([/.\\- ])M{2,4}\\1(?:yyyy|yy)|"
                                                         "M{2,4}([/.\\- ])dd\\2(?:yyyy|yy)|"
                                                         "(?:yyyy|yy)([/.\\- ])M{2,4}\\3dd|"
                                                         "M{3,4} dd,yyyy)(?: HH:mm:ss)?)$"));
    return known.match(pattern).hasMatch();
}

} // namespace mapping
