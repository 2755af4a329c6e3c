#include "tabular/CsvReader.h"

#include "tabular/Utf8.h"

namespace tabular {

CsvReader::CsvReader(std::unique_ptr<QIODevice> source, const CsvDialect &dialect, qsizetype chunkBytes)
    : CsvReader(std::make_shared<csv::DeviceSource>(std::move(source)), dialect, chunkBytes)
{ }

CsvReader::CsvReader(std::shared_ptr<csv::ByteSource> source, const CsvDialect &dialect, qsizetype chunkBytes)
    : m_reader(std::move(source), dialect, csv::ReadingOptions{.chunkBytes = chunkBytes})
{ }

base::Result<bool> CsvReader::next(Row &row)
{
    RecordView record;
    auto more = m_reader.next(record);
    if (!more.ok() || !*more)
        return more;
    row.number = record.number;
    row.line = record.line;
    row.cells = cellTexts(record.cells);
    row.remarks = QList<CellRemark>(record.remarks.begin(), record.remarks.end());
    return true;
}

std::unique_ptr<CsvReader> readCsvText(const QByteArray &text, const CsvDialect &dialect)
{
    return std::make_unique<CsvReader>(std::make_shared<csv::MemorySource>(text), dialect);
}

} // namespace tabular
