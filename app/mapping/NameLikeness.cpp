#include "mapping/NameLikeness.h"

#include <algorithm>
#include <iterator>

namespace mapping {

namespace {

constexpr double sameSpelling = 0.84; ///< one slip in seven letters
constexpr double contextWeight = 0.1;
constexpr double formWeight = 0.25;
constexpr double unsaidWeight = 0.2;
constexpr qsizetype shortestMisspelt = 5; ///< letters; shorter words differ by less than a slip

double weightOf(const Meaning &meaning)
{
    switch (meaning.kind) {
    case Meaning::Kind::Thing:
    case Meaning::Kind::Turning:
        return 1;
    case Meaning::Kind::Unknown:
        return meaning.words.front().isDigit() ? 0.3 : 0.6;
    case Meaning::Kind::Qualifier:
        return 0.35;
    case Meaning::Kind::Filler:
    case Meaning::Kind::Aside:
        break;
    }
    return 0.05;
}

/// How far two meanings are one, 0 … 1.
double agreement(const Meaning &one, const Meaning &other)
{
    if (one.kind == Meaning::Kind::Filler || other.kind == Meaning::Kind::Filler)
        return 0;
    if (one.agreesWith(other) || one.words == other.words)
        return one.certainty * other.certainty;
    if (!one.ideas.empty() && !other.ideas.empty())
        return 0;
    if (std::min(one.words.size(), other.words.size()) < shortestMisspelt)
        return 0;
    const double spelt = spellingLikeness(one.words, other.words);
    return spelt >= sameSpelling ? spelt - 0.05 : 0;
}

/// What the header says once: of a header in two languages one half, of "address: city" the city first.
struct Said final {
    const Meaning *meaning = nullptr;
    double weight = 0;
};

std::vector<Said> saidIn(const Meanings &header, const Lexicon &lexicon)
{
    // Of things that can all be a context the last one said is meant.
    std::size_t meant = header.size();
    bool found = false;
    for (std::size_t i = header.size(); i-- > 0;) {
        const bool thing = header[i].kind == Meaning::Kind::Thing && !lexicon.isForm(header[i]);
        if (thing && (meant == header.size() || (!found && !lexicon.isContext(header[i])))) {
            meant = i;
            found = !lexicon.isContext(header[i]);
        }
    }
    std::vector<Said> said;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const Meaning &meaning = header[i];
        const bool twice = !meaning.ideas.empty() && std::any_of(said.begin(), said.end(), [&](const Said &each) {
            return each.meaning->agreesWith(meaning);
        });
        if (twice)
            continue;
        double weight = weightOf(meaning);
        if (meant < header.size() && i != meant && meaning.kind == Meaning::Kind::Thing)
            weight = lexicon.isContext(meaning) ? contextWeight : lexicon.isForm(meaning) ? formWeight : weight;
        said.push_back({&meaning, weight});
    }
    return said;
}

struct Pairing final {
    double shared = 0;
    double all = 0;
    bool things = false;    ///< a thing, or a word that nobody knows, is in both
    bool onlyVague = true;  ///< among them
    bool ambiguous = false; ///< a word of the header can mean another thing too
    bool narrower = false;  ///< one of them has a qualifier of its own
    QString words;
};

bool isThing(const Meaning &meaning)
{
    return meaning.kind == Meaning::Kind::Thing || meaning.kind == Meaning::Kind::Unknown;
}

/// What they share: the meanings that both can have.
Meaning common(const Meaning &one, const Meaning &other)
{
    Meaning shared{{}, one.kind, one.words};
    std::copy_if(one.ideas.begin(), one.ideas.end(), std::back_inserter(shared.ideas), [&](int idea) {
        return std::find(other.ideas.begin(), other.ideas.end(), idea) != other.ideas.end();
    });
    return shared;
}

void pair(const Said &said, const Meaning &other, double agreed, const Lexicon &lexicon, Pairing &pairing)
{
    const Meaning &one = *said.meaning;
    const double weight = std::max(said.weight, weightOf(other));
    pairing.shared += weight * agreed;
    pairing.all += weight;
    if (!isThing(one) && !isThing(other))
        return;
    pairing.things = true;
    // A number in both is not what they are about.
    const Meaning shared = one.ideas.empty() ? other : common(one, other);
    pairing.ambiguous = pairing.ambiguous || lexicon.meansMore(one, shared);
    const bool vague = shared.ideas.empty() ? one.words.front().isDigit() : lexicon.isVague(shared);
    pairing.onlyVague = pairing.onlyVague && vague;
    pairing.words += (pairing.words.isEmpty() ? QString() : QStringLiteral(" ")) + one.words;
}

void countUnpaired(const Meaning &meaning, double weight, bool narrows, const Lexicon &lexicon, Pairing &pairing)
{
    pairing.all += lexicon.isMild(meaning) ? weight / 10 : weight;
    pairing.narrower = pairing.narrower || narrows;
}

Pairing pairUp(const Meanings &header, const Meanings &field, const Lexicon &lexicon)
{
    Pairing pairing;
    std::vector<bool> used(field.size(), false);
    for (const Said &said : saidIn(header, lexicon)) {
        double best = 0;
        std::size_t place = 0;
        for (std::size_t i = 0; i < field.size(); ++i) {
            const double agreed = used[i] ? 0 : agreement(*said.meaning, field[i]);
            if (agreed > best) {
                best = agreed;
                place = i;
            }
        }
        if (best > 0) {
            used[place] = true;
            pair(said, field[place], best, lexicon, pairing);
        } else {
            const bool narrows = !lexicon.isMild(*said.meaning) && said.weight > contextWeight;
            countUnpaired(*said.meaning, said.weight, narrows, lexicon, pairing);
        }
    }
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (used[i])
            continue;
        const bool qualifies = field[i].kind == Meaning::Kind::Qualifier || field[i].kind == Meaning::Kind::Turning;
        const bool unsaid = lexicon.isUnsaid(field[i]);
        countUnpaired(field[i], unsaid ? unsaidWeight : weightOf(field[i]), qualifies && !unsaid, lexicon, pairing);
    }
    return pairing;
}

} // namespace

