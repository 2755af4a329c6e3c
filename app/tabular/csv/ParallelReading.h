#pragma once

#include "tabular/csv/RecordCounter.h"

namespace tabular::csv {

/// Makes the sink of one worker; worker 0 has the first records, each next one those behind it. Called in the thread that
/// asked for the reading, before any record is read. Each sink is used in one thread.
using MakeSink = std::function<RecordSink &(int worker)>;

struct ParallelOptions final {
    int threads = 1; ///< at most so many workers
    base::StopFlag stop = {};
    bool checkUtf8 = true;  ///< as in ReadingOptions
    Progress progress = {}; ///< called from the thread that asked for the reading; the bytes of all workers
    /// Of the same text, if it is known already; else the text is scanned up to where the last worker begins.
    const ScanReport *report = nullptr;
    qsizetype pieceBytes = 512LL * 1024;   ///< as in ScanOptions
    qint64 leastBytes = 4LL * 1024 * 1024; ///< a worker is not worth it for less
};

/// All records, cut into one run of records for each worker, all read at once. Numbers, lines and offsets are those of the
/// whole text, so that the runs one after the other are what one thread reads. On an error, the records ahead of it have
/// been taken, and some behind it may have been; it is the first one in the order of the text. A sink that has enough ends
/// its own run and the later ones. Gives the number of workers. Errors: those of RecordReader.
[[nodiscard]] base::Result<int> readInParallel(const std::shared_ptr<ByteSource> &source, const CsvDialect &dialect,
                                               const ParallelOptions &options, const MakeSink &makeSink);

} // namespace tabular::csv
