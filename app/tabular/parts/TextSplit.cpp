#include "tabular/parts/TextSplit.h"

#include "tabular/csv/PlainRows.h"
#include "tabular/parts/PartSplitter.h"

#include <algorithm>

namespace tabular {

namespace {

/// So much text is read row by row before rows are looked for again that can be copied; more where that was in vain.
constexpr qint64 leastSlice = 64 * 1024;
constexpr qint64 mostSlice = 16 * 1024 * 1024;

/// Rows as they stand.
class RunSink final : public csv::RowRunSink {
public:
    explicit RunSink(PartSplitter &splitter)
        : m_splitter(splitter)
    { }
    bool take(const csv::RowRun &rows) override { return m_splitter.takeRows(rows); }

private:
    PartSplitter &m_splitter;
};

/// Row by row up to a place in the text.
class SliceSink final : public RecordSink {
public:
    SliceSink(PartSplitter &splitter, qint64 end)
        : m_splitter(splitter)
        , m_end(end)
    { }
    bool take(const RecordView &row) override
    {
        m_wanted = m_splitter.take(row);
        m_reached = row.offset >= m_end;
        return m_wanted && !m_reached;
    }
    [[nodiscard]] bool goesOn() const { return m_wanted && m_reached; }

private:
    PartSplitter &m_splitter;
    qint64 m_end;
    bool m_wanted = true;
    bool m_reached = false;
};

bool holdsEveryColumn(const std::vector<PartColumn> &columns)
{
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].source != static_cast<int>(i))
            return false;
    }
    return !columns.empty();
}

class TextSplitter final {
public:
    TextSplitter(std::shared_ptr<csv::ByteSource> text, PartPlan plan, base::StopFlag stop, csv::Progress progress)
        : m_text(std::move(text))
        , m_plan(std::move(plan))
        , m_stop(std::move(stop))
        , m_progress(std::move(progress))
    { }

    base::Result<std::vector<SplitPart>> split(const CsvDialect &dialect)
    {
        csv::RecordReader reader(m_text, dialect, {.stop = m_stop, .progress = m_progress});
        const auto found = findFirstRow(reader, dialect.headerRow < 1 ? 1 : dialect.headerRow + dialect.headerRows);
        if (!found.ok())
            return found.error();
        m_plan.lineFeeds = m_format && !m_format->crlf;
        PartSplitter splitter(m_plan, m_stop);
        if (const auto begun = splitter.begin(); !begun.ok())
            return begun.error();
        if (const auto fed = *found ? feed(reader, splitter) : base::Status(base::Done{}); !fed.ok())
            return fed.error();
        if (const auto same = m_text->unchanged(); !same.ok())
            return same.error();
        return splitter.finish();
    }

private:
    /// False: there are no data rows. Else m_first is the first one.
    base::Result<bool> findFirstRow(csv::RecordReader &reader, int number)
    {
        for (int record = 1; record <= number; ++record) {
            const auto more = reader.next(m_first);
            if (!more.ok() || !*more)
                return more;
        }
        const csv::RecordPlace behind = reader.place();
        if (!csv::PlainRows::isPossible(*m_text, reader.syntax()) || reader.syntax().delimiter != ','
            || reader.syntax().quote != '"' || !holdsEveryColumn(m_plan.columns))
            return true;
        char next = '\0';
        if (const auto taken = m_text->readAt(behind.offset, {&next, 1}); !taken.ok())
            return taken.error();
        // CR alone is left to the reader.
        if (!behind.afterCr || next == '\n')
            m_format = {reader.syntax(), static_cast<int>(m_plan.columns.size()), behind.afterCr};
        return true;
    }

    base::Status feed(csv::RecordReader &reader, PartSplitter &splitter)
    {
        if (m_format)
            return copyRows({m_first.offset, m_first.number - 1, m_first.line, false}, splitter);
        if (!splitter.take(m_first))
            return base::Done{};
        return reader.readAll(splitter);
    }

    base::Status copyRows(csv::RecordPlace place, PartSplitter &splitter)
    {
        csv::PlainRows plain(m_text, *m_format, m_stop, m_progress);
        RunSink runs(splitter);
        qint64 slice = leastSlice;
        for (;;) {
            const auto copied = plain.readFrom(place, runs);
            if (!copied.ok())
                return copied.error();
            if (*copied == csv::PlainRows::End::Enough)
                return base::Done{};
            slice = plain.place().offset - place.offset < slice ? std::min(2 * slice, mostSlice) : leastSlice;
            const qint64 begin = plain.place().offset;
            csv::RecordReader reader(m_text, m_format->syntax,
                                     {.begin = plain.place(),
                                      .chunkBytes = static_cast<qsizetype>(std::min<qint64>(slice, 1024 * 1024)),
                                      .stop = m_stop,
                                      .progress = m_progress});
            SliceSink rows(splitter, begin + slice);
            if (auto read = reader.readAll(rows); !read.ok())
                return read;
            if (!rows.goesOn())
                return base::Done{};
            place = behindLineFeed(reader.place());
        }
    }

    /// The reader may stop between CR and LF.
    csv::RecordPlace behindLineFeed(csv::RecordPlace place) const
    {
        char next = '\0';
        if (place.afterCr && m_text->readAt(place.offset, {&next, 1}).ok() && next == '\n')
            ++place.offset;
        place.afterCr = false;
        return place;
    }

    std::shared_ptr<csv::ByteSource> m_text;
    PartPlan m_plan;
    base::StopFlag m_stop;
    csv::Progress m_progress;
    RecordView m_first;
    std::optional<csv::PlainRows::Format> m_format; ///< empty: no row can be copied
};

} // namespace

base::Result<std::vector<SplitPart>> splitText(const std::shared_ptr<csv::ByteSource> &text, const CsvDialect &dialect,
                                               PartPlan plan, const base::StopFlag &stop, const csv::Progress &progress)
{
    return TextSplitter(text, std::move(plan), stop, progress).split(dialect);
}

} // namespace tabular