NameLikeness likeness(const Meanings &header, const Meanings &field, const Lexicon &lexicon)
{
    const Pairing pairing = pairUp(header, field, lexicon);
    if (!pairing.things)
        return {};
    return {pairing.shared / pairing.all, pairing.narrower, pairing.onlyVague, pairing.words, pairing.ambiguous};
}

double spellingLikeness(const QString &a, const QString &b)
{
    const auto rows = static_cast<std::size_t>(a.size());
    const auto columns = static_cast<std::size_t>(b.size());
    if (rows == 0 || columns == 0)
        return rows == columns ? 1 : 0;
    std::vector<std::vector<int>> edits(rows + 1, std::vector<int>(columns + 1, 0));
    for (std::size_t i = 0; i <= rows; ++i)
        edits[i][0] = static_cast<int>(i);
    for (std::size_t j = 0; j <= columns; ++j)
        edits[0][j] = static_cast<int>(j);
    const auto at = [](const QString &text, std::size_t place) { return text[static_cast<qsizetype>(place)]; };
    for (std::size_t i = 1; i <= rows; ++i) {
        for (std::size_t j = 1; j <= columns; ++j) {
            const int change = at(a, i - 1) == at(b, j - 1) ? 0 : 1;
            int least = std::min({edits[i - 1][j] + 1, edits[i][j - 1] + 1, edits[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && at(a, i - 1) == at(b, j - 2) && at(a, i - 2) == at(b, j - 1))
                least = std::min(least, edits[i - 2][j - 2] + 1);
            edits[i][j] = least;
        }
    }
    return 1 - static_cast<double>(edits[rows][columns]) / static_cast<double>(std::max(rows, columns));
}

} // namespace mapping
