#pragma once

#include "tabular/TableReader.h"
#include "tabular/csv/RecordReader.h"

#include <QIODevice>

namespace tabular {

/// Delimited UTF-8 text (RFC 4180) as a stream of records of text: csv::RecordReader behind the face that all kinds of
/// tables share. A byte-order mark is skipped, and so is a first line "sep=;", whose delimiter then holds instead of the
/// dialect's. A quote inside an unquoted cell is kept and remarked on; a quoted cell that never ends gives
/// TableQuoteNotClosed instead of swallowing the file: it may hold 1 MiB and 1,000 lines. Other limits: 1 MiB a cell, 8
/// MiB a record, 16,384 columns.
class CsvReader final : public TableReader {
public:
    static constexpr qsizetype defaultChunk = csv::ReadingOptions::defaultChunk;

    /// `source` is open for reading. Tests choose `chunkBytes` to put chunk boundaries everywhere.
    CsvReader(std::unique_ptr<QIODevice> source, const CsvDialect &dialect, qsizetype chunkBytes = defaultChunk);
    CsvReader(std::shared_ptr<csv::ByteSource> source, const CsvDialect &dialect, qsizetype chunkBytes = defaultChunk);

    base::Result<bool> next(Row &row) override;
    [[nodiscard]] qint64 bytesRead() const override { return m_reader.bytesRead(); }
    [[nodiscard]] qint64 bytesTotal() const override { return m_bytesTotal; }
    /// What splits cells; known after the first next(), since the file may say it itself.
    [[nodiscard]] char delimiter() const { return m_reader.syntax().delimiter; }

private:
    qint64 m_bytesTotal;
    csv::RecordReader m_reader;
};

/// Reads delimited UTF-8 text that is already in memory (result files, uploads in the practice CRM).
[[nodiscard]] std::unique_ptr<TableReader> readCsvText(const QByteArray &text, const CsvDialect &dialect);

} // namespace tabular
