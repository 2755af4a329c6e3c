#include "tabular/csv/RowRuns.h"

#include <algorithm>

namespace tabular::csv {

namespace {

/// So much text is read row by row before plain rows are looked for again; more where that was in vain.
constexpr qint64 leastSlice = 64LL * 1024;
constexpr qint64 mostSlice = 16LL * 1024 * 1024;

/// Row by row up to a place in the text.
class SliceSink final : public RecordSink {
public:
    SliceSink(RecordSink &rows, qint64 end)
        : m_rows(rows)
        , m_end(end)
    { }
    bool take(const RecordView &row) override
    {
        m_wanted = m_rows.take(row);
        m_reached = row.offset >= m_end;
        return m_wanted && !m_reached;
    }
    [[nodiscard]] bool goesOn() const { return m_wanted && m_reached; }

private:
    RecordSink &m_rows;
    qint64 m_end;
    bool m_wanted = true;
    bool m_reached = false;
};

} // namespace

RowRuns::RowRuns(std::shared_ptr<ByteSource> text, const CsvDialect &dialect, base::StopFlag stop, Progress progress)
    : m_text(std::move(text))
    , m_stop(std::move(stop))
    , m_progress(std::move(progress))
    , m_reader(m_text, dialect, {.stop = m_stop, .progress = m_progress})
{ }

base::Result<bool> RowRuns::begin(qint64 number, int cells)
{
    for (qint64 record = 1; record <= number; ++record) {
        const auto more = m_reader.next(m_first);
        if (!more.ok() || !*more)
            return more;
    }
    const RecordPlace behind = m_reader.place();
    if (!PlainRows::isPossible(*m_text, m_reader.syntax()))
        return true;
    char next = '\0';
    if (const auto taken = m_text->readAt(behind.offset, {&next, 1}); !taken.ok())
        return taken.error();
    // CR alone is left to the reader.
    if (!behind.afterCr || next == '\n')
        m_format = {m_reader.syntax(), cells, behind.afterCr};
    return true;
}

base::Status RowRuns::readAll(RowRunSink &runs, RecordSink &rows)
{
    if (m_format)
        return readBoth(runs, rows);
    return rows.take(m_first) ? m_reader.readAll(rows) : base::Done{};
}

base::Status RowRuns::readBoth(RowRunSink &runs, RecordSink &rows)
{
    RecordPlace place{m_first.offset, m_first.number - 1, m_first.line, false};
    PlainRows plain(m_text, *m_format, m_stop, m_progress);
    qint64 slice = leastSlice;
    for (;;) {
        const auto copied = plain.readFrom(place, runs);
        if (!copied.ok())
            return copied.error();
        if (*copied == PlainRows::End::Enough)
            return base::Done{};
        slice = plain.place().offset - place.offset < slice ? std::min(2 * slice, mostSlice) : leastSlice;
        RecordReader reader(m_text, m_format->syntax,
                            {.begin = plain.place(),
                             .chunkBytes = static_cast<qsizetype>(std::min<qint64>(slice, 1024LL * 1024)),
                             .stop = m_stop,
                             .progress = m_progress});
        SliceSink between(rows, plain.place().offset + slice);
        if (auto read = reader.readAll(between); !read.ok())
            return read;
        if (!between.goesOn())
            return base::Done{};
        place = behindLineFeed(reader.place());
    }
}

/// The reader may stop between CR and LF.
RecordPlace RowRuns::behindLineFeed(RecordPlace place) const
{
    char next = '\0';
    if (place.afterCr && m_text->readAt(place.offset, {&next, 1}).ok() && next == '\n')
        ++place.offset;
    place.afterCr = false;
    return place;
}

} // namespace tabular::csv
