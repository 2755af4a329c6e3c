#include "tabular/csv/RecordCounter.h"

#include "tabular/Utf8.h"
#include "tabular/csv/FileSource.h"
#include "tabular/csv/InvalidBytes.h"
#include "tabular/csv/PieceTally.h"
#include "tabular/csv/ReadBuffer.h"
#include "tabular/csv/Threads.h"

#include <atomic>

namespace tabular::csv {

namespace {

/// Pieces that are read together.
constexpr qint64 perRead = 2;

/// Pieces in the order of the text, looked at by several threads that take the next read in turn.
class PieceScanner final {
public:
    PieceScanner(std::shared_ptr<ByteSource> source, const CsvSyntax &syntax, const RecordPlace &begin,
                 const ScanOptions &options)
        : m_source(std::move(source))
        , m_syntax(syntax)
        , m_begin(begin)
        , m_options(options)
        , m_size(m_source->size())
        , m_end(options.end < 0 ? m_size : qMin(options.end, m_size))
    {
        const qint64 bytes = qMax<qint64>(0, m_end - begin.offset);
        m_pieces.resize(static_cast<std::size_t>((bytes + options.pieceBytes - 1) / options.pieceBytes));
    }

    base::Status run()
    {
        const qint64 reads = (static_cast<qint64>(m_pieces.size()) + perRead - 1) / perRead;
        const int threads = static_cast<int>(qMax<qint64>(1, qMin<qint64>(reads / 2, m_options.threads)));
        std::vector<base::Status> outcomes(static_cast<std::size_t>(threads), base::Done{});
        inThreads(threads, [&](int thread) {
            auto &outcome = outcomes[static_cast<std::size_t>(thread)];
            outcome = work(reads, thread == 0 ? m_options.progress : Progress());
            if (!outcome.ok())
                m_failed.store(true, std::memory_order_relaxed);
        });
        for (const auto &outcome : outcomes) {
            if (!outcome.ok())
                return outcome;
        }
        if (m_options.progress)
            m_options.progress(m_end);
        return base::Done{};
    }
    [[nodiscard]] const std::vector<PieceSummary> &pieces() const { return m_pieces; }

private:
    base::Status work(qint64 reads, const Progress &progress)
    {
        const ReadBuffer buffer(ReadBuffer::page + perRead * m_options.pieceBytes);
        qint64 told = 0;
        for (;;) {
            const qint64 read = m_nextRead.fetch_add(1, std::memory_order_relaxed);
            if (read >= reads || m_failed.load(std::memory_order_relaxed))
                return base::Done{};
            if (m_options.stop.raised())
                return base::Error{base::ErrorCode::Cancelled, {}, {}, {}};
            if (auto done = scanRead(read * perRead, buffer.data() + ReadBuffer::page); !done.ok())
                return done;
            const qint64 bytes = (read + 1) * perRead * m_options.pieceBytes;
            if (progress && bytes - told >= progressStep) {
                told = bytes;
                progress(qMin(bytes, m_end));
            }
        }
    }

    /// `text` has room for a block ahead of it.
    base::Status scanRead(qint64 firstPiece, char *text)
    {
        const qint64 begin = m_begin.offset + firstPiece * m_options.pieceBytes;
        // The block ahead tells whether the first quote may stand where it stands, and what character is half read.
        const qint64 ahead = firstPiece == 0 ? 0 : blockBytes;
        const qint64 bytes = qMin(perRead * m_options.pieceBytes, m_end - begin);
        const auto taken = m_source->readAt(begin - ahead, {text - ahead, static_cast<std::size_t>(ahead + bytes)});
        if (!taken.ok())
            return taken.error();
        if (*taken != ahead + bytes)
            return base::Error{base::ErrorCode::FileChanged, {}, {}, {}};
        BlockCarry carry;
        carry.cr = m_begin.afterCr ? 1 : 0;
        if (ahead > 0)
            carry = carryAfter(QByteArrayView(text - ahead, static_cast<qsizetype>(ahead)), m_syntax);
        auto piece = static_cast<std::size_t>(firstPiece);
        for (qsizetype at = 0; at < bytes; at += m_options.pieceBytes, ++piece) {
            const QByteArrayView part(text + at, qMin<qsizetype>(m_options.pieceBytes, bytes - at));
            const bool last = begin + at + part.size() == m_size;
            m_pieces[piece] = summarise(part, begin + at, last, m_syntax, carry);
        }
        return base::Done{};
    }

