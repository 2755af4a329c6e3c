#pragma once

#include "bench/generator/CellPool.h"
#include "bench/generator/TableFacts.h"

#include <cstdio>
#include <map>
#include <string_view>
#include <vector>

namespace bench {

/// Writes a table and keeps the true answers about it. The same options give the same bytes.
class TableGenerator final {
public:
    TableGenerator(const GeneratorOptions &options, std::FILE *file);

    [[nodiscard]] bool run(); ///< false: the file could not be written
    [[nodiscard]] const TableFacts &facts() const { return m_facts; }

private:
    struct Fault final {
        std::string kind;
        std::uint32_t column = 0;
        std::string value;
    };

    [[nodiscard]] bool wantsMore() const;
    void addHeader();
    void addRow();
    void addCell(std::uint32_t column, const Fault &fault);
    void addRowCell(ValueKind kind);
    void count(const CellFacts &cell);
    void endRecord();
    bool flush();
    [[nodiscard]] Fault chooseFault();
    void note(const Fault &fault);

    const GeneratorOptions &m_options;
    std::FILE *m_file;
    CellEncoder m_encoder;
    Random m_random;
    ValueSource m_values;
    std::map<ValueKind, CellPool> m_pools;
    std::vector<const CellPool *> m_columnPools; ///< nullptr: made for each row
    std::string m_delimiter;                     ///< encoded
    std::string m_lineEnd;
    std::string m_block;
    std::string m_value;
    std::uint64_t m_row = 0; ///< data rows so far
    std::uint64_t m_written = 0;
    TableFacts m_facts;
};

} // namespace bench
