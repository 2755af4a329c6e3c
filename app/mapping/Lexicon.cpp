#include "mapping/Lexicon.h"

#include "mapping/WordForms.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <span>
#include <utility>

// The resource is in a static library, which has to be asked for it, from outside of any namespace.
static void loadLexiconResource()
{
    Q_INIT_RESOURCE(lexicon);
}

namespace mapping {

namespace {

constexpr std::size_t longestPhrase = 6; ///< words
constexpr qsizetype shortestPart = 3;    ///< letters of one half of a compound
constexpr qsizetype shortestStart = 5;   ///< … and of one without
constexpr qsizetype shortestMisspelt = 6;
constexpr double lessCertain = 0.92;
const QStringList allLanguages{QStringLiteral("en"), QStringLiteral("de"),    QStringLiteral("fr"),
                               QStringLiteral("es"), QStringLiteral("pt-BR"), QStringLiteral("it"),
                               QStringLiteral("nl"), QStringLiteral("ja"),    QStringLiteral("zh-CN"),
                               QStringLiteral("ar"), QStringLiteral("hi")};

QJsonObject contentOf(const QString &name)
{
    QFile file(QStringLiteral(":/mapping/lexicon/%1.json").arg(name));
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return QJsonDocument::fromJson(file.readAll()).object();
}

QString joined(const std::vector<HeaderWord> &words, std::size_t begin, std::size_t end)
{
    QString text;
    for (std::size_t i = begin; i < end; ++i)
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + words[i].text;
    return text;
}

QString joined(const QString &name)
{
    const std::vector<HeaderWord> words = wordsOf(name);
    return joined(words, 0, words.size());
}

/// Leaves of `meant` what is in `others` too; the first of several takes them over.
void narrow(std::vector<int> &meant, const std::vector<int> &others, bool first)
{
    if (first)
        meant = others;
    std::erase_if(meant, [&others](int idea) { return std::find(others.begin(), others.end(), idea) == others.end(); });
}

bool areAll(const Meaning &meaning, const QSet<int> &ideas)
{
    return !meaning.ideas.empty()
        && std::all_of(meaning.ideas.begin(), meaning.ideas.end(), [&](int idea) { return ideas.contains(idea); });
}

bool areAny(const Meaning &meaning, const QSet<int> &ideas)
{
    return std::any_of(meaning.ideas.begin(), meaning.ideas.end(), [&](int idea) { return ideas.contains(idea); });
}

} // namespace

bool Meaning::agreesWith(const Meaning &other) const
{
    if (ideas.empty() || other.ideas.empty())
        return words == other.words;
    return std::find_first_of(ideas.begin(), ideas.end(), other.ideas.begin(), other.ideas.end()) != ideas.end();
}

struct Lexicon::Private final {
    QHash<QString, int> ideas;
    std::vector<Meaning::Kind> kinds;
    QSet<int> vague;
    QSet<int> mild;
    QSet<int> contexts;
    QSet<int> forms;
    QStringList singles;                ///< phrases of one word, sorted
    QMap<QString, QStringList> several; ///< phrases of several words, and their words
    QSet<int> unsaid;
    QHash<QString, std::vector<int>> phrases;
    QSet<QString> asides;
    QSet<QString> links; ///< words between those of a phrase, which may be left out
    QHash<QString, QStringList> fields;
    QHash<QString, QStringList> perhaps;

    int ideaOf(const QString &name)
    {
        const auto known = ideas.constFind(name);
        if (known != ideas.constEnd())
            return *known;
        kinds.push_back(Meaning::Kind::Thing);
        return *ideas.insert(name, static_cast<int>(kinds.size()) - 1);
    }
    void readConcepts(const QJsonObject &concepts);
    void readLanguage(const QJsonObject &language);
    void addMeaning(const QStringList &words, int idea);

