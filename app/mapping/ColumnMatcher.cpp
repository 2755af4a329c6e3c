#include "mapping/ColumnMatcher.h"

#include "mapping/Assignment.h"
#include "mapping/AutoMatcher.h"
#include "mapping/FieldNames.h"
#include "mapping/ValueEvidence.h"

#include <algorithm>
#include <memory>

namespace mapping {

namespace {

// Found by looking at what goes wrong; measured by tst_column_matcher, which prints what they lead to.
constexpr double sameMeaning = 0.9;
constexpr double halfName = 0.8;      ///< "company", where the header says "office / company"
constexpr double vagueName = 0.7;     ///< of what it would be
constexpr double againstName = 0.6;   ///< how much values count that speak against a name,
constexpr double againstSame = 0.35;  ///< … against the very name of the field,
constexpr double otherMeaning = 0.25; ///< less, where they speak against one of several meanings of a name,
constexpr double forName = 0.1;       ///< … and that speak for it
constexpr double valuesAlone = 0.55;
constexpr double valuesWeight = 0.15;   ///< less, where other things look like that too
constexpr double oneOfSeveral = 0.03;   ///< for the one that the header says, against those that it does not
constexpr double nameBesideOther = 0.6; ///< "name", where another column is the last name
constexpr double mobileByValues = 0.85;
constexpr double mobileInstead = 0.25; ///< less for other phones then
constexpr double leastCheck = 0.48;
constexpr double leastSure = 0.84;
constexpr double leastSureAlone = 0.62; ///< where no other field comes near
constexpr double clearLead = 0.09;
constexpr double wideLead = 0.3;
constexpr double nothingElse = 0.9;   ///< weight of values that are of one type alone
constexpr double againstSure = -0.25; ///< weight of values with which nothing is sure
constexpr std::size_t mostRunnersUp = 3;

struct Score final {
    double value = 0;
    bool narrower = false;
    bool vague = false;
    bool ambiguous = false;
    MatchReason reason;
};

struct Header final {
    QString comparable;
    Meanings meanings;
    std::vector<Meanings> either; ///< of "office / company" each half; empty where there is no such choice
    bool couldBeName = false;     ///< a word that means any name, next to something that is one
    bool open = false;            ///< it says nothing, or nothing that is known, or what could be anything

    [[nodiscard]] bool says(const Meaning &wanted) const
    {
        return std::any_of(meanings.begin(), meanings.end(), [&](const Meaning &meaning) {
            return !meaning.ideas.empty() && meaning.agreesWith(wanted);
        });
    }
};

Header headerOf(const QString &text, const Lexicon &lexicon)
{
    Header header{comparableName(text), lexicon.meaningsOf(text), {}, false, false};
    const QStringList halves = text.split(QLatin1Char('/'));
    for (const QString &half : halves.size() == 2 ? halves : QStringList())
        header.either.push_back(lexicon.meaningsOf(half));
    header.couldBeName = header.says(lexicon.idea(QStringLiteral("name")));
    header.open = std::none_of(header.meanings.begin(), header.meanings.end(), [&](const Meaning &meaning) {
        const bool tells = meaning.kind == Meaning::Kind::Thing || meaning.kind == Meaning::Kind::Turning;
        return tells && !lexicon.isVague(meaning);
    });
    return header;
}

class Matcher final {
public:
    explicit Matcher(const MatchInput &input)
        : m_input(input)
        , m_lexicon(Lexicon::builtIn())
    {
        for (const crm::Field &field : input.fields) {
            if (!field.canBeMapped(input.operation) || input.current.find(field.name))
                continue;
            m_fields.push_back(&field);
            m_names.emplace_back(field, input.module, m_lexicon);
            m_words.push_back(wordsOfPicklist(field));
        }
        const bool picks =
            std::any_of(m_words.begin(), m_words.end(), [](const auto &words) { return !words.isEmpty(); });
        for (int column = 0; column < input.headers.size(); ++column)
            m_compared.push_back(picks ? comparedValues(valuesOf(column)) : ComparedValues());
    }

