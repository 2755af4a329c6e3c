#pragma once

#include <QString>

#include <array>
#include <optional>
#include <string_view>

namespace tabular {

/// A date, or a date with a time, with every order of day, month and year that makes it a day of the calendar.
struct DateShape final {
    enum Order : int { DayMonthYear = 0, MonthDayYear = 1, YearMonthDay = 2 };
    static constexpr int orderCount = 3;
    /// Bits of `detail`: the orders with the month as number or short name, the orders with its long name ("May" is both).
    static constexpr quint32 orders = 0x07;
    static constexpr quint32 longOrders = 0x38;
    static constexpr int longShift = 3;
    static constexpr quint32 unpadded = 0x40; ///< day or month of one digit
    /// The rest says how it is written; only equal ones share a pattern.
    static constexpr quint32 twoDigitYear = 0x80;
    static constexpr quint32 named = 0x100;
    static constexpr quint32 time = 0x200;
    static constexpr quint32 timeAfterT = 0x400;
    static constexpr quint32 seconds = 0x800;
    static constexpr quint32 fraction = 0x1000;
    static constexpr quint32 zone = 0x2000;
    static constexpr quint32 halfDay = 0x4000; ///< AM, PM
    static constexpr int separatorShift = 15;  ///< of an index into "/", "-", ".", " ", " and ,", " and , "
    static constexpr quint32 layout = ~(orders | longOrders | unpadded);

    [[nodiscard]] static QString pattern(quint32 layoutBits, Order order, bool longName, bool shortDigits);

    [[nodiscard]] bool isDay() const { return (detail & (orders | longOrders)) != 0; }

    /// What one order makes of it.
    struct Parts final {
        int year = 0;
        int month = 0;
        int day = 0;
        int seconds = 0; ///< since midnight
    };
    [[nodiscard]] Parts parts(Order order) const; ///< `order` is open

    quint32 detail = 0;
    int zoneMinutes = 0;                    ///< east of Greenwich
    std::array<double, orderCount> value{}; ///< seconds on a common scale, by order; of open orders only
};

/// `text` has no blanks around it. Month names are English. What is written like a date but is no day ("31/02/2024") has no
/// open order; what is not even written like one is empty.
[[nodiscard]] std::optional<DateShape> readDate(std::string_view text);

/// The same, sooner, for days as ISO 8601 writes them, most times of day included; empty for all else.
[[nodiscard]] std::optional<DateShape> readIsoDate(std::string_view text);

} // namespace tabular
