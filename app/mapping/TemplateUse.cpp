#include "mapping/TemplateUse.h"

#include "mapping/AutoMatcher.h"

#include <algorithm>
#include <set>

namespace mapping {

namespace {

using Kind = Drift::Kind;

bool concernsField(Kind kind)
{
    return kind == Kind::MissingField || kind == Kind::ReadOnlyField || kind == Kind::RenamedField
        || kind == Kind::TypeChanged || kind == Kind::LookupChanged || kind == Kind::LengthShrunk;
}

bool concernsColumn(Kind kind)
{
    return kind == Kind::MissingColumn || kind == Kind::RenamedColumn;
}

const crm::Field *fieldOf(const TemplateScene &scene, const crm::FieldName &name)
{
    const auto found = std::find_if(scene.fields.begin(), scene.fields.end(),
                                    [&name](const crm::Field &field) { return field.name == name; });
    return found == scene.fields.end() ? nullptr : &*found;
}

/// What was set for another type or another module's records would be nonsense now.
void fitTo(const crm::Field &is, const FieldSnapshot *was, crm::FieldMapping &entry, CellRule &rule)
{
    if (was && was->dataType != is.dataType) {
        entry.format.clear();
        rule = {};
    }
    if (!is.isLookup())
        entry.findBy = {};
    else if (entry.findBy.isEmpty() || (was && was->lookupModule != is.lookupModule))
        entry.findBy = defaultFindBy(is);
}

class TemplateUse final {
public:
    TemplateUse(const MappingTemplate &saved, const TemplateScene &scene, const std::vector<Drift> &drifts,
                const std::vector<DriftAnswer> &answers)
        : m_saved(saved)
        , m_scene(scene)
        , m_drifts(drifts)
        , m_answers(answers)
        , m_places(placesOf(saved.headers, scene.headers))
    { }

    AppliedTemplate apply();

private:
    [[nodiscard]] DriftAnswer answerTo(size_t drift) const;
    [[nodiscard]] std::optional<crm::ColumnIndex> columnFor(int column) const;
    [[nodiscard]] crm::FieldName fieldFor(const crm::FieldName &field) const;
    void values(crm::FieldMapping &entry, CellRule &rule) const;
    void pattern(const crm::FieldMapping &entry, CellRule &rule) const;
    void take(const crm::FieldMapping &saved);
    void put(const crm::FieldMapping &entry, const CellRule &rule);
    void putNow(const crm::FieldName &field);
    void put(crm::ColumnIndex column, const crm::FieldName &field);
    void answer(const Drift &drift, const DriftAnswer &given);
    void answerNewColumn(const Drift &drift, const DriftAnswer &given);
    void ignore(crm::ColumnIndex column);

