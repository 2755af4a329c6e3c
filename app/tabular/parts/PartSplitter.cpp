#include "tabular/parts/PartSplitter.h"

#include "tabular/csv/RecordWriter.h"
#include "tabular/opening/TableHead.h"
#include "tabular/parts/PackingLine.h"
#include "tabular/parts/PartArchive.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace tabular {

namespace {

/// Often enough to stop at once, seldom enough not to be felt.
constexpr qint64 rowsBetweenLooks = 256;
/// Rows that are written anew go into their file so many bytes at a time.
constexpr qsizetype writtenTogether = 256 * 1024;
/// A record of nothing would be a blank line, which is none.
constexpr qsizetype longestEnd = 4; ///< of a record: quotes around nothing, CRLF

base::Error over(base::ErrorCode code, qint64 found, qint64 limit)
{
    return {code, {}, {{QStringLiteral("found"), found}, {QStringLiteral("limit"), limit}}, {}};
}

QByteArray headerRecord(const std::vector<PartColumn> &columns)
{
    std::vector<std::string> names;
    for (const PartColumn &column : columns)
        names.push_back(column.header.toStdString());
    std::string record;
    csv::appendRecord(record, std::vector<std::string_view>(names.begin(), names.end()), ',');
    return QByteArray::fromStdString(record);
}

/// `texts` holds what stands in the place of `cells` then.
void changeCells(const std::vector<PartColumn> &columns, std::vector<std::string_view> &cells,
                 std::vector<std::string> &texts)
{
    for (size_t i = 0; i < cells.size(); ++i) {
        const CellChange *change = columns[i].change.get();
        if (change && change->change(cells[i], texts[i]))
            cells[i] = texts[i];
    }
}

} // namespace

class PartSplitter::Private final {
public:
    Private(PartPlan partPlan, base::StopFlag stopFlag)
        : plan(std::move(partPlan))
        , stop(std::move(stopFlag))
    {
        if (std::any_of(plan.columns.begin(), plan.columns.end(), [](const PartColumn &c) { return c.change; }))
            changed.resize(plan.columns.size());
    }

    bool fail(base::Error why)
    {
        if (!error)
            error = std::move(why);
        return false;
    }

    /// Such a part needs nothing but its bytes in the file: they go there from where they were read, while they are in the
    /// processor's caches. A zip and a hash are made by other threads at the same time.
    [[nodiscard]] bool writesAtOnce() const { return !plan.zip && !plan.hashed && plan.threads <= 1; }

    void startPart(QByteArrayView firstRow)
    {
        part = {};
        inFile = 0;
        if (!writesAtOnce())
            part.csv.reserve(qMin<qint64>(plan.limits.bytes, qMax<qint64>(lastSize, 1 << 20)));
        part.csv += header;
        part.csv.append(firstRow.data(), firstRow.size());
    }

    void endPart()
    {
        lastSize = part.csv.capacity();
        if (!writesAtOnce()) {
            packing->add(std::move(part));
            return;
        }
        if (!flush())
            return;
        openFile->end();
        packing->addPacked(
            {std::move(*openFile),
             {{}, partEntryName(plan.sourceName), rowsInPart(), inFile, inFile, {}, std::move(part.source)}});
        openFile.reset();
    }

    /// What is in memory goes into the file.
    bool flush()
    {
        const bool flushed = part.csv.isEmpty() || write(part.csv);
        part.csv.resize(0);
        return flushed;
    }

    bool write(QByteArrayView bytes)
    {
        if (!openFile) {
            openFile.emplace(packing->place());
            if (const auto begun = openFile->begin(); !begun.ok())
                return fail(begun.error());
        }
        if (const auto written = openFile->append(bytes.data(), bytes.size()); !written.ok())
            return fail(written.error());
        inFile += bytes.size();
        return true;
    }

    void nextPart()
    {
        endPart();
        startPart({});
    }

    [[nodiscard]] const char *lineEnd() const { return plan.lineFeeds ? "\n" : "\r\n"; }
    [[nodiscard]] qint64 rowsInPart() const { return part.source.size(); }
    [[nodiscard]] qint64 bytesInPart() const { return inFile + part.csv.size(); }

    /// False: stopped, or a part could not be packed.
    bool mayGoOn()
    {
        if (error || !packing)
            return false;
        if (stop.raised())
            return fail({base::ErrorCode::Cancelled, {}, {}, {}});
        return !packing->failed();
    }

    [[nodiscard]] size_t rowsThatFit(const csv::RowRun &rows, size_t from) const;
    bool append(const csv::RowRun &rows, size_t from, size_t count);
    void noteRows(const csv::RowRun &rows, size_t from, size_t count, quint32 shift);

