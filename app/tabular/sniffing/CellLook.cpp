#include "tabular/sniffing/CellLook.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace tabular {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// "2024-03-01 10:00" as "9-9-9 9:9": each run of digits is one 9.
QByteArray outline(QByteArrayView cell)
{
    QByteArray shape;
    for (const char c : cell) {
        if (!isDigit(c))
            shape += c;
        else if (!shape.endsWith('9'))
            shape += '9';
    }
    return shape;
}

bool isDateOutline(const QByteArray &shape)
{
    for (const char *date : {"9-9-9", "9/9/9", "9.9.9"}) {
        if (!shape.startsWith(date))
            continue;
        const QByteArrayView rest = QByteArrayView(shape).sliced(5);
        return rest.isEmpty() || rest.startsWith("T9:") || rest.startsWith(" 9:");
    }
    return false;
}

bool isNumber(QByteArrayView cell, qsizetype digits)
{
    if (digits == 0)
        return false;
    return std::all_of(cell.begin(), cell.end(),
                       [](char c) { return isDigit(c) || QByteArrayView("+-.,' %$()eE").contains(c); })
        && !QByteArrayView("eE").contains(cell[0]);
}

bool isEmail(QByteArrayView cell)
{
    const qsizetype at = cell.indexOf('@');
    return at > 0 && cell.indexOf('.', at) > at + 1 && cell.indexOf(' ') < 0 && cell.indexOf('@', at + 1) < 0;
}

bool isPhone(QByteArrayView cell, qsizetype digits)
{
    const bool plain = std::all_of(cell.begin(), cell.end(),
                                   [](char c) { return isDigit(c) || QByteArrayView("+-/. ()x").contains(c); });
    return plain && digits >= 6 && digits <= 20 && (cell[0] == '+' || cell[0] == '(' || cell.contains('-'));
}

bool isBoolean(QByteArrayView cell)
{
    static constexpr std::array words{"true", "false", "yes", "no"};
    return std::any_of(words.begin(), words.end(),
                       [cell](const char *word) { return cell.compare(word, Qt::CaseInsensitive) == 0; });
}

} // namespace

CellLook lookOf(QByteArrayView cell)
{
    cell = cell.trimmed();
    if (cell.isEmpty())
        return CellLook::Empty;
    const qsizetype digits = std::count_if(cell.begin(), cell.end(), isDigit);
    if (digits >= 3) {
        const QByteArray shape = outline(cell);
        if (isDateOutline(shape))
            return CellLook::Date;
        if (shape == "9:9" || shape == "9:9:9")
            return CellLook::Time;
    }
    if (isPhone(cell, digits))
        return CellLook::Phone;
    if (isNumber(cell, digits))
        return CellLook::Number;
    if (isEmail(cell))
        return CellLook::Email;
    if (cell.startsWith("http://") || cell.startsWith("https://") || cell.startsWith("www."))
        return CellLook::Url;
    return isBoolean(cell) ? CellLook::Boolean : CellLook::Text;
}

} // namespace tabular
