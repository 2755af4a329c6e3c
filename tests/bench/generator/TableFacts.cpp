#include "bench/generator/TableFacts.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iomanip>
#include <sstream>

namespace bench {

namespace {

std::string hex(std::uint64_t number)
{
    std::ostringstream text;
    text << std::hex << std::setw(16) << std::setfill('0') << number;
    return text.str();
}

const char *nameOf(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return "utf-8";
    case Encoding::Utf16Le:
        return "utf-16le";
    case Encoding::Cp1252:
        return "cp1252";
    }
    return "";
}

} // namespace

bool writeManifest(const TableFacts &facts, const GeneratorOptions &options)
{
    auto places = nlohmann::ordered_json::array();
    for (const PlantedFault &fault : facts.faultPlaces)
        places.push_back({{"record", fault.record}, {"column", fault.column}, {"kind", fault.kind}});
    const nlohmann::ordered_json manifest = {
        {"bytes", facts.bytes},
        {"records", facts.records},
        {"cells", facts.cells},
        {"cell_bytes", facts.cellBytes},
        {"cell_chars", facts.cellChars},
        {"cell_utf16", facts.cellUnits},
        {"checksum", hex(facts.hash.value())},
        {"line_breaks", facts.lineBreaks},
        {"filled_cells", facts.filledCells},
        {"quoted_cells", facts.quotedCells},
        {"doubled_quote_cells", facts.doubledQuoteCells},
        {"ragged_records", facts.raggedRecords},
        {"duplicates", facts.duplicates},
        {"faults", facts.faults},
        {"fault_places", places},
        {"columns", options.columns},
        {"seed", options.seed},
        {"encoding", nameOf(options.encoding)},
        {"delimiter", std::string(1, options.delimiter)},
        {"line_end", options.lineEnd},
    };
    std::ofstream file(options.manifest, std::ios::binary);
    file << manifest.dump(1) << '\n';
    return file.flush().good();
}

} // namespace bench
