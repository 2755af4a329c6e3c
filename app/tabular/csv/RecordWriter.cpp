#include "tabular/csv/RecordWriter.h"

#include <cstdint>
#include <cstring>

namespace tabular::csv {

namespace {

constexpr std::uint64_t ones = 0x0101010101010101ULL;
constexpr std::uint64_t highBits = 0x8080808080808080ULL;

/// Not 0 if one of eight bytes is `c`.
std::uint64_t holds(std::uint64_t word, char c)
{
    const std::uint64_t differences = word ^ (ones * static_cast<unsigned char>(c));
    return (differences - ones) & ~differences & highBits;
}

bool isSpecial(char c, char delimiter)
{
    return c == '"' || c == '\n' || c == '\r' || c == delimiter;
}

bool looksLikePreamble(std::string_view cell)
{
    if (cell.substr(0, 3) == "\xEF\xBB\xBF")
        return true;
    const auto isLetter = [](char c, char lower) { return static_cast<char>(c | 0x20) == lower; };
    return cell.size() >= 4 && isLetter(cell[0], 's') && isLetter(cell[1], 'e') && isLetter(cell[2], 'p')
        && cell[3] == '=';
}

bool needsQuotes(std::string_view cell, char delimiter)
{
    std::size_t at = 0;
    for (; at + 8 <= cell.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, cell.data() + at, 8);
        if ((holds(word, '"') | holds(word, '\n') | holds(word, '\r') | holds(word, delimiter)) != 0)
            return true;
    }
    for (; at < cell.size(); ++at) {
        if (isSpecial(cell[at], delimiter))
            return true;
    }
    return looksLikePreamble(cell);
}

char *put(char *out, std::string_view bytes)
{
    std::memcpy(out, bytes.data(), bytes.size());
    return out + bytes.size();
}

char *putQuoted(char *out, std::string_view cell)
{
    *out++ = '"';
    for (std::size_t quote = cell.find('"'); quote != std::string_view::npos; quote = cell.find('"')) {
        out = put(out, cell.substr(0, quote + 1));
        *out++ = '"';
        cell.remove_prefix(quote + 1);
    }
    if (!cell.empty())
        out = put(out, cell);
    *out++ = '"';
    return out;
}

} // namespace

char *putCell(char *out, std::string_view cell, char delimiter)
{
    if (cell.empty())
        return out;
    return needsQuotes(cell, delimiter) ? putQuoted(out, cell) : put(out, cell);
}

void appendCell(std::string &out, std::string_view cell, char delimiter)
{
    if (!needsQuotes(cell, delimiter)) {
        out.append(cell);
        return;
    }
    const std::size_t size = out.size();
    out.resize(size + cellRoom(cell));
    out.resize(static_cast<std::size_t>(putQuoted(out.data() + size, cell) - out.data()));
}

void appendRecord(std::string &out, std::span<const std::string_view> cells, char delimiter)
{
    const std::size_t start = out.size();
    bool first = true;
    for (const std::string_view cell : cells) {
        if (!first)
            out += delimiter;
        first = false;
        appendCell(out, cell, delimiter);
    }
    // Nothing at all would be a blank line, which is no record.
    out += out.size() == start ? "\"\"\r\n" : "\r\n";
}

} // namespace tabular::csv
