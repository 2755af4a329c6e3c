#pragma once

#include "base/Observe.h"
#include "tabular/csv/ByteSource.h"
#include "tabular/csv/ReadBuffer.h"
#include "tabular/csv/RecordParser.h"

#include <functional>
#include <memory>
#include <optional>

namespace tabular::csv {

/// Told the bytes that are done, in the thread that reads, each `progressStep` bytes and at the end.
using Progress = std::function<void(qint64 bytes)>;

/// A count of bytes, since a look at the clock would tell no more: at 1 GB a second it is 30 times a second.
inline constexpr qint64 progressStep = 32LL * 1024 * 1024;

struct ReadingOptions final {
    static constexpr qsizetype defaultChunk = 1024LL * 1024;

    /// A place between records to begin at, as RowIndex knows them; without one the reading begins with the file, whose
    /// byte-order mark and "sep=" line are skipped.
    std::optional<RecordPlace> begin = {};
    qint64 end = -1;                     ///< place between records to stop ahead of; -1: the end of the text
    bool checkUtf8 = true;               ///< if not, cells may hold any bytes, and TableNotUtf8 does not occur
    qsizetype chunkBytes = defaultChunk; ///< of one read, 1 to 1 MiB
    base::StopFlag stop = {};            ///< looked at once a chunk
    Progress progress = {};
};

/// Streams the records of delimited UTF-8 text. Errors, with "row", "line" and (of the text's own) "column": those of
/// RecordMachine, those of the source, Cancelled. After an error each call gives it again. Used from one thread at a
/// time.
class RecordReader final {
public:
    RecordReader(std::shared_ptr<ByteSource> source, const CsvDialect &dialect, ReadingOptions options = {});
    /// For a reading that does not begin with the file: `syntax` is what its head made of the dialect.
    RecordReader(std::shared_ptr<ByteSource> source, const CsvSyntax &syntax, ReadingOptions options);

    /// True: `record` is there, until the next call. False: there are no more.
    base::Result<bool> next(RecordView &record);
    /// All that is left. A sink that has enough ends the reading, and that is no error.
    base::Status readAll(RecordSink &sink);

    /// Bytes of the text that lie behind the records given so far.
    [[nodiscard]] qint64 bytesRead() const;
    /// Behind the last record.
    [[nodiscard]] RecordPlace place() const;
    /// The dialect as it holds; a "sep=" line may change it with the first next().
    [[nodiscard]] const CsvSyntax &syntax() const { return m_syntax; }

private:
    base::Status begin();
    void beginOnce();
    void goOnAfter(RecordParser::Step step);
    base::Status giveChunk();
    base::Status fillBuffer(qsizetype bytes);
    base::Error located(base::Error error) const;

    std::shared_ptr<ByteSource> m_source;
    CsvSyntax m_syntax;
    ReadingOptions m_options;
    std::optional<RecordParser> m_parser;
    ReadBuffer m_buffer;
    qsizetype m_bufferBytes = 0; ///< that it holds
    qsizetype m_bufferGiven = 0; ///< of them, to the parser
    qint64 m_offset = 0;         ///< in the text, of what follows the buffer
    qint64 m_told = 0;           ///< to `progress`
    std::optional<base::Error> m_error;
};

/// Up to `count` records from record `first` (from 1) on, as the records from `options.begin` on are counted. With
/// syntaxOf() and no begin it is a look at the head of a file; readFrom() serves any other place.
base::Status readSome(const std::shared_ptr<ByteSource> &source, const CsvSyntax &syntax, qint64 first, qint64 count,
                      ReadingOptions options, RecordSink &sink);

} // namespace tabular::csv
