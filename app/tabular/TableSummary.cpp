#include "tabular/TableSummary.h"

#include "tabular/csv/ParallelReading.h"
#include "tabular/opening/ProgressShare.h"
#include "tabular/opening/RowOnLine.h"
#include "tabular/opening/TableHead.h"
#include "tabular/profile/TableProfiler.h"

#include <QThread>

#include <numeric>

namespace tabular {

namespace {

constexpr qint64 previewRows = 50;
constexpr int mostThreads = 2;

int threads()
{
    return qBound(1, QThread::idealThreadCount(), mostThreads);
}

/// The first thread has the rows at the top, and so on; each its own profiler.
class Profiling final {
public:
    Profiling(const OpenedTable &table, const TableHead &head)
        : m_table(table)
        , m_head(head)
    { }

    RecordSink &addWorker()
    {
        m_workers.push_back(std::make_unique<Worker>(m_table, m_head));
        if (m_workers.size() == 1 && m_head.row > 0)
            takeHeader(m_workers.front()->profiler);
        return m_workers.back()->rows;
    }

    [[nodiscard]] TableProfile profile()
    {
        for (size_t i = 1; i < m_workers.size(); ++i) {
            m_workers.front()->profiler.merge(m_workers[i]->profiler);
            m_workers[i].reset();
        }
        return m_workers.front()->profiler.profile();
    }

private:
    struct Worker final {
        Worker(const OpenedTable &table, const TableHead &head)
            : profiler(head.width)
            , rows(table, profiler)
        {
            if (widestRow(table, head) > 0)
                profiler.leaveLongRowsOut();
        }
        TableProfiler profiler;
        DataRows rows;
    };

    void takeHeader(TableProfiler &profiler) const
    {
        const std::vector<std::string_view> cells(m_head.cells.begin(), m_head.cells.end());
        profiler.takeHeader({m_head.row, m_head.row, 0, cells, m_head.remarks});
    }

    const OpenedTable &m_table;
    const TableHead &m_head;
    std::vector<std::unique_ptr<Worker>> m_workers;
};

base::Result<TableProfile> profileOf(const OpenedTable &table, const TableHead &head, const csv::ScanReport &scan,
                                     const base::StopFlag &stop, const std::function<void(int)> &progress)
{
    Profiling profiling(table, head);
    csv::ParallelOptions options{.threads = threads(), .stop = stop, .checkUtf8 = false};
    options.progress = percentOf(scan.bytes, progress);
    options.report = &scan;
    const auto read = csv::readInParallel(table.text(), table.textDialect(), options,
                                          [&profiling](int) -> RecordSink & { return profiling.addWorker(); });
    if (!read.ok())
        return table.located(read.error());
    return profiling.profile();
}

void addInvalidBytes(const OpenedTable &table, const csv::ScanReport &scan, std::vector<TableFinding> &findings)
{
    const InvalidPlaces &replaced = table.replacedPlaces();
    if (replaced.count > 0) {
        const qint64 row = rowOnLine(table, scan, replaced.first.front().line);
        findings.push_back({TableFinding::Kind::InvalidBytes, replaced.count, row, -1});
    } else if (scan.invalidBytes > 0) {
        const csv::InvalidPlace &first = scan.invalid.front();
        findings.push_back({TableFinding::Kind::InvalidBytes, scan.invalidBytes, first.row, first.column - 1});
    }
}

void addUtf8Lines(const OpenedTable &table, const csv::ScanReport &scan, std::vector<TableFinding> &findings)
{
    const LineNumbers &lines = table.utf8Lines();
    if (lines.count > 0)
        findings.push_back(
            {TableFinding::Kind::Utf8Line, lines.count, rowOnLine(table, scan, lines.first.front()), -1});
}

std::vector<ColumnSummary> columnsOf(const TableProfile &profile)
{
    std::vector<ColumnSummary> columns;
    for (const ColumnProfile &column : profile.columns) {
        ColumnSummary summary{column.header, {}, column.filled};
        for (const SampleValue &sample : column.samples)
            summary.samples.append(sample.text);
        columns.push_back(std::move(summary));
    }
    return columns;
}

base::Result<TableSummary> putTogether(std::shared_ptr<const OpenedTable> table, csv::ScanReport scan,
                                       TableProfile profile)
{
    TableSummary summary;
    auto first = rowsFrom(*table, scan, 0, previewRows);
    if (!first.ok())
        return first.error();
    summary.firstRows = std::move(first).value();
    summary.source = table->source();
    summary.format = table->format();
    summary.columns = columnsOf(profile);
    summary.rows = profile.rows;
    summary.bytes = table->bytes();
    summary.findings = profile.findings;
    addInvalidBytes(*table, scan, summary.findings);
    addUtf8Lines(*table, scan, summary.findings);
    summary.workbookFindings = table->workbookFindings();
    summary.profile = std::make_shared<const TableProfile>(std::move(profile));
    summary.scan = std::make_shared<const csv::ScanReport>(std::move(scan));
    summary.opened = std::move(table);
    return summary;
}

base::Result<TableCounts> countsOf(const OpenedTable &table, std::size_t columns, const base::StopFlag &stop)
{
    std::vector<int> all(columns);
    std::iota(all.begin(), all.end(), 0);
    return valueCounts(table, all, {.rows = TableSummary::countedRows}, stop);
}

} // namespace

base::Result<TableSummary> summarise(const SourceFile &source, const base::StopFlag &stop,
                                     const std::function<void(int)> &progress,
                                     const std::shared_ptr<const TableFile> &unpacked)
{
    // A text that is read as it stands is open at once; a copy takes about as long as all else.
    int reached = 0;
    const auto told = [&](int percent) {
        reached = percent / 2;
        if (progress)
            progress(reached);
    };
    auto table = OpenedTable::open(source, InvalidBytes::Refuse, stop, told, unpacked);
    if (!table.ok())
        return table.error();
    return summarise(std::move(table).value(), stop, progress, reached);
}

base::Result<TableSummary> summarise(std::shared_ptr<const OpenedTable> table, const base::StopFlag &stop,
                                     const std::function<void(int)> &progress, int from)
{
    const auto head = readHead(*table);
    if (!head.ok())
        return head.error();
    // Counting is several times as fast as profiling.
    const int counted = from + (100 - from) / 8;
    auto scan = csv::scanRecords(table->text(), table->textDialect(),
                                 {.threads = threads(),
                                  .stop = stop,
                                  .progress = percentOf(table->text()->size(), share(progress, from, counted))});
    if (!scan.ok())
        return table->located(scan.error());
    auto profile = profileOf(*table, *head, *scan, stop, share(progress, counted, 100));
    if (!profile.ok())
        return profile.error();
    auto counts = countsOf(*table, profile->columns.size(), stop);
    if (!counts.ok())
        return counts.error();
    if (const auto same = table->unchanged(); !same.ok())
        return same.error();
    auto summary = putTogether(std::move(table), std::move(scan).value(), std::move(profile).value());
    if (summary.ok())
        summary->counts = std::make_shared<const TableCounts>(std::move(counts).value());
    if (summary.ok() && progress)
        progress(100);
    return summary;
}

} // namespace tabular
