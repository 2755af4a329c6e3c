#include "checking/ValueCheck.h"

#include "mapping/CellConversion.h"
#include "mapping/FormatChoice.h"
#include "mapping/ValueTally.h"

#include <QSet>

#include <algorithm>

namespace checking {

namespace {

using tabular::Shape;

constexpr int mostNamed = 3;
/// What the CRM takes dates for where nothing is said.
constexpr auto defaultDate = QLatin1String("MM/dd/yyyy");

/// One mapping with a column, and all that is known of both ends.
struct Feed final {
    const crm::FieldMapping &mapping;
    const crm::Field &field;
    const tabular::ColumnSummary &column;
    const tabular::ColumnProfile *profile; ///< may be null
    const mapping::CellRule *rule;         ///< may be null
    mapping::ValueTally tally;
};

/// Values that are wrong, by their counts.
struct Wrong final {
    std::vector<mapping::ValueTally::Value> values;
    qint64 cells = 0;
    bool sampled = false;
};

class FeedCheck final {
public:
    FeedCheck(const Feed &feed, std::vector<Finding> &findings)
        : m_feed(feed)
        , m_findings(findings)
        , m_conversion(feed.rule ? *feed.rule : mapping::CellRule{}, feed.mapping.format)
    { }

    void run()
    {
        checkFormat();
        checkFixedValues();
        checkLength();
        checkType();
    }

private:
    void add(Rule rule, QVariantMap context)
    {
        context.insert(QStringLiteral("field"), m_feed.field.name.text());
        if (!m_feed.field.label.isEmpty())
            context.insert(QStringLiteral("label"), m_feed.field.label);
        context.insert(QStringLiteral("column"), m_feed.mapping.column->value);
        context.insert(QStringLiteral("header"), m_feed.column.header);
        m_findings.push_back({rule, Severity::Warning, {crm::InputRef::Kind::Mapping, m_feed.field.name}, context});
    }

    void addWrong(Rule rule, const Wrong &wrong)
    {
        if (wrong.values.empty())
            return;
        QStringList named;
        for (const auto &value : wrong.values) {
            if (named.size() < mostNamed)
                named << QStringLiteral("\"%1\" (%2)").arg(value.text.left(40)).arg(value.count);
        }
        const auto more = static_cast<qint64>(wrong.values.size()) - named.size();
        QVariantMap context{{QStringLiteral("values"), named.join(QStringLiteral(", "))},
                            {QStringLiteral("more"), more},
                            {QStringLiteral("cells"), wrong.cells}};
        if (wrong.sampled)
            context.insert(QStringLiteral("sampled"), true);
        add(rule, context);
    }

    template <class Test>
    [[nodiscard]] Wrong valuesThat(const mapping::ValueTally &tally, const Test &test) const
    {
        Wrong wrong;
        wrong.sampled = !tally.everyRow;
        for (const auto &value : tally.values) {
            if (!test(value.text))
                continue;
            wrong.values.push_back(value);
            wrong.cells += value.count;
        }
        return wrong;
    }

    void checkFormat()
    {
        if (!m_feed.profile)
            return;
        const mapping::FormatTable table = mapping::formatTable(m_feed.field, *m_feed.profile);
        const bool said = !m_feed.mapping.format.isEmpty() || (m_feed.rule && !m_feed.rule->sourcePattern.isEmpty());
        if (table.candidates.empty() || said)
            return;
        const QString pattern = table.candidates.front().fit.pattern;
        if (!table.decided)
            add(Rule::FormatUndecided,
                {{QStringLiteral("pattern"), pattern},
                 {QStringLiteral("other"), m_feed.profile->otherPatterns.value(0)}});
        else if (m_feed.field.isDateLike() && table.candidates.front().carriage.sourcePattern.isEmpty()
                 && !pattern.startsWith(defaultDate))
            add(Rule::FormatMissing, {{QStringLiteral("pattern"), pattern}});
    }

    void checkFixedValues()
    {
        if (!mapping::hasFixedValues(m_feed.field))
            return;
        const bool several = m_feed.field.dataType == QLatin1String("multiselectpicklist");
        mapping::ValueTally sent;
        sent.everyRow = m_feed.tally.everyRow;
        for (const auto &value : m_feed.tally.values)
            sent.values.push_back({m_conversion.convert(value.text).text, value.count});
        if (several)
            sent = mapping::splitAt(sent, QStringLiteral(";"));
        const Wrong wrong =
            valuesThat(sent, [this](const QString &text) { return !mapping::isFixedValue(m_feed.field, text); });
        addWrong(m_feed.field.dataType == QLatin1String("boolean") ? Rule::ValuesRefused : Rule::ValuesAdded, wrong);
    }

    void checkLength()
    {
        static const QSet<QString> types{QStringLiteral("text"), QStringLiteral("textarea"), QStringLiteral("email"),
                                         QStringLiteral("phone"), QStringLiteral("website")};
        const int limit = m_feed.field.length;
        if (!m_feed.profile || limit <= 0 || m_feed.rule || !types.contains(m_feed.field.dataType)
            || m_feed.profile->longestUtf16 <= limit)
            return;
        add(Rule::ValuesTooLong,
            {{QStringLiteral("longest"), m_feed.profile->longestUtf16}, {QStringLiteral("limit"), limit}});
    }

