#include "tabular/opening/RowOnLine.h"

#include "tabular/csv/RecordReader.h"

namespace tabular {

namespace {

class RecordOnLine final : public RecordSink {
public:
    explicit RecordOnLine(qint64 line)
        : m_line(line)
    { }
    bool take(const RecordView &record) override
    {
        if (record.line > m_line)
            return false;
        number = record.number;
        return true;
    }
    qint64 number = 0;

private:
    qint64 m_line;
};

} // namespace

qint64 rowOnLine(const OpenedTable &table, const csv::ScanReport &scan, qint64 line)
{
    csv::RecordPlace begin = scan.index.first();
    for (const csv::RecordPlace &place : scan.index.places()) {
        if (place.line <= line)
            begin = place;
    }
    RecordOnLine sink(line);
    csv::RecordReader reader(table.text(), scan.syntax, {.begin = begin, .checkUtf8 = false});
    return reader.readAll(sink).ok() ? sink.number : 0;
}

} // namespace tabular
