#include "bench/tasks/BenchTask.h"
#include "tabular/TableSplit.h"

namespace bench {

namespace {

/// All columns, as the program splits a file once it knows how it is to be read.
Answer split(const Job &job, bool zip)
{
    const base::StopFlag stop;
    const auto table = tabular::OpenedTable::open({job.file, {}}, tabular::InvalidBytes::Refuse, stop);
    if (!table)
        return table.error();
    tabular::PartPlan plan;
    plan.folder = job.out;
    plan.zip = zip;
    plan.hashed = zip; // `split` makes none either
    plan.threads = job.threads;
    const auto parts = tabular::splitTable(**table, nullptr, plan, stop);
    if (!parts)
        return parts.error();
    qint64 records = 1;
    qint64 bytes = 0;
    for (const tabular::SplitPart &part : *parts) {
        records += part.rows;
        bytes += part.fileBytes;
    }
    return nlohmann::ordered_json{
        {"records", records}, {"parts", parts->size()}, {zip ? "zip_bytes" : "csv_bytes", bytes}};
}

} // namespace

// The parts are OUT/*.csv, in the order of their names.
Answer splitParts(const Job &job)
{
    return split(job, false);
}

// The zips are OUT/*.zip, in the order of their names.
Answer splitAndZip(const Job &job)
{
    return split(job, true);
}

} // namespace bench
