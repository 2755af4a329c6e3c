#include "mapping/ValueTally.h"

#include "mapping/AutoMatcher.h"
#include "mapping/NameLikeness.h"

#include <QHash>

#include <algorithm>

namespace mapping {

namespace {

constexpr double likeEnough = 0.75;

/// Counts in the order in which values come, and orders them at the end.
class Counting final {
public:
    void add(const QString &text, qint64 count)
    {
        const QString value = text.trimmed();
        if (value.isEmpty())
            return;
        const auto known = m_places.constFind(value);
        if (known != m_places.constEnd()) {
            m_values[*known].count += count;
            return;
        }
        m_places.insert(value, m_values.size());
        m_values.push_back({value, count});
    }

    std::vector<ValueTally::Value> take()
    {
        std::stable_sort(m_values.begin(), m_values.end(),
                         [](const auto &a, const auto &b) { return a.count > b.count; });
        return std::move(m_values);
    }

private:
    QHash<QString, size_t> m_places;
    std::vector<ValueTally::Value> m_values;
};

bool isBoolean(const crm::Field &field)
{
    return field.dataType == QLatin1String("boolean");
}

QString proposedTruth(const QString &text)
{
    static const QStringList yes{"yes",  "y",         "ja",   "j",    "oui", "o",    "si",   "sí",
                                 "sì",   "s",         "sim",  "x",    "1",   "wahr", "true", "vrai",
                                 "vero", "verdadero", "waar", "はい", "是",  "نعم",  "हाँ"};
    static const QStringList no{"no",    "n",    "nein",  "non",    "nee",    "não", "0",  "falsch",
                                "false", "faux", "falso", "onwaar", "いいえ", "否",  "لا", "नहीं"};
    const QString word = text.trimmed().toLower();
    if (yes.contains(word))
        return QStringLiteral("true");
    return no.contains(word) ? QStringLiteral("false") : QString();
}

/// Letters and digits alone.
QString bareText(const QString &text)
{
    QString bare = comparableName(text);
    bare.removeIf([](QChar c) { return c.isPunct() || c.isSymbol(); });
    return bare;
}

} // namespace

ValueTally tallyOf(const tabular::TableSummary &table, crm::ColumnIndex column)
{
    Counting counting;
    const auto place = static_cast<std::size_t>(column.value);
    if (table.counts && place < table.counts->columns.size()) {
        const tabular::ValueCounts &counted = table.counts->columns[place];
        for (auto value = counted.counts.cbegin(); value != counted.counts.cend(); ++value)
            counting.add(value.key(), value.value());
        return {counting.take(), counted.complete && table.counts->everyRow};
    }
    for (const QStringList &row : table.firstRows)
        counting.add(row.value(column.value), 1);
    return {counting.take(), table.rows <= static_cast<qint64>(table.firstRows.size())};
}

ValueTally splitAt(const ValueTally &tally, const QString &separator)
{
    Counting counting;
    for (const ValueTally::Value &value : tally.values) {
        for (const QString &part : value.text.split(separator))
            counting.add(part, value.count);
    }
    return {counting.take(), tally.everyRow};
}

bool hasFixedValues(const crm::Field &field)
{
    return isBoolean(field) || !field.picklist.empty();
}

std::vector<crm::PicklistValue> fixedValues(const crm::Field &field)
{
    if (isBoolean(field))
        return {{QStringLiteral("true"), QStringLiteral("true")}, {QStringLiteral("false"), QStringLiteral("false")}};
    return field.picklist;
}

bool isFixedValue(const crm::Field &field, const QString &text)
{
    const std::vector<crm::PicklistValue> values = fixedValues(field);
    return std::any_of(values.begin(), values.end(),
                       [&](const crm::PicklistValue &value) { return value.actual == text; });
}

QString proposedValue(const crm::Field &field, const QString &text)
{
    if (isBoolean(field))
        return proposedTruth(text);
    const QString bare = bareText(text);
    QString best;
    double most = likeEnough;
    for (const crm::PicklistValue &value : field.picklist) {
        for (const QString &name : {value.display, value.actual}) {
            const QString other = bareText(name);
            const double like = other == bare ? 1.0 : spellingLikeness(bare, other);
            if (!other.isEmpty() && like > most) {
                best = value.actual;
                most = like;
            }
        }
    }
    return best;
}

} // namespace mapping
