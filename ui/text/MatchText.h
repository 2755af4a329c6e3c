#pragma once

#include "mapping/ColumnMatcher.h"
#include "tabular/profile/ColumnProfile.h"

#include <QCoreApplication>

namespace ui {

/// Why a field was proposed for a column, and what the column holds, in a line each.
class MatchText final {
    Q_DECLARE_TR_FUNCTIONS(MatchText)
public:
    /// "Means the same. 98 % of the values look right."
    [[nodiscard]] static QString of(const mapping::MatchReason &reason);
    [[nodiscard]] static QString of(tabular::Shape shape); ///< "Phone number"
    /// "Date, 38 of 40 filled, 12 different"
    [[nodiscard]] static QString facts(const tabular::ColumnProfile &profile, qint64 rows);

private:
    [[nodiscard]] static QString ofName(const mapping::MatchReason &reason);
    [[nodiscard]] static QString ofValues(const mapping::ValueFit &values);
};

} // namespace ui
