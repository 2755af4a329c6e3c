#include "tabular/parts/CsvEncoder.h"

#include <array>

namespace tabular {

namespace {

constexpr std::array<bool, 256> makeSpecial()
{
    std::array<bool, 256> special{};
    for (const char c : {'"', ',', '\r', '\n'})
        special[static_cast<uchar>(c)] = true;
    return special;
}

constexpr auto special = makeSpecial();

bool startsLikeAPreamble(std::string_view cell)
{
    if (cell.starts_with("\xEF\xBB\xBF"))
        return true;
    const auto is = [&cell](size_t at, char c) { return (cell[at] | 0x20) == c; };
    return cell.size() >= 4 && is(0, 's') && is(1, 'e') && is(2, 'p') && cell[3] == '=';
}

bool needsQuotes(std::string_view cell)
{
    for (const char c : cell) {
        if (special[static_cast<uchar>(c)])
            return true;
    }
    return startsLikeAPreamble(cell);
}

void appendBytes(QByteArray &csv, std::string_view bytes)
{
    csv.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace

void appendCsvCell(QByteArray &csv, std::string_view cell)
{
    if (cell.empty())
        return;
    if (!needsQuotes(cell)) {
        appendBytes(csv, cell);
        return;
    }
    csv.append('"');
    for (size_t quote = cell.find('"'); quote != std::string_view::npos; quote = cell.find('"')) {
        appendBytes(csv, cell.substr(0, quote + 1));
        csv.append('"');
        cell.remove_prefix(quote + 1);
    }
    appendBytes(csv, cell);
    csv.append('"');
}

void endCsvRecord(QByteArray &csv, qsizetype start)
{
    if (csv.size() == start)
        csv.append("\"\"");
    csv.append("\r\n");
}

} // namespace tabular
