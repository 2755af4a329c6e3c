#include "tabular/profile/TableProfiler.h"

#include "tabular/ColumnNames.h"
#include "tabular/Utf8.h"

#include <QSet>

#include <algorithm>

namespace tabular {

namespace {

using FindingKind = TableFinding::Kind;

/// Below it a table is smaller than the sketch that would replace it.
constexpr qint64 lowestLimit = 400;
/// Wide tables remember fewer cells, for the sake of the processor's caches and of memory.
constexpr size_t wideTable = 400;

} // namespace

TableProfiler::TableProfiler(qsizetype width, qint64 slotBudget)
    : m_width(static_cast<size_t>(width))
    , m_slotBudget(slotBudget)
{
    for (size_t kind = 0; kind < findingKinds; ++kind)
        m_findings[kind].kind = static_cast<FindingKind>(kind);
    widen(m_width);
}

void TableProfiler::widen(size_t columns)
{
    m_columns.reserve(columns);
    while (m_columns.size() < columns) {
        m_columns.emplace_back(columns > wideTable ? 16 : 256);
        m_columns.back().distinct().setLimit(m_distinctLimit);
    }
    m_batch.setColumns(m_columns.size());
}

void TableProfiler::note(FindingKind kind, qint64 row, int column, qint64 count)
{
    TableFinding &finding = m_findings[static_cast<size_t>(kind)];
    if (finding.count == 0) {
        finding.firstRow = row;
        finding.column = column;
    }
    finding.count += count;
}

void TableProfiler::noteRemarks(const RecordView &record)
{
    for (const CellRemark &remark : record.remarks) {
        const bool nul = remark.kind == CellRemark::Kind::NulByte;
        note(nul ? FindingKind::NulByte : FindingKind::LoneQuote, record.number, remark.column, remark.count);
    }
}

void TableProfiler::takeHeader(const RecordView &header)
{
    noteRemarks(header);
    QSet<QString> seen;
    for (const std::string_view cell : header.cells) {
        const QString name = textOf(QByteArrayView(cell.data(), static_cast<qsizetype>(cell.size())));
        const int column = static_cast<int>(m_header.size());
        if (isBlank(name))
            note(FindingKind::HeaderMissing, header.number, column);
        else if (seen.contains(name))
            note(FindingKind::HeaderRepeated, header.number, column);
        seen.insert(name);
        m_header.append(name);
    }
}

/// How many cells of a row count that has not as many as it should; blank ones beyond the header's do not. Nothing: the row
/// is left out.
std::optional<size_t> TableProfiler::oddWidth(const RecordView &row)
{
    size_t width = row.cells.size();
    if (width < m_width) {
        note(FindingKind::ShortRow, row.number, -1);
        return width;
    }
    while (width > m_width && isBlankText(row.cells[width - 1]))
        --width;
    if (width > m_width) {
        note(FindingKind::LongRow, row.number, -1);
        if (m_longRows.size() < TableProfile::mostLongRows)
            m_longRows.push_back(row.number);
        if (m_leavesLongRowsOut)
            return {};
    }
    if (width > m_columns.size()) {
        takeBatch();
        widen(width);
    }
    return width;
}

bool TableProfiler::take(const RecordView &row)
{
    const std::optional<size_t> counted = row.cells.size() == m_width ? m_width : oddWidth(row);
    if (!counted)
        return true;
    ++m_rows;
    if (!row.remarks.empty())
        noteRemarks(row);
    if (!m_batch.add(row, *counted)) {
        takeBatch();
        takeAlone(row, *counted);
    } else if (m_batch.isFull()) {
        takeBatch();
    }
    return true;
}

void TableProfiler::takeBatch()
{
    for (size_t column = 0; column < m_columns.size() && !m_batch.isEmpty(); ++column) {
        if (m_columns[column].add(m_batch, column))
            keepBudget();
    }
    m_batch.clear();
}

void TableProfiler::takeAlone(const RecordView &row, size_t width)
{
    for (size_t column = 0; column < width; ++column) {
        if (m_columns[column].add(row.cells[column], row.number))
            keepBudget();
    }
}

/// The sum counts estimated columns as if they were full: so it only ever grows, and the limit in the end depends on the
/// values alone, not on how they were spread over ranges.
void TableProfiler::keepBudget()
{
    const auto needed = [this] {
        qint64 slots = 0;
        for (const ColumnProfiler &column : m_columns)
            slots += column.distinct().slotsNeeded(m_distinctLimit);
        return slots;
    };
    while (m_distinctLimit > lowestLimit && needed() > m_slotBudget) {
        m_distinctLimit /= 2;
        for (ColumnProfiler &column : m_columns)
            column.distinct().setLimit(m_distinctLimit);
    }
}

void TableProfiler::merge(TableProfiler &later)
{
    takeBatch();
    later.takeBatch();
    m_rows += later.m_rows;
    const auto listed = std::min(later.m_longRows.size(), TableProfile::mostLongRows - m_longRows.size());
    m_longRows.insert(m_longRows.end(), later.m_longRows.begin(),
                      later.m_longRows.begin() + static_cast<std::ptrdiff_t>(listed));
    m_distinctLimit = qMin(m_distinctLimit, later.m_distinctLimit);
    widen(later.m_columns.size());
    for (size_t i = 0; i < m_columns.size(); ++i) {
        m_columns[i].distinct().setLimit(m_distinctLimit);
        if (i < later.m_columns.size())
            m_columns[i].merge(later.m_columns[i]);
    }
    for (size_t kind = 0; kind < findingKinds; ++kind) {
        const TableFinding &finding = later.m_findings[kind];
        if (finding.count > 0)
            note(finding.kind, finding.firstRow, finding.column, finding.count);
    }
    keepBudget();
}

TableProfile TableProfiler::profile()
{
    takeBatch();
    TableProfile profile;
    profile.rows = m_rows;
    profile.longRows = m_longRows;
    auto findings = m_findings;
    const QStringList names = columnNames(m_header, static_cast<qsizetype>(m_columns.size()));
    constexpr std::array kinds{FindingKind::FormulaStart, FindingKind::LongNumber, FindingKind::LeadingZero,
                               FindingKind::InvisibleMark};
    for (size_t i = 0; i < m_columns.size(); ++i) {
        profile.columns.push_back(m_columns[i].profile());
        profile.columns.back().header = names.at(static_cast<qsizetype>(i));
        for (size_t kind = 0; kind < kinds.size(); ++kind) {
            const auto &remark = m_columns[i].remarks()[kind];
            TableFinding &finding = findings[static_cast<size_t>(kinds[kind])];
            if (remark.count > 0 && (finding.count == 0 || remark.firstRow < finding.firstRow)) {
                finding.firstRow = remark.firstRow;
                finding.column = static_cast<int>(i);
            }
            finding.count += remark.count;
        }
    }
    for (const TableFinding &finding : findings) {
        if (finding.count > 0)
            profile.findings.push_back(finding);
    }
    return profile;
}

size_t TableProfiler::distinctBytes() const
{
    size_t bytes = 0;
    for (const ColumnProfiler &column : m_columns)
        bytes += column.distinct().bytes();
    return bytes;
}

} // namespace tabular
