#pragma once

#include "tabular/TableReader.h"

#include <functional>

namespace tabular {

/// A table with its header row read and its data rows ahead. Everything that must agree on what is a data row, how wide
/// the table is and what its columns are called goes through here.
class DataRows final {
public:
    /// Errors: those of openTable() and of reading, TableEmpty when there is no record or none for the header row.
    [[nodiscard]] static base::Result<DataRows> open(const SourceFile &source);

    /// Reads to the end; `take` gets each data row, `progress` (may be empty) 0…100. Errors: those of reading, Cancelled,
    /// and whatever `take` fails with.
    base::Status forEach(const base::StopFlag &stop, const std::function<void(int)> &progress,
                         const std::function<base::Status(Row &)> &take);

    [[nodiscard]] const Row &header() const { return m_header; } ///< number 0 when there is none
    /// Cells that a row is expected to have: as many as the header, or as the first row where there is no header.
    [[nodiscard]] qsizetype expectedWidth() const { return m_expectedWidth; }
    [[nodiscard]] qint64 bytes() const { return m_reader->bytesTotal(); }

private:
    DataRows() = default;
    base::Status readFirstRecords(int headerRow);

    std::unique_ptr<TableReader> m_reader;
    Row m_header;
    Row m_firstRow; ///< read ahead where there is no header; else empty
    qsizetype m_expectedWidth = 0;
};

[[nodiscard]] bool isBlank(const QString &cell);

/// How many columns `cells` need: at least `expected`; blank cells beyond it (a delimiter too many) do not count.
[[nodiscard]] qsizetype usedWidth(const QStringList &cells, qsizetype expected);

/// A name of its own for each of `count` columns: the header's, "Column 3" for a missing one, "Email (2)" for a repeated.
[[nodiscard]] QStringList columnNames(const QStringList &header, qsizetype count);

} // namespace tabular
