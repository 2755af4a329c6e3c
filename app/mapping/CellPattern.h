#pragma once

#include "tabular/profile/DateShape.h"
#include "tabular/profile/NumberShape.h"

#include <string>

namespace mapping {

/// How dates and times stand in a column, or are to be sent: a pattern in the CRM's letters (yyyy yy MMMM MMM MM M dd d HH
/// hh mm ss SSS a X). Month names are English.
class DatePattern final {
public:
    /// Absent: `pattern` is none, or one that tabular::readDate() cannot read.
    [[nodiscard]] static std::optional<DatePattern> from(const QString &pattern);

    [[nodiscard]] bool hasTime() const { return (m_layout & tabular::DateShape::time) != 0; }
    [[nodiscard]] bool hasZone() const { return (m_layout & tabular::DateShape::zone) != 0; }
    /// What `shape` means by this pattern. A value in another layout is understood where it can mean one day only: a year
    /// of four digits and one open order. Absent: it cannot be read.
    [[nodiscard]] std::optional<tabular::DateShape::Parts> read(const tabular::DateShape &shape) const;
    /// Whether `shape` is written in exactly this pattern.
    [[nodiscard]] bool fits(const tabular::DateShape &shape) const;
    void write(std::string &text, const tabular::DateShape::Parts &parts, int zoneMinutes) const;

private:
    std::string m_letters;
    quint32 m_layout = 0;
    tabular::DateShape::Order m_order = tabular::DateShape::DayMonthYear;
    bool m_longName = false;
};

/// The marks of numbers ("#", "#.#", "#,#", "#,###.#", "#.###,#", "# ###,#", "#'###.#"…).
class NumberPattern final {
public:
    [[nodiscard]] static std::optional<NumberPattern> from(const QString &pattern);

    [[nodiscard]] bool fits(const tabular::NumberShape &shape) const { return (shape.detail & (1U << m_reading)) != 0; }
    /// Digits with at most a minus and a decimal point; `number` fits.
    void writePlain(std::string &text, std::string_view number) const;

private:
    int m_reading = 0; ///< index of a bit of NumberShape::reading()
};

/// Whether a job may announce `pattern`, or need not: the CRM reads cells that stand so by itself. Zoho's page says
/// "MM/dd/yyyy" where nothing is said and shows the orders of day, month and year with one separator (/ - . or blank) and
/// "MMM dd,yyyy"; of times "HH:mm:ss" after a blank. Of numbers it shows plain ones only in every place.
[[nodiscard]] bool crmReads(const QString &pattern);

} // namespace mapping
