#include "mapping/Renaming.h"

#include "mapping/AutoMatcher.h"
#include "mapping/FieldNames.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace mapping {

namespace {

constexpr double sameMeaning = 0.85;
constexpr qsizetype shortestMisspelt = 4; ///< letters

QString digitsOf(const QString &text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

/// A free field, with what it costs time to find out.
struct Candidate final {
    const crm::Field *field = nullptr;
    QString label;
    QString apiName;
    FieldNames names;
};

std::vector<Candidate> candidatesOf(const std::vector<crm::Field> &free, const crm::ModuleName &module)
{
    std::vector<Candidate> candidates;
    candidates.reserve(free.size());
    for (const crm::Field &field : free)
        candidates.push_back({&field, comparableName(field.label), comparableName(field.name.text()),
                              FieldNames(field, module, Lexicon::builtIn())});
    return candidates;
}

class Gone final {
public:
    explicit Gone(const FieldSnapshot &was)
        : m_was(was)
        , m_label(comparableName(was.label))
        , m_apiName(comparableName(was.name.text()))
        , m_meanings(Lexicon::builtIn().meaningsOf(was.label.isEmpty() ? was.name.text() : was.label))
    { }

    [[nodiscard]] double isNow(const Candidate &candidate) const
    {
        const bool sameType = candidate.field->dataType == m_was.dataType;
        if (!m_label.isEmpty() && candidate.label == m_label)
            return sameType ? 3 : 2;
        if (!sameType)
            return 0;
        const double score = meant(candidate.names.likenessTo(m_meanings, Lexicon::builtIn()));
        return score > 0 ? score : spelt(candidate.apiName, m_apiName, sameSpelling);
    }

private:
    const FieldSnapshot &m_was;
    QString m_label;
    QString m_apiName;
    Meanings m_meanings;
};

} // namespace

double spelt(const QString &a, const QString &b, double least)
{
    // "Phone 1" and "Phone 2" are one letter apart, and two things.
    if (std::min(a.size(), b.size()) < shortestMisspelt || digitsOf(a) != digitsOf(b))
        return 0;
    const double alike = spellingLikeness(a, b);
    return alike >= least ? alike : 0;
}

double meant(const NameLikeness &alike)
{
    return alike.score >= sameMeaning && !alike.vague && !alike.oneIsNarrower ? alike.score : 0;
}

std::map<crm::FieldName, crm::FieldName> renamedFields(const std::vector<FieldSnapshot> &gone,
                                                       const std::vector<crm::Field> &free,
                                                       const crm::ModuleName &module)
{
    struct Pair final {
        double score = 0;
        crm::FieldName was;
        crm::FieldName is;
    };
    if (gone.empty())
        return {};
    const std::vector<Candidate> candidates = candidatesOf(free, module);
    std::vector<Pair> pairs;
    for (const FieldSnapshot &was : gone) {
        const Gone name(was);
        for (const Candidate &candidate : candidates) {
            const double score = name.isNow(candidate);
            if (score > 0)
                pairs.push_back({score, was.name, candidate.field->name});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.score > b.score; });
    std::map<crm::FieldName, crm::FieldName> renamed;
    std::set<crm::FieldName> taken;
    for (const Pair &pair : pairs) {
        if (!renamed.contains(pair.was) && taken.insert(pair.is).second)
            renamed[pair.was] = pair.is;
    }
    return renamed;
}

} // namespace mapping
