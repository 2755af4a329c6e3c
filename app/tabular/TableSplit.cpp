#include "tabular/TableSplit.h"

#include "tabular/ColumnNames.h"
#include "tabular/opening/ProgressShare.h"
#include "tabular/opening/TableHead.h"
#include "tabular/parts/PartSplitter.h"
#include "tabular/parts/TextSplit.h"

namespace tabular {

namespace {

QStringList namesOf(const TableProfile &profile)
{
    QStringList names;
    for (const ColumnProfile &column : profile.columns)
        names.append(column.header);
    return names;
}

base::Status complete(PartPlan &plan, const OpenedTable &table, const TableProfile *profile)
{
    if (plan.sourceName.isEmpty())
        plan.sourceName = table.member().isEmpty() ? table.source().path : table.member();
    if (plan.sourceBytes == 0)
        plan.sourceBytes = table.text()->size();
    const auto head = readHead(table);
    if (!head.ok())
        return head.error();
    plan.widestRow = widestRow(table, *head);
    plan.leavesLongRowsOut = table.source().longRows == LongRows::LeaveOut;
    if (plan.columns.empty())
        plan.columns = everyColumn(profile ? namesOf(*profile) : columnNames(head->names(), head->width));
    return base::Done{};
}

base::Result<std::vector<SplitPart>> splitSheet(const OpenedTable &table, PartPlan plan, const base::StopFlag &stop,
                                                const csv::Progress &progress)
{
    PartSplitter splitter(std::move(plan), stop);
    if (const auto begun = splitter.begin(); !begun.ok())
        return begun.error();
    DataRows rows(table, splitter);
    csv::RecordReader reader(table.text(), table.textDialect(), {.stop = stop, .progress = progress});
    if (const auto read = reader.readAll(rows); !read.ok())
        return table.located(read.error());
    if (const auto same = table.unchanged(); !same.ok())
        return same.error();
    return splitter.finish();
}

/// Of the table or of the part that cannot be written. The rows of a sheet are the table's own already.
base::Error located(const OpenedTable &table, base::Error error)
{
    const bool ofPart = error.code == base::ErrorCode::DiskFull || error.code == base::ErrorCode::FileUnwritable;
    if (!table.isSheet())
        return ofPart ? error : table.located(error);
    if (!error.context.contains(QStringLiteral("file")))
        error.context.insert(QStringLiteral("file"), table.source().path);
    return error;
}

} // namespace

base::Result<std::vector<SplitPart>> splitTable(const OpenedTable &table, const TableProfile *profile, PartPlan plan,
                                                const base::StopFlag &stop, const std::function<void(int)> &progress)
{
    if (const auto decided = table.decided(); !decided.ok())
        return decided.error();
    if (const auto done = complete(plan, table, profile); !done.ok())
        return done.error();
    const csv::Progress reading = percentOf(table.text()->size(), share(progress, 0, 99));
    auto parts = table.isSheet() ? splitSheet(table, std::move(plan), stop, reading)
                                 : splitText(table.text(), table.textDialect(), std::move(plan), stop, reading,
                                             [&table] { return table.unchanged(); });
    if (!parts.ok())
        return located(table, parts.error());
    if (progress)
        progress(100);
    return parts;
}

} // namespace tabular
