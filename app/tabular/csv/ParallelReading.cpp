#include "tabular/csv/ParallelReading.h"

#include "tabular/csv/Threads.h"

#include <atomic>

namespace tabular::csv {

namespace {

/// The runs of the workers: between each two neighbours lies one.
struct Cuts final {
    CsvSyntax syntax;
    std::vector<RecordPlace> places;
    qint64 end = 0; ///< of the text
};

/// The records of one worker, until a sink ahead of it has enough.
class RunSink final : public RecordSink {
public:
    RunSink(RecordSink &sink, int worker, std::atomic<int> &lastWanted)
        : m_sink(sink)
        , m_worker(worker)
        , m_lastWanted(lastWanted)
    { }
    bool take(const RecordView &record) override
    {
        if (m_lastWanted.load(std::memory_order_relaxed) < m_worker)
            return false;
        if (m_sink.take(record))
            return true;
        endAfter(m_worker, m_lastWanted);
        return false;
    }
    /// Nothing of the workers behind `worker` is wanted any more.
    static void endAfter(int worker, std::atomic<int> &lastWanted)
    {
        int last = lastWanted.load();
        while (last > worker && !lastWanted.compare_exchange_weak(last, worker)) { }
    }

private:
    RecordSink &m_sink;
    int m_worker;
    std::atomic<int> &m_lastWanted;
};

Cuts cutsFrom(const ScanReport &report, int workers)
{
    Cuts cuts{report.syntax, {report.index.first()}, report.bytes};
    for (int worker = 1; worker < workers; ++worker) {
        const RecordPlace &place = report.index.beforeByte(report.bytes / workers * worker);
        if (place.offset > cuts.places.back().offset)
            cuts.places.push_back(place);
    }
    return cuts;
}

base::Result<Cuts> findCuts(const std::shared_ptr<ByteSource> &source, const CsvDialect &dialect,
                            const ParallelOptions &options, int workers)
{
    if (options.report)
        return cutsFrom(*options.report, workers);
    ScanOptions scan{.threads = options.threads, .stop = options.stop};
    scan.pieceBytes = options.pieceBytes;
    // A little beyond the last cut, so that the index holds it.
    scan.end = source->size() / workers * (workers - 1) + options.pieceBytes;
    const auto report = scanRecords(source, dialect, scan);
    if (!report.ok())
        return report.error();
    return cutsFrom(*report, workers);
}

int workersFor(const ByteSource &source, const ParallelOptions &options)
{
    if (!source.anyPlace() || options.threads < 2)
        return 1;
    const qint64 worthwhile = source.size() / qMax<qint64>(1, options.leastBytes);
    return static_cast<int>(qBound<qint64>(1, worthwhile, qint64(options.threads)));
}

base::Result<int> readAlone(const std::shared_ptr<ByteSource> &source, const CsvDialect &dialect,
                            const ParallelOptions &options, RecordSink &sink)
{
    RecordReader reader(source, dialect,
                        {.checkUtf8 = options.checkUtf8, .stop = options.stop, .progress = options.progress});
    const auto read = reader.readAll(sink);
    return read.ok() ? base::Result<int>(1) : read.error();
}

/// What all workers have done, told by the first one only.
class SharedProgress final {
public:
    SharedProgress(const std::vector<RecordPlace> &begins, Progress progress)
        : m_progress(std::move(progress))
        , m_done(begins.size())
    { }
    [[nodiscard]] Progress ofWorker(std::size_t worker, qint64 begin)
    {
        return [this, worker, begin](qint64 offset) {
            m_done[worker].store(offset - begin, std::memory_order_relaxed);
            if (worker != 0 || !m_progress)
                return;
            qint64 sum = 0;
            for (const auto &done : m_done)
                sum += done.load(std::memory_order_relaxed);
            m_progress(sum);
        };
    }

private:
    Progress m_progress;
    std::vector<std::atomic<qint64>> m_done;
};

base::Status readRuns(const std::shared_ptr<ByteSource> &source, const Cuts &cuts, const ParallelOptions &options,
                      const std::vector<RecordSink *> &sinks)
{
    const int workers = static_cast<int>(cuts.places.size());
    std::atomic<int> lastWanted = workers - 1;
    SharedProgress progress(cuts.places, options.progress);
    std::vector<base::Status> outcomes(sinks.size(), base::Done{});
    inThreads(workers, [&](int worker) {
        const auto at = static_cast<std::size_t>(worker);
        const RecordPlace &begin = cuts.places[at];
        const qint64 end = worker + 1 < workers ? cuts.places[at + 1].offset : -1;
        RecordReader reader(source, cuts.syntax,
                            {.begin = begin,
                             .end = end,
                             .checkUtf8 = options.checkUtf8,
                             .stop = options.stop,
                             .progress = progress.ofWorker(at, begin.offset)});
        RunSink sink(*sinks[at], worker, lastWanted);
        outcomes[at] = reader.readAll(sink);
        if (!outcomes[at].ok())
            RunSink::endAfter(worker, lastWanted);
    });
    for (auto &outcome : outcomes) {
        if (!outcome.ok())
            return outcome;
    }
    if (options.progress && lastWanted.load() == workers - 1)
        options.progress(cuts.end);
    return base::Done{};
}

} // namespace

base::Result<int> readInParallel(const std::shared_ptr<ByteSource> &source, const CsvDialect &dialect,
                                 const ParallelOptions &options, const MakeSink &makeSink)
{
    const int workers = workersFor(*source, options);
    if (workers == 1)
        return readAlone(source, dialect, options, makeSink(0));
    const auto cuts = findCuts(source, dialect, options, workers);
    if (!cuts.ok() && cuts.error().code == base::ErrorCode::Cancelled)
        return cuts.error();
    // Where the text cannot be cut, one reader comes to the same error, and gives what stands ahead of it.
    if (!cuts.ok())
        return readAlone(source, dialect, options, makeSink(0));
    std::vector<RecordSink *> sinks;
    for (std::size_t worker = 0; worker < cuts->places.size(); ++worker)
        sinks.push_back(&makeSink(static_cast<int>(worker)));
    if (const auto read = readRuns(source, *cuts, options, sinks); !read.ok())
        return read.error();
    return static_cast<int>(sinks.size());
}

} // namespace tabular::csv
