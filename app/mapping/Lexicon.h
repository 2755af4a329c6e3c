#pragma once

#include "mapping/HeaderWords.h"

#include <QHash>
#include <QStringList>

#include <memory>

namespace mapping {

/// What a word or a few words of a name can mean: ideas such as "email" or "billing", several where a word has several
/// meanings, none for a word that is not known.
struct Meaning final {
    enum class Kind {
        Thing,     ///< what the column holds
        Qualifier, ///< which of several: private, billing, second
        Turning,   ///< makes another thing of it: the assistant's phone
        Filler,    ///< says nothing alone
        Aside,     ///< a unit or a hint in brackets
        Unknown
    };
    std::vector<int> ideas;
    Kind kind = Kind::Unknown;
    QString words;        ///< as wordsOf() gives them, with blanks between
    double certainty = 1; ///< less for what was cut short or misspelt

    /// Whether both can mean the same. Words that are not known are compared as they stand.
    [[nodiscard]] bool agreesWith(const Meaning &other) const;
};

using Meanings = std::vector<Meaning>;

/// The words by which people call what a CRM holds, in the languages of lexicon/*.json. All languages count at once: an
/// English program exports for a German office. Can be used from all threads.
class Lexicon final {
public:
    /// The one that is built in. Made at first use, which takes some hundred milliseconds: not in the window's thread.
    [[nodiscard]] static const Lexicon &builtIn();
    ~Lexicon();
    Lexicon(const Lexicon &) = delete;
    Lexicon &operator=(const Lexicon &) = delete;

    /// What a name says, longest known phrases first.
    [[nodiscard]] Meanings meaningsOf(const QString &name) const;
    /// Other ways to read the API name of a field that the CRM has from the start; empty for all others.
    [[nodiscard]] std::vector<Meanings> meaningsOfField(const QString &apiName) const;
    /// What may be meant by it, but as often is not: the day on which a customer was entered may be that since which he is one.
    [[nodiscard]] std::vector<Meanings> mayMeanField(const QString &apiName) const;
    /// What a single idea is; it has to be there.
    [[nodiscard]] Meaning idea(const QString &name) const;
    /// Whether all that it can mean is so wide that it says little without the values.
    [[nodiscard]] bool isVague(const Meaning &meaning) const;
    /// Whether it can mean another thing too that says something, beside what is shared: "title" of a post, and of a doctor.
    [[nodiscard]] bool meansMore(const Meaning &meaning, const Meaning &shared) const;
    /// Whether it tells, next to something else, only whose or where that is: the address of "address: city".
    [[nodiscard]] bool isContext(const Meaning &meaning) const;
    /// Whether it tells, next to something else, in what form that is: the number of "employees (number)".
    [[nodiscard]] bool isForm(const Meaning &meaning) const;
    /// Whether a header that has this qualifier means the field without it all the same: the main phone is the phone.
    [[nodiscard]] bool isMild(const Meaning &meaning) const;
    /// Whether a header that lacks this qualifier may mean the field that has it: the city is the one to mail to.
    [[nodiscard]] bool isUnsaid(const Meaning &meaning) const;
    [[nodiscard]] QStringList languages() const;

private:
    Lexicon();
    [[nodiscard]] std::vector<Meanings> readingsOf(const QStringList &texts) const;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace mapping
