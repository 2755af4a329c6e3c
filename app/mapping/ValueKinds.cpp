#include "mapping/ValueKinds.h"

#include "mapping/HeaderWords.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

// The resource is in a static library, which has to be asked for it, from outside of any namespace.
static void loadValuesResource()
{
    Q_INIT_RESOURCE(lexicon);
}

namespace mapping {

namespace {

constexpr int most = 60;           ///< percent
constexpr int enough = 40;         ///< percent of what no list holds all of, and nothing else looks like
constexpr qsizetype fewest = 3;    ///< different values, below which they could be anything
constexpr qsizetype enoughOf = 60; ///< different values

/// A value with its words, so that they are cut but once.
struct Value final {
    QString text;
    QStringList words;

    [[nodiscard]] QString joined() const { return words.join(QLatin1Char(' ')); }
};

Value valueOf(const QString &text)
{
    Value value{text.trimmed(), {}};
    for (const HeaderWord &word : wordsOf(value.text))
        value.words.append(word.text);
    return value;
}

/// Texts to compare with, as their words stand. Those of scripts without blanks may stand anywhere in a value.
class WordList final {
public:
    void read(const QJsonArray &texts)
    {
        for (const QJsonValue text : texts) {
            const QString joined = valueOf(text.toString()).joined();
            if (joined.isEmpty())
                continue;
            m_texts.insert(joined);
            m_longest = std::max(m_longest, joined.count(QLatin1Char(' ')) + 1);
            if (isUnspaced(joined.front()))
                m_unspaced.append(joined);
        }
    }
    [[nodiscard]] bool has(const QString &joined) const { return m_texts.contains(joined); }
    /// `more`: letters that may follow in scripts without blanks.
    [[nodiscard]] bool isWhole(const Value &value, qsizetype more = 0) const
    {
        const QString joined = value.joined();
        return has(joined) || (more > 0 && std::any_of(m_unspaced.begin(), m_unspaced.end(), [&](const QString &text) {
                                   return joined.startsWith(text) && joined.size() <= text.size() + more;
                               }));
    }
    /// Whether one of the texts is among the words.
    [[nodiscard]] bool isIn(const Value &value) const
    {
        for (qsizetype begin = 0; begin < value.words.size(); ++begin) {
            QString phrase;
            const qsizetype end = std::min(value.words.size(), begin + m_longest);
            for (qsizetype i = begin; i < end; ++i) {
                phrase += (i == begin ? QString() : QStringLiteral(" ")) + value.words[i];
                if (has(phrase))
                    return true;
            }
        }
        return std::any_of(m_unspaced.begin(), m_unspaced.end(),
                           [&](const QString &text) { return value.text.contains(text); });
    }
    /// Whether a word ends in one of the texts, as "Hauptstraße" does.
    [[nodiscard]] bool isEndIn(const Value &value) const
    {
        return std::any_of(value.words.begin(), value.words.end(), [&](const QString &word) {
            return std::any_of(m_texts.begin(), m_texts.end(),
                               [&](const QString &text) { return word.size() > text.size() && word.endsWith(text); });
        });
    }

private:
    QSet<QString> m_texts;
    QStringList m_unspaced;
    qsizetype m_longest = 1;
};

bool isTaxNumber(const Value &value)
{
    QString text = value.text.toUpper();
    text.remove(QLatin1Char(' '));
    static const QRegularExpression numbers(QRegularExpression::anchoredPattern(
        QStringLiteral("(AT|ATU|BE|BG|CHE|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK)"
                       "-?[0-9A-Z]?[0-9][0-9.-]{6,12}[0-9A-Z]{0,3}(MWST)?"                         // of Europe
                       "|\\d{2}\\.\\d{3}\\.\\d{3}/\\d{4}-\\d{2}|\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}"   // of Brazil
                       "|[A-HJNP-SUVW]-?\\d{7}[0-9A-J]|\\d{2}[A-Z]{5}\\d{4}[A-Z][0-9A-Z]Z[0-9A-Z]" // Spain, India
                       "|9[123]\\d{6}[0-9A-HJ-NPQRTUWXY]{10}|T\\d{13}"                             // China, Japan
                       "|[A-ZÑ&]{3,4}\\d{6}[0-9A-Z]{3}")));                                        // Mexico
    return numbers.match(text).hasMatch();
}

bool isMobileNumber(const Value &value)
{
    QString digits;
    for (const QChar c : value.text) {
        if (c.isDigit())
            digits += QString::number(c.digitValue());
        else if (c == QLatin1Char('+'))
            digits += c;
    }
    if (digits.startsWith(QLatin1String("00")))
        digits.replace(0, 2, QLatin1String("+"));
    // By the plans of numbering: what begins like this is for mobile phones alone.
    static const QRegularExpression plans(QRegularExpression::anchoredPattern(QStringLiteral(
        "\\+49(0?)1[567]\\d{7,10}|01[567]\\d{8,9}" // Germany
        "|\\+43(0?)6\\d{7,11}|\\+41(0?)7[5-9]\\d{7}|\\+33(0?)[67]\\d{8}|\\+34[67]\\d{8}"
        "|\\+39 ?3\\d{8,9}|\\+31(0?)6\\d{8}|06[1-58]\\d{7}|\\+32(0?)4[5-9]\\d{7}|\\+44(0?)7\\d{9}"
        "|\\+55\\d{2}9\\d{8}|\\+3519\\d{8}|\\+81(0?)[789]0\\d{8}|0[789]0\\d{8}" // Brazil, Portugal, Japan
        "|\\+861[3-9]\\d{9}|1[3-9]\\d{9}|\\+91[6-9]\\d{9}"                      // China, India
        "|\\+9665\\d{8}|05\\d{8}|\\+9715\\d{8}|\\+20(0?)1\\d{9}|01[0125]\\d{8}" // Arabia, Egypt
        "|\\+48[5-8]\\d{8}|\\+467\\d{8}|\\+905\\d{9}|\\+79\\d{9}|\\+8210\\d{8}|010\\d{8}")));
    return plans.match(digits).hasMatch();
}

/// With or without the scheme; "a.b" alone could be anything.
bool isWebAddress(const Value &value)
{
    static const QRegularExpression address(QRegularExpression::anchoredPattern(
        QStringLiteral("https?://\\S+|(www\\.)?([\\w-]+\\.)+[A-Za-z]{2,}(/\\S*)?")));
    return address.match(value.text).hasMatch();
}

/// Codes that hold a mark or a letter, so that they are no mere numbers.
bool isTypicalPostCode(const Value &value)
{
    static const QRegularExpression codes(
        QRegularExpression::anchoredPattern(QStringLiteral(
            "〒? ?\\d{3}-\\d{4}|〒 ?\\d{7}|[A-Z]{1,2}\\d[0-9A-Z]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d"
            "|\\d{5}-\\d{3}|\\d{4} ?[A-Z]{2}|\\d{2}-\\d{3}|\\d{5}-\\d{4}|(D|A|CH|F|I|B|L)-\\d{4,5}|\\d{3} \\d{2}")),
        QRegularExpression::CaseInsensitiveOption);
    return codes.match(value.text).hasMatch();
}

bool isPlainWord(const Value &value)
{
    return !value.words.isEmpty() && value.words.size() <= 2
        && std::all_of(value.text.begin(), value.text.end(), [](QChar c) {
               return c.isLetter() || c.isMark() || c == QLatin1Char(' ') || c == QLatin1Char('-')
                   || c == QLatin1Char('\'');
           });
}

/// Ideas of one group can go together in a column.
const std::vector<QStringList> &groups()
{
    static const std::vector<QStringList> all = [] {
        std::vector<QStringList> lists;
        for (const char *list :
             {"company customer", "full_name first_name last_name contact_name owner reports_to referred_by", "city",
              "country", "zip", "website", "street", "vat", "salutation", "job_title"})
            lists.push_back(QString::fromLatin1(list).split(QLatin1Char(' ')));
        return lists;
    }();
    return all;
}

bool isPlainPostCode(const Value &value)
{
    return value.text.size() >= 4 && value.text.size() <= 6
        && std::all_of(value.text.begin(), value.text.end(),
                       [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

} // namespace

struct ValueKinds::Private final {
    WordList companies;
    WordList salutations;
    WordList cities;
    WordList countries;
    WordList givenNames;
    WordList surnames; ///< of scripts without blanks
    WordList streets;
    WordList streetEnds;
    WordList jobs;

    [[nodiscard]] bool isCompany(const Value &value) const { return companies.isIn(value); }
    [[nodiscard]] bool isGivenName(const Value &value) const
    {
        return !value.words.isEmpty() && value.words.size() <= 2
            && std::all_of(value.words.begin(), value.words.end(),
                           [this](const QString &word) { return givenNames.has(word); });
    }
    [[nodiscard]] bool isWholeName(const Value &value) const
    {
        if (isCompany(value) || isGivenName(value) || value.words.isEmpty() || value.words.size() > 4)
            return false;
        if (value.words.size() == 1 && isUnspaced(value.text.front()))
            return value.text.size() <= 5 && surnames.isWhole(value, 2) && !cities.isWhole(value, 2);
        if (value.words.size() < 2)
            return false;
        return std::any_of(value.words.begin(), value.words.end(),
                           [this](const QString &word) { return givenNames.has(word); });
    }
    [[nodiscard]] bool isStreet(const Value &value) const
    {
        const bool hasNumber = std::any_of(value.text.begin(), value.text.end(), [](QChar c) { return c.isDigit(); });
        const bool blanks = !value.text.isEmpty() && value.text.front().script() == QChar::Script_Latin;
        return (hasNumber || !blanks) && value.words.size() < 12
            && (streets.isIn(value) || (hasNumber && streetEnds.isEndIn(value)));
    }
};

ValueKinds::ValueKinds()
    : d(std::make_unique<Private>())
{
    loadValuesResource();
    QFile file(QStringLiteral(":/mapping/lexicon/values.json"));
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const QJsonObject lists = QJsonDocument::fromJson(file.readAll()).object();
    const auto read = [&lists](const char *name, WordList &list) { list.read(lists[QLatin1String(name)].toArray()); };
    read("companies", d->companies);
    read("salutations", d->salutations);
    read("cities", d->cities);
    read("countries", d->countries);
    read("given_names", d->givenNames);
    read("surnames", d->surnames);
    read("streets", d->streets);
    read("street_ends", d->streetEnds);
    read("jobs", d->jobs);
}

ValueKinds::~ValueKinds() = default;

const ValueKinds &ValueKinds::builtIn()
{
    static const ValueKinds kinds;
    return kinds;
}

std::vector<KindOfValues> ValueKinds::kindsOf(const ColumnValues &values) const
{
    std::vector<Value> all;
    for (auto value = values.counts.keyBegin();
         value != values.counts.keyEnd() && static_cast<qsizetype>(all.size()) < enoughOf; ++value)
        all.push_back(valueOf(*value));
    const auto count = static_cast<qsizetype>(all.size());
    std::vector<KindOfValues> kinds;
    const auto look = [&](const char *idea, bool clear, qsizetype least, const auto &is, int needed = most) {
        const auto such = std::count_if(all.begin(), all.end(), is);
        const int percent = count == 0 ? 0 : static_cast<int>(100 * such / count);
        if (count >= least && percent >= needed)
            kinds.push_back({QLatin1String(idea), percent, clear});
    };
    look("salutation", true, 1, [this](const Value &value) { return d->salutations.isWhole(value); });
    look("country", true, 1, [this](const Value &value) { return d->countries.isWhole(value); });
    look(
        "company", true, fewest, [this](const Value &value) { return d->isCompany(value); }, enough);
    look("vat", true, 2, isTaxNumber);
    look("mobile", true, 2, isMobileNumber);
    look("zip", true, fewest, isTypicalPostCode);
    look("website", true, 2, isWebAddress);
    look("street", true, fewest, [this](const Value &value) { return d->isStreet(value); });
    look("full_name", true, fewest, [this](const Value &value) { return d->isWholeName(value); });
    look("first_name", false, fewest, [this](const Value &value) { return d->isGivenName(value); });
    look(
        "city", false, fewest, [this](const Value &value) { return d->cities.isWhole(value, 2); }, enough);
    look("job_title", false, fewest, [this](const Value &value) { return d->jobs.isIn(value); });
    if (values.profile.shape == tabular::Shape::Integer || values.profile.shape == tabular::Shape::Text)
        look("plain_zip", false, fewest, isPlainPostCode);
    look("plain_word", false, fewest, isPlainWord);
    return kinds;
}

QStringList ValueKinds::ideas()
{
    QStringList all{QStringLiteral("mobile"), QStringLiteral("fax")};
    for (const QStringList &group : groups())
        all += group;
    return all;
}

bool ValueKinds::excludeEachOther(const QString &one, const QString &other)
{
    const auto groupOf = [](const QString &idea) {
        return std::find_if(groups().begin(), groups().end(),
                            [&idea](const QStringList &group) { return group.contains(idea); });
    };
    const auto ofOne = groupOf(one);
    const auto ofOther = groupOf(other);
    return ofOne != groups().end() && ofOther != groups().end() && ofOne != ofOther;
}

} // namespace mapping
