#include "tabular/csv/InvalidBytes.h"

#include "tabular/Utf8.h"

namespace tabular::csv {

namespace {

constexpr qint64 longestCharacter = 4;
constexpr qint64 stretchAtOnce = 1024LL * 1024;
constexpr qsizetype nearby =
    64LL * 1024; ///< what is read from a place of the index to that of a byte, seldom twice as much

/// Counts in `stretch`, of which `bytes` hold a few more on both sides: what covers a byte begins at most three ahead.
void listIn(QByteArrayView bytes, qint64 bytesBegin, const Stretch &stretch, std::vector<qint64> &offsets,
            qint64 &count)
{
    qsizetype at = 0;
    for (;;) {
        const qsizetype bad = firstNonUtf8(bytes.sliced(at));
        if (bad < 0)
            return;
        const qint64 offset = bytesBegin + at + bad;
        at += bad + 1;
        if (offset >= stretch.end)
            return;
        if (offset < stretch.begin)
            continue;
        ++count;
        if (offsets.size() < ScanReport::mostPlaces)
            offsets.push_back(offset);
    }
}

bool isOfTheText(const base::Error &error)
{
    return error.code == base::ErrorCode::TableQuoteNotClosed || error.code == base::ErrorCode::TableCellTooLong
        || error.code == base::ErrorCode::TableTooManyColumns;
}

/// In a record that cannot be read the place of the error is the nearest that can be said.
InvalidPlace placeOf(qint64 offset, const base::Error &error)
{
    return {offset, error.context.value(QStringLiteral("row")).toLongLong(),
            error.context.value(QStringLiteral("line")).toLongLong(),
            error.context.value(QStringLiteral("column")).toInt()};
}

/// The record that holds each place, found by reading on from the nearest place of the index.
class PlaceFinder final {
public:
    PlaceFinder(const std::shared_ptr<ByteSource> &source, const ScanReport &report)
        : m_source(source)
        , m_report(report)
    { }
    base::Result<InvalidPlace> find(qint64 offset)
    {
        RecordPlace begin = m_report.index.beforeByte(offset);
        RecordReader reader = readerFrom(begin, -1);
        RecordView record;
        for (;;) {
            const auto more = reader.next(record);
            if (!more.ok() && isOfTheText(more.error()))
                return placeOf(offset, more.error());
            if (!more.ok())
                return more.error();
            if (!*more || record.offset > offset)
                break;
            begin = {record.offset, record.number - 1, record.line, false};
        }
        return InvalidPlace{offset, begin.records + 1, begin.line, columnOf(begin, offset)};
    }

private:
    [[nodiscard]] RecordReader readerFrom(const RecordPlace &place, qint64 end) const
    {
        return RecordReader(m_source, m_report.syntax,
                            {.begin = place, .end = end, .checkUtf8 = false, .chunkBytes = nearby});
    }
    /// The cells up to the place, read as if the text ended there.
    [[nodiscard]] int columnOf(const RecordPlace &recordBegin, qint64 offset) const
    {
        RecordReader reader = readerFrom(recordBegin, offset);
        RecordView record;
        const auto read = reader.next(record);
        if (!read.ok())
            return qMax(1, read.error().context.value(QStringLiteral("column")).toInt());
        return *read ? static_cast<int>(record.cells.size()) : 1;
    }

    const std::shared_ptr<ByteSource> &m_source;
    const ScanReport &m_report;
};

} // namespace

base::Status listInvalidBytes(const std::shared_ptr<ByteSource> &source, const std::vector<Stretch> &stretches,
                              const base::StopFlag &stop, ScanReport &report)
{
    if (stretches.empty())
        return base::Done{};
    std::vector<qint64> offsets;
    std::vector<char> bytes;
    for (const Stretch &whole : stretches) {
        for (qint64 begin = whole.begin; begin < whole.end; begin += stretchAtOnce) {
            if (stop.raised())
                return base::Error{base::ErrorCode::Cancelled, {}, {}, {}};
            const Stretch stretch{begin, qMin(begin + stretchAtOnce, whole.end)};
            const qint64 from = qMax<qint64>(0, begin - longestCharacter);
            const auto wanted = static_cast<std::size_t>(stretch.end + longestCharacter - from);
            bytes.resize(qMax(bytes.size(), wanted));
            const auto taken = source->readAt(from, std::span(bytes).first(wanted));
            if (!taken.ok())
                return taken.error();
            listIn(QByteArrayView(bytes.data(), *taken), from, stretch, offsets, report.invalidBytes);
        }
    }
    PlaceFinder finder(source, report);
    for (const qint64 offset : offsets) {
        const auto place = finder.find(offset);
        if (!place.ok())
            return place.error();
        report.invalid.push_back(*place);
    }
    return base::Done{};
}

} // namespace tabular::csv
