#include "tabular/opening/OpenedTable.h"

#include "tabular/Utf8.h"
#include "tabular/csv/FileSource.h"
#include "tabular/opening/ProgressShare.h"
#include "tabular/opening/SheetCopy.h"
#include "tabular/opening/TableFile.h"
#include "tabular/opening/TableHead.h"
#include "tabular/sniffing/DriveAnswer.h"
#include "tabular/sniffing/WorkingText.h"

namespace tabular {

namespace {

using base::ErrorCode;

class RowsSink final : public RecordSink {
public:
    bool take(const RecordView &record) override
    {
        rows.push_back(cellTexts(record.cells));
        return true;
    }
    std::vector<QStringList> rows;
};

} // namespace

class OpenedTable::Private final {
public:
    std::shared_ptr<csv::ByteSource> original;
    SharedTableFile file;
    std::optional<SheetCopy> sheet;
    std::optional<WorkingText> working;
    InvalidPlaces none;
    LineNumbers noLines;
    QString format;
    bool agreed = false; ///< to replacing bytes
};

OpenedTable::OpenedTable()
    : d(std::make_unique<Private>())
{ }

OpenedTable::~OpenedTable()
{
    m_text.reset(); // ahead of the folder that it stands in
}

base::Result<std::shared_ptr<const OpenedTable>> OpenedTable::open(const SourceFile &source, InvalidBytes invalid,
                                                                   const base::StopFlag &stop,
                                                                   const std::function<void(int)> &progress,
                                                                   const SharedTableFile &unpacked)
{
    const std::shared_ptr<OpenedTable> table(new OpenedTable);
    table->m_source = source;
    auto loaded = table->load(invalid, stop, progress, unpacked);
    // A copy of a file that was written to meanwhile is a copy of nothing, and what failed may have failed because of that.
    if (loaded.ok())
        loaded = table->unchanged();
    if (loaded.ok() && stop.raised())
        loaded = base::Error{ErrorCode::Cancelled, {}, {}, {}};
    if (!loaded.ok())
        return table->located(loaded.error());
    return std::shared_ptr<const OpenedTable>(table);
}

base::Status OpenedTable::load(InvalidBytes invalid, const base::StopFlag &stop,
                               const std::function<void(int)> &progress, const SharedTableFile &unpacked)
{
    if (auto answered = awaitDrive(m_source.path, stop); !answered.ok())
        return answered;
    auto original = csv::FileSource::open(m_source.path);
    if (!original.ok())
        return original.error();
    d->original = std::move(original).value();
    auto file = reachTable(m_source.path, Unpacking::Whole, unpacked, stop, share(progress, 0, 50));
    if (!file.ok())
        return file.error();
    d->file = std::move(file).value();
    const bool wasUnpackedNow = d->file->folder && d->file != unpacked;
    const auto rest = share(progress, wasUnpackedNow ? 50 : 0, 100);
    return d->file->look.kind == FileKind::DelimitedText ? loadText(invalid, stop, rest) : loadSheet(stop, rest);
}

base::Status OpenedTable::loadText(InvalidBytes invalid, const base::StopFlag &stop,
                                   const std::function<void(int)> &progress)
{
    d->format = QStringLiteral("CSV");
    m_textDialect = m_source.dialect;
    const TextEncoding *encoding = findEncoding(m_source.dialect.encoding);
    if (!encoding || !isAvailable(*encoding))
        return base::Error{
            ErrorCode::TableBytesUndecodable, {}, {{QStringLiteral("found"), m_source.dialect.encoding}}, {}};
    d->agreed = invalid == InvalidBytes::Replace;
    if (encoding->family == EncodingFamily::Utf8 && !d->agreed)
        return readFrom(d->file->path);
    const auto zeros = d->agreed ? WorkingText::ZeroBytes::Drop : WorkingText::ZeroBytes::Keep;
    auto working = WorkingText::prepare(d->file->path, *encoding, InvalidBytes::Replace, stop, progress, {}, zeros,
                                        m_source.utf8Lines);
    if (!working.ok())
        return working.error();
    d->working.emplace(std::move(working).value());
    return readFrom(d->working->path());
}

base::Status OpenedTable::loadSheet(const base::StopFlag &stop, const std::function<void(int)> &progress)
{
    m_textDialect.headerRow = m_source.dialect.headerRow;
    m_textDialect.headerRows = m_source.dialect.headerRows;
    auto workbook = openWorkbook(d->file->path);
    if (!workbook.ok())
        return workbook.error();
    d->format = (*workbook)->format();
    const auto told = [&progress](qint64 done, qint64 total) {
        if (progress)
            progress(static_cast<int>(qBound(qint64(0), 100 * done / qMax(qint64(1), total), qint64(100))));
    };
    auto copy = copySheet(**workbook, m_source.sheet, stop, told);
    if (!copy.ok())
        return copy.error();
    d->sheet.emplace(std::move(copy).value());
    m_workbookFindings = (*workbook)->findings();
    m_sheets = (*workbook)->knownSheets().sheets;
    return readFrom(d->sheet->path);
}

base::Status OpenedTable::readFrom(const QString &path)
{
    if (path == m_source.path) {
        m_text = d->original;
        return base::Done{};
    }
    auto text = csv::FileSource::open(path);
    if (!text.ok())
        return text.error();
    m_text = std::move(text).value();
    return base::Done{};
}

QString OpenedTable::format() const
{
    return d->format;
}

bool OpenedTable::isSheet() const
{
    return d->sheet.has_value();
}

QString OpenedTable::member() const
{
    return d->file->member;
}

qint64 OpenedTable::bytes() const
{
    return d->original->size();
}

qint64 OpenedTable::rowOf(qint64 number) const
{
    return d->sheet ? d->sheet->written.lines.rowOf(number) : number;
}

const InvalidPlaces &OpenedTable::replacedPlaces() const
{
    return d->working ? d->working->replacedPlaces() : d->none;
}

const LineNumbers &OpenedTable::utf8Lines() const
{
    return d->working ? d->working->utf8Lines() : d->noLines;
}

qint64 OpenedTable::droppedZeros() const
{
    return d->working ? d->working->droppedZeros() : 0;
}

base::Status OpenedTable::decided() const
{
    if (m_source.utf8Lines == Utf8Lines::Ask && utf8Lines().count > 0)
        return located({ErrorCode::TableEncodingsMixed,
                        {},
                        {{QStringLiteral("line"), utf8Lines().first.front()},
                         {QStringLiteral("found"), m_source.dialect.encoding}},
                        {}});
    const InvalidPlaces &places = replacedPlaces();
    if (d->agreed || places.count == 0)
        return base::Done{};
    base::Error error{ErrorCode::TableBytesUndecodable, {}, {{QStringLiteral("found"), m_source.dialect.encoding}}, {}};
    if (!places.first.empty()) {
        error.context.insert(QStringLiteral("line"), places.first.front().line);
        error.context.insert(QStringLiteral("byte"), places.first.front().offset);
    }
    return located(error);
}

base::Status OpenedTable::unchanged() const
{
    const auto same = d->original->unchanged();
    return same.ok() ? same : located(same.error());
}

/// Whoever reads a file while it is written sees open quotes, cut archives and what not; the cause is worth more.
bool OpenedTable::mayBeDueToAChange(ErrorCode code) const
{
    const bool ownTrouble = code == ErrorCode::Cancelled || code == ErrorCode::DiskFull
        || code == ErrorCode::FileUnwritable || code == ErrorCode::FileChanged;
    return !ownTrouble && d->original && !d->original->unchanged().ok();
}

base::Error OpenedTable::located(base::Error error) const
{
    if (mayBeDueToAChange(error.code))
        return {ErrorCode::FileChanged, error.detail, {{QStringLiteral("file"), m_source.path}}, {}};
    // What is wrong with the place of a working copy is nothing that is wrong with the file.
    const bool ofCopy = error.code == ErrorCode::DiskFull || error.code == ErrorCode::FileUnwritable;
    if (!ofCopy || !error.context.contains(QStringLiteral("file")))
        error.context.insert(QStringLiteral("file"), m_source.path);
    const auto row = error.context.find(QStringLiteral("row"));
    if (d->sheet && row != error.context.end()) {
        // The lines of the working copy are nothing to the user.
        *row = rowOf(row->toLongLong());
        error.context.remove(QStringLiteral("line"));
    }
    return error;
}

base::Result<std::vector<QStringList>> rowsFrom(const OpenedTable &table, const csv::ScanReport &scan, qint64 first,
                                                qint64 count)
{
    RowsSink sink;
    const qint64 record = headRecords(table.textDialect()) + first + 1;
    const auto read = csv::readSome(table.text(), scan.syntax, record, count,
                                    {.begin = scan.index.beforeRecord(record), .checkUtf8 = false}, sink);
    if (!read.ok())
        return table.located(read.error());
    if (const auto same = table.unchanged(); !same.ok())
        return same.error();
    return std::move(sink.rows);
}

} // namespace tabular