    std::vector<ColumnMatch> run()
    {
        for (const QString &text : m_input.headers)
            m_headers.push_back(headerOf(text, m_lexicon));
        std::vector<bool> open;
        for (const Header &header : m_headers)
            open.push_back(header.open);
        m_evidence = std::make_unique<ValueEvidence>(m_input.values, std::move(open), m_names, m_lexicon);
        std::vector<std::vector<double>> gains;
        for (int column = 0; column < m_input.headers.size(); ++column) {
            std::vector<double> &row = gains.emplace_back();
            for (const Score &score : m_scores.emplace_back(scoresOf(column)))
                row.push_back(score.value < leastCheck ? 0 : score.value * score.value);
        }
        m_chosen = bestAssignment(gains);
        proposeWhatIsLeft();
        std::vector<ColumnMatch> matches;
        for (std::size_t column = 0; column < m_scores.size(); ++column)
            matches.push_back(matchOf(column));
        return matches;
    }

private:
    [[nodiscard]] const ColumnValues &valuesOf(int column) const
    {
        static const ColumnValues none;
        const auto place = static_cast<std::size_t>(column);
        return place < m_input.values.size() ? m_input.values[place] : none;
    }

    [[nodiscard]] bool wasIgnored(const Header &header) const
    {
        const auto past = m_input.history.constFind(header.comparable);
        return past != m_input.history.constEnd() && past->isEmpty();
    }

    [[nodiscard]] std::vector<Score> scoresOf(int column) const
    {
        std::vector<Score> scores(m_fields.size());
        if (m_input.current.stateOf({column}) != ColumnState::Undecided)
            return scores;
        const Header &header = m_headers[static_cast<std::size_t>(column)];
        if (wasIgnored(header))
            return scores;
        const auto past = m_input.history.constFind(header.comparable);
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            scores[i] = scoreOf(column, i);
            if (header.couldBeName && !hasOtherHalfOf(m_fields[i]->name, column))
                scores[i].vague = true;
            if (header.couldBeName && m_fields[i]->name.text() == QLatin1String("First_Name")
                && scores[i].value < leastCheck && hasOtherHalfOf(m_fields[i]->name, column)) {
                scores[i].value = nameBesideOther;
                scores[i].vague = true;
                scores[i].reason.name = MatchReason::Name::Part;
            }
            if (past != m_input.history.constEnd() && *past == m_fields[i]->name) {
                scores[i].value = 1;
                scores[i].reason.name = MatchReason::Name::History;
            }
        }
        preferTelling(header, scores);
        preferMobile(column, scores);
        return scores;
    }

    /// "Nom" is the last name where there is a first name too; else it may be that of a company or of a whole person.
    [[nodiscard]] bool hasOtherHalfOf(const crm::FieldName &field, int column) const
    {
        const bool isFirst = field.text() == QLatin1String("First_Name");
        if (!isFirst && field.text() != QLatin1String("Last_Name"))
            return false;
        const Meaning half = m_lexicon.idea(isFirst ? QStringLiteral("last_name") : QStringLiteral("first_name"));
        for (std::size_t i = 0; i < m_headers.size(); ++i) {
            const bool is = std::any_of(m_headers[i].meanings.begin(), m_headers[i].meanings.end(),
                                        [&](const Meaning &meaning) { return meaning.agreesWith(half); });
            if (is && static_cast<int>(i) != column && !m_headers[i].couldBeName)
                return true;
        }
        return false;
    }

    /// Where the values are those of one field's picklist, or addresses, and the name speaks for another field that they
    /// do not fit, both are proposed and none is sure.
    void preferTelling(const Header &header, std::vector<Score> &scores) const
    {
        const bool told =
            std::any_of(scores.begin(), scores.end(), [](const Score &score) { return score.reason.values.telling; });
        // What a header clearly says is not something else because the field went to another column.
        const bool named = std::any_of(scores.begin(), scores.end(), [](const Score &score) {
            return score.value >= leastSureAlone && !score.vague && score.reason.values.weight >= 0;
        });
        if (!told || (named && !header.open))
            return;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            Score &score = scores[i];
            if (score.reason.values.telling) {
                double alone = valuesAlone + valuesWeight * (score.reason.values.weight - 1);
                if (m_names[i].sharesQualifier(header.meanings))
                    alone += oneOfSeveral;
                else if (m_names[i].isOneOfSeveral(m_lexicon) || m_evidence->holds(i, QStringLiteral("fax")))
                    alone -= oneOfSeveral;
                if (score.value < alone) {
                    score.value = alone;
                    score.vague = true;
                    score.reason.name = MatchReason::Name::Values;
                }
            } else if (score.reason.values.weight < 0) {
                score.vague = true;
                score.value = std::max(0.0, score.value - 0.4);
            }
        }
    }

