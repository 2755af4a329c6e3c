#pragma once

#include "bench/CellHash.h"
#include "bench/generator/GeneratorOptions.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace bench {

/// One value that a CRM refuses, or one bend of the CSV rules, put there on purpose.
struct PlantedFault final {
    std::uint64_t record = 0; ///< from 1, the header included
    std::uint32_t column = 0; ///< from 0
    std::string kind;
};

/// The true answers about a table. The header counts as a record like any other.
struct TableFacts final {
    static constexpr std::size_t faultsKept = 1000;

    std::uint64_t bytes = 0; ///< of the file
    std::uint64_t records = 0;
    std::uint64_t cells = 0;
    std::uint64_t cellBytes = 0; ///< UTF-8 bytes of all decoded cells
    std::uint64_t cellChars = 0; ///< their code points
    std::uint64_t cellUnits = 0; ///< their UTF-16 units
    std::uint64_t filledCells = 0;
    std::uint64_t quotedCells = 0;
    std::uint64_t doubledQuoteCells = 0;
    std::uint64_t lineBreaks = 0; ///< line feeds, or carriage returns where they end the records
    std::uint64_t raggedRecords = 0;
    std::uint64_t duplicates = 0;
    std::map<std::string, std::uint64_t> faults; ///< by kind
    std::vector<PlantedFault> faultPlaces;       ///< the first `faultsKept`
    TableHash hash;
};

/// JSON with the facts and the options that made them. False: could not be written.
[[nodiscard]] bool writeManifest(const TableFacts &facts, const GeneratorOptions &options);

} // namespace bench
