#include "tabular/workbook/EscapedText.h"

#include <charconv>
#include <optional>
#include <string_view>

namespace tabular {

namespace {

constexpr size_t escapeLength = 7;

std::optional<unsigned> escapeAt(std::string_view text, size_t at)
{
    const std::string_view part = text.substr(at, escapeLength);
    if (part.size() != escapeLength || part[0] != '_' || part[1] != 'x' || part[6] != '_')
        return std::nullopt;
    unsigned unit = 0;
    const auto [end, error] = std::from_chars(part.data() + 2, part.data() + 6, unit, 16);
    return error == std::errc() && end == part.data() + 6 ? std::optional(unit) : std::nullopt;
}

/// Overwrites from `to` on; an escape is longer than what it stands for.
size_t putCharacter(std::string &text, size_t to, unsigned code)
{
    const auto put = [&](unsigned byte) { text[to++] = static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
    return to;
}

} // namespace

void unescapeText(std::string &text)
{
    size_t from = text.find("_x");
    if (from == std::string::npos)
        return;
    size_t to = from;
    while (from < text.size()) {
        const auto unit = escapeAt(text, from);
        const bool surrogate = unit && *unit >= 0xD800 && *unit < 0xE000;
        const auto second = surrogate && *unit < 0xDC00 ? escapeAt(text, from + escapeLength) : std::nullopt;
        if (second && *second >= 0xDC00 && *second < 0xE000) {
            to = putCharacter(text, to, 0x10000 + ((*unit - 0xD800) << 10) + (*second - 0xDC00));
            from += 2 * escapeLength;
        } else if (unit && *unit != 0 && !surrogate) {
            to = putCharacter(text, to, *unit);
            from += escapeLength;
        } else {
            text[to++] = text[from++];
        }
    }
    text.resize(to);
}

} // namespace tabular