    const MappingTemplate &m_saved;
    const TemplateScene &m_scene;
    const std::vector<Drift> &m_drifts;
    const std::vector<DriftAnswer> &m_answers;
    std::vector<int> m_places;
    AppliedTemplate m_applied;
};

AppliedTemplate TemplateUse::apply()
{
    for (const crm::FieldMapping &entry : m_saved.mapping.entries())
        take(entry);
    for (size_t i = 0; i < m_drifts.size(); ++i)
        answer(m_drifts[i], answerTo(i));
    for (const int column : m_saved.mapping.ignoredColumns()) {
        if (const auto now = columnFor(column))
            ignore(*now);
    }
    return std::move(m_applied);
}

DriftAnswer TemplateUse::answerTo(size_t drift) const
{
    return drift < m_answers.size() ? m_answers[drift] : DriftAnswer{};
}

std::optional<crm::ColumnIndex> TemplateUse::columnFor(int column) const
{
    if (column < static_cast<int>(m_places.size()) && m_places[static_cast<size_t>(column)] >= 0)
        return crm::ColumnIndex{m_places[static_cast<size_t>(column)]};
    for (size_t i = 0; i < m_drifts.size(); ++i) {
        if (concernsColumn(m_drifts[i].kind) && m_drifts[i].column == column)
            return targetOf(m_drifts[i], answerTo(i)).column;
    }
    return std::nullopt;
}

crm::FieldName TemplateUse::fieldFor(const crm::FieldName &field) const
{
    for (size_t i = 0; i < m_drifts.size(); ++i) {
        if (concernsField(m_drifts[i].kind) && m_drifts[i].field == field)
            return targetOf(m_drifts[i], answerTo(i)).field;
    }
    return field;
}

/// Another value takes the place of a retired one, or what sent it goes.
void TemplateUse::values(crm::FieldMapping &entry, CellRule &rule) const
{
    for (size_t i = 0; i < m_drifts.size(); ++i) {
        const Drift &drift = m_drifts[i];
        if (drift.kind != Kind::ValueRetired || drift.field != entry.field)
            continue;
        const QString now = targetOf(drift, answerTo(i)).value;
        std::erase_if(rule.values, [&](const auto &pair) { return now.isEmpty() && pair.second == drift.value; });
        for (auto &[cell, sent] : rule.values)
            sent = sent == drift.value ? now : sent;
        if (drift.constant && !now.isEmpty())
            entry.defaultValue = QJsonValue(now);
        else if (drift.constant)
            entry.defaultValue.reset();
    }
}

/// What is announced to the CRM stays; cells that do not stand so are changed on their way.
void TemplateUse::pattern(const crm::FieldMapping &entry, CellRule &rule) const
{
    for (size_t i = 0; i < m_drifts.size(); ++i) {
        if (m_drifts[i].kind != Kind::PatternChanged || m_drifts[i].field != entry.field)
            continue;
        const QString now = targetOf(m_drifts[i], answerTo(i)).value;
        rule.sourcePattern = now == entry.format ? QString() : now;
    }
}

void TemplateUse::take(const crm::FieldMapping &saved)
{
    crm::FieldMapping entry = saved;
    const CellRule *kept = m_saved.mapping.ruleOf(saved.field);
    CellRule rule = kept ? *kept : CellRule{};
    values(entry, rule);
    pattern(entry, rule);
    if (saved.column)
        entry.column = columnFor(saved.column->value);
    const bool wasEmpty = !saved.column && !saved.defaultValue;
    entry.field = fieldFor(saved.field);
    if (entry.field.isEmpty() || (!entry.column && !entry.defaultValue && !wasEmpty))
        return;
    const auto snapshot = std::find_if(m_saved.fields.begin(), m_saved.fields.end(),
                                       [&saved](const FieldSnapshot &each) { return each.name == saved.field; });
    const FieldSnapshot *was = snapshot == m_saved.fields.end() ? nullptr : &*snapshot;
    const crm::Field *is = fieldOf(m_scene, entry.field);
    const bool isOther = is && was && (was->dataType != is->dataType || was->lookupModule != is->lookupModule);
    if (isOther)
        fitTo(*is, was, entry, rule);
    put(entry, rule);
}

void TemplateUse::put(const crm::FieldMapping &entry, const CellRule &rule)
{
    if (const crm::FieldMapping *there = m_applied.mapping.find(entry.field)) {
        if (*there != entry)
            m_applied.twice.push_back(entry.field);
        return;
    }
    m_applied.mapping.setEntry(entry);
    m_applied.mapping.setRule(entry.field, rule);
}

void TemplateUse::put(crm::ColumnIndex column, const crm::FieldName &field)
{
    crm::FieldMapping entry;
    entry.field = field;
    entry.column = column;
    CellRule rule;
    if (const crm::Field *is = fieldOf(m_scene, field))
        fitTo(*is, nullptr, entry, rule);
    put(entry, rule);
}

/// As it is mapped at present.
void TemplateUse::putNow(const crm::FieldName &field)
{
    const CellRule *rule = m_scene.mapping.ruleOf(field);
    if (const crm::FieldMapping *entry = m_scene.mapping.find(field))
        put(*entry, rule ? *rule : CellRule{});
}

void TemplateUse::answer(const Drift &drift, const DriftAnswer &given)
{
    if (drift.kind == Kind::NewColumn)
        return answerNewColumn(drift, given);
    if (drift.kind != Kind::MandatoryField)
        return;
    const DriftTarget target = targetOf(drift, given);
    if (given.kind == DriftAnswer::Kind::Accept)
        putNow(drift.field);
    else if (target.column)
        put(*target.column, drift.field);
}

void TemplateUse::answerNewColumn(const Drift &drift, const DriftAnswer &given)
{
    const crm::ColumnIndex column{drift.column};
    if (given.kind == DriftAnswer::Kind::Choose && !given.chosen.field.isEmpty())
        return put(column, given.chosen.field);
    if (given.kind == DriftAnswer::Kind::Accept) {
        for (const crm::FieldName &field : drift.fields)
            putNow(field);
    }
    if (given.kind == DriftAnswer::Kind::LeaveOut || m_scene.mapping.stateOf(column) == ColumnState::Ignored)
        ignore(column);
}

void TemplateUse::ignore(crm::ColumnIndex column)
{
    if (m_applied.mapping.stateOf(column) != ColumnState::Mapped)
        m_applied.mapping.setIgnored(column, true);
}

std::vector<DriftTarget> columnChoices(const MappingTemplate &saved, const TemplateScene &scene)
{
    const std::vector<int> places = placesOf(saved.headers, scene.headers);
    const std::set<int> claimed(places.begin(), places.end());
    std::vector<DriftTarget> choices;
    for (const bool free : {true, false}) {
        for (int column = 0; column < scene.headers.size(); ++column) {
            if (claimed.contains(column) != free)
                choices.push_back({crm::ColumnIndex{column}, {}, {}});
        }
    }
    return choices;
}

std::vector<DriftTarget> fieldChoices(const Drift &drift, const MappingTemplate &saved, const TemplateScene &scene)
{
    std::vector<const crm::Field *> fields;
    for (const crm::Field &field : scene.fields) {
        const bool isFree = field.name == drift.proposed.field || !saved.mapping.find(field.name);
        if (isFree && field.canBeMapped(scene.operation))
            fields.push_back(&field);
    }
    std::stable_sort(fields.begin(), fields.end(), [](const crm::Field *a, const crm::Field *b) {
        return a->label.compare(b->label, Qt::CaseInsensitive) < 0;
    });
    std::vector<DriftTarget> choices;
    choices.reserve(fields.size());
    for (const crm::Field *field : fields)
        choices.push_back({{}, field->name, {}});
    return choices;
}

std::vector<DriftTarget> valueChoices(const Drift &drift, const TemplateScene &scene)
{
    std::vector<DriftTarget> choices;
    if (const crm::Field *field = fieldOf(scene, drift.field)) {
        for (const crm::PicklistValue &value : field->picklist)
            choices.push_back({{}, {}, value.actual});
    }
    return choices;
}

} // namespace

DriftTarget targetOf(const Drift &drift, const DriftAnswer &answer)
{
    switch (answer.kind) {
    case DriftAnswer::Kind::Accept:
        return drift.proposed;
    case DriftAnswer::Kind::Choose:
        return answer.chosen;
    case DriftAnswer::Kind::LeaveOut:
        break;
    }
    return {};
}

std::vector<DriftTarget> choicesFor(const Drift &drift, const MappingTemplate &saved, const TemplateScene &scene)
{
    std::vector<DriftTarget> choices;
    if (isNotice(drift))
        return choices;
    if (concernsColumn(drift.kind) || drift.kind == Kind::MandatoryField)
        choices = columnChoices(saved, scene);
    else
        choices = drift.kind == Kind::ValueRetired ? valueChoices(drift, scene)
            : drift.kind == Kind::PatternChanged
            ? std::vector<DriftTarget>{{{}, {}, drift.after}, {{}, {}, drift.before}}
            : fieldChoices(drift, saved, scene);
    const auto proposed = std::find(choices.begin(), choices.end(), drift.proposed);
    if (proposed != choices.end())
        std::rotate(choices.begin(), proposed, proposed + 1);
    return choices;
}

AppliedTemplate applyTemplate(const MappingTemplate &saved, const TemplateScene &scene,
                              const std::vector<Drift> &drifts, const std::vector<DriftAnswer> &answers)
{
    return TemplateUse(saved, scene, drifts, answers).apply();
}

} // namespace mapping
