#include "tabular/TableSplit.h"

#include "tabular/ColumnNames.h"
#include "tabular/opening/ProgressShare.h"
#include "tabular/opening/TableHead.h"
#include "tabular/parts/PartSplitter.h"

namespace tabular {

namespace {

base::Result<QStringList> namesOf(const OpenedTable &table, const TableProfile *profile)
{
    QStringList names;
    if (profile) {
        for (const ColumnProfile &column : profile->columns)
            names.append(column.header);
        return names;
    }
    const auto head = readHead(table);
    if (!head.ok())
        return head.error();
    return columnNames(head->names(), head->width);
}

base::Status complete(PartPlan &plan, const OpenedTable &table, const TableProfile *profile)
{
    if (plan.sourceName.isEmpty())
        plan.sourceName = table.member().isEmpty() ? table.source().path : table.member();
    if (plan.sourceBytes == 0)
        plan.sourceBytes = table.text()->size();
    if (!plan.columns.empty())
        return base::Done{};
    const auto names = namesOf(table, profile);
    if (!names.ok())
        return names.error();
    plan.columns = everyColumn(*names);
    return base::Done{};
}

} // namespace

base::Result<std::vector<SplitPart>> splitTable(const OpenedTable &table, const csv::ScanReport &scan,
                                                const TableProfile *profile, PartPlan plan, const base::StopFlag &stop,
                                                const std::function<void(int)> &progress)
{
    if (const auto decided = table.decided(); !decided.ok())
        return decided.error();
    if (const auto done = complete(plan, table, profile); !done.ok())
        return done.error();
    PartSplitter splitter(std::move(plan), stop);
    if (const auto begun = splitter.begin(); !begun.ok())
        return begun.error();
    DataRows rows(table, splitter);
    const qint64 first = headRecords(table.textDialect()) + 1;
    csv::RecordReader reader(table.text(), scan.syntax,
                             {.begin = scan.index.beforeRecord(first),
                              .stop = stop,
                              .progress = percentOf(scan.bytes, share(progress, 0, 99))});
    if (const auto read = reader.readAll(rows); !read.ok())
        return table.located(read.error());
    if (const auto same = table.unchanged(); !same.ok())
        return same.error();
    auto parts = splitter.finish();
    if (!parts.ok()) {
        base::Error error = parts.error(); // its row is the table's own already
        if (!error.context.contains(QStringLiteral("file")))
            error.context.insert(QStringLiteral("file"), table.source().path);
        return error;
    }
    if (progress)
        progress(100);
    return parts;
}

} // namespace tabular
