#include "tabular/workbook/NumberFormat.h"

#include <array>
#include <cstddef>

namespace tabular {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool startsWith(std::string_view text, std::string_view word)
{
    if (text.size() < word.size())
        return false;
    for (size_t i = 0; i < word.size(); ++i) {
        if (lower(text[i]) != word[i])
            return false;
    }
    return true;
}

/// Reads a code letter by letter.
class FormatScanner final {
public:
    explicit FormatScanner(std::string_view code)
        : m_code(code)
    { }

    NumberFormat scan()
    {
        if (startsWith(m_code, "general") || startsWith(m_code, "standard"))
            return {};
        while (m_at < m_code.size() && m_code[m_at] != ';')
            step();
        return result();
    }

private:
    void step()
    {
        const std::string_view rest = m_code.substr(m_at);
        switch (lower(rest.front())) {
        case '"':
            return skipTo('"');
        case '[':
            return bracket(rest);
        case '\\':
        case '_':
        case '*':
            m_at += 2;
            return;
        case 'a':
            return dayHalf(rest);
        case 'e':
            return era(rest);
        case '0':
            m_fractions = m_fractions || (m_at > 0 && m_code[m_at - 1] == '.' && m_seconds);
            break;
        case 'y':
        case 'd':
        case 'b':
            m_date = true;
            break;
        case 'm':
            return months(rest);
        case 's':
            m_seconds = true;
            [[fallthrough]];
        case 'h':
            m_time = true;
            break;
        default:
            break;
        }
        ++m_at;
    }

    void skipTo(char end)
    {
        const size_t found = m_code.find(end, m_at + 1);
        m_at = found == std::string_view::npos ? m_code.size() : found + 1;
    }

    /// [h], [mm] and [s] count on beyond 24 hours; what else stands in brackets is a colour, a condition or a locale.
    void bracket(std::string_view rest)
    {
        const std::string_view inside =
            rest.substr(1, rest.find(']') == std::string_view::npos ? 0 : rest.find(']') - 1);
        bool counts = !inside.empty();
        for (const char c : inside)
            counts = counts && lower(c) == lower(inside.front())
                && std::string_view("hms").find(lower(c)) != std::string_view::npos;
        m_elapsed = m_elapsed || counts;
        m_seconds = m_seconds || (counts && lower(inside.front()) == 's');
        skipTo(']');
    }

    void dayHalf(std::string_view rest)
    {
        const size_t length = startsWith(rest, "am/pm") ? 5 : startsWith(rest, "a/p") ? 3 : 1;
        m_time = m_time || length > 1;
        m_at += length;
    }

    /// `e` is the year of an era, unless it is the exponent of 0.00E+00.
    void era(std::string_view rest)
    {
        const bool exponent = rest.size() > 1 && (rest[1] == '+' || rest[1] == '-');
        m_date = m_date || !exponent;
        m_at += exponent ? 2 : 1;
    }

    void months(std::string_view rest)
    {
        size_t length = 0;
        while (length < rest.size() && lower(rest[length]) == 'm')
            ++length;
        // One or two are minutes where a time surrounds them.
        (length > 2 ? m_date : m_months) = true;
        m_at += length;
    }

    [[nodiscard]] NumberFormat result() const
    {
        NumberShape shape = NumberShape::Number;
        if (m_elapsed)
            shape = NumberShape::Elapsed;
        else if (m_date)
            shape = m_time ? NumberShape::DateTime : NumberShape::Date;
        else if (m_time)
            shape = NumberShape::Time;
        else if (m_months)
            shape = NumberShape::Date;
        return {shape, m_fractions && shape != NumberShape::Number};
    }

    std::string_view m_code;
    size_t m_at = 0;
    bool m_date = false;
    bool m_time = false;
    bool m_months = false;
    bool m_seconds = false;
    bool m_elapsed = false;
    bool m_fractions = false;
};

struct BuiltIn final {
    int first;
    int last;
    NumberFormat format;
};

constexpr std::array<BuiltIn, 14> builtIns{{
    {14, 17, {NumberShape::Date}},
    {18, 21, {NumberShape::Time}},
    {22, 22, {NumberShape::DateTime}},
    {27, 31, {NumberShape::Date}},
    {32, 33, {NumberShape::Time}},
    {34, 35, {NumberShape::DateOrTime}},
    {36, 36, {NumberShape::Date}},
    {45, 45, {NumberShape::Time}},
    {46, 46, {NumberShape::Elapsed}},
    {47, 47, {NumberShape::Time, true}},
    {50, 52, {NumberShape::Date}},
    {53, 54, {NumberShape::Date}},
    {55, 56, {NumberShape::DateOrTime}},
    {57, 58, {NumberShape::Date}},
}};

} // namespace

NumberFormat builtInFormat(int id)
{
    for (const BuiltIn &known : builtIns) {
        if (id >= known.first && id <= known.last)
            return known.format;
    }
    return {};
}

NumberFormat formatOf(std::string_view code)
{
    return FormatScanner(code).scan();
}

} // namespace tabular
