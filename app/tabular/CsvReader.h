#pragma once

#include "tabular/TableReader.h"

#include <QIODevice>

#include <array>
#include <optional>

namespace tabular {

/// Delimited UTF-8 text (RFC 4180) as a stream of records. CR, LF and CRLF end a record outside quotes; inside they are
/// data. A byte-order mark is skipped, and so is a first line "sep=;", whose delimiter then holds instead of the dialect's.
/// A quote inside an unquoted cell is kept and remarked on; a quoted cell that never ends gives TableQuoteNotClosed
/// instead of swallowing the file: it may hold 1 MiB and 1,000 lines. Other limits: 1 MiB a cell, 8 MiB a record, 16,384
/// columns.
class CsvReader final : public TableReader {
public:
    static constexpr qsizetype defaultChunk = 1024 * 1024;

    /// `source` is open for reading. Tests choose `chunkBytes` to put chunk boundaries everywhere.
    CsvReader(std::unique_ptr<QIODevice> source, const CsvDialect &dialect, qsizetype chunkBytes = defaultChunk);

    base::Result<bool> next(Row &row) override;
    [[nodiscard]] qint64 bytesRead() const override;
    [[nodiscard]] qint64 bytesTotal() const override { return m_bytesTotal; }
    /// What splits cells; known after the first next(), since the file may say it itself.
    [[nodiscard]] char delimiter() const { return m_delimiter; }

private:
    enum class State : quint8 { CellStart, Plain, Quoted, QuoteSeen };

    bool refill();
    void readPreamble();
    bool readUpTo(qsizetype wanted);
    void setDelimiter(char delimiter);
    void consumeChunk();
    void startCell();
    void readPlain();
    void readQuoted();
    void readAfterQuote();
    void keepOddByte(char byte, CellRemark::Kind kind);
    void keepQuotedBreak(char byte);
    void endCell();
    void endRecord(char lineEnd);
    base::Result<bool> endOfSource(Row &row);
    void handOver(Row &row);
    void failNotUtf8(qsizetype offset);
    void fail(base::ErrorCode code, qint64 line, QVariantMap extra = {});

    std::unique_ptr<QIODevice> m_source;
    qsizetype m_chunkBytes;
    qint64 m_bytesTotal = 0;
    qint64 m_bytesTaken = 0;
    QByteArray m_chunk;
    qsizetype m_at = 0;
    std::array<bool, 256> m_endsPlainRun{};
    char m_delimiter = ',';
    State m_state = State::CellStart;
    bool m_started = false;
    bool m_afterCr = false;
    bool m_recordDone = false;
    bool m_cellQuoted = false;
    QByteArray m_cell;
    QStringList m_cells;
    QList<CellRemark> m_remarks;
    qint64 m_records = 0;
    qint64 m_recordBytes = 0;
    qint64 m_line = 1;
    qint64 m_recordLine = 1;
    qint64 m_cellLine = 1;
    std::optional<base::Error> m_error;
};

/// Reads delimited UTF-8 text that is already in memory (result files, uploads in the practice CRM).
[[nodiscard]] std::unique_ptr<TableReader> readCsvText(const QByteArray &text, const CsvDialect &dialect);

} // namespace tabular
