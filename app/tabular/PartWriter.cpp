#include "tabular/PartWriter.h"

#include "tabular/CsvText.h"
#include "tabular/DataRows.h"
#include "tabular/parts/PartArchive.h"
#include "tabular/parts/PartFile.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace tabular {

namespace {

using Progress = std::function<void(int)>;

struct Size final {
    qint64 rows = 0;
    qsizetype columns = 0;
};

/// Maps 0…100 of one pass onto `from`…`to` of the whole.
Progress share(const Progress &whole, int from, int to)
{
    if (!whole)
        return {};
    return [whole, from, to](int percent) { whole(from + (to - from) * percent / 100); };
}

base::Error over(base::ErrorCode code, qint64 found, qint64 limit)
{
    return {code, {}, {{QStringLiteral("found"), found}, {QStringLiteral("limit"), limit}}, {}};
}

/// The widest row decides how many columns the header row needs, so all are looked at before one is written.
base::Result<Size> measure(const SourceFile &source, const base::StopFlag &stop, const Progress &progress)
{
    auto rows = DataRows::open(source);
    if (!rows.ok())
        return rows.error();
    Size size{.rows = 0, .columns = rows->expectedWidth()};
    const auto done = rows->forEach(stop, progress, [&](Row &row) -> base::Status {
        ++size.rows;
        size.columns = qMax(size.columns, usedWidth(row.cells, rows->expectedWidth()));
        return base::Done{};
    });
    if (!done.ok())
        return done.error();
    return size;
}

base::Status checkSize(const Size &size, const PartLimits &limits)
{
    if (size.rows == 0)
        return base::Error{base::ErrorCode::TableHasNoRows, {}, {}, {}};
    if (size.rows > limits.rows)
        return over(base::ErrorCode::TableTooManyRows, size.rows, limits.rows);
    if (size.columns > limits.columns)
        return over(base::ErrorCode::TableTooManyColumns, size.columns, limits.columns);
    return base::Done{};
}

/// Collects records; past the limit it only counts, so that the message can name the true size.
class CsvBuffer final {
public:
    explicit CsvBuffer(qint64 limit)
        : m_limit(limit)
    { }

    base::Status add(const QByteArray &record)
    {
        m_bytes += record.size();
        if (m_bytes <= m_limit)
            m_csv += record;
        return base::Done{};
    }

    [[nodiscard]] base::Status check() const
    {
        if (m_bytes > m_limit)
            return over(base::ErrorCode::TableTooLarge, m_bytes, m_limit);
        return base::Done{};
    }
    [[nodiscard]] const QByteArray &csv() const { return m_csv; }

private:
    qint64 m_limit;
    qint64 m_bytes = 0;
    QByteArray m_csv;
};

base::Status writeRows(CsvBuffer &out, const SourceFile &source, const Size &size, const base::StopFlag &stop,
                       const Progress &progress)
{
    auto rows = DataRows::open(source);
    if (!rows.ok())
        return rows.error();
    if (auto added = out.add(csvRecord(columnNames(rows->header().cells, size.columns), size.columns)); !added.ok())
        return added;
    Size seen{.rows = 0, .columns = size.columns};
    auto done = rows->forEach(stop, progress, [&](Row &row) {
        ++seen.rows;
        seen.columns = qMax(seen.columns, usedWidth(row.cells, size.columns));
        return out.add(csvRecord(row.cells, size.columns));
    });
    if (done.ok() && (seen.rows != size.rows || seen.columns != size.columns)) {
        return base::Error{base::ErrorCode::FileUnreadable,
                           QStringLiteral("the file changed while it was read"),
                           {{QStringLiteral("file"), source.path}},
                           {}};
    }
    return done;
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
    const auto size = measure(source, stop, share(progress, 0, 30));
    if (!size.ok())
        return size.error();
    if (const auto fits = checkSize(*size, limits); !fits.ok())
        return fits.error();
    CsvBuffer out(limits.bytes);
    if (const auto written = writeRows(out, source, *size, stop, share(progress, 30, 100)); !written.ok())
        return written.error();
    if (const auto fits = out.check(); !fits.ok())
        return fits.error();
    Part part;
    part.zipPath = zipPath;
    part.csvName = partEntryName(source.path);
    part.rows = size->rows;
    part.columns = static_cast<int>(size->columns);
    part.csvBytes = out.csv().size();
    const QByteArray zip = makePartArchive(part.csvName, out.csv());
    part.zipBytes = zip.size();
    if (part.zipBytes > limits.bytes)
        return over(base::ErrorCode::TableTooLarge, part.zipBytes, limits.bytes);
    part.sha256 = QString::fromLatin1(QCryptographicHash::hash(zip, QCryptographicHash::Sha256).toHex());
    PartFile file(zipPath);
    if (const auto written = file.write(zip); !written.ok())
        return written.error();
    if (const auto kept = file.keep(zipPath); !kept.ok())
        return kept.error();
    return part;
}

} // namespace tabular
