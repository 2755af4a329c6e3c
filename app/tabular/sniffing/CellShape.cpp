#include "tabular/sniffing/CellShape.h"

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

CellShape shapeOf(QByteArrayView cell)
{
    cell = cell.trimmed();
    if (cell.isEmpty())
        return CellShape::Empty;
    const qsizetype digits = std::count_if(cell.begin(), cell.end(), isDigit);
    if (digits >= 3) {
        const QByteArray shape = outline(cell);
        if (isDateOutline(shape))
            return CellShape::Date;
        if (shape == "9:9" || shape == "9:9:9")
            return CellShape::Time;
    }
    if (isPhone(cell, digits))
        return CellShape::Phone;
    if (isNumber(cell, digits))
        return CellShape::Number;
    if (isEmail(cell))
        return CellShape::Email;
    if (cell.startsWith("http://") || cell.startsWith("https://") || cell.startsWith("www."))
        return CellShape::Url;
    return isBoolean(cell) ? CellShape::Boolean : CellShape::Text;
}

} // namespace tabular
