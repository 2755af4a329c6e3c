#include "mapping/FieldNames.h"

#include "mapping/AutoMatcher.h"

namespace mapping {

namespace {

/// The field by whose value people speak of a record; a column "Name" means it, if no other.
bool isNameOfRecord(const crm::Field &field, const crm::ModuleName &module)
{
    const QString &name = field.name.text();
    if (module.text() == QLatin1String("Leads") || module.text() == QLatin1String("Contacts"))
        return name == QLatin1String("Last_Name");
    return field.systemMandatory && field.dataType == QLatin1String("text") && name.endsWith(QLatin1String("Name"));
}

} // namespace

FieldNames::FieldNames(const crm::Field &field, const crm::ModuleName &module, const Lexicon &lexicon)
    : m_apiName(comparableName(field.name.text()))
    , m_label(comparableName(field.label))
    , m_readings(lexicon.meaningsOfField(field.name.text()))
{
    m_readings.push_back(lexicon.meaningsOf(field.label));
    m_readings.push_back(lexicon.meaningsOf(field.name.text()));
    if (field.lookupModule.text() == QLatin1String("Accounts") && m_readings.size() == 2) {
        m_readings.push_back({lexicon.idea(QStringLiteral("company"))});
        m_readings.push_back({lexicon.idea(QStringLiteral("customer"))});
    } else if (field.lookupModule.text() == QLatin1String("Contacts") && m_readings.size() == 2) {
        m_readings.push_back({lexicon.idea(QStringLiteral("contact_name"))});
    }
    if (!isNameOfRecord(field, module))
        return;
    m_readings.push_back({lexicon.idea(QStringLiteral("name"))});
    if (field.name.text() == QLatin1String("Last_Name"))
        m_readings.push_back({lexicon.idea(QStringLiteral("full_name"))});
}

NameLikeness FieldNames::likenessTo(const Meanings &header, const Lexicon &lexicon) const
{
    NameLikeness best;
    for (const Meanings &reading : m_readings) {
        const NameLikeness each = likeness(header, reading, lexicon);
        if (each.score > best.score)
            best = each;
    }
    return best;
}

} // namespace mapping
