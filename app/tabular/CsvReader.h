#pragma once

#include "tabular/csv/RecordReader.h"

#include <QIODevice>
#include <QStringList>

#include <memory>

namespace tabular {

/// One record as text. `number` counts records from 1 (the header row included), `line` the text line it starts on.
struct Row final {
    qint64 number = 0;
    qint64 line = 0;
    QStringList cells;
    QList<CellRemark> remarks; ///< nearly always empty
};

/// csv::RecordReader for those who want records as text, one at a time: small files, result files, uploads in the practice
/// CRM. Tables of the user are read through OpenedTable. A byte-order mark is skipped, and so is a first line "sep=;",
/// whose delimiter then holds instead of the dialect's. Blank lines are not records.
class CsvReader final {
public:
    static constexpr qsizetype defaultChunk = csv::ReadingOptions::defaultChunk;

    /// `source` is open for reading. Tests choose `chunkBytes` to put chunk boundaries everywhere.
    CsvReader(std::unique_ptr<QIODevice> source, const CsvDialect &dialect, qsizetype chunkBytes = defaultChunk);
    CsvReader(std::shared_ptr<csv::ByteSource> source, const CsvDialect &dialect, qsizetype chunkBytes = defaultChunk);

    /// Fills `row` and gives true, or gives false at the end. After an error every call gives that error. Errors: those
    /// of csv::RecordReader.
    base::Result<bool> next(Row &row);
    [[nodiscard]] qint64 bytesRead() const { return m_reader.bytesRead(); }
    /// What splits cells; known after the first next(), since the text may say it itself.
    [[nodiscard]] char delimiter() const { return m_reader.syntax().delimiter; }

private:
    csv::RecordReader m_reader;
};

/// Reads delimited UTF-8 text that is already in memory.
[[nodiscard]] std::unique_ptr<CsvReader> readCsvText(const QByteArray &text, const CsvDialect &dialect);

} // namespace tabular
