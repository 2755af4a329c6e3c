#include "mapping/ValueFit.h"

#include <QDate>

#include <algorithm>

namespace mapping {

namespace {

using Shape = tabular::Shape;
using Reason = ValueFit::Reason;

constexpr int mostAre = 80; ///< percent
constexpr int someAre = 30; ///< percent
constexpr double compactDate = 0.3;
constexpr int longestCode = 4;
constexpr double asCodes = -0.3; ///< enough for nothing to be sure
constexpr int shortestId = 15;   ///< digits of a record of the CRM
constexpr int fewDifferent = 2;  ///< values of a picklist, below which they say little

int percentOf(qint64 part, qint64 whole)
{
    return whole <= 0 ? 0 : static_cast<int>(100 * part / whole);
}

bool oneOf(const QString &type, std::initializer_list<const char *> types)
{
    return std::any_of(types.begin(), types.end(), [&](const char *each) { return type == QLatin1String(each); });
}

QString comparedWord(const QString &text)
{
    return text.trimmed().toCaseFolded();
}

ValueFit shapeSays(const ColumnValues &values, double weight)
{
    const int percent = percentOf(values.profile.fitting, values.profile.filled);
    return {weight, weight > 0 ? Reason::Shape : weight < 0 ? Reason::WrongShape : Reason::None, percent, false};
}

/// "Z1", "KDNR", "07": what stands for something in the program that they are from, and for nothing here.
bool areCodes(const ColumnValues &values)
{
    return values.counts.size() >= fewDifferent
        && std::all_of(values.counts.keyBegin(), values.counts.keyEnd(), [](const QString &value) {
               return value.size() <= longestCode && value.toUpper() == value
                   && std::all_of(value.begin(), value.end(), [](QChar c) { return c.unicode() < 0x80; });
           });
}

ValueFit picklistFit(const crm::Field &field, const ColumnValues &values, const ComparedWords &words,
                     const ComparedValues &compared)
{
    // Where most are known, more than were counted may still be from the picklist; it does not have that many else.
    const bool tooMany = values.profile.distinct > 100;
    if (values.counts.isEmpty())
        return tooMany ? ValueFit{-0.5, Reason::NotInPicklist, 0, false} : ValueFit{};
    const bool inOneCell = field.dataType == QLatin1String("multiselectpicklist");
    qint64 all = 0;
    qint64 known = 0;
    for (const auto &[parts, count] : inOneCell ? compared.several : compared.cells) {
        all += count;
        const bool each =
            std::all_of(parts.begin(), parts.end(), [&words](const QString &part) { return words.contains(part); });
        known += each ? count : 0;
    }
    const int percent = percentOf(known, all);
    const bool telling = percent >= mostAre && values.counts.size() > fewDifferent;
    if (percent >= someAre)
        return {percent >= mostAre ? 1.0 : 0.4, Reason::Picklist, percent, telling};
    if (areCodes(values))
        return {asCodes, Reason::NotInPicklist, percent, false};
    const bool many = tooMany || (values.counts.size() > 12 && 2 * values.counts.size() > all);
    return {many ? -0.5 : -0.1, Reason::NotInPicklist, percent, false};
}

ValueFit textFit(const crm::Field &field, const ColumnValues &values)
{
    const Shape shape = values.profile.shape;
    if (field.length > 0 && values.profile.longest > field.length)
        return {-0.4, Reason::TooLong, 0, false};
    if (shape == Shape::Email || shape == Shape::Date || shape == Shape::DateTime)
        return shapeSays(values, -0.5);
    if (shape == Shape::Boolean || shape == Shape::Url)
        return shapeSays(values, -0.3);
    return {};
}

double phoneWeight(Shape shape)
{
    switch (shape) {
    case Shape::Phone:
        return 1;
    case Shape::Integer:
        return 0.2;
    case Shape::Text:
        return -0.2;
    default:
        return -0.9;
    }
}

double numberWeight(const QString &type, const ColumnValues &values)
{
    const bool whole = oneOf(type, {"integer", "bigint"});
    switch (values.profile.shape) {
    case Shape::Integer:
        return 0.4;
    case Shape::Decimal:
        return whole ? -0.3 : 0.5;
    case Shape::Phone: // digits with blanks
        return -0.2;
    case Shape::Text: // with units and signs of currency, maybe
        return whole ? -0.6 : -0.35;
    default:
        return -0.8;
    }
}

double dateWeight(const QString &type, Shape shape)
{
    const bool withTime = type == QLatin1String("datetime");
    if (shape == Shape::Date)
        return withTime ? 0.3 : 1;
    if (shape == Shape::DateTime)
        return withTime ? 1 : 0.2;
    return shape == Shape::Text ? -0.4 : -0.8;
}

/// 20240131, as ERP programs write it; to the profile it is a number.
bool areCompactDates(const ColumnValues &values)
{
    return !values.counts.isEmpty()
        && std::all_of(values.counts.keyBegin(), values.counts.keyEnd(), [](const QString &value) {
               const QDate date = QDate::fromString(value.trimmed(), QStringLiteral("yyyyMMdd"));
               return date.isValid() && date.year() >= 1900 && date.year() < 2100;
           });
}

double booleanWeight(const ColumnValues &values)
{
    if (values.profile.shape == Shape::Boolean)
        return 1;
    if (values.profile.distinct > fewDifferent)
        return -0.8;
    return values.profile.shape == Shape::Integer ? 0.4 : -0.1; // 0 and 1; "x" or a word of another language
}

double lookupWeight(const ColumnValues &values)
{
    const Shape shape = values.profile.shape;
    if (shape == Shape::Integer && values.profile.longest < shortestId)
        return asCodes;
    const bool nonsense = shape == Shape::Date || shape == Shape::DateTime || shape == Shape::Boolean
        || shape == Shape::Url || shape == Shape::Decimal;
    return nonsense ? -0.8 : 0;
}

} // namespace

ComparedWords wordsOfPicklist(const crm::Field &field)
{
    ComparedWords words;
    for (const crm::PicklistValue &value : field.picklist) {
        words.insert(comparedWord(value.display));
        words.insert(comparedWord(value.actual));
    }
    return words;
}

ComparedValues comparedValues(const ColumnValues &values)
{
    ComparedValues compared;
    for (auto value = values.counts.begin(); value != values.counts.end(); ++value) {
        compared.cells.push_back({{comparedWord(value.key())}, value.value()});
        QStringList parts = value.key().split(QLatin1Char(';'));
        for (QString &part : parts)
            part = comparedWord(part);
        compared.several.push_back({parts, value.value()});
    }
    return compared;
}

ValueFit fitOf(const crm::Field &field, const ColumnValues &values, const ComparedWords &words,
               const ComparedValues &compared)
{
    const Shape shape = values.profile.shape;
    const QString &type = field.dataType;
    if (shape == Shape::Empty)
        return {};
    if (type == QLatin1String("email")) {
        ValueFit fit = shapeSays(values, shape == Shape::Email ? 1 : -0.9);
        fit.telling = fit.weight > 0;
        return fit;
    }
    if (type == QLatin1String("website")) {
        ValueFit fit = shapeSays(values, shape == Shape::Url ? 1 : shape == Shape::Text ? -0.1 : -0.8);
        fit.telling = shape == Shape::Url;
        return fit;
    }
    if (type == QLatin1String("phone")) {
        ValueFit fit = shapeSays(values, phoneWeight(shape));
        fit.telling = shape == Shape::Phone;
        return fit;
    }
    if (oneOf(type, {"picklist", "multiselectpicklist"}))
        return picklistFit(field, values, words, compared);
    if (oneOf(type, {"date", "datetime"}))
        return shapeSays(values, areCompactDates(values) ? compactDate : dateWeight(type, shape));
    if (oneOf(type, {"integer", "bigint", "double", "currency", "percent"}))
        return shapeSays(values, numberWeight(type, values));
    if (type == QLatin1String("boolean"))
        return shapeSays(values, booleanWeight(values));
    if (field.isLookup())
        return shapeSays(values, lookupWeight(values));
    return textFit(field, values);
}

} // namespace mapping