    bool tooLong(qint64 row, qint64 line)
    {
        return fail({base::ErrorCode::TableCellTooLong,
                     {},
                     {{QStringLiteral("row"), row},
                      {QStringLiteral("line"), line},
                      {QStringLiteral("limit"), plan.limits.bytes}},
                     {}});
    }

    bool failIn(const RecordView &row, base::ErrorCode code)
    {
        return fail({code, {}, {{QStringLiteral("row"), row.number}, {QStringLiteral("line"), row.line}}, {}});
    }

    /// The cells that go out, in their order; blank where the row is too short.
    const std::vector<std::string_view> &chosenCells(const RecordView &row)
    {
        cells.clear();
        for (const PartColumn &column : plan.columns) {
            const auto source = static_cast<size_t>(column.source);
            cells.push_back(source < row.cells.size() ? row.cells[source] : std::string_view());
        }
        if (!changed.empty())
            changeCells(plan.columns, cells, changed);
        return cells;
    }

    void encode(const RecordView &row)
    {
        const qsizetype start = part.csv.size();
        auto room = static_cast<qsizetype>(plan.columns.size());
        for (const std::string_view cell : chosenCells(row))
            room += static_cast<qsizetype>(csv::cellRoom(cell));
        part.csv.resize(start + room + longestEnd);
        char *out = part.csv.data() + start;
        bool first = true;
        for (const std::string_view cell : cells) {
            if (!first)
                *out++ = ',';
            first = false;
            out = csv::putCell(out, cell, ',');
        }
        part.csv.truncate(out - part.csv.constData());
        if (part.csv.size() == start)
            part.csv.append("\"\""); // a blank line would be no record
        part.csv.append(lineEnd());
    }

    base::Status keepAll(std::vector<PackedPart> &packed);

    PartPlan plan;
    base::StopFlag stop;
    QByteArray header;
    RawPart part;
    std::optional<PartFile> openFile; ///< of the part, where it is written at once
    qint64 inFile = 0;
    std::vector<std::string_view> cells;
    std::vector<std::string> changed; ///< one a column, where any column has a change
    qint64 lastSize = 0;
    qint64 taken = 0;
    std::unique_ptr<PackingLine> packing;
    std::optional<base::Error> error;
};

/// How many rows from `from` on the part still has room for.
size_t PartSplitter::Private::rowsThatFit(const csv::RowRun &rows, size_t from) const
{
    const auto rowsLeft = static_cast<size_t>(plan.limits.rows - rowsInPart());
    const auto begin = rows.ends.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = begin + static_cast<std::ptrdiff_t>(qMin(rowsLeft, rows.ends.size() - from));
    const qint64 textBegin = from == 0 ? 0 : rows.ends[from - 1];
    const qint64 textEnd = textBegin + plan.limits.bytes - bytesInPart();
    if (begin == end || qint64(*std::prev(end)) <= textEnd)
        return static_cast<size_t>(end - begin);
    return static_cast<size_t>(
        std::upper_bound(begin, end, textEnd, [](qint64 most, quint32 place) { return most < qint64(place); }) - begin);
}

bool PartSplitter::Private::append(const csv::RowRun &rows, size_t from, size_t count)
{
    const quint32 begin = from == 0 ? 0 : rows.ends[from - 1];
    const QByteArrayView text(rows.text + begin, static_cast<qsizetype>(rows.ends[from + count - 1] - begin));
    const auto shift = static_cast<quint32>(bytesInPart()) - begin;
    if (!writesAtOnce())
        part.csv.append(text.data(), text.size());
    else if (!flush() || !write(text))
        return false;
    noteRows(rows, from, count, shift);
    return true;
}

void PartSplitter::Private::noteRows(const csv::RowRun &rows, size_t from, size_t count, quint32 shift)
{
    const size_t end = from + count;
    for (size_t row = from; row < end && !writesAtOnce(); ++row)
        part.rowStarts.push_back((row == 0 ? 0 : rows.ends[row - 1]) + shift);
    // Most rows take one line, so that as many as do follow one another.
    for (size_t row = from; row < end;) {
        const size_t first = row;
        const quint32 before = first == 0 ? 0 : rows.breaks[first - 1];
        while (++row < end && rows.breaks[row - 1] - before == row - first) { }
        part.source.append(rows.number + static_cast<qint64>(first), rows.line + before,
                           static_cast<qint64>(row - first));
    }
}

