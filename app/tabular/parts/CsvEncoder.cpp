#include "tabular/parts/CsvEncoder.h"

#include "tabular/profile/CellScan.h"

#include <algorithm>
#include <cstring>

namespace tabular {

namespace {

bool startsLikeAPreamble(std::string_view cell)
{
    if (cell.starts_with("\xEF\xBB\xBF"))
        return true;
    const auto is = [&cell](size_t at, char c) { return (cell[at] | 0x20) == c; };
    return cell.size() >= 4 && is(0, 's') && is(1, 'e') && is(2, 'p') && cell[3] == '=';
}

bool isSpecial(char c)
{
    return c == '"' || c == ',' || c == '\r' || c == '\n';
}

/// Of 8 bytes at once: is one of them a quote, a comma or a line end?
bool holdsSpecial(quint64 word)
{
    const auto has = [word](char c) { return scan::zeroBytes(word ^ (static_cast<uchar>(c) * scan::everyByte)); };
    return (has('"') | has(',') | has('\r') | has('\n')) != 0;
}

bool needsQuotes(std::string_view cell)
{
    if (startsLikeAPreamble(cell))
        return true;
    size_t at = 0;
    for (; at + 8 <= cell.size(); at += 8) {
        if (holdsSpecial(scan::load8(cell.data() + at)))
            return true;
    }
    return std::any_of(cell.begin() + static_cast<std::ptrdiff_t>(at), cell.end(), isSpecial);
}

char *put(char *out, std::string_view bytes)
{
    std::memcpy(out, bytes.data(), bytes.size());
    return out + bytes.size();
}

} // namespace

char *putCsvCell(char *out, std::string_view cell)
{
    if (cell.empty())
        return out;
    if (!needsQuotes(cell))
        return put(out, cell);
    *out++ = '"';
    for (size_t quote = cell.find('"'); quote != std::string_view::npos; quote = cell.find('"')) {
        out = put(out, cell.substr(0, quote + 1));
        *out++ = '"';
        cell.remove_prefix(quote + 1);
    }
    if (!cell.empty())
        out = put(out, cell);
    *out++ = '"';
    return out;
}

void appendCsvCell(QByteArray &csv, std::string_view cell)
{
    const qsizetype size = csv.size();
    csv.resize(size + csvRoom(cell));
    csv.truncate(putCsvCell(csv.data() + size, cell) - csv.data());
}

void endCsvRecord(QByteArray &csv, qsizetype start, const char *lineEnd)
{
    if (csv.size() == start)
        csv.append("\"\"");
    csv.append(lineEnd);
}

} // namespace tabular
