#pragma once

#include <QString>

#include <array>
#include <optional>
#include <string_view>

namespace tabular {

/// A number with every way in which its marks can be read. A reading is a decimal mark and a grouping mark.
struct NumberShape final {
    enum Mark : int { Point = 0, Comma = 1 };
    enum Grouping : int {
        None = 0,
        Other = 1,
        Blank = 2,
        Apostrophe = 3
    }; ///< Other: the comma of Point, the point of Comma
    static constexpr int readingCount = 8;
    static constexpr quint32 everyReading = 0xFF;
    static constexpr quint32 fractionIfPoint = 0x100;
    static constexpr quint32 fractionIfComma = 0x200;
    static constexpr quint32 mayBePhone = 0x400; ///< 6 to 15 digits without fraction or minus

    [[nodiscard]] static constexpr quint32 reading(Mark mark, Grouping grouping) { return 1U << (mark * 4 + grouping); }
    [[nodiscard]] static QString pattern(int reading, bool fraction);

    quint32 detail = 0; ///< the open readings, and the bits above
    int digits = 0;
    bool leadingZero = false;
    bool plus = false;
    std::array<double, 2> value{}; ///< by decimal mark
};

/// `text` has no blanks around it. Digits, a sign before them, marks that stand where marks can stand.
[[nodiscard]] std::optional<NumberShape> readNumber(std::string_view text);

} // namespace tabular
