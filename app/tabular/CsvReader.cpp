#include "tabular/CsvReader.h"

#include "tabular/Utf8.h"

namespace tabular {

CsvReader::CsvReader(std::unique_ptr<QIODevice> source, const CsvDialect &dialect, qsizetype chunkBytes)
    : CsvReader(std::make_shared<csv::DeviceSource>(std::move(source)), dialect, chunkBytes)
{ }

CsvReader::CsvReader(std::shared_ptr<csv::ByteSource> source, const CsvDialect &dialect, qsizetype chunkBytes)
    : m_bytesTotal(qMax<qint64>(0, source->size()))
    , m_reader(std::move(source), dialect, csv::ReadingOptions{.chunkBytes = chunkBytes})
{ }

base::Result<bool> CsvReader::next(Row &row)
{
    RecordView record;
    auto more = m_reader.next(record);
    if (!more.ok() || !*more)
        return more;
    row.number = record.number;
    row.line = record.line;
    row.cells.clear();
    row.cells.reserve(static_cast<qsizetype>(record.cells.size()));
    for (const std::string_view cell : record.cells)
        row.cells.append(textOf(QByteArrayView(cell.data(), static_cast<qsizetype>(cell.size()))));
    row.remarks = QList<CellRemark>(record.remarks.begin(), record.remarks.end());
    return true;
}

std::unique_ptr<TableReader> readCsvText(const QByteArray &text, const CsvDialect &dialect)
{
    return std::make_unique<CsvReader>(std::make_shared<csv::MemorySource>(text), dialect);
}

} // namespace tabular
