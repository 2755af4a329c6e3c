#include "tabular/TableSummary.h"

#include "tabular/ColumnSampler.h"
#include "tabular/DataRows.h"

namespace tabular {

namespace {

constexpr size_t previewRows = 50;

/// Gathers the facts while the rows pass by.
class Survey final {
public:
    explicit Survey(const DataRows &rows)
        : m_header(rows.header())
        , m_expectedWidth(rows.expectedWidth())
    {
        widen(m_expectedWidth);
        noteRemarks(m_header);
    }

    base::Status take(const Row &row)
    {
        ++m_rows;
        if (m_firstRows.size() < previewRows)
            m_firstRows.push_back(row.cells);
        const qsizetype width = usedWidth(row.cells, m_expectedWidth);
        if (row.cells.size() < m_expectedWidth)
            note(TableFinding::Kind::ShortRow, row.number, -1);
        else if (width > m_expectedWidth)
            note(TableFinding::Kind::LongRow, row.number, -1);
        noteRemarks(row);
        widen(width);
        for (qsizetype i = 0; i < qMin(row.cells.size(), width); ++i)
            m_samplers[static_cast<size_t>(i)].add(row.cells.at(i));
        return base::Done{};
    }

    TableSummary finish(const SourceFile &source, qint64 bytes)
    {
        TableSummary summary;
        summary.source = source;
        summary.bytes = bytes;
        summary.rows = m_rows;
        summary.firstRows = std::move(m_firstRows);
        const QStringList names = columnNames(m_header.cells, static_cast<qsizetype>(m_samplers.size()));
        for (size_t i = 0; i < m_samplers.size(); ++i) {
            summary.columns.push_back(
                {names.at(static_cast<qsizetype>(i)), m_samplers[i].samples(), m_samplers[i].filled()});
        }
        noteHeader();
        summary.findings = std::move(m_findings);
        return summary;
    }

private:
    void widen(qsizetype width)
    {
        if (static_cast<size_t>(width) > m_samplers.size())
            m_samplers.resize(static_cast<size_t>(width));
    }

    void note(TableFinding::Kind kind, qint64 row, int column, qint64 count = 1)
    {
        for (TableFinding &finding : m_findings) {
            if (finding.kind == kind) {
                finding.count += count;
                return;
            }
        }
        m_findings.push_back({kind, count, row, column});
    }

    void noteRemarks(const Row &row)
    {
        for (const CellRemark &remark : row.remarks) {
            const bool nul = remark.kind == CellRemark::Kind::NulByte;
            note(nul ? TableFinding::Kind::NulByte : TableFinding::Kind::LoneQuote, row.number, remark.column,
                 remark.count);
        }
    }

    void noteHeader()
    {
        QStringList seen;
        for (int i = 0; i < m_header.cells.size(); ++i) {
            const QString &name = m_header.cells.at(i);
            if (isBlank(name))
                note(TableFinding::Kind::HeaderMissing, m_header.number, i);
            else if (seen.contains(name))
                note(TableFinding::Kind::HeaderRepeated, m_header.number, i);
            seen.append(name);
        }
    }

    Row m_header;
    qsizetype m_expectedWidth;
    std::vector<ColumnSampler> m_samplers;
    std::vector<QStringList> m_firstRows;
    std::vector<TableFinding> m_findings;
    qint64 m_rows = 0;
};

} // namespace

base::Result<TableSummary> summarise(const SourceFile &source, const base::StopFlag &stop,
                                     const std::function<void(int)> &progress)
{
    auto rows = DataRows::open(source);
    if (!rows.ok())
        return rows.error();
    Survey survey(*rows);
    const auto done = rows->forEach(stop, progress, [&survey](Row &row) { return survey.take(row); });
    if (!done.ok())
        return done.error();
    return survey.finish(source, rows->bytes());
}

} // namespace tabular