    /// Values that are no date, number or address. What the profile says is of every row; only where cells are rewritten
    /// the values themselves have to be asked.
    void checkType()
    {
        if (m_feed.rule && !m_feed.rule->sourcePattern.isEmpty()) {
            using Problem = mapping::ConvertedCell::Problem;
            addWrong(Rule::ValuesUnconverted, valuesThat(m_feed.tally, [this](const QString &text) {
                         return m_conversion.convert(text).problem != Problem::None;
                     }));
            return;
        }
        const QSet<Shape> wanted = shapesOf(m_feed.field.dataType);
        if (!m_feed.profile || m_feed.profile->filled == 0 || wanted.isEmpty())
            return;
        const tabular::ColumnProfile &profile = *m_feed.profile;
        const bool right = wanted.contains(profile.shape);
        const qint64 cells = right ? profile.filled - profile.fitting : profile.filled;
        if (cells == 0)
            return;
        add(Rule::ValuesOfWrongType,
            {{QStringLiteral("cells"), cells},
             {QStringLiteral("row"), right ? profile.firstMisfitRow : qint64(0)},
             {QStringLiteral("type"), m_feed.field.dataType}});
    }

    static QSet<Shape> shapesOf(const QString &type)
    {
        if (type == QLatin1String("date") || type == QLatin1String("datetime"))
            return {Shape::Date, Shape::DateTime};
        if (type == QLatin1String("email"))
            return {Shape::Email};
        if (type == QLatin1String("integer") || type == QLatin1String("bigint"))
            return {Shape::Integer};
        if (type == QLatin1String("double") || type == QLatin1String("currency") || type == QLatin1String("percent"))
            return {Shape::Integer, Shape::Decimal};
        return {};
    }

    const Feed &m_feed;
    std::vector<Finding> &m_findings;
    mapping::CellConversion m_conversion;
};

const crm::Field *findField(const std::vector<crm::Field> &fields, const crm::FieldName &name)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&name](const crm::Field &known) { return known.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

Finding notChanged(const crm::FieldMapping &mapping, const std::vector<crm::Field> &fields)
{
    QVariantMap context{{QStringLiteral("field"), mapping.field.text()},
                        {QStringLiteral("column"), mapping.column->value}};
    if (const crm::Field *field = findField(fields, mapping.field); field && !field->label.isEmpty())
        context.insert(QStringLiteral("label"), field->label);
    return {Rule::CellsNotChanged, Severity::Warning, {crm::InputRef::Kind::Mapping, mapping.field}, context};
}

} // namespace

bool ValueCheck::Look::isOf(const crm::FieldMapping &otherMapping, const mapping::CellRule *otherRule,
                            const crm::Field &otherField) const
{
    return mapping == otherMapping && rule == (otherRule ? *otherRule : mapping::CellRule{}) && field == otherField;
}

const std::vector<Finding> &ValueCheck::look(const tabular::TableSummary &table, const crm::FieldMapping &mapping,
                                             const mapping::CellRule *rule, const crm::Field &field)
{
    Look &known = m_known[{mapping.field, mapping.column->value}];
    if (known.isOf(mapping, rule, field))
        return known.findings;
    known = {mapping, rule ? *rule : mapping::CellRule{}, field, {}};
    ++m_looks;
    const auto place = static_cast<std::size_t>(mapping.column->value);
    const bool profiled = table.profile && place < table.profile->columns.size();
    const bool counts = mapping::hasFixedValues(field) || rule;
    const Feed feed{mapping,
                    field,
                    table.columns[place],
                    profiled ? &table.profile->columns[place] : nullptr,
                    rule,
                    counts ? mapping::tallyOf(table, *mapping.column) : mapping::ValueTally{}};
    FeedCheck(feed, known.findings).run();
    return known.findings;
}

void ValueCheck::forgetOtherThan(const RequestFacts &facts)
{
    if (m_table != facts.table)
        m_known.clear();
    m_table = facts.table;
    std::erase_if(m_known, [&](const auto &known) {
        return std::none_of(facts.request->mappings.begin(), facts.request->mappings.end(), [&](const auto &mapping) {
            return mapping.field == known.first.first && mapping.column && mapping.column->value == known.first.second;
        });
    });
}

std::vector<Finding> ValueCheck::check(const RequestFacts &facts, const mapping::CellRules &rules)
{
    std::vector<Finding> findings;
    if (!facts.changesCells) {
        for (const crm::FieldMapping &mapping : facts.request->mappings) {
            if (mapping.column && rules.contains(mapping.field))
                findings.push_back(notChanged(mapping, facts.fields));
        }
    }
    forgetOtherThan(facts);
    if (!facts.table)
        return findings;
    for (const crm::FieldMapping &mapping : facts.request->mappings) {
        const crm::Field *field = findField(facts.fields, mapping.field);
        if (!field || !mapping.column || mapping.column->value < 0
            || static_cast<std::size_t>(mapping.column->value) >= facts.table->columns.size())
            continue;
        const auto rule = rules.find(mapping.field);
        const std::vector<Finding> &found =
            look(*facts.table, mapping, rule == rules.end() ? nullptr : &rule->second, *field);
        findings.insert(findings.end(), found.begin(), found.end());
    }
    return findings;
}

std::vector<Finding> checkValues(const RequestFacts &facts, const mapping::CellRules &rules)
{
    return ValueCheck().check(facts, rules);
}

} // namespace checking
