#include "bench/generator/TableGenerator.h"

namespace bench {

namespace {

constexpr std::size_t blockBytes = 1U << 20U;

} // namespace

TableGenerator::TableGenerator(const GeneratorOptions &options, std::FILE *file)
    : m_options(options)
    , m_file(file)
    , m_encoder(options)
    , m_random(options.seed)
    , m_values(options, m_random)
{
    for (std::uint32_t column = 0; column < options.columns; ++column) {
        const ValueKind kind = kindOfColumn(column);
        const bool pooled = !ValueSource::dependsOnRow(kind);
        if (pooled && !m_pools.contains(kind))
            m_pools.emplace(kind, CellPool(kind, options, m_encoder, m_random));
        m_columnPools.push_back(pooled ? &m_pools.at(kind) : nullptr);
    }
    m_encoder.appendText(std::string_view(&options.delimiter, 1), m_delimiter);
    m_encoder.appendText(options.lineEnd, m_lineEnd);
    m_block.reserve(blockBytes + 64U * 1024U);
}

bool TableGenerator::run()
{
    m_block.append(m_encoder.byteOrderMark());
    addHeader();
    while (wantsMore()) {
        addRow();
        if (m_block.size() >= blockBytes && !flush())
            return false;
    }
    m_facts.bytes = m_written + m_block.size();
    return flush();
}

bool TableGenerator::wantsMore() const
{
    return m_options.rows > 0 ? m_row < m_options.rows : m_written + m_block.size() < m_options.bytes;
}

bool TableGenerator::flush()
{
    m_written += m_block.size();
    const bool ok = std::fwrite(m_block.data(), 1, m_block.size(), m_file) == m_block.size();
    m_block.clear();
    return ok;
}

void TableGenerator::addHeader()
{
    for (std::uint32_t column = 0; column < m_options.columns; ++column) {
        if (column > 0)
            m_block += m_delimiter;
        count(m_encoder.appendCell(nameOfColumn(column), false, m_block));
    }
    endRecord();
}

void TableGenerator::addRow()
{
    ++m_row;
    const Fault fault = chooseFault();
    const bool ragged = m_options.raggedRate > 0 && m_random.chance(m_options.raggedRate);
    const bool shorter = ragged && m_options.columns > 1 && m_random.chance(0.5);
    const std::uint32_t width = m_options.columns - (shorter ? 1U : 0U);
    for (std::uint32_t column = 0; column < width; ++column) {
        if (column > 0)
            m_block += m_delimiter;
        addCell(column, fault);
    }
    if (ragged && !shorter) {
        m_block += m_delimiter;
        count(m_encoder.appendCell("beyond", false, m_block));
    }
    m_facts.raggedRecords += ragged ? 1U : 0U;
    if (!fault.kind.empty() && fault.column < width)
        note(fault);
    endRecord();
}

void TableGenerator::addCell(std::uint32_t column, const Fault &fault)
{
    const bool planted = !fault.kind.empty() && fault.column == column;
    if (planted && fault.kind == "lone_quote")
        count(m_encoder.appendBare(fault.value, m_block));
    else if (planted)
        count(m_encoder.appendCell(fault.value, false, m_block));
    else if (const CellPool *pool = m_columnPools[column])
        count(pool->draw(m_random, m_block));
    else
        addRowCell(kindOfColumn(column));
}

void TableGenerator::addRowCell(ValueKind kind)
{
    std::uint64_t row = m_row;
    const bool repeats = kind == ValueKind::RecordId && m_options.duplicateRate > 0 && m_row > 1
        && m_random.chance(m_options.duplicateRate);
    if (repeats) {
        row = 1 + m_random.next() % (m_row - 1);
        ++m_facts.duplicates;
    }
    m_value.clear();
    m_values.appendRowValue(kind, row, m_value);
    count(m_encoder.appendCell(m_value, false, m_block));
}

void TableGenerator::count(const CellFacts &cell)
{
    ++m_facts.cells;
    m_facts.cellBytes += cell.bytes;
    m_facts.cellChars += cell.chars;
    m_facts.cellUnits += cell.units;
    m_facts.lineBreaks += cell.breaks;
    m_facts.filledCells += cell.bytes > 0 ? 1U : 0U;
    m_facts.quotedCells += cell.quoted ? 1U : 0U;
    m_facts.doubledQuoteCells += cell.doubled ? 1U : 0U;
    m_facts.hash.addCell(cell.hash);
}

void TableGenerator::endRecord()
{
    m_block += m_lineEnd;
    ++m_facts.records;
    ++m_facts.lineBreaks;
    m_facts.hash.endRecord();
}

TableGenerator::Fault TableGenerator::chooseFault()
{
    static const std::array<Fault, 6> faults = {{
        {"missing_required", static_cast<std::uint32_t>(ValueKind::LastName), ""},
        {"too_long", static_cast<std::uint32_t>(ValueKind::LastName), std::string(300, 'L')},
        {"bad_choice", static_cast<std::uint32_t>(ValueKind::LeadSource), "Pigeon Post"},
        {"bad_email", static_cast<std::uint32_t>(ValueKind::Email), "nobody@"},
        {"bad_date", static_cast<std::uint32_t>(ValueKind::BirthDate), "1998-02-31"},
        {"bad_number", static_cast<std::uint32_t>(ValueKind::Revenue), "12x4"},
    }};
    if (m_options.loneQuoteRate > 0 && m_random.chance(m_options.loneQuoteRate))
        return {"lone_quote", static_cast<std::uint32_t>(ValueKind::Designation), "27\" monitors"};
    if (m_options.faultRate > 0 && m_random.chance(m_options.faultRate))
        return m_random.oneOf(faults);
    return {};
}

void TableGenerator::note(const Fault &fault)
{
    ++m_facts.faults[fault.kind];
    if (m_facts.faultPlaces.size() < TableFacts::faultsKept)
        m_facts.faultPlaces.push_back({m_facts.records + 1, fault.column, fault.kind});
}

} // namespace bench
