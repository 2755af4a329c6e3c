#include "tabular/parts/TextSplit.h"

#include "tabular/csv/RowRuns.h"
#include "tabular/parts/PartSplitter.h"

namespace tabular {

namespace {

/// Rows as they stand.
class RunSink final : public csv::RowRunSink {
public:
    explicit RunSink(PartSplitter &splitter)
        : m_splitter(splitter)
    { }
    bool take(const csv::RowRun &rows) override { return m_splitter.takeRows(rows); }

private:
    PartSplitter &m_splitter;
};

bool holdsEveryColumnUnchanged(const std::vector<PartColumn> &columns)
{
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].source != static_cast<int>(i) || columns[i].change)
            return false;
    }
    return !columns.empty();
}

bool canGoOutAsItStands(const csv::CsvSyntax &syntax, const std::vector<PartColumn> &columns)
{
    return syntax.delimiter == ',' && syntax.quote == '"' && holdsEveryColumnUnchanged(columns);
}

qint64 firstRow(const CsvDialect &dialect)
{
    return dialect.headerRow < 1 ? 1 : qint64(dialect.headerRow) + qMax(1, dialect.headerRows);
}

} // namespace

base::Result<std::vector<SplitPart>> splitText(const std::shared_ptr<csv::ByteSource> &text, const CsvDialect &dialect,
                                               PartPlan plan, const base::StopFlag &stop, const csv::Progress &progress,
                                               const std::function<base::Status()> &lastCheck)
{
    csv::RowRuns rows(text, dialect, stop, progress);
    const auto found = rows.begin(firstRow(dialect), static_cast<int>(plan.columns.size()));
    if (!found.ok())
        return found.error();
    if (!canGoOutAsItStands(rows.syntax(), plan.columns))
        rows.readRowByRow();
    plan.lineFeeds = rows.format() && !rows.format()->crlf;
    PartSplitter splitter(std::move(plan), stop);
    if (const auto begun = splitter.begin(); !begun.ok())
        return begun.error();
    RunSink runs(splitter);
    if (const auto read = *found ? rows.readAll(runs, splitter) : base::Status(base::Done{}); !read.ok())
        return read.error();
    if (const auto same = text->unchanged(); !same.ok())
        return same.error();
    if (const auto right = lastCheck ? lastCheck() : base::Status(base::Done{}); !right.ok())
        return right.error();
    return splitter.finish();
}

} // namespace tabular
