#pragma once

#include "tabular/profile/TableFinding.h"

#include <QStringList>

#include <vector>

namespace tabular {

/// What the values of a column look like.
enum class Shape { Empty, Integer, Decimal, Date, DateTime, Email, Phone, Url, Boolean, Text };

/// A stable name, for example "date-time".
[[nodiscard]] QString name(Shape shape);

/// A value as it stands in the file, cut at 500 characters, and the record it stands in.
struct SampleValue final {
    enum class Why { Typical, Longest, Odd };
    Why why = Why::Typical;
    QString text;
    qint64 row = 0;

    friend bool operator==(const SampleValue &a, const SampleValue &b) = default;
};

/// A pattern by which values of a column can be read. Patterns are those of ColumnProfile::pattern.
struct PatternFit final {
    QString pattern;
    qint64 fitting = 0;   ///< values that it reads
    qint64 misfitRow = 0; ///< first row that the column's own pattern reads and this one does not; 0: none
    QString misfitText;   ///< its value

    friend bool operator==(const PatternFit &a, const PatternFit &b) = default;
};

/// One column over every row. A value is a cell that is not blank; blanks around it do not matter to its shape.
struct ColumnProfile final {
    QString header; ///< as it stands; a missing or repeated one is numbered: "Column 3", "Email (2)"
    qint64 filled = 0;
    qint64 distinct = 0;
    bool distinctExact = true; ///< false: estimated, within 5 % in 99 of 100 columns
    qint64 longest = 0;        ///< in characters (code points)
    qint64 longestUtf16 = 0;   ///< in UTF-16 units, where an emoji counts as two
    qint64 longestBytes = 0;   ///< in UTF-8

    /// The shape that at least three of four values have, else Text, which every value fits.
    Shape shape = Shape::Empty;
    qint64 fitting = 0;        ///< values that have that shape
    qint64 firstMisfitRow = 0; ///< 0: every value fits
    /// Of a date in the CRM's letters ("dd/MM/yyyy"; d and M where a value does without the leading zero); of a number its
    /// marks ("#", "#.#", "#,###.#", "#.###,#"); of a boolean its words ("true/false").
    QString pattern;
    /// Other patterns that as many values fit: no row decides. Then `pattern` is the one that the CRM expects.
    QStringList otherPatterns;
    /// Of dates and of numbers with marks: `pattern`, then others that read any value: the other orders of day, month and
    /// year, dates in other layouts, numbers with the other decimal mark. Empty where there is no pattern, or too many.
    std::vector<PatternFit> patternFits;
    qint64 decisiveRow = 0; ///< first row that can only be read by `pattern`; 0: there is none, or none is needed
    QString decisiveText;   ///< its value

    /// Smallest and largest value as they stand: by number or time among those that fit, else by bytes among all.
    QString minimum;
    QString maximum;
    std::vector<SampleValue> samples; ///< at most one a kind, no text twice

    friend bool operator==(const ColumnProfile &a, const ColumnProfile &b) = default;
};

/// The whole table.
struct TableProfile final {
    static constexpr size_t mostLongRows = 100;

    qint64 rows = 0;              ///< data rows that count, without the header
    std::vector<qint64> longRows; ///< the first of them, at most mostLongRows
    std::vector<ColumnProfile> columns;
    std::vector<TableFinding> findings; ///< in the order of their kinds

    friend bool operator==(const TableProfile &a, const TableProfile &b) = default;
};

} // namespace tabular
