#include "bench/generator/ValueSource.h"

#include "bench/generator/WordLists.h"

#include <algorithm>

namespace bench {

namespace {

constexpr std::uint32_t addressBookColumns = 20;
constexpr std::array<const char *, addressBookColumns> columnNames = {
    "Record Id",     "First Name",  "Last Name",      "Email",         "Phone",        "Mobile",     "Designation",
    "Department",    "Company",     "Street",         "City",          "State",        "Zip Code",   "Country",
    "Date of Birth", "Lead Source", "Annual Revenue", "Email Opt Out", "Created Time", "Description"};
constexpr std::array<ValueKind, 8> furtherKinds = {ValueKind::Phrase, ValueKind::Integer, ValueKind::Decimal,
                                                   ValueKind::Date,   ValueKind::Boolean, ValueKind::Choice,
                                                   ValueKind::Blank,  ValueKind::Code};

void appendPadded(std::string &text, std::uint64_t number, std::size_t width)
{
    std::array<char, 20> buffer{};
    std::size_t at = buffer.size();
    do {
        buffer[--at] = static_cast<char>('0' + number % 10);
        number /= 10;
    } while (number > 0);
    while (buffer.size() - at < width)
        buffer[--at] = '0';
    text.append(buffer.data() + at, buffer.size() - at);
}

std::string padded(std::uint64_t number, std::size_t width)
{
    std::string text;
    appendPadded(text, number, width);
    return text;
}

} // namespace

ValueSource::ValueSource(const GeneratorOptions &options, Random &random)
    : m_options(options)
    , m_random(random)
{ }

bool ValueSource::dependsOnRow(ValueKind kind)
{
    return kind == ValueKind::RecordId || kind == ValueKind::Email || kind == ValueKind::CreatedTime;
}

bool ValueSource::mayBeEmpty(ValueKind kind)
{
    return !dependsOnRow(kind) && kind != ValueKind::LastName && kind != ValueKind::Company;
}

void ValueSource::appendRowValue(ValueKind kind, std::uint64_t row, std::string &text)
{
    if (kind == ValueKind::RecordId) {
        text += "CRM-";
        appendPadded(text, row, 9);
    } else if (kind == ValueKind::Email) {
        text += m_random.oneOf(words::mailNames);
        text += '.';
        text += m_random.oneOf(words::mailNames);
        appendPadded(text, row, 1);
        text += "@example.com";
    } else {
        text += "2025-";
        appendPadded(text, 1 + m_random.below(12), 2);
        text += '-';
        appendPadded(text, 1 + m_random.below(28), 2);
        for (const auto &[mark, limit] : {std::pair('T', 24U), std::pair(':', 60U), std::pair(':', 60U)}) {
            text += mark;
            appendPadded(text, m_random.below(limit), 2);
        }
        text += 'Z';
    }
}

std::string ValueSource::value(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Integer:
    case ValueKind::Decimal:
    case ValueKind::Revenue:
    case ValueKind::ZipCode:
    case ValueKind::Phone:
    case ValueKind::Mobile:
    case ValueKind::Code:
        return figure(kind);
    case ValueKind::BirthDate:
    case ValueKind::Date:
        return date();
    case ValueKind::OptOut:
    case ValueKind::Boolean:
        return m_random.chance(0.3) ? "true" : "false";
    case ValueKind::Phrase:
        return sentence(1 + m_random.below(4));
    case ValueKind::Description:
        return description();
    case ValueKind::Blank:
        return {};
    default:
        return contact(kind);
    }
}

std::string ValueSource::contact(ValueKind kind)
{
    switch (kind) {
    case ValueKind::FirstName:
        return name(true);
    case ValueKind::LastName:
        return name(false);
    case ValueKind::Designation:
        return m_random.oneOf(words::designations);
    case ValueKind::Department:
        return m_random.oneOf(words::departments);
    case ValueKind::Company: {
        const std::string firm = m_random.oneOf(words::firms);
        return firm + ' ' + m_random.oneOf(words::firmEndings);
    }
    case ValueKind::Street:
        return street();
    case ValueKind::City:
        return m_random.oneOf(words::cities);
    case ValueKind::State:
        return m_random.oneOf(words::states);
    case ValueKind::Country:
        return m_random.oneOf(words::countries);
    default:
        return m_random.oneOf(words::sources);
    }
}

