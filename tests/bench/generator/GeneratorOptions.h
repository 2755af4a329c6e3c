#pragma once

#include <cstdint>
#include <string>

namespace bench {

enum class Encoding { Utf8, Utf16Le, Cp1252 };

/// What table is wanted. Rates are shares from 0 to 1.
struct GeneratorOptions final {
    std::string out;
    std::string manifest;    ///< empty: none is written
    std::uint64_t rows = 0;  ///< data rows; 0: as many as `bytes` asks for
    std::uint64_t bytes = 0; ///< stop with the row that reaches this size
    std::uint32_t columns = 20;
    std::uint64_t seed = 1;
    Encoding encoding = Encoding::Utf8;
    bool byteOrderMark = false; ///< UTF-16 has one unless --no-bom
    char delimiter = ',';
    std::string lineEnd = "\n";
    double quoteRate = 0.1;         ///< of cells that need no quotes and get them
    double delimiterRate = 0.3;     ///< of street and description cells that hold the delimiter
    double doubledQuoteRate = 0.05; ///< of description cells that hold quotes
    double breakRate = 0.1;         ///< of street and description cells that hold a line break
    double foreignRate = 0.15;      ///< of names that are not ASCII
    double emptyRate = 0.05;        ///< of optional cells
    double raggedRate = 0;          ///< of rows with a cell too few or too many
    double faultRate = 0;           ///< of rows with one value that a CRM refuses
    double duplicateRate = 0;       ///< of rows that repeat an earlier Record Id
    double loneQuoteRate = 0;       ///< of rows with a quote inside an unquoted cell
};

/// Reads the command line. On a mistake `problem` gets a sentence.
[[nodiscard]] GeneratorOptions readOptions(int count, char **arguments, std::string &problem);
[[nodiscard]] std::string usage();

} // namespace bench