    [[nodiscard]] Meaning known(const QString &words, const std::vector<int> &meant) const;
    [[nodiscard]] std::size_t addPhrase(const std::vector<HeaderWord> &words, std::size_t begin,
                                        Meanings &meanings) const;
    [[nodiscard]] std::size_t addShortened(const std::vector<HeaderWord> &words, std::size_t begin,
                                           Meanings &meanings) const;
    [[nodiscard]] bool addNearest(const HeaderWord &word, Meanings &meanings) const;
    [[nodiscard]] bool addParts(const QString &word, Meanings &meanings) const;
    void addUnspaced(const QString &run, Meanings &meanings) const;
    void addWord(const HeaderWord &word, Meanings &meanings) const;
};

void Lexicon::Private::readConcepts(const QJsonObject &concepts)
{
    const auto each = [&](const char *list, const auto &take) {
        for (const QJsonValue value : concepts[QLatin1String(list)].toArray())
            take(value.toString());
    };
    const auto sort = [&](const char *list, Meaning::Kind kind) {
        each(list, [&](const QString &name) { kinds[static_cast<std::size_t>(ideaOf(name))] = kind; });
    };
    sort("qualifiers", Meaning::Kind::Qualifier);
    sort("turning", Meaning::Kind::Turning);
    sort("fillers", Meaning::Kind::Filler);
    each("vague", [&](const QString &name) { vague.insert(ideaOf(name)); });
    each("mild", [&](const QString &name) { mild.insert(ideaOf(name)); });
    each("contexts", [&](const QString &name) { contexts.insert(ideaOf(name)); });
    each("forms", [&](const QString &name) { forms.insert(ideaOf(name)); });
    each("unsaid", [&](const QString &name) { unsaid.insert(ideaOf(name)); });
    each("links", [&](const QString &word) { links.insert(joined(word)); });
    each("asides", [&](const QString &word) { asides.insert(joined(word)); });
    const auto name = [&](const char *list, QHash<QString, QStringList> &into) {
        const QJsonObject named = concepts[QLatin1String(list)].toObject();
        for (auto field = named.begin(); field != named.end(); ++field) {
            for (const QJsonValue reading : field.value().toArray())
                into[field.key()].append(reading.toString());
        }
    };
    name("fields", fields);
    name("perhaps", perhaps);
}

void Lexicon::Private::readLanguage(const QJsonObject &language)
{
    for (auto entry = language.begin(); entry != language.end(); ++entry) {
        const int idea = ideaOf(entry.key());
        for (const QJsonValue phrase : entry.value().toArray()) {
            const QStringList words = joined(phrase.toString()).split(QLatin1Char(' '));
            addMeaning(words, idea);
            // Names of database columns leave out what only links: codigo_cliente.
            QStringList without = words;
            without.removeIf([this](const QString &word) { return links.contains(word); });
            if (without.size() > 1)
                addMeaning(without, idea);
        }
    }
}

void Lexicon::Private::addMeaning(const QStringList &words, int idea)
{
    const QString phrase = words.join(QLatin1Char(' '));
    if (phrase.isEmpty())
        return;
    std::vector<int> &meant = phrases[phrase];
    if (std::find(meant.begin(), meant.end(), idea) == meant.end())
        meant.push_back(idea);
}

/// Of several kinds the one that says most: a word that can be a thing is not filler.
Meaning Lexicon::Private::known(const QString &words, const std::vector<int> &meant) const
{
    Meaning meaning{meant, Meaning::Kind::Filler, words};
    for (const int idea : meant)
        meaning.kind = std::min(meaning.kind, kinds[static_cast<std::size_t>(idea)]);
    return meaning;
}

std::size_t Lexicon::Private::addPhrase(const std::vector<HeaderWord> &words, std::size_t begin,
                                        Meanings &meanings) const
{
    for (std::size_t end = std::min(words.size(), begin + longestPhrase); end > begin; --end) {
        const QString phrase = joined(words, begin, end);
        const auto found = phrases.constFind(phrase);
        if (found == phrases.constEnd())
            continue;
        meanings.push_back(known(phrase, *found));
        if (words[begin].aside && asides.contains(phrase))
            meanings.back() = {{}, Meaning::Kind::Aside, phrase};
        return end;
    }
    return begin;
}

/// "Anz. Mitarb.": a phrase whose words were cut short; only if all such phrases mean the same.
std::size_t Lexicon::Private::addShortened(const std::vector<HeaderWord> &words, std::size_t begin,
                                           Meanings &meanings) const
{
    for (std::size_t end = std::min(words.size(), begin + longestPhrase); end > begin + 1; --end) {
        std::vector<int> meant;
        bool first = true;
        // A word with a dot may leave out letters after the first; any other is how the phrase begins.
        const QString start = words[begin].cutShort ? words[begin].text.first(1) : words[begin].text;
        for (auto each = several.lowerBound(start); each != several.end() && each.key().startsWith(start); ++each) {
            if (!isShortFor(std::span(words).subspan(begin, end - begin), each.value()))
                continue;
            narrow(meant, phrases[each.key()], std::exchange(first, false));
        }
        if (meant.empty())
            continue;
        meanings.push_back(known(joined(words, begin, end), meant));
        meanings.back().certainty = lessCertain;
        return end;
    }
    return begin;
}

/// "rechnungsort": two words that are known, with at most two letters of glue. The longer first half wins.
bool Lexicon::Private::addParts(const QString &word, Meanings &meanings) const
{
    for (qsizetype cut = word.size() - shortestPart; cut >= shortestPart; --cut) {
        const auto second = phrases.constFind(word.sliced(cut));
        if (second == phrases.constEnd())
            continue;
        for (qsizetype glue = 0; glue <= 2 && cut - glue >= shortestPart; ++glue) {
            const QString half = word.first(cut - glue);
            const auto first = phrases.constFind(half);
            if (first == phrases.constEnd())
                continue;
            meanings.push_back(known(half, *first));
            meanings.push_back(known(word.sliced(cut), *second));
            return true;
        }
    }
    return false;
}

/// The word that this one begins, or that it is but for a slip; only if all such words mean the same.
bool Lexicon::Private::addNearest(const HeaderWord &word, Meanings &meanings) const
{
    std::vector<int> meant;
    bool first = true;
    const auto take = [&](const QString &known) { narrow(meant, phrases[known], std::exchange(first, false)); };
    if (word.text.size() >= (word.cutShort ? shortestCut : shortestStart)) {
        auto each = std::lower_bound(singles.begin(), singles.end(), word.text);
        for (; each != singles.end() && each->startsWith(word.text); ++each)
            take(*each);
    }
    if (first && word.cutShort && word.text.size() >= shortestCut) {
        auto each = std::lower_bound(singles.begin(), singles.end(), word.text.first(1));
        for (; each != singles.end() && each->startsWith(word.text.front()); ++each) {
            if (isAbbreviation(word.text, *each))
                take(*each);
        }
    }
    if (first && word.text.size() >= shortestMisspelt) {
        auto each = std::lower_bound(singles.begin(), singles.end(), word.text.first(1));
        for (; each != singles.end() && each->startsWith(word.text.front()); ++each) {
            if (qAbs(each->size() - word.text.size()) <= 1 && isOneSlip(*each, word.text))
                take(*each);
        }
    }
    if (meant.empty())
        return false;
    meanings.push_back(known(word.text, meant));
    meanings.back().certainty = lessCertain;
    return true;
}

void Lexicon::Private::addUnspaced(const QString &run, Meanings &meanings) const
{
    QString rest;
    const auto endRest = [&] {
        if (!rest.isEmpty())
            meanings.push_back({{}, Meaning::Kind::Unknown, rest});
        rest.clear();
    };
    for (qsizetype begin = 0; begin < run.size();) {
        qsizetype length = run.size() - begin;
        while (length > 0 && !phrases.contains(run.sliced(begin, length)))
            --length;
        if (length == 0) {
            rest += run[begin++];
            continue;
        }
        endRest();
        const QString phrase = run.sliced(begin, length);
        meanings.push_back(known(phrase, phrases[phrase]));
        begin += length;
    }
    endRest();
}

void Lexicon::Private::addWord(const HeaderWord &word, Meanings &meanings) const
{
    if (word.aside || asides.contains(word.text)) {
        meanings.push_back({{}, Meaning::Kind::Aside, word.text});
        return;
    }
    if (isUnspaced(word.text.front()))
        return addUnspaced(word.text, meanings);
    static const QString article = QString::fromUtf8("ال");
    QString stem = word.text.startsWith(article) ? word.text.sliced(article.size()) : article + word.text;
    if (const auto found = phrases.constFind(stem); found != phrases.constEnd()) {
        meanings.push_back(known(stem, *found));
        return;
    }
    // Umlauts that were written with an e.
    stem = word.text;
    stem.replace(QLatin1String("ae"), QLatin1String("a"))
        .replace(QLatin1String("oe"), QLatin1String("o"))
        .replace(QLatin1String("ue"), QLatin1String("u"));
    if (const auto found = phrases.constFind(stem); stem != word.text && found != phrases.constEnd())
        meanings.push_back(known(stem, *found));
    else if (!addParts(word.text, meanings) && !addNearest(word, meanings))
        meanings.push_back({{}, Meaning::Kind::Unknown, word.text});
}

Lexicon::Lexicon()
    : d(std::make_unique<Private>())
{
    loadLexiconResource();
    d->readConcepts(contentOf(QStringLiteral("concepts")));
    for (const QString &language : allLanguages)
        d->readLanguage(contentOf(language));
    for (auto phrase = d->phrases.keyBegin(); phrase != d->phrases.keyEnd(); ++phrase) {
        if (phrase->isEmpty() || isUnspaced(phrase->front()))
            continue;
        if (phrase->contains(QLatin1Char(' ')))
            d->several.insert(*phrase, phrase->split(QLatin1Char(' ')));
        else
            d->singles.append(*phrase);
    }
    d->singles.sort();
}

Lexicon::~Lexicon() = default;

const Lexicon &Lexicon::builtIn()
{
    static const Lexicon lexicon;
    return lexicon;
}

Meanings Lexicon::meaningsOf(const QString &name) const
{
    const std::vector<HeaderWord> words = wordsOf(name);
    Meanings meanings;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t end = d->addPhrase(words, at, meanings);
        if (end <= at + 1) {
            // A phrase that was cut short says more than one whole word of it.
            Meanings shortened;
            if (const std::size_t more = d->addShortened(words, at, shortened); more > at) {
                meanings.resize(meanings.size() - (end - at));
                meanings.push_back(shortened.front());
                end = more;
            }
        }
        if (end == at)
            d->addWord(words[at++], meanings);
        else
            at = end;
    }
    return meanings;
}

