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

void appendQuoted(std::string &out, std::string_view cell)
{
    out += '"';
    for (;;) {
        const std::size_t quote = cell.find('"');
        if (quote == std::string_view::npos)
            break;
        out.append(cell.substr(0, quote + 1));
        out += '"';
        cell.remove_prefix(quote + 1);
    }
    out.append(cell);
    out += '"';
}

} // namespace

void appendRecord(std::string &out, std::span<const std::string_view> cells, char delimiter)
{
    if (cells.size() < 2 && (cells.empty() || cells.front().empty())) {
        out += "\"\"\r\n";
        return;
    }
    bool first = true;
    for (const std::string_view cell : cells) {
        if (!first)
            out += delimiter;
        first = false;
        if (needsQuotes(cell, delimiter))
            appendQuoted(out, cell);
        else
            out.append(cell);
    }
    out += "\r\n";
}

} // namespace tabular::csv
