#include "bench/generator/CellEncoder.h"

#include "bench/CellHash.h"

#include <algorithm>
#include <map>

namespace bench {

namespace {

/// Takes one code point off the front; the word lists are valid UTF-8.
char32_t takeChar(std::string_view &utf8)
{
    const auto byte = [&utf8](std::size_t at) { return static_cast<char32_t>(static_cast<unsigned char>(utf8[at])); };
    const char32_t first = byte(0);
    const std::size_t length = first < 0x80 ? 1U : first < 0xe0 ? 2U : first < 0xf0 ? 3U : 4U;
    char32_t point = length == 1 ? first : first & (0xffU >> (length + 1));
    for (std::size_t at = 1; at < length; ++at)
        point = (point << 6U) | (byte(at) & 0x3fU);
    utf8.remove_prefix(length);
    return point;
}

void appendUtf16(char32_t point, std::string &out)
{
    const auto unit = [&out](char32_t value) {
        out += static_cast<char>(value & 0xffU);
        out += static_cast<char>(value >> 8U);
    };
    if (point < 0x10000) {
        unit(point);
        return;
    }
    unit(0xd800U + ((point - 0x10000U) >> 10U));
    unit(0xdc00U + ((point - 0x10000U) & 0x3ffU));
}

/// The word lists use three characters of Windows-1252 that Latin-1 lacks.
char cp1252Of(char32_t point)
{
    static const std::map<char32_t, unsigned char> beyondLatin1 = {{0x2019, 0x92}, {0x17d, 0x8e}, {0x17e, 0x9e}};
    const auto found = beyondLatin1.find(point);
    if (found != beyondLatin1.end())
        return static_cast<char>(found->second);
    return point < 0x80 || (point >= 0xa0 && point < 0x100) ? static_cast<char>(point) : '?';
}

} // namespace

CellEncoder::CellEncoder(const GeneratorOptions &options)
    : m_options(options)
{ }

bool CellEncoder::needsQuotes(std::string_view value) const
{
    return std::any_of(value.begin(), value.end(), [this](char byte) {
        return byte == m_options.delimiter || byte == '"' || byte == '\n' || byte == '\r';
    });
}

CellFacts CellEncoder::factsOf(std::string_view value) const
{
    std::uint32_t chars = 0;
    std::uint32_t pairs = 0; ///< characters that UTF-16 needs two units for
    std::uint32_t breaks = 0;
    const char lineBreak = m_options.lineEnd == "\r" ? '\r' : '\n';
    for (const char byte : value) {
        const auto bits = static_cast<unsigned char>(byte);
        chars += (bits & 0xc0U) != 0x80U ? 1U : 0U;
        pairs += bits >= 0xf0U ? 1U : 0U;
        breaks += byte == lineBreak ? 1U : 0U;
    }
    CellFacts facts;
    facts.hash = cellHash(value);
    facts.bytes = static_cast<std::uint16_t>(value.size());
    facts.chars = static_cast<std::uint16_t>(chars);
    facts.units = static_cast<std::uint16_t>(chars + pairs);
    facts.breaks = static_cast<std::uint8_t>(breaks);
    return facts;
}

CellFacts CellEncoder::appendCell(std::string_view value, bool wantQuotes, std::string &out) const
{
    CellFacts facts = factsOf(value);
    facts.quoted = wantQuotes || needsQuotes(value);
    if (!facts.quoted) {
        appendText(value, out);
        return facts;
    }
    std::string written = "\"";
    for (const char byte : value) {
        if (byte == '"') {
            written += '"';
            facts.doubled = true;
        }
        written += byte;
    }
    appendText(written + '"', out);
    return facts;
}

CellFacts CellEncoder::appendBare(std::string_view value, std::string &out) const
{
    appendText(value, out);
    return factsOf(value);
}

void CellEncoder::appendText(std::string_view utf8, std::string &out) const
{
    if (m_options.encoding == Encoding::Utf8) {
        out.append(utf8);
        return;
    }
    while (!utf8.empty()) {
        const char32_t point = takeChar(utf8);
        if (m_options.encoding == Encoding::Utf16Le)
            appendUtf16(point, out);
        else
            out += cp1252Of(point);
    }
}

std::string_view CellEncoder::byteOrderMark() const
{
    if (!m_options.byteOrderMark)
        return {};
    return m_options.encoding == Encoding::Utf16Le ? std::string_view("\xff\xfe") : std::string_view("\xef\xbb\xbf");
}

} // namespace bench
