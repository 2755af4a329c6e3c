#include "tabular/workbook/PlainXml.h"

#include <algorithm>
#include <array>

namespace tabular {

namespace {

constexpr size_t comparedAttributesAtMost = 16; // are compared with each other

/// What a byte is good for.
enum Sign : unsigned char {
    Less = 1,
    Reference = 2,
    High = 4,   ///< of a character that is not ASCII
    Blank = 8,  ///< a tab or line feed: as it is in text, changed in values
    Never = 16, ///< of what a real parser has to look at
    Greater = 32,
    Starts = 64, ///< a name
    Goes = 128,  ///< on in a name
};

constexpr std::array<unsigned char, 256> signTable()
{
    std::array<unsigned char, 256> signs{};
    for (size_t c = 0; c < 0x20; ++c)
        signs[c] = Never;
    signs['\t'] = signs['\n'] = Blank;
    signs['<'] = Less;
    signs['>'] = Greater;
    signs['&'] = Reference;
    for (size_t c = 0x80; c < 0x100; ++c)
        signs[c] = High;
    for (size_t c = 'a'; c <= 'z'; ++c)
        signs[c] = signs[c - 0x20] = Starts | Goes;
    signs['_'] = signs[':'] = Starts | Goes;
    for (size_t c = '0'; c <= '9'; ++c)
        signs[c] = Goes;
    signs['-'] = signs['.'] = Goes;
    return signs;
}

constexpr std::array<unsigned char, 256> signs = signTable();

unsigned signOf(char c)
{
    return signs[static_cast<unsigned char>(c)];
}

bool isWithin(unsigned char byte, unsigned first, unsigned last)
{
    return byte >= first && byte <= last;
}

/// The length of the character that `text` starts with, which is not ASCII; 0 if XML does not know it.
size_t characterLength(std::string_view text)
{
    const auto byte = [&text](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto goesOn = [&byte](size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(0);
    if (lead < 0xE0)
        return lead >= 0xC2 && goesOn(1) ? 2 : 0;
    const auto second = static_cast<unsigned char>(byte(1));
    if (lead < 0xF0) {
        const bool surrogate = lead == 0xED && second >= 0xA0;
        const bool none = lead == 0xEF && second == 0xBF && byte(2) >= 0xBE;
        return isWithin(second, lead == 0xE0 ? 0xA0 : 0x80, 0xBF) && goesOn(2) && !surrogate && !none ? 3 : 0;
    }
    const bool inRange = lead <= 0xF4 && isWithin(second, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
    return inRange && goesOn(2) && goesOn(3) ? 4 : 0;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const size_t length = (signOf(text.front()) & High) == 0 ? 1 : characterLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

struct Replacement final {
    std::string_view reference;
    char character;
};

constexpr std::array<Replacement, 5> replacements{{
    {"&amp;", '&'},
    {"&quot;", '"'},
    {"&apos;", '\''},
    {"&lt;", '<'},
    {"&gt;", '>'},
}};

const Replacement *replacementAt(std::string_view text)
{
    for (const Replacement &each : replacements) {
        if (text.substr(0, each.reference.size()) == each.reference)
            return &each;
    }
    return nullptr;
}

} // namespace

PlainXml::Token PlainXml::read(std::string_view bytes)
{
    if (bytes.front() != '<')
        return readText(bytes);
    if (bytes.size() == 1)
        return Token::Incomplete;
    return bytes[1] == '/' ? readClose(bytes) : readOpen(bytes);
}

bool PlainXml::takeName(std::string_view bytes, size_t &at)
{
    const size_t start = at;
    if (at < bytes.size() && (signOf(bytes[at]) & Starts) == 0)
        return false;
    while (at < bytes.size() && (signOf(bytes[at]) & Goes) != 0)
        ++at;
    m_name = bytes.substr(start, at - start);
    return true;
}

PlainXml::Token PlainXml::readClose(std::string_view bytes)
{
    size_t at = 2;
    if (!takeName(bytes, at))
        return Token::Other;
    if (at == bytes.size())
        return Token::Incomplete;
    m_length = at + 1;
    return bytes[at] == '>' ? Token::Close : Token::Other;
}

PlainXml::Token PlainXml::readOpen(std::string_view bytes)
{
    m_attributes.clear();
    m_decoded.clear();
    size_t at = 1;
    if (!takeName(bytes, at))
        return Token::Other;
    const std::string_view name = m_name;
    while (at < bytes.size() && bytes[at] == ' ') {
        while (at < bytes.size() && bytes[at] == ' ')
            ++at;
        if (at == bytes.size() || bytes[at] == '>' || bytes[at] == '/')
            break;
        if (const Token attribute = readAttribute(bytes, at); attribute != Token::Open)
            return attribute;
    }
    m_name = name;
    m_closesItself = at < bytes.size() && bytes[at] == '/';
    at += m_closesItself ? 1 : 0;
    if (at == bytes.size())
        return Token::Incomplete;
    m_length = at + 1;
    return bytes[at] == '>' ? Token::Open : Token::Other;
}

/// Open when there was one.
PlainXml::Token PlainXml::readAttribute(std::string_view bytes, size_t &at)
{
    if (!takeName(bytes, at))
        return Token::Other;
    if (at + 1 >= bytes.size())
        return Token::Incomplete;
    const std::string_view name = m_name;
    const char quote = bytes[at + 1];
    const bool declares = name.substr(0, 5) == "xmlns";
    if (bytes[at] != '=' || (quote != '"' && quote != '\'') || declares || !isNew(name))
        return Token::Other;
    const size_t start = at + 2;
    unsigned seen = 0;
    for (at = start; at < bytes.size() && bytes[at] != quote; ++at)
        seen |= signOf(bytes[at]);
    if ((seen & (Less | Blank | Never)) != 0)
        return Token::Other;
    if (at == bytes.size())
        return Token::Incomplete;
    std::string_view value;
    if (!decode(bytes.substr(start, at - start), seen, value))
        return Token::Other;
    m_attributes.push_back({name, value});
    ++at;
    return Token::Open;
}

bool PlainXml::isNew(std::string_view name) const
{
    if (m_attributes.size() == comparedAttributesAtMost)
        return false;
    for (const XmlAttribute &each : m_attributes) {
        if (each.name == name)
            return false;
    }
    return true;
}

PlainXml::Token PlainXml::readText(std::string_view bytes)
{
    m_decoded.clear();
    unsigned seen = 0;
    size_t at = 0;
    for (; at < bytes.size() && bytes[at] != '<'; ++at)
        seen |= signOf(bytes[at]);
    if ((seen & (Greater | Never)) != 0)
        return Token::Other;
    if (at == bytes.size())
        return Token::Incomplete;
    m_length = at;
    return decode(bytes.substr(0, at), seen, m_text) ? Token::Text : Token::Other;
}

bool PlainXml::decode(std::string_view raw, unsigned seen, std::string_view &decoded)
{
    if ((seen & High) != 0 && !isUtf8(raw))
        return false;
    decoded = raw;
    if ((seen & Reference) == 0)
        return true;
    if (m_decoded.capacity() - m_decoded.size() < raw.size()) {
        if (!m_decoded.empty())
            return false; // views of it are out
        m_decoded.reserve(2 * raw.size());
    }
    const size_t start = m_decoded.size();
    while (!raw.empty()) {
        const size_t plain = std::min(raw.find('&'), raw.size());
        m_decoded += raw.substr(0, plain);
        raw.remove_prefix(plain);
        if (raw.empty())
            break;
        const Replacement *found = replacementAt(raw);
        if (!found)
            return false;
        m_decoded += found->character;
        raw.remove_prefix(found->reference.size());
    }
    decoded = std::string_view(m_decoded).substr(start);
    return true;
}

} // namespace tabular
