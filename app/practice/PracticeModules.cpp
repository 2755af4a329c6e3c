#include "practice/PracticeModules.h"

#include "practice/PracticeFields.h"

#include <algorithm>

namespace practice {

namespace {

/// Ids as the CRM makes them: the organisation's number, then digits that grow.
QString metadataId(int number)
{
    return QStringLiteral("4150868%1").arg(number, 12, 10, QLatin1Char('0'));
}

void applyTrait(PracticeField &field, const QString &trait)
{
    const QString value = trait.section(QLatin1Char('='), 1);
    if (trait == QLatin1String("system"))
        field.systemMandatory = true;
    else if (trait == QLatin1String("layout"))
        field.layoutRequired = true;
    else if (trait == QLatin1String("readonly"))
        field.readOnly = true;
    else if (trait == QLatin1String("unique"))
        field.unique = true;
    else if (trait == QLatin1String("custom"))
        field.custom = true;
    else if (trait.startsWith(QLatin1String("decimals=")))
        field.decimals = value.toInt();
    else if (trait.startsWith(QLatin1String("lookup=")))
        field.lookupModule = value;
}

PracticeField fieldFrom(const FieldRow &row, int number)
{
    PracticeField field;
    field.id = metadataId(number);
    field.name = QString::fromLatin1(row.name);
    field.label = QString::fromLatin1(row.label);
    field.type = QString::fromLatin1(row.type);
    field.length = row.length;
    field.picklist = QString::fromLatin1(row.values).split(QLatin1Char('|'), Qt::SkipEmptyParts);
    const auto traits = QString::fromLatin1(row.traits).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &trait : traits)
        applyTrait(field, trait);
    return field;
}

struct Names final {
    const char *name;
    const char *singular;
    const char *keyField;
    int id;
    bool custom = false;
};

PracticeModule module(const Names &names, std::span<const FieldRow> rows)
{
    PracticeModule made;
    made.id = metadataId(names.id);
    made.name = QString::fromLatin1(names.name);
    made.singular = QString::fromLatin1(names.singular);
    made.plural = made.name;
    made.keyField = QString::fromLatin1(names.keyField);
    made.custom = names.custom;
    const int firstField = 20'000 + (names.id % 100) * 200;
    made.layoutId = metadataId(firstField);
    int number = firstField;
    for (const FieldRow &row : rows)
        made.fields.push_back(fieldFrom(row, ++number));
    for (const FieldRow &row : systemFields())
        made.fields.push_back(fieldFrom(row, ++number));
    return made;
}

} // namespace

const PracticeField *PracticeModule::find(const QString &fieldName) const
{
    const int index = indexOf(fieldName);
    return index < 0 ? nullptr : &fields[static_cast<size_t>(index)];
}

int PracticeModule::indexOf(const QString &fieldName) const
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const PracticeField &f) { return f.name == fieldName; });
    return found == fields.end() ? -1 : static_cast<int>(found - fields.begin());
}

bool PracticeModule::canFindBy(const QString &fieldName) const
{
    const PracticeField *field = find(fieldName);
    return field && (field->unique || field->name == keyField);
}

std::vector<PracticeModule> practiceModules()
{
    return {
        module({"Leads", "Lead", "Email", 2175}, leadFields()),
        module({"Contacts", "Contact", "Email", 2179}, contactFields()),
        module({"Accounts", "Account", "Account_Name", 2177}, accountFields()),
        module({"Deals", "Deal", "Deal_Name", 2181}, dealFields()),
        module({"Machines", "Machine", "Name", 410'003, true}, machineFields()),
    };
}

std::vector<PracticeUser> practiceUsers()
{
    const auto user = [](int id, const char *first, const char *last, const char *email, const char *role) {
        return PracticeUser{metadataId(id), QString::fromUtf8(first), QString::fromUtf8(last),
                            QString::fromLatin1(email), QString::fromLatin1(role)};
    };
    return {
        user(225'013, "Patricia", "Boyle", "patricia.boyle@example.com", "CEO"),
        user(225'027, "Amadou", "Diallo", "amadou.diallo@example.com", "Sales Manager"),
        user(225'031, "Mei", "Tanaka", "mei.tanaka@example.com", "Sales Representative"),
        user(225'044, "Søren", "Kjær", "soren.kjaer@example.com", "Sales Representative"),
    };
}

QString practiceOrgId()
{
    return QStringLiteral("690415086");
}

} // namespace practice
