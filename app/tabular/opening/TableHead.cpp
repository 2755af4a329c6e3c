#include "tabular/opening/TableHead.h"

#include "tabular/Utf8.h"
#include "tabular/profile/CellShape.h"

#include <algorithm>

namespace tabular {

namespace {

/// Puts the header rows together, or only measures the first row where there is no header.
class HeadSink final : public RecordSink {
public:
    HeadSink(const OpenedTable &table, TableHead &head)
        : m_table(table)
        , m_head(head)
    { }

    bool take(const RecordView &record) override
    {
        ++m_seen;
        m_head.width = qMax(m_head.width, static_cast<qsizetype>(record.cells.size()));
        if (m_head.records == 0)
            return true;
        if (m_head.row == 0)
            m_head.row = m_table.rowOf(record.number);
        m_head.remarks.insert(m_head.remarks.end(), record.remarks.begin(), record.remarks.end());
        if (record.cells.size() > m_head.cells.size())
            m_head.cells.resize(record.cells.size());
        for (size_t i = 0; i < record.cells.size(); ++i) {
            std::string &name = m_head.cells[i];
            if (!name.empty() && !record.cells[i].empty())
                name += ' ';
            name += record.cells[i];
        }
        return true;
    }
    [[nodiscard]] qint64 seen() const { return m_seen; }

private:
    const OpenedTable &m_table;
    TableHead &m_head;
    qint64 m_seen = 0;
};

} // namespace

QStringList TableHead::names() const
{
    return cellTexts(std::vector<std::string_view>(cells.begin(), cells.end()));
}

base::Result<TableHead> readHead(const OpenedTable &table)
{
    const CsvDialect &dialect = table.textDialect();
    TableHead head;
    head.records = headRecords(dialect);
    HeadSink sink(table, head);
    const qint64 first = qMax(1, dialect.headerRow);
    const qint64 wanted = qMax<qint64>(1, head.records - first + 1);
    const auto read = csv::readSome(table.text(), csv::syntaxOf(dialect), first, wanted, {.checkUtf8 = false}, sink);
    if (!read.ok())
        return table.located(read.error());
    if (sink.seen() < wanted)
        return table.located({base::ErrorCode::TableEmpty, {}, {}, {}});
    return head;
}

bool isLongRow(const RecordView &row, qsizetype width)
{
    const auto cells = static_cast<size_t>(width);
    if (row.cells.size() <= cells)
        return false;
    const auto surplus = row.cells.subspan(cells);
    return !std::all_of(surplus.begin(), surplus.end(), isBlankText);
}

bool DataRows::take(const RecordView &record)
{
    if (record.number <= m_head || (m_widest > 0 && isLongRow(record, m_widest)))
        return true;
    if (!m_isSheet)
        return m_sink.take(record);
    RecordView found = record;
    found.number = m_table.rowOf(record.number);
    found.line = found.number;
    return m_sink.take(found);
}

} // namespace tabular
