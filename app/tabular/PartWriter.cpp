#include "tabular/PartWriter.h"

#include "tabular/ColumnNames.h"
#include "tabular/csv/RecordWriter.h"
#include "tabular/opening/ProgressShare.h"
#include "tabular/opening/TableHead.h"
#include "tabular/parts/PartArchive.h"
#include "tabular/parts/PartFile.h"
#include "tabular/parts/Sha256.h"
#include "tabular/profile/CellShape.h"

#include <QFileInfo>

namespace tabular {

namespace {

using Progress = std::function<void(int)>;

base::Error over(base::ErrorCode code, qint64 found, qint64 limit)
{
    return {code, {}, {{QStringLiteral("found"), found}, {QStringLiteral("limit"), limit}}, {}};
}

/// The widest row decides how many columns the header row needs, so all are looked at before one is written. Blank cells
/// beyond the header's (a delimiter too many) do not count.
class Size final : public RecordSink {
public:
    Size(qsizetype expected, qsizetype widest, LongRows longRows)
        : columns(static_cast<size_t>(expected))
        , m_widest(widest)
        , m_longRows(longRows)
    { }
    bool take(const RecordView &row) override
    {
        if (m_widest > 0 && isLongRow(row, m_widest))
            return m_longRows == LongRows::LeaveOut || stopAt(row);
        ++rows;
        size_t width = row.cells.size();
        while (width > columns && isBlankText(row.cells[width - 1]))
            --width;
        columns = qMax(columns, width);
        return true;
    }

    qint64 rows = 0;
    size_t columns;
    std::optional<base::Error> error;

private:
    bool stopAt(const RecordView &row)
    {
        error = {base::ErrorCode::TableRowTooLong,
                 {},
                 {{QStringLiteral("row"), row.number}, {QStringLiteral("line"), row.line}},
                 {}};
        return false;
    }

    qsizetype m_widest;
    LongRows m_longRows;
};

base::Status checkSize(const Size &size, const PartLimits &limits)
{
    if (size.rows == 0)
        return base::Error{base::ErrorCode::TableHasNoRows, {}, {}, {}};
    if (size.rows > limits.rows)
        return over(base::ErrorCode::TableTooManyRows, size.rows, limits.rows);
    const auto columns = static_cast<qint64>(size.columns);
    if (columns > limits.columns)
        return over(base::ErrorCode::TableTooManyColumns, columns, limits.columns);
    return base::Done{};
}

/// Collects records; past the limit it only counts, so that the message can name the true size.
class CsvBuffer final : public RecordSink {
public:
    CsvBuffer(size_t columns, qint64 limit)
        : m_cells(columns)
        , m_limit(limit)
    { }

    bool take(const RecordView &row) override
    {
        for (size_t i = 0; i < m_cells.size(); ++i)
            m_cells[i] = i < row.cells.size() ? row.cells[i] : std::string_view();
        const size_t size = m_csv.size();
        csv::appendRecord(m_csv, m_cells, ',');
        if (!m_zeroByte && m_csv.find('\0', size) != std::string::npos)
            m_zeroByte = {base::ErrorCode::TableHoldsZeroBytes,
                          {},
                          {{QStringLiteral("row"), row.number}, {QStringLiteral("line"), row.line}},
                          {}};
        m_bytes += static_cast<qint64>(m_csv.size() - size);
        if (m_bytes > m_limit)
            m_csv.resize(size);
        return true;
    }

    [[nodiscard]] base::Status check() const
    {
        if (m_zeroByte)
            return *m_zeroByte;
        if (m_bytes > m_limit)
            return over(base::ErrorCode::TableTooLarge, m_bytes, m_limit);
        return base::Done{};
    }
    [[nodiscard]] QByteArrayView csv() const { return m_csv; }

private:
    std::vector<std::string_view> m_cells;
    qint64 m_limit;
    qint64 m_bytes = 0;
    std::optional<base::Error> m_zeroByte; ///< of the first row that holds one
    std::string m_csv;
};

base::Status readRows(const OpenedTable &table, RecordSink &sink, qsizetype widest, const base::StopFlag &stop,
                      const Progress &progress)
{
    DataRows rows(table, sink, widest);
    csv::RecordReader reader(table.text(), table.textDialect(),
                             {.stop = stop, .progress = percentOf(table.text()->size(), progress)});
    const auto read = reader.readAll(rows);
    return read.ok() ? read : base::Status(table.located(read.error()));
}

void addHeader(CsvBuffer &out, const TableHead &head, size_t columns)
{
    std::vector<std::string> names;
    for (const QString &name : columnNames(head.names(), static_cast<qsizetype>(columns)))
        names.push_back(name.toStdString());
    const std::vector<std::string_view> cells(names.begin(), names.end());
    out.take({.number = head.row, .line = head.row, .cells = cells, .remarks = {}});
}

/// The table as the CRM reads it, within `limits`.
base::Result<CsvBuffer> toCsv(const OpenedTable &table, const PartLimits &limits, Part &part,
                              const base::StopFlag &stop, const Progress &progress)
{
    const auto head = readHead(table);
    if (!head.ok())
        return head.error();
    const qsizetype widest = widestRow(table, *head);
    Size size(head->width, widest, table.source().longRows);
    if (const auto measured = readRows(table, size, 0, stop, share(progress, 0, 30)); !measured.ok())
        return measured.error();
    if (size.error)
        return table.located(*size.error);
    if (const auto fits = checkSize(size, limits); !fits.ok())
        return fits.error();
    CsvBuffer out(size.columns, limits.bytes);
    addHeader(out, *head, size.columns);
    if (const auto written = readRows(table, out, widest, stop, share(progress, 30, 100)); !written.ok())
        return written.error();
    if (const auto same = table.unchanged(); !same.ok())
        return same.error();
    if (const auto fits = out.check(); !fits.ok())
        return fits.error();
    part.rows = size.rows;
    part.columns = static_cast<int>(size.columns);
    return out;
}

bool isSameFile(const QString &a, const QString &b)
{
    const QFileInfo second(b);
    return second.exists() && QFileInfo(a).canonicalFilePath() == second.canonicalFilePath();
}

} // namespace

base::Result<Part> writePart(const SourceFile &source, const QString &zipPath, const PartLimits &limits,
                             const base::StopFlag &stop, const std::function<void(int)> &progress)
{
    if (isSameFile(source.path, zipPath))
        return base::Error{base::ErrorCode::FileUnwritable,
                           QStringLiteral("the zip would replace the source"),
                           {{QStringLiteral("file"), zipPath}},
                           {}};
    const auto table = OpenedTable::open(source, InvalidBytes::Refuse, stop, share(progress, 0, 30));
    if (!table.ok())
        return table.error();
    if (const auto decided = (*table)->decided(); !decided.ok())
        return decided.error();
    Part part;
    const auto csv = toCsv(**table, limits, part, stop, share(progress, 30, 100));
    if (!csv.ok())
        return csv.error();
    part.zipPath = zipPath;
    part.csvName = partEntryName(source.path);
    part.csvBytes = csv->csv().size();
    const QByteArray zip = makePartArchive(part.csvName, csv->csv());
    part.zipBytes = zip.size();
    if (part.zipBytes > limits.bytes)
        return over(base::ErrorCode::TableTooLarge, part.zipBytes, limits.bytes);
    part.sha256 = sha256(zip);
    PartFile file(zipPath);
    if (const auto written = file.write(zip); !written.ok())
        return written.error();
    if (const auto kept = file.keep(zipPath); !kept.ok())
        return kept.error();
    return part;
}

} // namespace tabular
