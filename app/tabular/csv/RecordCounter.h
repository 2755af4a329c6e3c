#pragma once

#include "tabular/csv/RecordReader.h"
#include "tabular/csv/RowIndex.h"

namespace tabular::csv {

/// A byte that is no part of a character of UTF-8.
struct InvalidPlace final {
    qint64 offset = 0;
    qint64 row = 0;  ///< record, from 1
    qint64 line = 0; ///< that the record begins on, from 1
    int column = 0;  ///< from 1

    friend bool operator==(const InvalidPlace &a, const InvalidPlace &b) = default;
};

/// What one pass over a text tells.
struct ScanReport final {
    static constexpr std::size_t mostPlaces = 1'000;

    qint64 bytes = 0;
    qint64 records = 0; ///< the header row included
    RowIndex index;
    CsvSyntax syntax;                  ///< the dialect, as a "sep=" line corrected it
    qint64 invalidBytes = 0;           ///< how many in all
    std::vector<InvalidPlace> invalid; ///< the first ones
    // Line ends seen at the end of records. Near irregular quotes and comments those inside of cells may count too.
    bool lf = false;
    bool crlf = false;
    bool cr = false;

    friend bool operator==(const ScanReport &a, const ScanReport &b) = default;
};

struct ScanOptions final {
    int threads = 1;
    base::StopFlag stop = {}; ///< looked at once for each MiB
    Progress progress = {};   ///< called in the thread that asked for the scan
    /// Scan this far only: the index is then what is wanted; records and line ends are those so far. -1: all.
    qint64 end = -1;
    /// So much text for each place of the index: a multiple of 64. Tests make it small.
    qsizetype pieceBytes = 512LL * 1024;
};

/// Counts the records exactly, indexes them and checks UTF-8, in one pass; the same for any number of threads. What a cell,
/// a record and a row may hold is looked at only near irregular quotes (RecordReader looks everywhere). A source that can
/// be read only once is read through record by record; invalid places then name the record's first byte. Errors:
/// TableQuoteNotClosed, as the reader would give it, those of the source, Cancelled.
[[nodiscard]] base::Result<ScanReport> scanRecords(const std::shared_ptr<ByteSource> &source, const CsvDialect &dialect,
                                                   const ScanOptions &options = {});

/// The same for a file. Errors also: FileNotFound, NotARegularFile, FileUnreadable.
[[nodiscard]] base::Result<ScanReport> countRecords(const QString &path, const CsvDialect &dialect, int threads,
                                                    const base::StopFlag &stop = {});

/// Up to `count` records from record `first` (from 1) on, wherever they lie.
base::Status readFrom(const std::shared_ptr<ByteSource> &source, const ScanReport &report, qint64 first, qint64 count,
                      RecordSink &sink, const base::StopFlag &stop = {});

} // namespace tabular::csv