    /// Numbers of mobile phones alone under "phone" are for the field of these, if no column has the name of that.
    void preferMobile(int column, std::vector<Score> &scores) const
    {
        const Meaning mobile = m_lexicon.idea(QStringLiteral("mobile"));
        const bool named =
            std::any_of(m_headers.begin(), m_headers.end(), [&](const Header &header) { return header.says(mobile); });
        const Header &header = m_headers[static_cast<std::size_t>(column)];
        if (named || !m_evidence->is(column, mobile.words) || !header.says(m_lexicon.idea(QStringLiteral("phone"))))
            return;
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            Score &score = scores[i];
            const bool exact =
                score.reason.name == MatchReason::Name::ApiName || score.reason.name == MatchReason::Name::Label;
            if (m_evidence->holds(i, mobile.words))
                score = {std::max(score.value, mobileByValues), false, true, false, score.reason};
            else if (!exact) {
                score.vague = true;
                score.value = std::max(0.0, score.value - mobileInstead);
            }
            if (score.reason.name == MatchReason::Name::None && score.value > 0)
                score.reason.name = MatchReason::Name::Values;
        }
    }

    [[nodiscard]] ValueFit typeFit(int column, std::size_t field) const
    {
        return fitOf(*m_fields[field], valuesOf(column), m_words[field], m_compared[static_cast<std::size_t>(column)]);
    }

    [[nodiscard]] Score scoreOf(int column, std::size_t field) const
    {
        const Header &header = m_headers[static_cast<std::size_t>(column)];
        Score score;
        score.reason.values = m_evidence->fit(column, field, typeFit(column, field));
        const double weight = score.reason.values.weight;
        if (m_names[field].isApiName(header.comparable) || m_names[field].isLabel(header.comparable)) {
            const bool api = m_names[field].isApiName(header.comparable);
            score.reason.name = api ? MatchReason::Name::ApiName : MatchReason::Name::Label;
            score.value = (api ? 1 : 0.99) + std::min(0.0, againstSame * weight);
            return score;
        }
        NameLikeness alike = m_names[field].likenessTo(header.meanings, m_lexicon);
        for (const Meanings &half : header.either) {
            const NameLikeness one = m_names[field].likenessTo(half, m_lexicon);
            if (!one.vague && !one.oneIsNarrower
                && one.score * halfName * vagueName > alike.score * (alike.vague ? vagueName : 1))
                alike = {one.score * halfName, false, true, one.shared};
        }
        if (alike.score > 0) {
            score.narrower = alike.oneIsNarrower;
            score.vague = alike.vague;
            score.ambiguous = alike.ambiguous;
            score.reason.words = alike.shared;
            score.reason.name = alike.score >= 1 ? MatchReason::Name::Meaning : MatchReason::Name::Part;
            score.value = alike.score * sameMeaning * (alike.vague ? vagueName : 1)
                + weight * (weight < 0 ? againstName : forName);
            if (alike.ambiguous && weight < 0)
                score.value -= otherMeaning;
            score.value = std::clamp(score.value, 0.0, 1.0);
        }
        return score;
    }

    /// Days in one column alone that says nothing known, and one field alone that is left for days: may be that. The same
    /// for yes and no.
    void proposeWhatIsLeft()
    {
        for (const QStringList &types : {QStringList{QStringLiteral("date"), QStringLiteral("datetime")},
                                         QStringList{QStringLiteral("boolean")}}) {
            int left = -1;
            int fields = 0;
            for (std::size_t i = 0; i < m_fields.size(); ++i) {
                const int place = static_cast<int>(i);
                if (!types.contains(m_fields[i]->dataType)
                    || std::find(m_chosen.begin(), m_chosen.end(), place) != m_chosen.end())
                    continue;
                left = place;
                ++fields;
            }
            if (fields == 1)
                proposeIfAlone(static_cast<std::size_t>(left));
        }
    }

    void proposeIfAlone(std::size_t field)
    {
        std::vector<std::size_t> columns;
        for (std::size_t column = 0; column < m_chosen.size(); ++column) {
            const bool free = m_chosen[column] < 0 && !wasIgnored(m_headers[column])
                && m_input.current.stateOf({static_cast<int>(column)}) == ColumnState::Undecided;
            if (free && typeFit(static_cast<int>(column), field).weight >= nothingElse)
                columns.push_back(column);
        }
        if (columns.size() != 1 || !m_headers[columns.front()].open)
            return;
        Score &score = m_scores[columns.front()][field];
        score.value = std::max(score.value, leastCheck);
        score.vague = true;
        score.reason.name = MatchReason::Name::Values;
        score.reason.values = typeFit(static_cast<int>(columns.front()), field);
        m_chosen[columns.front()] = static_cast<int>(field);
    }

    [[nodiscard]] MatchCandidate candidate(std::size_t column, std::size_t field) const
    {
        const Score &score = m_scores[column][field];
        return {m_fields[field]->name, score.value, score.reason};
    }

    [[nodiscard]] ColumnMatch matchOf(std::size_t column) const
    {
        ColumnMatch match;
        const int chosen = m_chosen[column];
        if (chosen >= 0) {
            match.best = candidate(column, static_cast<std::size_t>(chosen));
            match.band = isSure(column, static_cast<std::size_t>(chosen)) ? Band::Sure : Band::Check;
        }
        if (wasIgnored(m_headers[column]))
            match.best.reason.name = MatchReason::Name::History;
        std::vector<std::size_t> others;
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            if (static_cast<int>(i) != chosen && m_scores[column][i].value > leastCheck / 2)
                others.push_back(i);
        }
        std::stable_sort(others.begin(), others.end(), [&](std::size_t a, std::size_t b) {
            return m_scores[column][a].value > m_scores[column][b].value;
        });
        others.resize(std::min(others.size(), mostRunnersUp));
        for (const std::size_t field : others)
            match.runnersUp.push_back(candidate(column, field));
        return match;
    }

    /// The best of the other fields that this column could have had: those that no column wants more.
    [[nodiscard]] double nextField(std::size_t column, std::size_t chosen) const
    {
        double next = 0;
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            const double mine = m_scores[column][i].value;
            if (i == chosen || mine <= next)
                continue;
            bool given = false;
            for (std::size_t other = 0; other < m_chosen.size() && !given; ++other)
                given = m_chosen[other] == static_cast<int>(i) && m_scores[other][i].value >= mine + clearLead / 2;
            next = given ? next : mine;
        }
        return next;
    }

    /// The best of the other columns that wanted this field and got none better.
    [[nodiscard]] double nextColumn(std::size_t column, std::size_t chosen) const
    {
        double next = 0;
        for (std::size_t other = 0; other < m_scores.size(); ++other) {
            if (other == column)
                continue;
            const double theirs = m_scores[other][chosen].value;
            const int got = m_chosen[other];
            if (got < 0 || m_scores[other][static_cast<std::size_t>(got)].value < theirs + clearLead / 2)
                next = std::max(next, theirs);
        }
        return next;
    }

    [[nodiscard]] bool isSure(std::size_t column, std::size_t chosen) const
    {
        const Score &score = m_scores[column][chosen];
        if (score.reason.name == MatchReason::Name::History)
            return true;
        if (score.vague || score.narrower || score.reason.values.weight <= againstSure)
            return false;
        if (score.ambiguous && score.reason.values.weight <= 0)
            return false;
        const double fieldLead = score.value - nextField(column, chosen);
        const double columnLead = score.value - nextColumn(column, chosen);
        if (score.value >= leastSure)
            return fieldLead >= clearLead && columnLead >= clearLead / 2;
        return score.value >= leastSureAlone && fieldLead >= wideLead && columnLead >= clearLead;
    }

    const MatchInput &m_input;
    const Lexicon &m_lexicon;
    std::vector<const crm::Field *> m_fields;
    std::vector<FieldNames> m_names;
    std::vector<ComparedWords> m_words;     ///< by field
    std::vector<ComparedValues> m_compared; ///< by column
    std::vector<Header> m_headers;
    std::unique_ptr<ValueEvidence> m_evidence;
    std::vector<std::vector<Score>> m_scores;
    std::vector<int> m_chosen;
};

} // namespace

bool saysNothing(const QString &header)
{
    const Meanings meanings = Lexicon::builtIn().meaningsOf(header);
    return std::all_of(meanings.begin(), meanings.end(), [](const Meaning &meaning) {
        return meaning.kind == Meaning::Kind::Filler || meaning.words.front().isDigit();
    });
}

std::vector<ColumnMatch> matchColumns(const MatchInput &input)
{
    return Matcher(input).run();
}

} // namespace mapping