    std::shared_ptr<ByteSource> m_source;
    CsvSyntax m_syntax;
    RecordPlace m_begin;
    const ScanOptions &m_options;
    qint64 m_size;
    qint64 m_end;
    std::vector<PieceSummary> m_pieces;
    std::atomic<qint64> m_nextRead = 0;
    std::atomic<bool> m_failed = false;
};

/// A piece that shows bad UTF-8, and what a character over its edges may hold of its neighbours.
std::vector<Stretch> badStretches(const std::vector<PieceSummary> &pieces, qint64 begin, qint64 size)
{
    std::vector<Stretch> bad;
    for (const PieceSummary &piece : pieces) {
        if (piece.badUtf8) {
            const qint64 from = qMax(bad.empty() ? 0 : bad.back().end, begin - 3);
            bad.push_back({from, qMin(piece.end + 3, size)});
        }
        begin = piece.end;
    }
    return bad;
}

/// Takes the index along while all records pass by: for a text that can be read only once.
class IndexingSink final : public RecordSink {
public:
    IndexingSink(const ScanOptions &options, ScanReport &report)
        : m_step(options.pieceBytes)
        , m_report(report)
    { }
    bool take(const RecordView &record) override
    {
        if (record.offset - m_report.index.last().offset >= m_step)
            m_report.index.add({record.offset, record.number - 1, record.line, false});
        int column = 0;
        for (const std::string_view cell : record.cells) {
            ++column;
            if (firstNonUtf8(QByteArrayView(cell.data(), static_cast<qsizetype>(cell.size()))) < 0)
                continue;
            ++m_report.invalidBytes;
            if (m_report.invalid.size() < ScanReport::mostPlaces)
                m_report.invalid.push_back({record.offset, record.number, record.line, column});
        }
        return true;
    }

private:
    qsizetype m_step;
    ScanReport &m_report;
};

base::Result<ScanReport> readThrough(const std::shared_ptr<ByteSource> &source, const CsvDialect &dialect,
                                     const ScanOptions &options)
{
    ScanReport report;
    RecordReader reader(source, dialect, {.checkUtf8 = false, .stop = options.stop, .progress = options.progress});
    IndexingSink sink(options, report);
    if (const auto read = reader.readAll(sink); !read.ok())
        return read.error();
    report.syntax = reader.syntax();
    report.records = reader.place().records;
    report.bytes = reader.bytesRead();
    return report;
}

} // namespace

base::Result<ScanReport> scanRecords(const std::shared_ptr<ByteSource> &source, const CsvDialect &dialect,
                                     const ScanOptions &options)
{
    Q_ASSERT(options.pieceBytes % blockBytes == 0);
    if (!source->anyPlace())
        return readThrough(source, dialect, options);
    std::array<char, Preamble::longest> head{};
    const auto taken = source->readAt(0, head);
    if (!taken.ok())
        return taken.error();
    const Preamble preamble = preambleOf(QByteArrayView(head.data(), *taken));
    ScanReport report;
    report.syntax = withPreamble(syntaxOf(dialect), preamble);
    report.index = RowIndex(preamble.begin);
    report.bytes = source->size();
    PieceScanner scanner(source, report.syntax, preamble.begin, options);
    if (const auto scanned = scanner.run(); !scanned.ok())
        return scanned.error();
    if (const auto added = PieceTally(source, scanner.pieces(), options, report).addAll(); !added.ok())
        return added.error();
    const auto stretches = badStretches(scanner.pieces(), preamble.begin.offset, report.bytes);
    if (const auto listed = listInvalidBytes(source, stretches, options.stop, report); !listed.ok())
        return listed.error();
    if (const auto same = source->unchanged(); !same.ok())
        return same.error();
    return report;
}

base::Result<ScanReport> countRecords(const QString &path, const CsvDialect &dialect, int threads,
                                      const base::StopFlag &stop)
{
    auto opened = FileSource::open(path);
    if (!opened.ok())
        return opened.error();
    return scanRecords(std::shared_ptr<ByteSource>(std::move(opened).value()), dialect,
                       {.threads = threads, .stop = stop});
}

base::Status readFrom(const std::shared_ptr<ByteSource> &source, const ScanReport &report, qint64 first, qint64 count,
                      RecordSink &sink, const base::StopFlag &stop)
{
    return readSome(source, report.syntax, first, count, {.begin = report.index.beforeRecord(first), .stop = stop},
                    sink);
}

} // namespace tabular::csv
