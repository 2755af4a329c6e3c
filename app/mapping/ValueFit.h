#pragma once

#include "crm/Field.h"
#include "tabular/profile/ColumnProfile.h"

#include <QMap>
#include <QSet>

namespace mapping {

/// What is known of a column's values.
struct ColumnValues final {
    tabular::ColumnProfile profile;
    /// Different values and how often they occur; empty when they were not counted.
    QMap<QString, qint64> counts;
    bool allCounted = true; ///< false: there are more different ones than `counts` holds
};

/// How well values go with a field, apart from all names.
struct ValueFit final {
    enum class Reason { None, Shape, Picklist, WrongShape, NotInPicklist, TooLong };
    double weight = 0; ///< -1 they cannot be meant … 1 they speak for it
    Reason reason = Reason::None;
    int percent = 0; ///< of the values that fit
    /// The values alone would lead there: addresses of e-mail, values of this picklist.
    bool telling = false;
};

/// The values of a picklist, and those of a column, as they are compared with each other: without case and blanks around
/// them. To be made once for all fields and columns, for it takes longer than the comparison.
using ComparedWords = QSet<QString>;
[[nodiscard]] ComparedWords wordsOfPicklist(const crm::Field &field); ///< empty for a field that has none
struct ComparedValues final {
    std::vector<std::pair<QStringList, qint64>> cells;   ///< each one value
    std::vector<std::pair<QStringList, qint64>> several; ///< each the values between semicolons
};
[[nodiscard]] ComparedValues comparedValues(const ColumnValues &values);

/// `words` and `compared` are those of this field and this column.
[[nodiscard]] ValueFit fitOf(const crm::Field &field, const ColumnValues &values, const ComparedWords &words,
                             const ComparedValues &compared);

} // namespace mapping