std::vector<Meanings> Lexicon::meaningsOfField(const QString &apiName) const
{
    return readingsOf(d->fields.value(apiName));
}

std::vector<Meanings> Lexicon::mayMeanField(const QString &apiName) const
{
    return readingsOf(d->perhaps.value(apiName));
}

std::vector<Meanings> Lexicon::readingsOf(const QStringList &texts) const
{
    std::vector<Meanings> readings;
    for (const QString &reading : texts) {
        Meanings &meanings = readings.emplace_back();
        for (const QString &name : reading.split(QLatin1Char(' ')))
            meanings.push_back(idea(name));
    }
    return readings;
}

Meaning Lexicon::idea(const QString &name) const
{
    const int number = d->ideas.value(name, -1);
    Q_ASSERT(number >= 0);
    return {{number}, d->kinds[static_cast<std::size_t>(number)], name};
}

bool Lexicon::isVague(const Meaning &meaning) const
{
    return areAll(meaning, d->vague);
}

bool Lexicon::meansMore(const Meaning &meaning, const Meaning &shared) const
{
    return std::any_of(meaning.ideas.begin(), meaning.ideas.end(), [&](int idea) {
        const bool isShared = std::find(shared.ideas.begin(), shared.ideas.end(), idea) != shared.ideas.end();
        return !isShared && d->kinds[static_cast<std::size_t>(idea)] == Meaning::Kind::Thing
            && !d->vague.contains(idea);
    });
}

bool Lexicon::isContext(const Meaning &meaning) const
{
    return areAny(meaning, d->contexts);
}

bool Lexicon::isForm(const Meaning &meaning) const
{
    return areAll(meaning, d->forms);
}

bool Lexicon::isMild(const Meaning &meaning) const
{
    return areAny(meaning, d->mild);
}

bool Lexicon::isUnsaid(const Meaning &meaning) const
{
    return isMild(meaning) || areAny(meaning, d->unsaid);
}

QStringList Lexicon::languages() const
{
    return allLanguages;
}

} // namespace mapping
