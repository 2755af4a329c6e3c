#include "importing/ResultReading.h"

#include "crm/wire/JobWire.h"
#include "tabular/CsvReader.h"
#include "tabular/ZipReader.h"

#include <algorithm>

namespace importing {

namespace {

base::Error notUnderstood(const QString &detail)
{
    return {base::ErrorCode::AnswerNotUnderstood, detail, {}, {}};
}

void count(RunResult &result, crm::RowState state)
{
    ++result.counts.total;
    if (state == crm::RowState::Added)
        ++result.counts.added;
    else if (state == crm::RowState::Updated)
        ++result.counts.updated;
    else if (state == crm::RowState::Skipped)
        ++result.counts.skipped;
    else if (state == crm::RowState::Unprocessed)
        ++result.unprocessed;
}

base::Result<RunResult> readRows(const QByteArray &csv, const QStringList &knownColumns)
{
    const std::unique_ptr<tabular::CsvReader> reader = tabular::readCsvText(csv, {});
    tabular::Row row;
    base::Result<bool> more = reader->next(row);
    if (!more)
        return more.error();
    const crm::wire::ResultColumns columns = crm::wire::findResultColumns(*more ? row.cells : QStringList());
    if (!columns.known())
        return notUnderstood(QStringLiteral("the result file has no STATUS column"));
    RunResult result;
    result.file.header = row.cells;
    while ((more = reader->next(row)).ok() && *more) {
        result.file.rows.push_back(crm::wire::decodeRowResult(row.cells, columns, knownColumns));
        count(result, result.file.rows.back().state);
    }
    if (!more)
        return more.error();
    return result;
}

} // namespace

base::Result<RunResult> readResultArchive(const QByteArray &archive, const QStringList &knownColumns)
{
    const base::Result<std::vector<tabular::ZipEntry>> entries = tabular::readZip(archive, {});
    if (!entries)
        return entries.error();
    const auto csv = std::find_if(entries->begin(), entries->end(), [](const tabular::ZipEntry &entry) {
        return entry.name.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    });
    if (csv == entries->end())
        return notUnderstood(QStringLiteral("the result zip holds no CSV"));
    base::Result<RunResult> result = readRows(csv->content, knownColumns);
    if (result)
        result->archive = archive;
    return result;
}

} // namespace importing
