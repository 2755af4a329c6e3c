#include "practice/RowRules.h"

#include "practice/DatePattern.h"

#include <QRegularExpression>
#include <QUrl>

namespace practice {

namespace {

constexpr const char *invalid = "INVALID_DATA";

using TypeRule = CellVerdict (*)(const PracticeField &, const OrderedField &, const QString &);

CellVerdict refuse(const char *code = invalid)
{
    return {{}, code};
}

CellVerdict matching(const QString &cell, const QRegularExpression &pattern)
{
    return pattern.match(cell).hasMatch() ? CellVerdict{cell} : refuse();
}

CellVerdict email(const PracticeField &, const OrderedField &, const QString &cell)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[^\\s@,;:<>()\"\\[\\]]+@[^\\s@,;:<>()\"\\[\\].]+(\\.[^\\s@,;:<>()\"\\[\\].]+)+$"));
    return matching(cell, pattern);
}

CellVerdict phone(const PracticeField &, const OrderedField &, const QString &cell)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[+0-9][0-9 ().\\-/]*( ?(x|ext\\.?|#) ?[0-9]+)?$|^\\([0-9].*$"));
    return matching(cell, pattern);
}

CellVerdict website(const PracticeField &, const OrderedField &, const QString &cell)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(https?://)?[^\\s/@:?#]+(\\.[^\\s/@:?#]+)+(:\\d+)?([/?#]\\S*)?$"),
        QRegularExpression::CaseInsensitiveOption);
    return matching(cell, pattern);
}

CellVerdict boolean(const PracticeField &, const OrderedField &, const QString &cell)
{
    const QString word = cell.trimmed().toLower();
    if (word == QLatin1String("true") || word == QLatin1String("1"))
        return {QStringLiteral("true")};
    if (word == QLatin1String("false") || word == QLatin1String("0"))
        return {QStringLiteral("false")};
    return refuse();
}

/// Digits with an optional sign and thousands commas; `length` is how many digits the field holds.
CellVerdict integer(const PracticeField &field, const OrderedField &, const QString &cell)
{
    static const QRegularExpression pattern(QStringLiteral("^-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)$"));
    QString digits = cell.trimmed();
    if (!pattern.match(digits).hasMatch())
        return refuse();
    digits.remove(QLatin1Char(','));
    const bool negative = digits.startsWith(QLatin1Char('-'));
    bool fits = false;
    const qint64 value = digits.toLongLong(&fits);
    if (!fits || digits.size() - (negative ? 1 : 0) > field.length)
        return refuse();
    return {QString::number(value)};
}

CellVerdict decimal(const PracticeField &field, const OrderedField &, const QString &cell)
{
    static const QRegularExpression pattern(
        QStringLiteral("^-?([0-9]{1,16}|[0-9]{1,3}(,[0-9]{3}){1,5})(\\.[0-9]{1,9})?$"));
    QString number = cell.trimmed();
    if (!pattern.match(number).hasMatch())
        return refuse();
    number.remove(QLatin1Char(','));
    const qsizetype whole = number.section(QLatin1Char('.'), 0, 0).size() - number.startsWith(QLatin1Char('-'));
    return whole > field.length ? refuse() : CellVerdict{number};
}

CellVerdict date(const PracticeField &, const OrderedField &mapping, const QString &cell)
{
    const QDate day = DatePattern(mapping.format).date(cell.trimmed());
    return day.isValid() ? CellVerdict{day.toString(Qt::ISODate)} : refuse();
}

CellVerdict dateTime(const PracticeField &, const OrderedField &mapping, const QString &cell)
{
    const QDateTime time = DatePattern(mapping.format).dateTime(cell.trimmed());
    return time.isValid() ? CellVerdict{time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss+00:00"))} : refuse();
}

CellVerdict severalValues(const PracticeField &, const OrderedField &, const QString &cell)
{
    QStringList values;
    const auto parts = cell.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString &part : parts)
        values.append(part.trimmed());
    return {values.join(QLatin1Char(';'))};
}

TypeRule ruleOf(const QString &type)
{
    static const QHash<QString, TypeRule> rules{
        {QStringLiteral("email"), email},       {QStringLiteral("phone"), phone},
        {QStringLiteral("website"), website},   {QStringLiteral("boolean"), boolean},
        {QStringLiteral("integer"), integer},   {QStringLiteral("bigint"), integer},
        {QStringLiteral("currency"), decimal},  {QStringLiteral("double"), decimal},
        {QStringLiteral("percent"), decimal},   {QStringLiteral("date"), date},
        {QStringLiteral("datetime"), dateTime}, {QStringLiteral("multiselectpicklist"), severalValues},
    };
    return rules.value(type, nullptr);
}

bool isText(const QString &type)
{
    static const QStringList types{QStringLiteral("text"),
                                   QStringLiteral("textarea"),
                                   QStringLiteral("email"),
                                   QStringLiteral("phone"),
                                   QStringLiteral("website"),
                                   QStringLiteral("picklist"),
                                   QStringLiteral("multiselectpicklist")};
    return types.contains(type);
}

} // namespace

CellVerdict RowRules::judge(const PracticeField &field, const OrderedField &mapping, const QString &cell) const
{
    if (field.isOwner())
        return judgeOwner(mapping.findBy, cell.trimmed());
    if (field.isLookup())
        return judgeLookup(field, mapping.findBy, cell.trimmed());
    if (isText(field.type) && cell.size() > field.length)
        return refuse();
    const TypeRule rule = ruleOf(field.type);
    return rule ? rule(field, mapping, cell) : CellVerdict{cell};
}

CellVerdict RowRules::judgeOwner(const QString &findBy, const QString &cell) const
{
    for (const PracticeUser &user : m_users) {
        const bool byId = findBy != QLatin1String("email") && user.id == cell;
        const bool byEmail = findBy != QLatin1String("id") && user.email.compare(cell, Qt::CaseInsensitive) == 0;
        if (byId || byEmail)
            return {user.id};
    }
    return refuse();
}

CellVerdict RowRules::judgeLookup(const PracticeField &field, const QString &findBy, const QString &cell) const
{
    for (const PracticeModule &module : m_modules) {
        if (module.name != field.lookupModule)
            continue;
        const auto store = m_stores.find(module.name);
        if (store == m_stores.end())
            break;
        const auto found = findBy == QLatin1String("id") ? store->second.findId(cell)
                                                         : store->second.find(module.indexOf(findBy), cell);
        return found ? CellVerdict{store->second.at(*found).id} : refuse("RESOURCE_NOT_FOUND");
    }
    return refuse("RESOURCE_NOT_FOUND");
}

} // namespace practice
