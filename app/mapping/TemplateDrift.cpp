#include "mapping/TemplateDrift.h"

#include "mapping/AutoMatcher.h"
#include "mapping/CellPatternDrift.h"
#include "mapping/Renaming.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace mapping {

namespace {

using Kind = Drift::Kind;

constexpr double sameValue = 0.75;

bool isKnown(const Meanings &meanings)
{
    return std::any_of(meanings.begin(), meanings.end(), [](const Meaning &each) { return !each.ideas.empty(); });
}

struct Named final {
    int column = -1;
    QString name;
    Meanings meanings;
};

Named named(int column, const QString &header)
{
    return {column, comparableName(header), Lexicon::builtIn().meaningsOf(header)};
}

QString digitsOf(QString name)
{
    name.removeIf([](QChar c) { return !c.isDigit(); });
    return name;
}

double alike(const Named &was, const Named &is)
{
    // "Line 1" has not become "Line 2", whatever both mean; "E-mail" may have become "E-mail 1".
    const QString before = digitsOf(was.name);
    const QString now = digitsOf(is.name);
    if (!before.isEmpty() && !now.isEmpty() && before != now)
        return 0;
    const NameLikeness meanings = likeness(was.meanings, is.meanings, Lexicon::builtIn());
    if (const double score = meant(meanings); score > 0)
        return score;
    // Words that are known to mean different things may be spelt alike all the same.
    if (meanings.score == 0 && isKnown(was.meanings) && isKnown(is.meanings))
        return 0;
    return spelt(was.name, is.name, sameSpelling);
}

class DriftFinder final {
public:
    DriftFinder(const MappingTemplate &saved, const TemplateScene &scene)
        : m_saved(saved)
        , m_scene(scene)
        , m_places(placesOf(saved.headers, scene.headers))
    { }

    std::vector<Drift> find();

private:
    struct Pair final {
        double score = 0;
        int was = -1;
        int is = -1;
    };
    void missingColumns();
    void newColumns();
    void fields();
    void mandatory();
    void setting();
    [[nodiscard]] std::vector<int> unplaced() const;
    [[nodiscard]] std::vector<int> unclaimed() const;
    [[nodiscard]] double likenessOf(const Named &was, const Named &is) const;
    [[nodiscard]] std::vector<Pair> pairs() const;
    [[nodiscard]] const crm::Field *fieldOf(const crm::FieldName &name) const;
    void gone(const std::vector<FieldSnapshot> &all);
    void changed(const FieldSnapshot &was, const crm::Field &is);
    void values(const FieldSnapshot &was, const crm::Field &is);
    void pattern(const crm::FieldMapping &entry);
    [[nodiscard]] int placeNow(int column) const;
    void retired(const FieldSnapshot &was, const crm::Field &is, const QString &value, bool constant);
    Drift &add(Kind kind);

