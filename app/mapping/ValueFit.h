#pragma once

#include "crm/Field.h"
#include "tabular/profile/ColumnProfile.h"

#include <QMap>

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

[[nodiscard]] ValueFit fitOf(const crm::Field &field, const ColumnValues &values);

} // namespace mapping
