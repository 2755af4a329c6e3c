#pragma once

#include "tabular/opening/OpenedTable.h"

#include <string>

namespace tabular {

/// How many records name the columns or stand above those that do: data begins behind them.
[[nodiscard]] inline qint64 headRecords(const CsvDialect &dialect)
{
    return dialect.headerRow > 0 ? qint64(dialect.headerRow) + qMax(1, dialect.headerRows) - 1 : 0;
}

/// What names the columns of a table. Everything that must agree on what the columns are called and how wide a row is goes
/// through here.
struct TableHead final {
    std::vector<std::string>
        cells; ///< UTF-8; of several header rows the texts with a blank between; none without a header
    std::vector<CellRemark> remarks;
    qint64 row = 0; ///< rowOf() the header row; 0: there is none
    qsizetype width =
        0; ///< cells that a row is expected to have: as the header, or as the first row where there is none
    qint64 records = 0; ///< headRecords()

    /// As they stand: not numbered, blank where they are missing.
    [[nodiscard]] QStringList names() const;
};

/// How wide a row may be and still count; 0: as wide as it likes.
[[nodiscard]] inline qsizetype widestRow(const OpenedTable &table, const TableHead &head)
{
    return head.row > 0 && table.source().longRows != LongRows::Widen ? head.width : 0;
}

/// A cell beyond `width` is not blank.
[[nodiscard]] bool isLongRow(const RecordView &row, qsizetype width);

/// Errors: those of csv::RecordReader (but TableNotUtf8), TableEmpty (no record, or none for a header row).
[[nodiscard]] base::Result<TableHead> readHead(const OpenedTable &table);

/// Hands on the data rows, under the numbers by which a person finds them; with `widest` none that is longer.
class DataRows final : public RecordSink {
public:
    DataRows(const OpenedTable &table, RecordSink &sink, qsizetype widest = 0)
        : m_table(table)
        , m_sink(sink)
        , m_head(headRecords(table.textDialect()))
        , m_widest(widest)
        , m_isSheet(table.isSheet())
    { }
    bool take(const RecordView &record) override;

private:
    const OpenedTable &m_table;
    RecordSink &m_sink;
    qint64 m_head;
    qsizetype m_widest;
    bool m_isSheet;
};

} // namespace tabular
