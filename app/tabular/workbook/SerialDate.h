#pragma once

#include "tabular/workbook/NumberFormat.h"

#include <string>

namespace tabular {

/// From which day a workbook counts: day 1 is 1 January 1900 (with a 29 February that never was, day 60), or day 0 is
/// 1 January 1904.
enum class DateSystem { From1900, From1904 };

/// Appends what `serial` means as ISO text: `2024-02-29`, `2024-02-29T13:45:00`, `13:45:00` (or `36:15:00` when
/// elapsed). False, and nothing appended, where there is no such date: negative, day 0 or 60 of 1900, beyond the year
/// 9999.
bool appendSerialDate(std::string &out, double serial, const NumberFormat &format, DateSystem system);

} // namespace tabular
