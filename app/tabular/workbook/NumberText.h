#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tabular {

/// A number as a workbook stores it ("12", "1.5E-3"), whatever the language of the machine. Nothing else is one: no
/// spaces, no "inf", no hexadecimal.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);

/// The shortest text that reads back as the same number, with a point and without an exponent between 1e-7 and 1e21.
/// Appends to `out`; gives the number of its significant digits, zeros that
/// fill it up to the point included.
int appendNumber(std::string &out, double value);

/// Appends a stored number as it is to be shown: shortest, "0.1" for "0.10000000000000001"; a whole number stored in
/// digits keeps them all. Gives its significant digits, or 0 when `text` is no number (and then appends nothing).
int appendStoredNumber(std::string &out, std::string_view text);

/// Whether a number written by the functions above is whole and has more digits than a spreadsheet keeps of one that
/// somebody typed: an identifier, most likely, whose last digits are lost or will be. Fractions are results of
/// calculating, whose last digits mean nothing. `digits` is what the function gave.
[[nodiscard]] bool losesDigits(std::string_view written, int digits);

/// More than these are beyond what spreadsheets keep of a number that somebody typed.
constexpr int safeDigits = 15;

} // namespace tabular
