#pragma once

#include "tabular/sniffing/HeadRecords.h"

#include <optional>

namespace tabular {

enum class HeaderReason {
    NamesAboveValues,  ///< words stand above numbers, dates or addresses
    FirstFullRecord,   ///< the first record as wide as the table; narrower ones above it are titles
    FirstRecord,       ///< nothing speaks for or against it
    FirstRecordIsData, ///< it looks like what stands below it: no header row
};

struct HeaderGuess final {
    int row = 1; ///< as CsvDialect::headerRow
    HeaderReason reason = HeaderReason::FirstRecord;
    bool sure = false;
    /// Names of groups stand above the names: reading both together is worth a suggestion.
    struct Merged final {
        int row = 1;
        int rows = 2;
        friend bool operator==(const Merged &a, const Merged &b) = default;
    };
    std::optional<Merged> merged;
};

/// `columns` is how wide most records are.
[[nodiscard]] HeaderGuess guessHeader(const std::vector<HeadRecord> &records, int columns);

} // namespace tabular