/// Puts every part into its place; if that fails midway, those already there are taken away again.
base::Status PartSplitter::Private::keepAll(std::vector<PackedPart> &packed)
{
    const QString name = QFileInfo(partEntryName(plan.sourceName)).completeBaseName();
    const QString suffix = plan.zip ? QStringLiteral("zip") : QStringLiteral("csv");
    for (size_t i = 0; i < packed.size(); ++i) {
        const QString file = QStringLiteral("%1-%2.%3").arg(name).arg(i + 1, 3, 10, QLatin1Char('0')).arg(suffix);
        const QString path = QDir(plan.folder).filePath(file);
        if (auto kept = packed[i].file.keep(path); !kept.ok()) {
            for (size_t before = 0; before < i; ++before)
                QFile::remove(packed[before].facts.path);
            return kept;
        }
        packed[i].facts.path = path;
    }
    return base::Done{};
}

PartSplitter::PartSplitter(PartPlan plan, base::StopFlag stop)
    : d(std::make_unique<Private>(std::move(plan), std::move(stop)))
{
    d->packing = std::make_unique<PackingLine>(d->plan, d->stop);
}

PartSplitter::~PartSplitter() = default;

base::Status PartSplitter::begin()
{
    const auto columns = static_cast<qint64>(d->plan.columns.size());
    if (columns > d->plan.limits.columns)
        d->fail(over(base::ErrorCode::TableTooManyColumns, columns, d->plan.limits.columns));
    else if (const auto space = checkFreeSpace(d->plan.folder, d->plan.sourceBytes); !space.ok())
        d->fail(space.error());
    d->header = headerRecord(d->plan.columns);
    d->header.chop(2);
    d->header.append(d->lineEnd());
    if (d->header.contains('\0'))
        d->fail({base::ErrorCode::TableHoldsZeroBytes, {}, {}, {}});
    if (d->header.size() > d->plan.limits.bytes)
        d->fail(over(base::ErrorCode::TableTooLarge, d->header.size(), d->plan.limits.bytes));
    d->startPart({});
    if (d->error)
        return *d->error;
    return base::Done{};
}

bool PartSplitter::take(const RecordView &row)
{
    if (d->error || (d->taken++ % rowsBetweenLooks == 0 && !d->mayGoOn()))
        return false;
    if (d->plan.widestRow > 0 && isLongRow(row, d->plan.widestRow))
        return d->plan.leavesLongRowsOut || d->failIn(row, base::ErrorCode::TableRowTooLong);
    RawPart &part = d->part;
    if (d->rowsInPart() == d->plan.limits.rows)
        d->nextPart();
    else if (d->writesAtOnce() && part.csv.size() >= writtenTogether && !d->flush())
        return false;
    qsizetype start = part.csv.size();
    d->encode(row);
    // The reader has a remark on each zero byte; whether it is in a column that goes out shows only here.
    if (!row.remarks.empty() && part.csv.indexOf('\0', start) >= 0)
        return d->failIn(row, base::ErrorCode::TableHoldsZeroBytes);
    if (d->bytesInPart() > d->plan.limits.bytes && d->rowsInPart() > 0) {
        const QByteArray kept = part.csv.mid(start);
        part.csv.truncate(start);
        d->endPart();
        d->startPart(kept);
        start = d->header.size();
    }
    if (d->bytesInPart() > d->plan.limits.bytes)
        return d->tooLong(row.number, row.line);
    if (!d->writesAtOnce())
        part.rowStarts.push_back(static_cast<quint32>(start));
    part.source.append(row.number, row.line);
    return true;
}

bool PartSplitter::takeRows(const csv::RowRun &rows)
{
    if (!d->mayGoOn())
        return false;
    for (size_t from = 0; from < rows.ends.size();) {
        if (const size_t count = d->rowsThatFit(rows, from); count > 0) {
            if (!d->append(rows, from, count))
                return false;
            from += count;
        } else if (d->rowsInPart() > 0) {
            d->nextPart();
            if (d->error)
                return false;
        } else {
            const qint64 line = rows.line + (from == 0 ? 0 : rows.breaks[from - 1]);
            return d->tooLong(rows.number + static_cast<qint64>(from), line);
        }
    }
    return true;
}

base::Result<std::vector<SplitPart>> PartSplitter::finish()
{
    if (!d->error && d->rowsInPart() > 0)
        d->endPart();
    d->openFile.reset();
    auto packed = d->packing->wait();
    d->packing.reset();
    if (d->stop.raised())
        d->fail({base::ErrorCode::Cancelled, {}, {}, {}});
    // What the packing of an earlier row failed with comes before what a later row failed with.
    if (!packed.ok())
        return packed.error();
    if (d->error)
        return *d->error;
    if (packed->empty())
        return base::Error{base::ErrorCode::TableHasNoRows, {}, {}, {}};
    if (const auto kept = d->keepAll(packed.value()); !kept.ok())
        return kept.error();
    std::vector<SplitPart> parts;
    for (PackedPart &part : packed.value())
        parts.push_back(std::move(part.facts));
    return parts;
}

} // namespace tabular
