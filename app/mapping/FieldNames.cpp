#include "mapping/FieldNames.h"

#include "mapping/AutoMatcher.h"

#include <algorithm>

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
    , m_perhaps(lexicon.mayMeanField(field.name.text()))
    , m_given(m_readings.size())
{
    m_readings.push_back(lexicon.meaningsOf(field.label));
    m_readings.push_back(lexicon.meaningsOf(field.name.text()));
    // A lookup that is called an account may as well be called a customer; one that is called a partner may not.
    const Meaning company = lexicon.idea(QStringLiteral("company"));
    const bool isCompany = std::any_of(m_readings.back().begin(), m_readings.back().end(), [&](const Meaning &meaning) {
        return !meaning.ideas.empty() && meaning.agreesWith(company);
    });
    if (field.lookupModule.text() == QLatin1String("Accounts") && isCompany) {
        m_readings.push_back({company});
        m_readings.push_back({lexicon.idea(QStringLiteral("customer"))});
    }
    if (!isNameOfRecord(field, module))
        return;
    m_readings.push_back({lexicon.idea(QStringLiteral("name"))});
    if (field.name.text() == QLatin1String("Last_Name")) {
        m_readings.push_back({lexicon.idea(QStringLiteral("full_name"))});
        m_perhaps.push_back({lexicon.idea(QStringLiteral("contact_name"))});
    }
}

NameLikeness FieldNames::likenessTo(const Meanings &header, const Lexicon &lexicon) const
{
    NameLikeness best;
    for (const Meanings &reading : m_readings) {
        const NameLikeness each = likeness(header, reading, lexicon);
        if (each.score > best.score)
            best = each;
    }
    for (const Meanings &reading : m_perhaps) {
        const NameLikeness each = likeness(header, reading, lexicon);
        if (each.score > best.score) {
            best = each;
            best.vague = true;
        }
    }
    return best;
}

bool FieldNames::isOneOfSeveral(const Lexicon &lexicon) const
{
    return std::all_of(m_readings.begin(), m_readings.end(), [&lexicon](const Meanings &reading) {
        return std::any_of(reading.begin(), reading.end(), [&lexicon](const Meaning &meaning) {
            return (meaning.kind == Meaning::Kind::Qualifier && !lexicon.isUnsaid(meaning))
                || meaning.kind == Meaning::Kind::Turning;
        });
    });
}

bool FieldNames::sharesQualifier(const Meanings &header) const
{
    return std::any_of(header.begin(), header.end(), [this](const Meaning &said) {
        return said.kind == Meaning::Kind::Qualifier && !said.words.front().isDigit()
            && std::any_of(m_readings.begin(), m_readings.end(), [&said](const Meanings &reading) {
                   return std::any_of(reading.begin(), reading.end(), [&said](const Meaning &meaning) {
                       return meaning.kind == Meaning::Kind::Qualifier && meaning.agreesWith(said);
                   });
               });
    });
}

bool FieldNames::holds(const QString &idea, const Lexicon &lexicon) const
{
    const Meaning wanted = lexicon.idea(idea);
    const auto end = m_given > 0 ? m_readings.begin() + static_cast<std::ptrdiff_t>(m_given) : m_readings.end();
    return std::any_of(m_readings.begin(), end, [&](const Meanings &reading) {
        bool found = false;
        for (const Meaning &meaning : reading) {
            const bool is = !meaning.ideas.empty() && meaning.agreesWith(wanted);
            if (!is && meaning.kind != Meaning::Kind::Filler && !lexicon.isUnsaid(meaning))
                return false;
            found = found || is;
        }
        return found;
    });
}

} // namespace mapping
