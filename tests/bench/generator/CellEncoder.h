#pragma once

#include "bench/generator/GeneratorOptions.h"

#include <string>
#include <string_view>

namespace bench {

/// What is known of a cell besides its bytes in the file. Small, since thousands of them should stay in the cache; no
/// value of ours comes near 64 KiB.
struct CellFacts final {
    std::uint64_t hash = 0;
    std::uint16_t bytes = 0; ///< UTF-8, decoded
    std::uint16_t chars = 0;
    std::uint16_t units = 0; ///< UTF-16
    std::uint8_t breaks = 0;
    bool quoted : 1 = false;
    bool doubled : 1 = false; ///< a quote in it is doubled in the file
};

/// Turns UTF-8 values into the bytes that stand for them in the file.
class CellEncoder final {
public:
    explicit CellEncoder(const GeneratorOptions &options);

    /// Appends the cell, in quotes if it needs them or `wantQuotes`.
    CellFacts appendCell(std::string_view value, bool wantQuotes, std::string &out) const;
    /// Appends a cell as it stands, even where its quotes break the rules.
    CellFacts appendBare(std::string_view value, std::string &out) const;
    /// Appends text that belongs to no cell: delimiters and line ends.
    void appendText(std::string_view utf8, std::string &out) const;
    [[nodiscard]] std::string_view byteOrderMark() const;

private:
    [[nodiscard]] bool needsQuotes(std::string_view value) const;
    [[nodiscard]] CellFacts factsOf(std::string_view value) const;

    const GeneratorOptions &m_options;
};

} // namespace bench
