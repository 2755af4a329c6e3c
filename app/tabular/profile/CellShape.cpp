#include "tabular/profile/CellShape.h"

#include "tabular/profile/CellHash.h"
#include "tabular/profile/DateShape.h"
#include "tabular/profile/NumberShape.h"

#include <algorithm>

namespace tabular {

namespace {

using Kind = CellShape::Kind;

constexpr quint16 Digit = 1;
constexpr quint16 NumberSign = 2; ///< . , blank and apostrophe
constexpr quint16 DateSign = 4;   ///< / - . blank
constexpr quint16 PhoneSign = 8;  ///< / - . blank ( ) +
constexpr quint16 Letter = 16;
constexpr quint16 TimeSign = 32; ///< : + - . ,
constexpr quint16 High = 64;     ///< of a character that is not ASCII: no-break blanks group digits
constexpr quint16 Other = 128;
constexpr quint16 NotInEmail = 256; ///< blanks, controls and what ends an address

constexpr std::array<quint16, 256> makeClasses()
{
    std::array<quint16, 256> classes{};
    for (size_t c = 0; c < 256; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        classes[c] = c >= 0x80 ? High : letter ? Letter : Other;
        if (c >= '0' && c <= '9')
            classes[c] = Digit;
    }
    classes['.'] = NumberSign | DateSign | PhoneSign | TimeSign;
    classes[','] = NumberSign | DateSign | TimeSign;
    classes[' '] = NumberSign | DateSign | PhoneSign;
    classes['\''] = NumberSign;
    classes['/'] = DateSign | PhoneSign;
    classes['-'] = DateSign | PhoneSign | TimeSign;
    classes['+'] = PhoneSign | TimeSign;
    classes['('] = PhoneSign;
    classes[')'] = PhoneSign;
    classes[':'] = TimeSign;
    for (size_t c = 0; c <= ' '; ++c)
        classes[c] |= NotInEmail;
    for (const char c : std::string_view(",;:()<>[]\"\\"))
        classes[static_cast<uchar>(c)] |= NotInEmail;
    return classes;
}

constexpr auto classes = makeClasses();

quint16 classOf(char c)
{
    return classes[static_cast<uchar>(c)];
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isPadding(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isPadding(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isPadding(text.back()))
        text.remove_suffix(1);
    return text;
}

bool startsWith(std::string_view text, std::string_view lowerCase)
{
    return text.size() >= lowerCase.size()
        && std::equal(lowerCase.begin(), lowerCase.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

/// One @ with something before it, a domain with a dot inside behind it, nothing that ends an address.
bool isEmail(std::string_view text)
{
    const size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || at > 64 || text.size() > 254)
        return false;
    quint16 any = 0;
    for (const char c : text.substr(0, at))
        any |= classOf(c);
    const size_t last = text.size() - 1;
    size_t dot = at;
    for (size_t i = at + 1; i <= last; ++i) {
        const char c = text[i];
        any |= classOf(c);
        if (c == '@' || (c == '.' && (i == at + 1 || text[i - 1] == '.')))
            return false;
        dot = c == '.' ? i : dot;
    }
    return (any & NotInEmail) == 0 && dot > at && dot + 2 <= last;
}

bool isUrl(std::string_view text)
{
    size_t skip = 0;
    for (const std::string_view start : {"https://", "http://", "ftp://", "www."}) {
        if (startsWith(text, start))
            skip = start.size();
    }
    if (skip == 0 || text.size() <= skip)
        return false;
    const std::string_view host = text.substr(skip, text.find_first_of("/?#", skip) - skip);
    const size_t dot = host.find('.');
    const bool named =
        (dot != 0 && dot != std::string_view::npos && dot + 1 < host.size()) || startsWith(host, "localhost");
    return named && std::all_of(text.begin(), text.end(), [](char c) { return static_cast<uchar>(c) > ' '; });
}

/// 6 to 15 digits, a plus only in front, and an extension ("x12", "ext. 12") at the end if need be.
bool isPhone(std::string_view text)
{
    int digits = 0;
    size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if ((classOf(c) & Digit) != 0)
            ++digits;
        else if ((classOf(c) & PhoneSign) == 0 || (c == '+' && digits > 0))
            break;
    }
    if (digits < 6 || digits > 15)
        return false;
    std::string_view tail = text.substr(at);
    for (const std::string_view word : {"extension", "ext.", "ext", "x"}) {
        if (!startsWith(tail, word))
            continue;
        tail = trimmed(tail.substr(word.size()));
        return !tail.empty() && tail.size() <= 6
            && std::all_of(tail.begin(), tail.end(), [](char c) { return (classOf(c) & Digit) != 0; });
    }
    return tail.empty();
}

constexpr std::array<const char *, 5> pairs{"true/false", "yes/no", "y/n", "t/f", "on/off"};

int booleanOf(std::string_view text)
{
    for (size_t pair = 0; pair < pairs.size() && text.size() <= 5; ++pair) {
        const std::string_view both = pairs[pair];
        const size_t slash = both.find('/');
        for (const std::string_view word : {both.substr(0, slash), both.substr(slash + 1)}) {
            if (word.size() == text.size() && startsWith(text, word))
                return static_cast<int>(pair);
        }
    }
    return -1;
}

bool takeNumber(std::string_view text, CellShape &shape)
{
    const auto number = readNumber(text);
    if (!number)
        return false;
    // A plus and seven digits or more are how phone numbers are written, not amounts.
    if (number->plus && number->digits >= 7 && (number->detail & NumberShape::mayBePhone) != 0) {
        shape.kind = Kind::Phone;
        return true;
    }
    shape.kind = Kind::Number;
    shape.detail = number->detail;
    shape.order = {number->value[0], number->value[1], 0};
    shape.remarks |= number->digits > 15 ? CellShape::LongNumber : 0;
    shape.remarks |= number->leadingZero ? CellShape::LeadingZero : 0;
    return true;
}

void setDate(const DateShape &date, CellShape &shape)
{
    shape.kind = Kind::Date;
    shape.detail = date.detail;
    shape.order = date.value;
}

bool takeDate(std::string_view text, CellShape &shape)
{
    const auto date = readDate(text);
    if (!date)
        return false;
    if (date->isDay())
        setDate(*date, shape);
    return true;
}

/// Starts with a digit, a sign or a bracket.
void classifyFigures(std::string_view text, CellShape &shape)
{
    if (const auto date = readIsoDate(text)) {
        setDate(*date, shape);
        return;
    }
    quint16 any = 0;
    bool numberLike = true;
    const char first = text.front();
    const size_t from = first == '-' || first == '+' ? 1 : 0;
    for (const char c : text.substr(from)) {
        const quint16 kind = classOf(c);
        if ((kind & Other) != 0)
            return;
        any |= kind;
        numberLike &= (kind & (Digit | NumberSign | High)) != 0;
    }
    if (numberLike && takeNumber(text, shape))
        return;
    if (from == 0 && (any & DateSign) != 0 && (any & High) == 0 && takeDate(text, shape))
        return;
    if ((any & High) == 0 && isPhone(text))
        shape.kind = Kind::Phone;
}

void classifyWords(std::string_view text, CellShape &shape)
{
    const char first = lower(text.front());
    if (const int pair = text.size() <= 5 ? booleanOf(text) : -1; pair >= 0) {
        shape.kind = Kind::Boolean;
        shape.detail = static_cast<quint32>(pair);
    } else if ((first == 'h' || first == 'w' || first == 'f') && isUrl(text)) {
        shape.kind = Kind::Url;
    } else if (classOf(text.back()) != Letter && std::string_view("jfmasond").find(first) != std::string_view::npos) {
        takeDate(text, shape); // if it is the name of a month
    }
}

/// What is in a cell, wherever it is.
struct Contents final {
    bool nonAscii = false;
    bool at = false; ///< @
};

Contents contentsOf(std::string_view cell)
{
    using namespace scan;
    quint64 high = 0;
    quint64 atSigns = 0;
    const auto take = [&](quint64 word) {
        high |= word;
        atSigns |= zeroBytes(word ^ ('@' * everyByte));
    };
    const char *at = cell.data();
    size_t left = cell.size();
    for (; left > 8; at += 8, left -= 8)
        take(load8(at));
    take(loadShort(at, left));
    return {(high & highBits) != 0, atSigns != 0};
}

void classify(std::string_view text, const Contents &contents, CellShape &shape)
{
    if (contents.at && isEmail(text)) {
        shape.kind = Kind::Email;
        return;
    }
    const char first = text.front();
    if ((classOf(first) & Letter) != 0)
        classifyWords(text, shape);
    else if (classOf(first) == Digit || first == '-' || first == '+' || first == '(' || first == '.' || first == ',')
        classifyFigures(text, shape);
}

/// A lone sign calculates nothing.
bool startsFormula(std::string_view cell, Kind kind)
{
    if (cell.size() < 2)
        return false;
    const char first = cell.front();
    if (first == '\t' || first == '\r' || first == '=' || first == '@')
        return true;
    if (first == '+' || first == '-')
        return kind != Kind::Number && kind != Kind::Phone;
    if (cell.size() < 4 || !cell.starts_with("\xEF\xBC"))
        return false;
    return cell[2] == '\x9D' || cell[2] == '\x8B' || cell[2] == '\x8D' || cell[2] == '\xA0';
}

bool between(char c, int low, int high)
{
    return static_cast<uchar>(c) >= low && static_cast<uchar>(c) <= high;
}

/// U+200B, U+200E, U+200F, U+202A…E, U+2060…69, U+FEFF, U+061C.
bool hasInvisible(std::string_view cell)
{
    for (size_t at = 0; at + 1 < cell.size(); ++at) {
        if (static_cast<uchar>(cell[at]) < 0x80)
            continue;
        if (cell[at] == '\xD8' && cell[at + 1] == '\x9C')
            return true;
        if (at + 2 >= cell.size())
            continue;
        const char second = cell[at + 1];
        const char third = cell[at + 2];
        if (cell[at] == '\xEF' && second == '\xBB' && third == '\xBF')
            return true;
        if (cell[at] != '\xE2')
            continue;
        if (second == '\x80' && (third == '\x8B' || between(third, 0x8E, 0x8F) || between(third, 0xAA, 0xAE)))
            return true;
        if (second == '\x81' && between(third, 0xA0, 0xA9))
            return true;
    }
    return false;
}

/// Bytes of the blank at the start of `text`, 0 if there is none.
size_t blankAt(std::string_view text)
{
    if (isPadding(text.front()))
        return 1;
    if (text.starts_with("\xC2\x85") || text.starts_with("\xC2\xA0"))
        return 2;
    if (text.starts_with("\xE1\x9A\x80") || text.starts_with("\xE2\x81\x9F") || text.starts_with("\xE3\x80\x80"))
        return 3;
    const bool general = text.size() >= 3 && text.starts_with("\xE2\x80");
    const bool space = general && (between(text[2], 0x80, 0x8A) || between(text[2], 0xA8, 0xA9) || text[2] == '\xAF');
    return space ? 3 : 0;
}

} // namespace

bool isBlankText(std::string_view cell)
{
    if (!cell.empty() && (classOf(cell.front()) & (Digit | Letter)) != 0)
        return false;
    while (!cell.empty()) {
        const size_t bytes = blankAt(cell);
        if (bytes == 0)
            return false;
        cell.remove_prefix(bytes);
    }
    return true;
}

CellShape shapeOf(std::string_view cell)
{
    CellShape shape;
    if (isBlankText(cell)) {
        shape.kind = Kind::Blank;
        return shape;
    }
    const std::string_view text = trimmed(cell);
    const Contents contents = contentsOf(cell);
    classify(text, contents, shape);
    shape.remarks |= startsFormula(cell, shape.kind) ? CellShape::Formula : 0;
    shape.remarks |= contents.nonAscii && hasInvisible(cell) ? CellShape::Invisible : 0;
    return shape;
}

TextLength lengthOf(std::string_view text)
{
    TextLength length;
    for (const char c : text) {
        const auto byte = static_cast<uchar>(c);
        length.characters += (byte & 0xC0) != 0x80;
        length.utf16 += byte >= 0xF0;
    }
    length.utf16 += length.characters;
    return length;
}

std::string_view cutAt(std::string_view text, qint64 characters)
{
    if (static_cast<qint64>(text.size()) <= characters)
        return text;
    qint64 seen = 0;
    for (size_t at = 0; at < text.size(); ++at) {
        if ((static_cast<uchar>(text[at]) & 0xC0) != 0x80 && seen++ == characters)
            return text.substr(0, at);
    }
    return text;
}

const char *booleanWords(quint32 detail)
{
    return detail < pairs.size() ? pairs[detail] : "";
}

} // namespace tabular
