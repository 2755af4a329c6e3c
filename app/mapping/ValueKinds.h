#pragma once

#include "mapping/ValueFit.h"

#include <QStringList>

#include <memory>

namespace mapping {

/// What most values of a column are, told by the values alone.
struct KindOfValues final {
    QString idea;    ///< of concepts.json: "company", "city", "mobile"…
    int percent = 0; ///< of the different values that are such
    bool clear =
        false; ///< hardly anything else looks like it; without it, it counts where the header says nothing against it
};

/// Knows the look of what CRMs hold, in many countries: legal forms of companies, forms of address, well-known cities and
/// countries, given names, streets, tax numbers, numbers of mobile phones. Can be used from all threads.
class ValueKinds final {
public:
    /// The one that is built in, made of lexicon/values.json at first use.
    [[nodiscard]] static const ValueKinds &builtIn();
    ~ValueKinds();
    ValueKinds(const ValueKinds &) = delete;
    ValueKinds &operator=(const ValueKinds &) = delete;

    /// What most of the values are, the surest first; none where nothing is known of them.
    [[nodiscard]] std::vector<KindOfValues> kindsOf(const ColumnValues &values) const;
    /// All ideas that kindsOf() can name, and those that it weighs them against. Beside these it names "plain_zip" and
    /// "plain_word", which are no ideas: digits as post codes have them, and single words.
    [[nodiscard]] static QStringList ideas();
    /// Whether a column cannot well hold both: cities are no companies, but given names may be last names.
    [[nodiscard]] static bool excludeEachOther(const QString &one, const QString &other);

private:
    ValueKinds();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace mapping
