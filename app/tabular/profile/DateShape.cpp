#include "tabular/profile/DateShape.h"

#include "tabular/profile/CellHash.h"

#include <algorithm>

namespace tabular {

namespace {

constexpr std::array<std::string_view, 12> monthNames{"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<const char *, 6> separators{"/", "-", ".", " ", " ", " "};
constexpr size_t blank = 3;
constexpr size_t blankThenComma = 4;      ///< "Jan 31,2024"
constexpr size_t blankThenCommaBlank = 5; ///< "Jan 31, 2024"
constexpr size_t shortest = 6;
constexpr size_t longestDate = 45;
constexpr size_t longestMonth = 9;
// The common scale, on which every month has the days of the longest one.
constexpr int monthsAYear = 12;
constexpr int daysAMonth = 31;
constexpr int secondsADay = 86'400;

bool isDigit(char c)
{
    return static_cast<uchar>(c - '0') < 10;
}

char smallLetter(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isLetter(char c)
{
    return smallLetter(c) >= 'a' && smallLetter(c) <= 'z';
}

int daysOf(int month, int year)
{
    if (month == 2)
        return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// One of the three pieces of a date.
struct Piece final {
    int value = 0;
    size_t digits = 0; ///< 0: a month's name
    bool shortName = false;
    bool longName = false;
};

class DateText final {
public:
    explicit DateText(std::string_view text)
        : m_rest(text)
    { }

    std::optional<DateShape> read()
    {
        if (m_rest.size() < shortest || m_rest.size() > longestDate)
            return {};
        if (!readPiece(m_pieces[0]) || !readSeparator() || !readPiece(m_pieces[1]) || !readSecondSeparator()
            || !readPiece(m_pieces[2]))
            return {};
        m_shape.detail |= static_cast<quint32>(m_separator) << DateShape::separatorShift;
        if (!m_rest.empty() && !readTime())
            return {};
        openOrders();
        if (!m_shape.isDay()
            && (m_separator >= blank || m_pieces[0].digits + m_pieces[1].digits + m_pieces[2].digits > 8))
            return {};
        return m_shape;
    }

private:
    bool readPiece(Piece &piece)
    {
        const size_t most = qMin<size_t>(5, m_rest.size());
        size_t digits = 0;
        int value = 0;
        for (; digits < most && isDigit(m_rest[digits]); ++digits)
            value = value * 10 + (m_rest[digits] - '0');
        if (digits == 0)
            return readName(piece);
        piece.value = value;
        piece.digits = digits;
        m_rest.remove_prefix(digits);
        return digits <= 2 || digits == 4;
    }

    bool readName(Piece &piece)
    {
        if (m_rest.size() < 3)
            return false;
        const std::array start{smallLetter(m_rest[0]), smallLetter(m_rest[1]), smallLetter(m_rest[2])};
        const auto month = std::find_if(monthNames.begin(), monthNames.end(), [&start](std::string_view name) {
            return name[0] == start[0] && name[1] == start[1] && name[2] == start[2];
        });
        if (month == monthNames.end())
            return false;
        const size_t most = qMin<size_t>(longestMonth, m_rest.size());
        size_t count = start.size();
        bool isLong = true;
        for (; count < most && isLetter(m_rest[count]); ++count)
            isLong = isLong && count < month->size() && smallLetter(m_rest[count]) == (*month)[count];
        piece.longName = isLong && count == month->size();
        piece.shortName = count == start.size();
        piece.value = static_cast<int>(month - monthNames.begin()) + 1;
        m_rest.remove_prefix(count);
        return piece.longName || piece.shortName;
    }

    bool readSeparator()
    {
        for (m_separator = 0; !m_rest.empty() && m_separator <= blank; ++m_separator) {
            if (m_rest.front() == separators[m_separator][0]) {
                m_rest.remove_prefix(1);
                return true;
            }
        }
        return false;
    }

    bool readSecondSeparator()
    {
        if (m_rest.empty())
            return false;
        if (m_separator == blank && m_rest.front() == ',') {
            m_rest.remove_prefix(1);
            m_separator = blankThenComma;
            if (!m_rest.empty() && m_rest.front() == ' ') {
                m_rest.remove_prefix(1);
                m_separator = blankThenCommaBlank;
            }
            return true;
        }
        const bool same = m_rest.front() == separators[m_separator][0];
        m_rest.remove_prefix(1);
        return same;
    }

    /// Two digits (`least` 1: one will do) up to `highest`, after `before` if that is not 0.
    bool readClock(char before, size_t least, int highest, int &value)
    {
        const size_t skip = before == 0 ? 0 : 1;
        if (m_rest.size() <= skip || (skip == 1 && m_rest.front() != before))
            return false;
        size_t digits = 0;
        value = 0;
        for (; digits < 2 && skip + digits < m_rest.size() && isDigit(m_rest[skip + digits]); ++digits)
            value = value * 10 + (m_rest[skip + digits] - '0');
        if (digits < least || value > highest)
            return false;
        m_rest.remove_prefix(skip + digits);
        return true;
    }

    bool readTime()
    {
        const bool afterT = m_rest.front() == 'T';
        if (!afterT && m_rest.front() != ' ')
            return false;
        m_rest.remove_prefix(1);
        int hour = 0;
        int minute = 0;
        int second = 0;
        if (!readClock(0, 1, 23, hour) || !readClock(':', 2, 59, minute))
            return false;
        m_shape.detail |= DateShape::time | (afterT ? DateShape::timeAfterT : 0);
        if (readClock(':', 2, 59, second)) {
            m_shape.detail |= DateShape::seconds;
            readFraction();
        }
        readHalfDay(hour);
        m_seconds = (hour * 60 + minute) * 60 + second;
        return readZone() && m_rest.empty();
    }

    void readFraction()
    {
        if (m_rest.size() < 2 || (m_rest[0] != '.' && m_rest[0] != ',') || !isDigit(m_rest[1]))
            return;
        m_rest.remove_prefix(1);
        while (!m_rest.empty() && isDigit(m_rest.front()))
            m_rest.remove_prefix(1);
        m_shape.detail |= DateShape::fraction;
    }

    void readHalfDay(int &hour)
    {
        const size_t skip = !m_rest.empty() && m_rest.front() == ' ' ? 1 : 0;
        if (m_rest.size() != skip + 2 || smallLetter(m_rest[skip + 1]) != 'm' || hour < 1 || hour > 12)
            return;
        const char half = smallLetter(m_rest[skip]);
        if (half != 'a' && half != 'p')
            return;
        hour = hour % 12 + (half == 'p' ? 12 : 0);
        m_shape.detail |= DateShape::halfDay;
        m_rest = {};
    }

    bool readZone()
    {
        if (m_rest.empty())
            return true;
        m_shape.detail |= DateShape::zone;
        if (m_rest == "Z")
            m_rest = {};
        if (m_rest.empty())
            return true;
        const char sign = m_rest.front();
        if (sign != '+' && sign != '-')
            return false;
        m_rest.remove_prefix(1);
        int hours = 0;
        int minutes = 0;
        if (!readClock(0, 2, 14, hours))
            return false;
        const char colon = !m_rest.empty() && m_rest.front() == ':' ? ':' : '\0';
        if (!m_rest.empty() && !readClock(colon, 2, 59, minutes))
            return false;
        m_shape.zoneMinutes = (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
        return true;
    }

    void openOrders()
    {
        const auto &[a, b, c] = m_pieces;
        if (a.digits == 0 && b.digits == 0)
            return;
        open(DateShape::DayMonthYear, a, b, c);
        open(DateShape::MonthDayYear, b, a, c);
        open(DateShape::YearMonthDay, c, b, a);
    }

    void open(DateShape::Order order, const Piece &day, const Piece &month, const Piece &year)
    {
        if (day.digits == 0 || day.digits > 2 || month.digits > 2 || (year.digits != 2 && year.digits != 4))
            return;
        int fullYear = year.value;
        if (year.digits == 2)
            fullYear += year.value < 70 ? 2000 : 1900;
        if (fullYear < 1000 || month.value < 1 || month.value > 12 || day.value < 1
            || day.value > daysOf(month.value, fullYear))
            return;
        const quint32 bit = 1U << order;
        if (month.digits == 0)
            m_shape.detail |=
                DateShape::named | (month.shortName ? bit : 0) | (month.longName ? bit << DateShape::longShift : 0);
        else
            m_shape.detail |= bit;
        m_shape.detail |= year.digits == 2 ? DateShape::twoDigitYear : 0;
        m_shape.detail |= day.digits == 1 || month.digits == 1 ? DateShape::unpadded : 0;
        const double days = (double(fullYear) * monthsAYear + month.value) * daysAMonth + day.value;
        m_shape.value[order] = days * secondsADay + m_seconds;
    }

    std::string_view m_rest;
    std::array<Piece, 3> m_pieces;
    size_t m_separator = 0;
    int m_seconds = 0;
    DateShape m_shape;
};

/// Compares eight characters at once with how they should look.
class IsoText final {
public:
    explicit IsoText(std::string_view text)
        : m_text(text)
    { }
    [[nodiscard]] const DateShape &shape() const { return m_shape; }

    bool read()
    {
        if (!looksLike(0, "0000-00-") || !isDigit(m_text[8]) || !isDigit(m_text[9]) || !readTime())
            return false;
        const int year = number(0) * 100 + number(2);
        const int month = number(5);
        const int day = number(8);
        if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysOf(month, year))
            return false;
        m_shape.detail |= (1U << DateShape::YearMonthDay) | (dash << DateShape::separatorShift);
        const double days = (double(year) * monthsAYear + month) * daysAMonth + day;
        m_shape.value[DateShape::YearMonthDay] = days * secondsADay + m_seconds;
        return true;
    }

private:
    static constexpr quint32 dash = 1; ///< among the separators

    /// `pattern` has 0 for a digit.
    [[nodiscard]] bool looksLike(size_t at, const char *pattern) const
    {
        using namespace scan;
        const quint64 wanted = load8(pattern);
        const quint64 differences = load8(m_text.data() + at) ^ wanted;
        // A digit differs from '0' by 9 at most, any other character not at all: with this added no higher bit is set.
        const quint64 digits = zeroBytes(wanted ^ ('0' * everyByte)) >> 7;
        return ((differences | (differences + (0x7F * everyByte - 9 * digits))) & highBits) == 0;
    }
    [[nodiscard]] int number(size_t at) const { return (m_text[at] - '0') * 10 + (m_text[at + 1] - '0'); }

    bool readTime()
    {
        if (m_text.size() == 10)
            return true;
        const bool afterT = m_text[10] == 'T';
        if (!looksLike(8, afterT ? "00T00:00" : "00 00:00"))
            return false;
        m_shape.detail |= DateShape::time | (afterT ? DateShape::timeAfterT : 0);
        const int hour = number(11);
        const int minute = number(14);
        int second = 0;
        if (m_text.size() > 16) {
            if (m_text[16] != ':' || !isDigit(m_text[17]) || !isDigit(m_text[18]))
                return false;
            second = number(17);
            m_shape.detail |= DateShape::seconds;
        }
        if (m_text.size() > 19) {
            if (m_text[19] != 'Z')
                return false;
            m_shape.detail |= DateShape::zone;
        }
        m_seconds = (hour * 60 + minute) * 60 + second;
        return hour <= 23 && minute <= 59 && second <= 59;
    }

    std::string_view m_text;
    int m_seconds = 0;
    DateShape m_shape;
};

QString timePattern(quint32 layout)
{
    if ((layout & DateShape::time) == 0)
        return {};
    const bool halfDay = (layout & DateShape::halfDay) != 0;
    QString text = QLatin1String((layout & DateShape::timeAfterT) != 0 ? "T" : " ");
    text += QLatin1String(halfDay ? "hh:mm" : "HH:mm");
    if ((layout & DateShape::seconds) != 0)
        text += QLatin1String(":ss");
    if ((layout & DateShape::fraction) != 0)
        text += QLatin1String(".SSS");
    if (halfDay)
        text += QLatin1String(" a");
    if ((layout & DateShape::zone) != 0)
        text += QString(3, QLatin1Char('X'));
    return text;
}

} // namespace

QString DateShape::pattern(quint32 layoutBits, Order order, bool longName, bool shortDigits)
{
    const QString day = QLatin1String(shortDigits ? "d" : "dd");
    QString month = QLatin1String(shortDigits ? "M" : "MM");
    if ((layoutBits & named) != 0)
        month = QLatin1String(longName ? "MMMM" : "MMM");
    const QString year = QLatin1String((layoutBits & twoDigitYear) != 0 ? "yy" : "yyyy");
    const size_t separator = qMin(size_t(layoutBits >> separatorShift), separators.size() - 1);
    const QString first = QLatin1String(separators[separator]);
    QString second = first;
    if (separator == blankThenComma)
        second = QStringLiteral(",");
    else if (separator == blankThenCommaBlank)
        second = QStringLiteral(", ");
    const QString clock = timePattern(layoutBits);
    if (order == DayMonthYear)
        return day + first + month + second + year + clock;
    if (order == MonthDayYear)
        return month + first + day + second + year + clock;
    return year + first + month + second + day + clock;
}

DateShape::Parts DateShape::parts(Order order) const
{
    const auto whole = static_cast<qint64>(value[static_cast<size_t>(order)]);
    const auto days = static_cast<int>(whole / secondsADay) - 1;
    const int months = days / daysAMonth - 1;
    return {months / monthsAYear, months % monthsAYear + 1, days % daysAMonth + 1,
            static_cast<int>(whole % secondsADay)};
}

std::optional<DateShape> readIsoDate(std::string_view text)
{
    // "2024-01-31", and "T12:00", ":00", "Z" behind it.
    if (text.size() != 10 && text.size() != 16 && text.size() != 19 && text.size() != 20)
        return {};
    IsoText iso(text);
    return iso.read() ? std::optional<DateShape>(iso.shape()) : std::nullopt;
}

std::optional<DateShape> readDate(std::string_view text)
{
    return DateText(text).read();
}

} // namespace tabular
