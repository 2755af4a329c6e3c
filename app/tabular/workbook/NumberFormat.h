#pragma once

#include <string_view>

namespace tabular {

/// What a number's format makes of it. `Elapsed` is a time that may pass 24 hours; `DateOrTime` is one of the built-in
/// formats of East Asia that mean a date in one country and a time in another: then the value decides.
enum class NumberShape { Number, Date, DateTime, Time, Elapsed, DateOrTime };

struct NumberFormat final {
    NumberShape shape = NumberShape::Number;
    bool fractions = false; ///< parts of seconds are shown

    friend bool operator==(const NumberFormat &a, const NumberFormat &b) = default;
};

/// Of a format that has only a number: ECMA-376 18.8.30 and what Excel uses beyond it.
[[nodiscard]] NumberFormat builtInFormat(int id);

/// Of a format code such as `[$-409]d/m/yy h:mm AM/PM;@`. Only its first section counts. Quoted and escaped text,
/// colours, conditions and locales say nothing.
[[nodiscard]] NumberFormat formatOf(std::string_view code);

} // namespace tabular
