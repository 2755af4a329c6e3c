#include "mapping/AutoMatcher.h"

#include <QHash>

#include <algorithm>

namespace mapping {

namespace {

using FieldsByName = QHash<QString, const crm::Field *>;

void addFirst(FieldsByName &fields, const QString &name, const crm::Field &field)
{
    const QString key = comparableName(name);
    if (!key.isEmpty() && !fields.contains(key))
        fields.insert(key, &field);
}

/// The field of each column, or nullptr.
using Choice = std::vector<const crm::Field *>;

void choose(Choice &choice, const ColumnMapping &current, const QStringList &headers, const FieldsByName &fields)
{
    for (int i = 0; i < headers.size(); ++i) {
        const crm::Field *field = fields.value(comparableName(headers.at(i)));
        const bool isFree =
            field && !current.find(field->name) && std::find(choice.cbegin(), choice.cend(), field) == choice.cend();
        const crm::Field *&chosen = choice[static_cast<size_t>(i)];
        if (!chosen && isFree && current.stateOf({i}) == ColumnState::Undecided)
            chosen = field;
    }
}

ColumnMapping withChoice(ColumnMapping mapping, const Choice &choice)
{
    for (size_t i = 0; i < choice.size(); ++i) {
        if (!choice[i])
            continue;
        crm::FieldMapping entry;
        entry.field = choice[i]->name;
        entry.column = crm::ColumnIndex{static_cast<int>(i)};
        entry.findBy = defaultFindBy(*choice[i]);
        mapping.setEntry(entry);
    }
    return mapping;
}

} // namespace

ColumnMapping matchExactNames(const ColumnMapping &current, const QStringList &headers,
                              const std::vector<crm::Field> &fields, std::optional<crm::Operation> operation)
{
    FieldsByName byApiName;
    FieldsByName byLabel;
    for (const crm::Field &field : fields) {
        if (!field.canBeMapped(operation.value_or(crm::Operation::Insert)))
            continue;
        addFirst(byApiName, field.name.text(), field);
        addFirst(byLabel, field.label, field);
    }
    // A name that is one field's API name and another one's label means the API name.
    for (auto field = byApiName.cbegin(); field != byApiName.cend(); ++field)
        byLabel.remove(field.key());
    Choice choice(static_cast<size_t>(headers.size()), nullptr);
    choose(choice, current, headers, byApiName);
    choose(choice, current, headers, byLabel);
    return withChoice(current, choice);
}

QString comparableName(const QString &name)
{
    QString letters = name.normalized(QString::NormalizationForm_KC).toCaseFolded();
    letters.removeIf([](QChar c) { return c.isSpace() || c == QLatin1Char('_') || c == QLatin1Char('-'); });
    return letters;
}

crm::FieldName defaultFindBy(const crm::Field &field)
{
    if (!field.isLookup())
        return {};
    return crm::FieldName(field.dataType == QLatin1String("lookup") ? QStringLiteral("id") : QStringLiteral("email"));
}

} // namespace mapping