    const MappingTemplate &m_saved;
    const TemplateScene &m_scene;
    std::vector<int> m_places;
    std::set<int> m_renamed;              ///< columns of the file
    std::set<crm::FieldName> m_mandatory; ///< those that are new
    std::vector<Drift> m_drifts;
};

Drift &DriftFinder::add(Kind kind)
{
    m_drifts.emplace_back().kind = kind;
    return m_drifts.back();
}

std::vector<Drift> DriftFinder::find()
{
    missingColumns();
    fields();
    mandatory();
    newColumns();
    setting();
    std::stable_sort(m_drifts.begin(), m_drifts.end(), [](const Drift &a, const Drift &b) { return a.kind < b.kind; });
    return std::move(m_drifts);
}

/// Columns of the template that carry something and are not in the file under their name.
std::vector<int> DriftFinder::unplaced() const
{
    std::set<int> columns;
    const auto isPlaced = [this](int column) {
        return column < static_cast<int>(m_places.size()) && m_places[static_cast<size_t>(column)] >= 0;
    };
    for (const crm::FieldMapping &entry : m_saved.mapping.entries()) {
        if (entry.column && !isPlaced(entry.column->value))
            columns.insert(entry.column->value);
    }
    for (const int column : m_saved.mapping.ignoredColumns()) {
        if (!isPlaced(column))
            columns.insert(column);
    }
    return {columns.begin(), columns.end()};
}

/// Columns of the file that have none of the template's names.
std::vector<int> DriftFinder::unclaimed() const
{
    std::vector<int> columns;
    for (int column = 0; column < m_scene.headers.size(); ++column) {
        if (std::find(m_places.begin(), m_places.end(), column) == m_places.end())
            columns.push_back(column);
    }
    return columns;
}

double DriftFinder::likenessOf(const Named &was, const Named &is) const
{
    const auto feeds = m_saved.mapping.fieldsOf({was.column});
    const auto now = m_scene.mapping.fieldsOf({is.column});
    const bool sameField = std::any_of(now.begin(), now.end(), [&feeds](const crm::FieldName &field) {
        return std::find(feeds.begin(), feeds.end(), field) != feeds.end();
    });
    return sameField ? 2 : alike(was, is);
}

/// Old and new names, best pairs first.
std::vector<DriftFinder::Pair> DriftFinder::pairs() const
{
    std::vector<Named> now;
    for (const int column : unclaimed())
        now.push_back(named(column, m_scene.headers[column]));
    std::vector<Pair> all;
    for (const int column : unplaced()) {
        if (column >= m_saved.headers.size())
            continue;
        const Named was = named(column, m_saved.headers[column]);
        for (const Named &is : now) {
            const double score = likenessOf(was, is);
            if (score > 0)
                all.push_back({score, column, is.column});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Pair &a, const Pair &b) { return a.score > b.score; });
    return all;
}

void DriftFinder::missingColumns()
{
    std::map<int, int> now;
    for (const Pair &pair : pairs()) {
        if (!now.contains(pair.was) && m_renamed.insert(pair.is).second)
            now[pair.was] = pair.is;
    }
    for (const int column : unplaced()) {
        const auto found = now.find(column);
        const bool isIgnored = m_saved.mapping.stateOf({column}) == ColumnState::Ignored;
        // What was left out and is gone is missed by nobody.
        if (isIgnored && found == now.end())
            continue;
        Drift &drift = add(found == now.end() ? Kind::MissingColumn : Kind::RenamedColumn);
        drift.column = column;
        drift.fields = m_saved.mapping.fieldsOf({column});
        if (found != now.end())
            drift.proposed.column = crm::ColumnIndex{found->second};
    }
}

void DriftFinder::newColumns()
{
    for (const int column : unclaimed()) {
        if (m_renamed.contains(column))
            continue;
        std::vector<crm::FieldName> feeds = m_scene.mapping.fieldsOf({column});
        const bool fedMandatory = std::any_of(
            feeds.begin(), feeds.end(), [this](const crm::FieldName &field) { return m_mandatory.contains(field); });
        std::erase_if(feeds, [this](const crm::FieldName &field) {
            return m_saved.mapping.find(field) || m_mandatory.contains(field);
        });
        // It stands in the line of the mandatory field already.
        if (feeds.empty() && fedMandatory)
            continue;
        Drift &drift = add(Kind::NewColumn);
        drift.column = column;
        drift.fields = feeds;
        if (!feeds.empty())
            drift.proposed.field = feeds.front();
    }
}

const crm::Field *DriftFinder::fieldOf(const crm::FieldName &name) const
{
    const auto found = std::find_if(m_scene.fields.begin(), m_scene.fields.end(),
                                    [&name](const crm::Field &field) { return field.name == name; });
    return found == m_scene.fields.end() ? nullptr : &*found;
}

void DriftFinder::fields()
{
    std::vector<FieldSnapshot> missing;
    for (const FieldSnapshot &was : m_saved.fields) {
        if (!m_saved.mapping.find(was.name))
            continue;
        if (const crm::Field *is = fieldOf(was.name))
            changed(was, *is);
        else
            missing.push_back(was);
    }
    gone(missing);
}

/// Fields that are not there any more, and those that they probably are now.
void DriftFinder::gone(const std::vector<FieldSnapshot> &all)
{
    std::vector<crm::Field> free;
    std::copy_if(m_scene.fields.begin(), m_scene.fields.end(), std::back_inserter(free),
                 [this](const crm::Field &field) {
                     return field.canBeMapped(m_scene.operation) && !m_saved.mapping.find(field.name);
                 });
    const auto renamed = renamedFields(all, free, m_saved.module);
    for (const FieldSnapshot &was : all) {
        const auto now = renamed.find(was.name);
        Drift &drift = add(now == renamed.end() ? Kind::MissingField : Kind::RenamedField);
        drift.field = was.name;
        if (now != renamed.end())
            drift.proposed.field = now->second;
    }
}

void DriftFinder::changed(const FieldSnapshot &was, const crm::Field &is)
{
    const auto say = [this, &was](Kind kind, const QString &before, const QString &after) {
        Drift &drift = add(kind);
        drift.field = was.name;
        drift.before = before;
        drift.after = after;
        if (kind != Kind::ReadOnlyField)
            drift.proposed.field = was.name;
    };
    if (was.writable && !is.canBeMapped(m_scene.operation))
        return say(Kind::ReadOnlyField, {}, {});
    if (!was.dataType.isEmpty() && was.dataType != is.dataType)
        return say(Kind::TypeChanged, was.dataType, is.dataType);
    if (was.lookupModule != is.lookupModule)
        say(Kind::LookupChanged, was.lookupModule.text(), is.lookupModule.text());
    else if (is.length > 0 && is.length < was.length)
        say(Kind::LengthShrunk, QString::number(was.length), QString::number(is.length));
    values(was, is);
    pattern(*m_saved.mapping.find(was.name));
}

/// Where the column of the template is in the file, or is proposed to be; -1: nowhere.
int DriftFinder::placeNow(int column) const
{
    if (column < static_cast<int>(m_places.size()) && m_places[static_cast<size_t>(column)] >= 0)
        return m_places[static_cast<size_t>(column)];
    for (const Drift &drift : m_drifts) {
        if (drift.kind == Kind::RenamedColumn && drift.column == column)
            return drift.proposed.column->value;
    }
    return -1;
}

/// The same column may come from a program that writes the month first this time.
void DriftFinder::pattern(const crm::FieldMapping &entry)
{
    const int column = entry.column ? placeNow(entry.column->value) : -1;
    if (column < 0 || column >= static_cast<int>(m_scene.patterns.size()))
        return;
    const CellRule *rule = m_saved.mapping.ruleOf(entry.field);
    const QString before = rule && !rule->sourcePattern.isEmpty() ? rule->sourcePattern : entry.format;
    const QString after = newPattern(before, m_scene.patterns[static_cast<size_t>(column)]);
    if (after.isEmpty())
        return;
    Drift &drift = add(Kind::PatternChanged);
    drift.field = entry.field;
    drift.before = before;
    drift.after = after;
    drift.proposed.value = after;
}

void DriftFinder::values(const FieldSnapshot &was, const crm::Field &is)
{
    std::map<QString, bool> used; // whether a constant sends it
    if (const CellRule *rule = m_saved.mapping.ruleOf(was.name)) {
        for (const auto &[cell, sent] : rule->values)
            used.emplace(sent, false);
    }
    const std::optional<QJsonValue> constant = m_saved.mapping.find(was.name)->defaultValue;
    if (constant && constant->isString())
        used[constant->toString()] = true;
    for (const auto &[value, isConstant] : used) {
        const bool isThere = std::any_of(is.picklist.begin(), is.picklist.end(),
                                         [&value = value](const auto &each) { return each.actual == value; });
        if (was.values.contains(value) && !isThere)
            retired(was, is, value, isConstant);
    }
}

/// A value of the same name for people, or one that is new and spelt alike, may be the one that is meant.
void DriftFinder::retired(const FieldSnapshot &was, const crm::Field &is, const QString &value, bool constant)
{
    Drift &drift = add(Kind::ValueRetired);
    drift.field = was.name;
    drift.value = value;
    drift.constant = constant;
    double best = 0;
    for (const crm::PicklistValue &each : is.picklist) {
        const bool sameName = comparableName(each.display) == comparableName(value);
        const double score = sameName          ? 2
            : was.values.contains(each.actual) ? 0
                                               : spelt(comparableName(each.actual), comparableName(value), sameValue);
        if (score <= best)
            continue;
        best = score;
        drift.proposed.value = each.actual;
    }
}

void DriftFinder::mandatory()
{
    for (const crm::FieldName &field : m_scene.mandatory) {
        const auto &before = m_saved.mandatory;
        const bool isMoved = std::any_of(m_drifts.begin(), m_drifts.end(), [&field](const Drift &drift) {
            return drift.kind == Kind::RenamedField && drift.proposed.field == field;
        });
        if (isMoved || m_saved.mapping.find(field) || std::find(before.begin(), before.end(), field) != before.end())
            continue;
        m_mandatory.insert(field);
        Drift &drift = add(Kind::MandatoryField);
        drift.field = field;
        const crm::FieldMapping *now = m_scene.mapping.find(field);
        if (now && now->column && now->column->value < m_scene.headers.size())
            drift.proposed.column = now->column;
        else if (now && now->defaultValue)
            drift.proposed.value = now->defaultValue->toVariant().toString();
    }
}

/// These are settled in the step before; a template does not change them behind the user's back.
void DriftFinder::setting()
{
    const auto say = [this](Kind kind, const QString &before, const QString &after) {
        Drift &drift = add(kind);
        drift.before = before;
        drift.after = after;
    };
    const auto yesOrNo = [](bool on) { return on ? QStringLiteral("true") : QStringLiteral("false"); };
    if (m_saved.operation != m_scene.operation)
        say(Kind::OtherOperation, crm::wireName(m_saved.operation), crm::wireName(m_scene.operation));
    if (m_saved.operation == crm::Operation::Insert || m_scene.operation == crm::Operation::Insert)
        return;
    if (m_saved.findBy != m_scene.findBy)
        say(Kind::OtherMatchField, m_saved.findBy.text(), m_scene.findBy.text());
    if (m_saved.ignoreEmpty != m_scene.ignoreEmpty)
        say(Kind::OtherBlanks, yesOrNo(m_saved.ignoreEmpty), yesOrNo(m_scene.ignoreEmpty));
}

} // namespace

std::vector<Drift> templateDrift(const MappingTemplate &saved, const TemplateScene &scene)
{
    return DriftFinder(saved, scene).find();
}

bool wantsLook(const Drift &drift)
{
    return drift.kind < Kind::NewColumn;
}

bool isNotice(const Drift &drift)
{
    return drift.kind > Kind::NewColumn;
}

} // namespace mapping
