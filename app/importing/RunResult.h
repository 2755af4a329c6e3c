#pragma once

#include "crm/BulkWriteJob.h"
#include "crm/RowResult.h"
#include "tabular/parts/SourceRows.h"

namespace importing {

/// How the job of one part ended.
struct PartResult final {
    crm::JobId job;
    crm::JobCounts counts;
    qint64 unprocessed = 0;
    qint64 resultRows = 0; ///< of the result file
    QByteArray archive;    ///< the zip as downloaded
    tabular::SourceRows source;
};

/// How a run ended, from the result files: sums over its parts, the rows of all parts one after the other.
/// `serverCounts` are the server's own (shown beside when they differ).
struct RunResult final {
    crm::JobCounts counts; ///< added, updated, skipped; total = all rows of the result files
    qint64 unprocessed = 0;
    crm::ResultFile file;
    QByteArray archive; ///< of a single result as it is read; several are in `parts`
    std::optional<crm::JobCounts> serverCounts;
    std::vector<PartResult> parts; ///< in order; empty before add()

    /// Takes in the result of the next part.
    void add(const crm::JobId &job, RunResult part, tabular::SourceRows source);
    /// The row of the user's spreadsheet, the header row counted, that row `resultRow` (from 0) of `file` tells of. Empty
    /// when the file that was uploaded was not made by the run, or its result has not as many rows as were sent.
    [[nodiscard]] std::optional<qint64> sourceRowOf(qint64 resultRow) const;
};

/// What is saved: the zip as downloaded; of several parts a zip that holds theirs ("part-002-result-<job>.zip").
[[nodiscard]] QByteArray archiveToSave(const RunResult &result);

} // namespace importing
