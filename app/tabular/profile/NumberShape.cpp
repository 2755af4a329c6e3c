#include "tabular/profile/NumberShape.h"

#include <initializer_list>
#include <utility>

namespace tabular {

namespace {

constexpr std::array<double, 23> powersOfTen{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                             1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr int exactDigits = 19;
constexpr int longestNumber = 60;

bool isAsciiDigit(char c)
{
    return static_cast<uchar>(c - '0') < 10;
}

enum class Sign : quint8 { None, Point, Comma, Blank, Apostrophe };

/// The mark at the start of `text` and its bytes: also the no-break, thin and narrow blanks and the curly apostrophe.
std::pair<Sign, size_t> markAt(std::string_view text)
{
    switch (text.front()) {
    case '.':
        return {Sign::Point, 1};
    case ',':
        return {Sign::Comma, 1};
    case ' ':
        return {Sign::Blank, 1};
    case '\'':
        return {Sign::Apostrophe, 1};
    default:
        break;
    }
    if (text.starts_with("\xC2\xA0"))
        return {Sign::Blank, 2};
    if (text.starts_with("\xE2\x80\xAF") || text.starts_with("\xE2\x80\x89"))
        return {Sign::Blank, 3};
    if (text.starts_with("\xE2\x80\x99"))
        return {Sign::Apostrophe, 3};
    return {Sign::None, 0};
}

NumberShape::Grouping groupingOf(Sign sign)
{
    if (sign == Sign::Blank)
        return NumberShape::Blank;
    return sign == Sign::Apostrophe ? NumberShape::Apostrophe : NumberShape::Other;
}

/// Runs of digits and the marks between them.
class NumberText final {
public:
    std::optional<NumberShape> read(std::string_view text)
    {
        if (text.empty() || text.size() > longestNumber)
            return {};
        const bool minus = text.front() == '-';
        m_shape.plus = text.front() == '+';
        if (minus || m_shape.plus)
            text.remove_prefix(1);
        if (!readRuns(text) || m_shape.digits == 0)
            return {};
        readings();
        if ((m_shape.detail & NumberShape::everyReading) == 0)
            return {};
        m_shape.leadingZero = m_firstRun > 1 && text.front() == '0';
        if (!minus && m_shape.digits >= 6 && m_shape.digits <= 15 && m_first != Sign::Comma && m_first != Sign::Point)
            m_shape.detail |= NumberShape::mayBePhone;
        const double whole = m_wide > 0 ? m_wide : static_cast<double>(m_mantissa);
        const double sign = minus ? -1 : 1;
        m_shape.value[NumberShape::Point] = sign * scaled(whole, NumberShape::fractionIfPoint);
        m_shape.value[NumberShape::Comma] = sign * scaled(whole, NumberShape::fractionIfComma);
        return m_shape;
    }

private:
    double scaled(double whole, quint32 bit) const
    {
        return (m_shape.detail & bit) != 0 ? whole / powersOfTen[static_cast<size_t>(qMin(m_run, 22))] : whole;
    }

    void takeDigit(char c)
    {
        const auto digit = static_cast<quint64>(c - '0');
        if (m_shape.digits >= exactDigits)
            m_wide = (m_wide > 0 ? m_wide : static_cast<double>(m_mantissa)) * 10 + static_cast<double>(digit);
        else
            m_mantissa = m_mantissa * 10 + digit;
        ++m_shape.digits;
        ++m_run;
    }

    bool readRuns(std::string_view text)
    {
        const char first = text.empty() ? '\0' : text.front();
        while (!text.empty()) {
            if (isAsciiDigit(text.front())) {
                takeDigit(text.front());
                text.remove_prefix(1);
                continue;
            }
            const auto [sign, bytes] = markAt(text);
            if (sign == Sign::None || !takeMark(sign, first))
                return false;
            text.remove_prefix(bytes);
        }
        return m_first == Sign::None || m_run > 0;
    }

    bool takeMark(Sign sign, char firstDigit)
    {
        if (m_second != Sign::None)
            return false;
        if (m_first == Sign::None) {
            m_first = sign;
            m_firstRun = m_run;
            m_grouped = m_run >= 1 && m_run <= 3 && firstDigit != '0';
        } else if (sign == m_first) {
            // In India only the last group has three digits.
            m_grouped = m_grouped && (m_run == 3 || (m_run == 2 && sign == Sign::Comma));
        } else {
            m_grouped = m_grouped && m_run == 3;
            m_second = sign;
        }
        ++m_marks;
        m_run = 0;
        return true;
    }

    void readings()
    {
        quint32 &detail = m_shape.detail;
        if (m_first == Sign::None) {
            m_firstRun = m_run;
            detail = NumberShape::everyReading;
        } else if (m_second != Sign::None) {
            if (m_grouped)
                addFraction(m_second, {groupingOf(m_first)});
        } else {
            if (m_marks == 1)
                addFraction(m_first,
                            {NumberShape::None, NumberShape::Other, NumberShape::Blank, NumberShape::Apostrophe});
            if (m_grouped && m_run == 3)
                addGrouping();
        }
    }

    void addFraction(Sign mark, std::initializer_list<NumberShape::Grouping> groupings)
    {
        if (mark != Sign::Point && mark != Sign::Comma)
            return;
        const auto decimal = mark == Sign::Point ? NumberShape::Point : NumberShape::Comma;
        for (const auto grouping : groupings)
            m_shape.detail |= NumberShape::reading(decimal, grouping);
        m_shape.detail |= decimal == NumberShape::Point ? NumberShape::fractionIfPoint : NumberShape::fractionIfComma;
    }

    void addGrouping()
    {
        const auto grouping = groupingOf(m_first);
        if (m_first != Sign::Point)
            m_shape.detail |= NumberShape::reading(NumberShape::Point, grouping);
        if (m_first != Sign::Comma)
            m_shape.detail |= NumberShape::reading(NumberShape::Comma, grouping);
    }

    NumberShape m_shape;
    Sign m_first = Sign::None;
    Sign m_second = Sign::None;
    int m_marks = 0;
    int m_run = 0;
    int m_firstRun = 0;
    bool m_grouped = false;
    quint64 m_mantissa = 0;
    double m_wide = 0; ///< takes over from the mantissa where that is full
};

} // namespace

QString NumberShape::pattern(int reading, bool fraction)
{
    const bool point = reading < 4;
    QString text = QStringLiteral("#");
    switch (reading % 4) {
    case Other:
        text = point ? QStringLiteral("#,###") : QStringLiteral("#.###");
        break;
    case Blank:
        text = QStringLiteral("# ###");
        break;
    case Apostrophe:
        text = QStringLiteral("#'###");
        break;
    default:
        break;
    }
    return fraction ? text + QLatin1Char(point ? '.' : ',') + QLatin1Char('#') : text;
}

std::optional<NumberShape> readNumber(std::string_view text)
{
    return NumberText().read(text);
}

} // namespace tabular