std::string ValueSource::figure(ValueKind kind)
{
    if (kind == ValueKind::Integer)
        return padded(m_random.below(100'000), 1);
    if (kind == ValueKind::Decimal)
        return padded(m_random.below(1000), 1) + '.' + digits(3);
    if (kind == ValueKind::Revenue)
        return padded(m_random.below(10'000'000), 1) + '.' + digits(2);
    if (kind == ValueKind::ZipCode)
        return digits(5);
    if (kind == ValueKind::Phone)
        return "+44 1632 " + digits(3) + ' ' + digits(3);
    if (kind == ValueKind::Mobile)
        return "+1 (" + padded(201 + m_random.below(700), 3) + ") 555-" + digits(4);
    std::string code;
    for (int place = 0; place < 8; ++place)
        code += "0123456789ABCDEF"[m_random.below(16)];
    return code;
}

std::string ValueSource::digits(std::uint32_t count)
{
    std::string text;
    while (text.size() < count)
        text += static_cast<char>('0' + m_random.below(10));
    return text;
}

std::string ValueSource::date()
{
    std::string text = padded(1940 + m_random.below(70), 4) + '-';
    text += padded(1 + m_random.below(12), 2) + '-';
    return text + padded(1 + m_random.below(28), 2);
}

std::string ValueSource::name(bool first)
{
    if (!m_random.chance(m_options.foreignRate))
        return first ? m_random.oneOf(words::firstNames) : m_random.oneOf(words::lastNames);
    const bool latinOnly = m_options.encoding == Encoding::Cp1252;
    if (latinOnly || m_random.chance(0.5))
        return first ? m_random.oneOf(words::accentedFirstNames) : m_random.oneOf(words::accentedLastNames);
    return first ? m_random.oneOf(words::farFirstNames) : m_random.oneOf(words::farLastNames);
}

std::string ValueSource::street()
{
    std::string text = padded(1 + m_random.below(400), 1) + ' ';
    text += m_random.oneOf(words::streets);
    if (m_random.chance(m_options.delimiterRate))
        text += std::string(1, m_options.delimiter) + " Unit " + padded(1 + m_random.below(60), 1);
    if (m_random.chance(m_options.breakRate))
        text += "\nGate " + std::string(1, static_cast<char>('A' + m_random.below(8)));
    return text;
}

std::string ValueSource::description()
{
    const std::uint32_t length = 1 + m_random.below(27);
    std::string text = sentence(length);
    if (m_random.chance(m_options.delimiterRate))
        text += std::string(1, m_options.delimiter) + ' ' + sentence(1 + length / 3);
    if (m_random.chance(m_options.doubledQuoteRate))
        text += std::string(" called it \"") + m_random.oneOf(words::notes) + '"';
    if (m_random.chance(m_options.breakRate))
        text += '\n' + sentence(1 + length / 2);
    return text;
}

std::string ValueSource::sentence(std::uint32_t length)
{
    std::string text;
    for (std::uint32_t word = 0; word < length; ++word) {
        if (word > 0)
            text += ' ';
        text += m_random.oneOf(words::notes);
    }
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

ValueKind kindOfColumn(std::uint32_t column)
{
    if (column < addressBookColumns)
        return static_cast<ValueKind>(column);
    return furtherKinds[(column - addressBookColumns) % furtherKinds.size()];
}

std::string nameOfColumn(std::uint32_t column)
{
    return column < addressBookColumns ? columnNames[column]
                                       : "Extra " + std::to_string(column + 1 - addressBookColumns);
}

} // namespace bench
