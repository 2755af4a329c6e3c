#pragma once

#include "tabular/profile/ColumnProfile.h"
#include "tabular/profile/ShapeTallies.h"

namespace tabular {

/// What a column is, all its values considered. The meaning of the members is that of ColumnProfile's.
struct ShapeVerdict final {
    Shape shape = Shape::Empty;
    qint64 fitting = 0;
    qint64 firstMisfitRow = 0;
    QString pattern;
    QStringList otherPatterns;
    std::vector<PatternFit> patternFits;
    qint64 decisiveRow = 0;
    std::string decisiveText;
    bool ordered = false; ///< `extremes` holds the smallest and the largest value by number or time
    Extremes extremes;
    qint64 oddRow = 0; ///< a value that looks unlike most; 0: all look alike
    std::string oddText;
};

[[nodiscard]] ShapeVerdict judge(const ShapeTallies &tallies, qint64 values);

} // namespace tabular
