#include "tabular/workbook/SerialDate.h"

#include <QtGlobal>

#include <cmath>

namespace tabular {

namespace {

constexpr double lastSerial = 2'958'465; // 31 December 9999
constexpr qint64 dayMs = 86'400'000;
constexpr qint64 secondMs = 1'000;

void appendPadded(std::string &out, qint64 value, int width)
{
    const std::string digits = std::to_string(value); // fits the string's own room: nothing is allocated
    for (int i = static_cast<int>(digits.size()); i < width; ++i)
        out += '0';
    out += digits;
}

/// Days since 1 January 1970 to a civil date, by counting 400-year eras that start on a 1 March.
void appendDay(std::string &out, qint64 days)
{
    const qint64 shifted = days + 719'468;
    const qint64 era = shifted / 146'097;
    const qint64 dayOfEra = shifted % 146'097;
    const qint64 yearOfEra = (dayOfEra - dayOfEra / 1'460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const qint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 month = (5 * dayOfYear + 2) / 153;
    const qint64 civilMonth = month < 10 ? month + 3 : month - 9;
    appendPadded(out, era * 400 + yearOfEra + (civilMonth <= 2 ? 1 : 0), 4);
    out += '-';
    appendPadded(out, civilMonth, 2);
    out += '-';
    appendPadded(out, dayOfYear - (153 * month + 2) / 5 + 1, 2);
}

void appendClock(std::string &out, qint64 ms)
{
    const qint64 seconds = ms / secondMs;
    appendPadded(out, seconds / 3'600, 2);
    out += ':';
    appendPadded(out, seconds / 60 % 60, 2);
    out += ':';
    appendPadded(out, seconds % 60, 2);
    if (ms % secondMs != 0) {
        out += '.';
        appendPadded(out, ms % secondMs, 3);
    }
}

qint64 daysSince1970(qint64 serialDay, DateSystem system)
{
    if (system == DateSystem::From1904)
        return serialDay - 24'107;
    return serialDay - (serialDay < 60 ? 25'568 : 25'569);
}

NumberShape decided(NumberShape shape, double serial)
{
    if (shape != NumberShape::DateOrTime)
        return shape;
    return serial < 1 ? NumberShape::Time : NumberShape::Date;
}

} // namespace

bool appendSerialDate(std::string &out, double serial, const NumberFormat &format, DateSystem system)
{
    if (!(serial >= 0) || serial >= lastSerial + 1)
        return false;
    // Binary fractions never meet a second exactly, so it is rounded before it is cut into fields.
    const qint64 exact = std::llround(serial * static_cast<double>(dayMs));
    const qint64 ms = format.fractions ? exact : (exact + secondMs / 2) / secondMs * secondMs;
    const NumberShape shape = decided(format.shape, serial);
    if (shape == NumberShape::Elapsed || shape == NumberShape::Time) {
        appendClock(out, shape == NumberShape::Elapsed ? ms : ms % dayMs);
        return true;
    }
    const qint64 day = (shape == NumberShape::Date ? exact : ms) / dayMs;
    if (system == DateSystem::From1900 && (day == 0 || day == 60))
        return false;
    if (daysSince1970(day, system) > daysSince1970(static_cast<qint64>(lastSerial), DateSystem::From1900))
        return false;
    appendDay(out, daysSince1970(day, system));
    if (shape == NumberShape::DateTime) {
        out += 'T';
        appendClock(out, ms % dayMs);
    }
    return true;
}

} // namespace tabular
