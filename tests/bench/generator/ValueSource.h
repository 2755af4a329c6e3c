#pragma once

#include "bench/generator/GeneratorOptions.h"
#include "bench/generator/Random.h"

#include <string>

namespace bench {

/// What stands in a column.
enum class ValueKind {
    RecordId,
    FirstName,
    LastName,
    Email,
    Phone,
    Mobile,
    Designation,
    Department,
    Company,
    Street,
    City,
    State,
    ZipCode,
    Country,
    BirthDate,
    LeadSource,
    Revenue,
    OptOut,
    CreatedTime,
    Description,
    // the kinds of further columns, in turn
    Phrase,
    Integer,
    Decimal,
    Date,
    Boolean,
    Choice,
    Blank,
    Code,
};

/// Values of a made-up address book. Everything is invented; e-mail addresses end in example.com.
class ValueSource final {
public:
    ValueSource(const GeneratorOptions &options, Random &random);

    /// UTF-8. Not for the three kinds that depend on the row.
    [[nodiscard]] std::string value(ValueKind kind);
    [[nodiscard]] static bool dependsOnRow(ValueKind kind);
    [[nodiscard]] static bool mayBeEmpty(ValueKind kind);
    /// Appends one that depends on the row: ASCII.
    void appendRowValue(ValueKind kind, std::uint64_t row, std::string &text);

private:
    std::string contact(ValueKind kind);
    std::string figure(ValueKind kind);
    std::string name(bool first);
    std::string street();
    std::string description();
    std::string sentence(std::uint32_t words);
    std::string date();
    std::string digits(std::uint32_t count);

    const GeneratorOptions &m_options;
    Random &m_random;
};

/// What stands in column `column` (from 0), and its name.
[[nodiscard]] ValueKind kindOfColumn(std::uint32_t column);
[[nodiscard]] std::string nameOfColumn(std::uint32_t column);

} // namespace bench
