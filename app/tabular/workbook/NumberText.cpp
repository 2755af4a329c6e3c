#include "tabular/workbook/NumberText.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

namespace tabular {

namespace {

struct Literal final {
    bool negative = false;
    bool plain = true;          ///< digits and a point only, and no digit that could be left out
    bool whole = true;          ///< neither point nor exponent
    int digits = 0;             ///< significant ones
    int decimals = 0;           ///< digits after the point
    std::uint64_t mantissa = 0; ///< right up to 19 digits
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes digits off `text`; gives how many.
size_t takeDigits(std::string_view &text, Literal &literal)
{
    size_t count = 0;
    for (; count < text.size() && isDigit(text[count]); ++count) {
        literal.mantissa = literal.mantissa * 10 + static_cast<std::uint64_t>(text[count] - '0');
        literal.digits += literal.digits > 0 || text[count] != '0' ? 1 : 0;
    }
    text.remove_prefix(count);
    return count;
}

bool takeExponent(std::string_view &text)
{
    text.remove_prefix(1);
    if (!text.empty() && (text.front() == '+' || text.front() == '-'))
        text.remove_prefix(1);
    Literal ignored;
    return takeDigits(text, ignored) > 0;
}

bool readLiteral(std::string_view text, Literal &literal)
{
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        literal.negative = text.front() == '-';
        literal.plain = literal.negative;
        text.remove_prefix(1);
    }
    const bool leadingZero = text.size() > 1 && text[0] == '0' && isDigit(text[1]);
    const size_t before = takeDigits(text, literal);
    size_t after = 0;
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        const std::string_view fraction = text;
        after = takeDigits(text, literal);
        literal.whole = false;
        literal.plain = literal.plain && after > 0 && fraction[after - 1] != '0';
    }
    literal.decimals = static_cast<int>(after);
    literal.plain = literal.plain && before > 0 && !leadingZero && (literal.digits > 0 || !literal.negative);
    if (before + after == 0)
        return false;
    if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
        literal.plain = literal.whole = false;
        return takeExponent(text) && text.empty();
    }
    return text.empty();
}

double valueOf(const Literal &literal, std::string_view text)
{
    static constexpr std::array<double, 23> powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                   1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                   1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    // Both sides are exact here, so that the one division rounds as it should.
    if (literal.plain && literal.digits <= safeDigits && literal.decimals < 23) {
        const double value = static_cast<double>(literal.mantissa) / powers[static_cast<size_t>(literal.decimals)];
        return literal.negative ? -value : value;
    }
    bool inRange = false;
    const double value = QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).toDouble(&inRange);
    return inRange ? value : std::numeric_limits<double>::infinity();
}

/// Digits without a point, and where the point would stand: 0 is before the first.
void appendDigits(std::string &out, std::string_view digits, int point)
{
    const int count = static_cast<int>(digits.size());
    if (point <= 0) {
        out += "0.";
        out.append(static_cast<size_t>(-point), '0');
        out += digits;
    } else if (point >= count) {
        out += digits;
        out.append(static_cast<size_t>(point - count), '0');
    } else {
        out += digits.substr(0, static_cast<size_t>(point));
        out += '.';
        out += digits.substr(static_cast<size_t>(point));
    }
}

} // namespace

std::optional<double> parseNumber(std::string_view text)
{
    Literal literal;
    if (!readLiteral(text, literal))
        return std::nullopt;
    const double value = valueOf(literal, text);
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

int appendNumber(std::string &out, double value)
{
    if (value == 0) {
        out += '0';
        return 1;
    }
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
    std::string_view text(buffer.data(), static_cast<size_t>(end.ptr - buffer.data()));
    if (text.front() == '-') {
        out += '-';
        text.remove_prefix(1);
    }
    const size_t mark = text.find('e');
    const char *exponentStart = text.data() + mark + (text[mark + 1] == '+' ? 2 : 1);
    int exponent = 0;
    std::from_chars(exponentStart, text.data() + text.size(), exponent);
    std::array<char, 24> digits{};
    size_t count = 0;
    for (const char c : text.substr(0, mark)) {
        if (c != '.' && count < digits.size())
            digits[count++] = c;
    }
    const bool plain = exponent >= -7 && exponent < 21;
    if (plain)
        appendDigits(out, {digits.data(), count}, exponent + 1);
    else
        out += text;
    return std::max(static_cast<int>(count), plain ? exponent + 1 : 0);
}

bool losesDigits(std::string_view written, int digits)
{
    const bool whole = written.find('.') == std::string_view::npos || written.find("e+") != std::string_view::npos;
    return digits > safeDigits && whole;
}

int appendStoredNumber(std::string &out, std::string_view text)
{
    Literal literal;
    if (!readLiteral(text, literal))
        return 0;
    if (literal.plain && (literal.digits <= safeDigits || literal.whole)) {
        out += text;
        return literal.digits > 0 ? literal.digits : 1;
    }
    const double value = valueOf(literal, text);
    if (!std::isfinite(value))
        return 0;
    return appendNumber(out, value);
}

} // namespace tabular
