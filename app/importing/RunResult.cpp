#include "importing/RunResult.h"

#include <QBuffer>

#include <quazip.h>
#include <quazipfile.h>

namespace importing {

namespace {

crm::JobCounts operator+(const crm::JobCounts &a, const crm::JobCounts &b)
{
    return {a.added + b.added, a.updated + b.updated, a.skipped + b.skipped, a.total + b.total};
}

} // namespace

void RunResult::add(const crm::JobId &job, RunResult part, tabular::SourceRows source)
{
    const auto rows = static_cast<qint64>(part.file.rows.size());
    const bool first = parts.empty();
    parts.push_back({job, part.counts, part.unprocessed, rows, part.archive, std::move(source)});
    if (first) {
        counts = part.counts;
        unprocessed = part.unprocessed;
        file = std::move(part.file);
        archive = part.archive;
        serverCounts = part.serverCounts;
        return;
    }
    counts = counts + part.counts;
    unprocessed += part.unprocessed;
    if (file.header.isEmpty())
        file.header = part.file.header;
    file.rows.insert(file.rows.end(), std::make_move_iterator(part.file.rows.begin()),
                     std::make_move_iterator(part.file.rows.end()));
    archive.clear();
    serverCounts = serverCounts && part.serverCounts ? std::optional(*serverCounts + *part.serverCounts) : std::nullopt;
}

std::optional<qint64> RunResult::sourceRowOf(qint64 resultRow) const
{
    for (const PartResult &part : parts) {
        if (resultRow < part.resultRows) {
            const bool all = part.source.size() > 0 && part.source.size() == part.resultRows;
            return all && resultRow >= 0 ? std::optional(part.source.rowOf(resultRow)) : std::nullopt;
        }
        resultRow -= part.resultRows;
    }
    return std::nullopt;
}

QByteArray archiveToSave(const RunResult &result)
{
    if (result.parts.size() < 2)
        return result.archive;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdCreate))
        return {};
    for (size_t i = 0; i < result.parts.size(); ++i) {
        const PartResult &part = result.parts[i];
        if (part.archive.isEmpty()) // a job without a result file
            continue;
        QuaZipFile entry(&zip);
        const QuaZipNewInfo info(
            QStringLiteral("part-%1-result-%2.zip").arg(i + 1, 3, 10, QLatin1Char('0')).arg(part.job.text()));
        // Zips do not get smaller by being zipped, so they are stored.
        if (!entry.open(QIODevice::WriteOnly, info, nullptr, 0, 0, 0)
            || entry.write(part.archive) != part.archive.size())
            return {};
        entry.close();
    }
    zip.close();
    return bytes;
}

} // namespace importing
