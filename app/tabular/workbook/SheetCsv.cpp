#include "tabular/workbook/SheetCsv.h"

#include "tabular/csv/RecordWriter.h"

#include <QDir>
#include <QFileDevice>
#include <QFileInfo>
#include <QTemporaryFile>

#include <algorithm>
#include <optional>
#include <string>

namespace tabular {

namespace {

using base::ErrorCode;

constexpr size_t bufferBytes = 256 * 1024;

/// Where a record lies in the text.
struct Place final {
    qint64 row;
    qint64 offset;
    qint64 length;
};

/// Writes records as they come. `places` may be null; with it every record's place is noted and rows may come in any
/// order, without it the first row that goes up ends the reading.
class CsvSink final : public RecordSink {
public:
    CsvSink(QFileDevice &target, std::vector<Place> *places)
        : m_target(target)
        , m_places(places)
    { }

    bool take(const RecordView &record) override
    {
        if (!m_places && record.line < m_lastRow) {
            wentUp = true;
            return false;
        }
        m_lastRow = record.line;
        const qint64 start = written.bytes + static_cast<qint64>(m_buffer.size());
        if (!writeCells(record))
            return false;
        ++written.records;
        if (m_places)
            m_places->push_back({record.line, start, written.bytes + static_cast<qint64>(m_buffer.size()) - start});
        else
            written.lines.append(record.line);
        return true;
    }

    bool flush()
    {
        const auto size = static_cast<qint64>(m_buffer.size());
        if (written.bytes + size > sheetCsvBytes) {
            error = {ErrorCode::TableTooLarge, {}, {{QStringLiteral("limit"), sheetCsvBytes}}, {}};
            return false;
        }
        if (m_target.write(m_buffer.data(), size) != size || !m_target.flush())
            return failWriting();
        written.bytes += size;
        m_buffer.clear();
        return true;
    }

    SheetCsv written;
    bool wentUp = false;
    std::optional<base::Error> error;

private:
    bool writeCells(const RecordView &record)
    {
        bool first = true;
        for (const std::string_view cell : record.cells) {
            if (!first)
                m_buffer += ',';
            csv::appendCell(m_buffer, cell, ',');
            first = false;
            if (m_buffer.size() >= bufferBytes && !flush())
                return false;
        }
        m_buffer += '\n';
        return true;
    }

    bool failWriting()
    {
        const bool full = m_target.error() == QFileDevice::ResourceError;
        error = {full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                 m_target.errorString(),
                 {{QStringLiteral("file"), m_target.fileName()}},
                 {}};
        return false;
    }

    QFileDevice &m_target;
    std::vector<Place> *m_places;
    std::string m_buffer;
    qint64 m_lastRow = 0;
};

base::Result<SheetCsv> write(Workbook &workbook, const QString &sheet, CsvSink &sink, const base::StopFlag &stop,
                             const WorkbookProgress &progress, SheetReach reach)
{
    const auto read = workbook.readSheet(sheet, sink, stop, progress, reach);
    if (!read.ok())
        return read.error();
    if (!sink.error && !sink.wentUp)
        sink.flush();
    if (sink.error)
        return *sink.error;
    return std::move(sink.written);
}

bool copy(QFileDevice &from, QFileDevice &to, const Place &place, QByteArray &buffer)
{
    if (!from.seek(place.offset))
        return false;
    for (qint64 left = place.length; left > 0;) {
        const qint64 got = from.read(buffer.data(), std::min<qint64>(left, buffer.size()));
        if (got <= 0 || to.write(buffer.constData(), got) != got)
            return false;
        left -= got;
    }
    return true;
}

/// For the rare file whose rows are out of order: writes them as they come, then copies them in order.
base::Result<SheetCsv> writeSorted(Workbook &workbook, const QString &sheet, QFileDevice &target,
                                   const base::StopFlag &stop, const WorkbookProgress &progress, SheetReach reach)
{
    const auto failure = [](const QFileDevice &file) {
        return base::Error{
            ErrorCode::FileUnwritable, file.errorString(), {{QStringLiteral("file"), file.fileName()}}, {}};
    };
    QTemporaryFile unsorted(QFileInfo(target.fileName()).dir().filePath(QStringLiteral("unsorted-XXXXXX")));
    if (!unsorted.open())
        return failure(unsorted);
    std::vector<Place> places;
    CsvSink sink(unsorted, &places);
    auto written = write(workbook, sheet, sink, stop, progress, reach);
    if (!written.ok())
        return written.error();
    std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.row < b.row; });
    QByteArray buffer(bufferBytes, Qt::Uninitialized);
    for (const Place &place : places) {
        if (stop.raised())
            return base::Error{ErrorCode::Cancelled, {}, {}, {}};
        if (!copy(unsorted, target, place, buffer))
            return failure(target);
        written->lines.append(place.row);
    }
    if (!target.flush())
        return failure(target);
    return written;
}

} // namespace

base::Result<SheetCsv> saveSheetAsCsv(Workbook &workbook, const QString &sheet, QFileDevice &target,
                                      const base::StopFlag &stop, const WorkbookProgress &progress, SheetReach reach)
{
    const auto emptied = [&target] { return target.resize(0) && target.seek(0); };
    CsvSink sink(target, nullptr);
    if (!emptied())
        return base::Error{
            ErrorCode::FileUnwritable, target.errorString(), {{QStringLiteral("file"), target.fileName()}}, {}};
    auto written = write(workbook, sheet, sink, stop, progress, reach);
    if (!sink.wentUp)
        return written;
    if (!emptied())
        return base::Error{
            ErrorCode::FileUnwritable, target.errorString(), {{QStringLiteral("file"), target.fileName()}}, {}};
    return writeSorted(workbook, sheet, target, stop, progress, reach);
}

} // namespace tabular
