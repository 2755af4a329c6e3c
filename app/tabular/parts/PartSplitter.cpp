#include "tabular/parts/PartSplitter.h"

#include "tabular/csv/RecordWriter.h"
#include "tabular/parts/PartArchive.h"
#include "tabular/parts/PartPacker.h"

#include <QDir>
#include <QFileInfo>
#include <QThreadPool>
#include <QUuid>

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>

namespace tabular {

namespace {

/// Often enough to stop at once, seldom enough not to be felt.
constexpr qint64 rowsBetweenLooks = 256;
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

/// Packs raw parts in threads of its own, a few at a time, and keeps what comes out in the order of what went in.
class PackingLine final {
public:
    PackingLine(const PartPlan &plan, base::StopFlag stop)
        : m_plan(plan)
        , m_stop(std::move(stop))
        , m_place(QDir(plan.folder).filePath(QStringLiteral(".%1-").arg(QUuid::createUuid().toString(QUuid::Id128))))
    {
        m_pool.setMaxThreadCount(qMax(1, plan.threads));
    }
    ~PackingLine()
    {
        m_abandoned.raise();
        m_pool.waitForDone();
    }

    /// Waits while all threads are busy.
    void add(RawPart part)
    {
        const size_t index = m_added++;
        if (m_plan.threads <= 1) {
            keep(index, packPart(m_plan, std::move(part), placeOf(index), m_stop));
            return;
        }
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_running < m_plan.threads; });
        ++m_running;
        auto shared = std::make_shared<RawPart>(std::move(part));
        m_pool.start([this, index, shared] {
            keep(index,
                 packPart(m_plan, std::move(*shared), placeOf(index), m_abandoned.raised() ? m_abandoned : m_stop));
            const std::lock_guard done(m_mutex);
            --m_running;
            m_changed.notify_all();
        });
    }

    [[nodiscard]] bool failed()
    {
        const std::lock_guard lock(m_mutex);
        return m_failed;
    }

    /// All parts, or the error of the first one that failed.
    base::Result<std::vector<PackedPart>> wait()
    {
        m_pool.waitForDone();
        std::vector<PackedPart> all;
        for (auto &[index, packed] : m_packed) {
            if (!packed.ok())
                return packed.error();
            std::move(packed.value().begin(), packed.value().end(), std::back_inserter(all));
        }
        return all;
    }

private:
    [[nodiscard]] QString placeOf(size_t index) const { return m_place + QStringLiteral("%1-").arg(index); }

    void keep(size_t index, base::Result<std::vector<PackedPart>> packed)
    {
        const std::lock_guard lock(m_mutex);
        m_failed = m_failed || !packed.ok();
        m_packed.emplace(index, std::move(packed));
    }

    const PartPlan &m_plan;
    base::StopFlag m_stop;
    base::StopFlag m_abandoned;
    QString m_place;
    size_t m_added = 0;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_running = 0;
    bool m_failed = false;
    std::map<size_t, base::Result<std::vector<PackedPart>>> m_packed;
    QThreadPool m_pool;
};

} // namespace

class PartSplitter::Private final {
public:
    Private(PartPlan partPlan, base::StopFlag stopFlag)
        : plan(std::move(partPlan))
        , stop(std::move(stopFlag))
    { }

    bool fail(base::Error why)
    {
        if (!error)
            error = std::move(why);
        return false;
    }

    void startPart(QByteArrayView firstRow)
    {
        part = {};
        part.csv.reserve(qMin<qint64>(plan.limits.bytes, qMax<qint64>(lastSize, 1 << 20)));
        part.csv += header;
        part.csv.append(firstRow.data(), firstRow.size());
    }

    void endPart()
    {
        lastSize = part.csv.capacity();
        packing->add(std::move(part));
    }

    void nextPart()
    {
        endPart();
        startPart({});
    }

    [[nodiscard]] const char *lineEnd() const { return plan.lineFeeds ? "\n" : "\r\n"; }
    [[nodiscard]] qint64 rowsInPart() const { return static_cast<qint64>(part.rowStarts.size()); }

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
    void append(const csv::RowRun &rows, size_t from, size_t count);

    bool tooLong(qint64 row, qint64 line)
    {
        return fail({base::ErrorCode::TableCellTooLong,
                     {},
                     {{QStringLiteral("row"), row},
                      {QStringLiteral("line"), line},
                      {QStringLiteral("limit"), plan.limits.bytes}},
                     {}});
    }

    bool holdsZeroBytes(qint64 row, qint64 line)
    {
        return fail({base::ErrorCode::TableHoldsZeroBytes,
                     {},
                     {{QStringLiteral("row"), row}, {QStringLiteral("line"), line}},
                     {}});
    }

    /// The cells that go out, in their order; blank where the row is too short.
    const std::vector<std::string_view> &chosenCells(const RecordView &row)
    {
        cells.clear();
        for (const PartColumn &column : plan.columns) {
            const auto source = static_cast<size_t>(column.source);
            cells.push_back(source < row.cells.size() ? row.cells[source] : std::string_view());
        }
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
    std::vector<std::string_view> cells;
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
    const qint64 textEnd = textBegin + plan.limits.bytes - part.csv.size();
    if (begin == end || qint64(*std::prev(end)) <= textEnd)
        return static_cast<size_t>(end - begin);
    return static_cast<size_t>(
        std::upper_bound(begin, end, textEnd, [](qint64 most, quint32 place) { return most < qint64(place); }) - begin);
}

void PartSplitter::Private::append(const csv::RowRun &rows, size_t from, size_t count)
{
    const quint32 begin = from == 0 ? 0 : rows.ends[from - 1];
    const auto shift = static_cast<quint32>(part.csv.size()) - begin;
    part.csv.append(rows.text + begin, static_cast<qsizetype>(rows.ends[from + count - 1] - begin));
    quint32 start = begin;
    quint32 breaks = from == 0 ? 0 : rows.breaks[from - 1];
    for (size_t row = from; row < from + count; ++row) {
        part.rowStarts.push_back(start + shift);
        part.source.append(rows.number + static_cast<qint64>(row), rows.line + breaks);
        start = rows.ends[row];
        breaks = rows.breaks[row];
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
    RawPart &part = d->part;
    if (d->rowsInPart() == d->plan.limits.rows)
        d->nextPart();
    qsizetype start = part.csv.size();
    d->encode(row);
    // The reader has a remark on each zero byte; whether it is in a column that goes out shows only here.
    if (!row.remarks.empty() && part.csv.indexOf('\0', start) >= 0)
        return d->holdsZeroBytes(row.number, row.line);
    if (part.csv.size() > d->plan.limits.bytes && !part.rowStarts.empty()) {
        const QByteArray kept = part.csv.mid(start);
        part.csv.truncate(start);
        d->endPart();
        d->startPart(kept);
        start = d->header.size();
    }
    if (part.csv.size() > d->plan.limits.bytes)
        return d->tooLong(row.number, row.line);
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
            d->append(rows, from, count);
            from += count;
        } else if (d->rowsInPart() > 0) {
            d->nextPart();
        } else {
            const qint64 line = rows.line + (from == 0 ? 0 : rows.breaks[from - 1]);
            return d->tooLong(rows.number + static_cast<qint64>(from), line);
        }
    }
    return true;
}

base::Result<std::vector<SplitPart>> PartSplitter::finish()
{
    if (!d->error && !d->part.rowStarts.empty())
        d->endPart();
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
