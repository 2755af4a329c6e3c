#pragma once

#include "tabular/csv/BlockScan.h"
#include "tabular/csv/ReadBuffer.h"
#include "tabular/csv/RecordReader.h"

#include <span>

namespace tabular::csv {

/// Rows one after the other as they stand in the text, each with its line end.
struct RowRun final {
    const char *text = nullptr;
    std::span<const quint32> ends;   ///< behind each row, counted from `text`; never empty
    std::span<const quint32> breaks; ///< line breaks up to there
    qint64 number = 0;               ///< of the first one in the file, from 1
    qint64 line = 0;                 ///< that it begins on, from 1
};

/// Takes runs of rows; nothing in them outlives the call.
class RowRunSink {
public:
    virtual ~RowRunSink() = default;
    /// False ends the reading.
    virtual bool take(const RowRun &rows) = 0;
};

/// Finds rows that can be copied byte for byte, without looking at their cells: each has the same number of cells and
/// ends the same way, quotes stand where they belong, every byte is UTF-8 and none is zero. Whatever is not as plain as that is left to
/// RecordReader, so that a row means here what it means there. One thread at a time.
class PlainRows final {
public:
    struct Format final {
        CsvSyntax syntax; ///< isPossible()
        int cells = 1;
        bool crlf = false; ///< else LF alone
    };
    enum class End {
        OddRow, ///< what follows place() is not plain, is longer than half a MiB or is the end of the text
        Enough, ///< for the sink
    };

    PlainRows(std::shared_ptr<ByteSource> source, const Format &format, base::StopFlag stop, Progress progress = {});
    [[nodiscard]] static bool isPossible(const ByteSource &source, const CsvSyntax &syntax);

    /// All plain rows from `begin` on, up to the first that is not. Errors: those of the source, Cancelled.
    base::Result<End> readFrom(const RecordPlace &begin, RowRunSink &sink);
    /// Behind the last row that the sink was given.
    [[nodiscard]] const RecordPlace &place() const { return m_place; }

private:
    base::Result<bool> readOn();
    bool scan(RowRunSink &sink);
    [[nodiscard]] bool isTooMuch();
    bool give(RowRunSink &sink);

    std::shared_ptr<ByteSource> m_source;
    Format m_format;
    base::StopFlag m_stop;
    Progress m_progress;
    RecordPlace m_place;
    ReadBuffer m_buffer;
    // Places in the buffer: the row at place() begins, all before has been scanned, all before is there.
    qsizetype m_row = 0;
    qsizetype m_scanned = 0;
    qsizetype m_end = 0;
    qint64 m_told = 0;
    BlockCarry m_carry;
    std::unique_ptr<RowEnds> m_ends;
};

} // namespace tabular::csv
