#include "tabular/opening/TopRecords.h"

#include "tabular/Utf8.h"
#include "tabular/csv/RecordReader.h"

namespace tabular {

bool TopSink::take(const RecordView &record)
{
    m_more = m_records.size() == Glance::mostRecords;
    if (m_more)
        return false;
    m_records.push_back({m_rows == RowsAre::SheetRows ? record.line : record.number, cellTexts(record.cells)});
    return true;
}

base::Result<TopRecords> topOfText(const HeadText &head, const CsvDialect &dialect)
{
    TopSink sink(TopSink::RowsAre::Records);
    csv::RecordReader reader(std::make_shared<csv::MemorySource>(head.utf8), dialect, {.checkUtf8 = false});
    const auto read = reader.readAll(sink);
    TopRecords top{std::move(sink.records()), false};
    if (!read.ok() && top.records.empty())
        return read.error();
    top.areAll = read.ok() && head.isAll && !sink.seesMore();
    const bool reachedTheCut = read.ok() && !head.isAll && !sink.seesMore();
    if (reachedTheCut && !top.records.empty())
        top.records.pop_back();
    return top;
}

} // namespace tabular
