#pragma once

#include <string>
#include <string_view>

namespace tabular {

/// Appends an `office:date-value` as it is to be shown: parts of a second that are left over from calculating are
/// rounded to whole milliseconds. What is no date is appended as it is.
void appendOdsDate(std::string &out, std::string_view stored);

/// Appends an `office:time-value` such as `PT13H45M00S` as `13:45:00`. False, and nothing appended, when it is none, or
/// negative.
bool appendOdsTime(std::string &out, std::string_view stored);

/// What formulas of ODS show instead of a value: "#N/A", "Err:502" and their like.
[[nodiscard]] bool isOdsError(std::string_view text);

} // namespace tabular
