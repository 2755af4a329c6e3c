#pragma once

#include "tabular/csv/PlainRows.h"

namespace tabular::csv {

/// Reads rows that are plain as runs of text, and what lies between them with RecordReader, row by row, all in their order.
/// One thread at a time.
class RowRuns final {
public:
    RowRuns(std::shared_ptr<ByteSource> text, const CsvDialect &dialect, base::StopFlag stop, Progress progress = {});

    /// Goes to record `number` (from 1), which is where reading begins; a plain row has `cells` cells. False: there is no such
    /// record. Comes first. Errors: those of RecordReader.
    base::Result<bool> begin(qint64 number, int cells);
    /// How plain rows look here; empty: each row comes from the reader.
    [[nodiscard]] const std::optional<PlainRows::Format> &format() const { return m_format; }
    void readRowByRow() { m_format.reset(); }
    /// The dialect as it holds, after begin().
    [[nodiscard]] const CsvSyntax &syntax() const { return m_reader.syntax(); }

    /// From the record on that begin() went to, up to the end or until a sink has enough. Errors: those of RecordReader.
    base::Status readAll(RowRunSink &runs, RecordSink &rows);

private:
    base::Status readBoth(RowRunSink &runs, RecordSink &rows);
    [[nodiscard]] RecordPlace behindLineFeed(RecordPlace place) const;

    std::shared_ptr<ByteSource> m_text;
    base::StopFlag m_stop;
    Progress m_progress;
    RecordReader m_reader;
    RecordView m_first;
    std::optional<PlainRows::Format> m_format;
};

} // namespace tabular::csv
