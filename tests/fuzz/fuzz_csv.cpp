#include "fuzz/Expect.h"
#include "fuzz/RecordText.h"
#include "fuzz/SplitRows.h"
#include "tabular/csv/ParallelReading.h"
#include "tabular/csv/RecordReader.h"
#include "tabular/csv/RecordWriter.h"
#include "tabular/parts/TextSplit.h"

#include <QTemporaryDir>

#include <cstdint>
#include <cstdio>

using fuzz::expect;
using fuzz::RecordText;
using namespace tabular;

namespace {

constexpr std::size_t settingBytes = 3;
/// Most inputs fit; the usual MiB takes the sanitizer longer to get than all else.
constexpr qsizetype wholeChunk = 16 * 1024;

/// The first bytes of an input say how the rest is read.
struct Settings final {
    CsvDialect dialect;
    bool checkUtf8 = true;
    bool inThreads = false;
    bool split = false;     ///< files are made, so not often
    bool manyTimes = false; ///< the text over and over, for the loops that take four blocks and more
    qsizetype chunk = 1;
};

Settings settingsOf(const std::uint8_t *data)
{
    static const char *const delimiters[] = {",", ";", "\t", "|", "::", " ", ",;", ":"};
    static const char quotes[] = {'"', '"', '\'', '\0'};
    Settings settings;
    settings.dialect.delimiter = delimiters[data[0] & 7];
    settings.dialect.quote = quotes[data[0] >> 3 & 3];
    settings.dialect.backslashEscapes = (data[0] & 0x20) != 0;
    settings.dialect.comment = (data[0] & 0x40) != 0 ? '#' : '\0';
    settings.checkUtf8 = (data[0] & 0x80) == 0;
    settings.inThreads = data[1] == 0xAA;
    settings.split = data[1] == 0xAB || (data[1] & 0x1F) == 0x11;
    settings.manyTimes = (data[1] & 0x60) == 0x20;
    settings.chunk = 1 + data[2] % 200;
    return settings;
}

void same(const RecordText &one, const RecordText &other, const char *what)
{
    if (one.all() == other.all())
        return;
    std::fprintf(stderr, "one way:%s\nthe other:%s\n", one.all().c_str(), other.all().c_str());
    expect(false, what);
}

RecordText readWith(const std::shared_ptr<csv::ByteSource> &source, const Settings &settings, qsizetype chunk)
{
    csv::ReadingOptions options;
    options.checkUtf8 = settings.checkUtf8;
    options.chunkBytes = chunk;
    csv::RecordReader reader(source, settings.dialect, options);
    RecordText records;
    if (const auto read = reader.readAll(records); !read.ok())
        records.fail(read.error());
    return records;
}

/// All records by the state machine alone, which defines what is right.
RecordText readByMachine(QByteArrayView text, const Settings &settings)
{
    const csv::Preamble preamble = csv::preambleOf(text.first(qMin(text.size(), csv::Preamble::longest)));
    csv::RecordMachine machine(csv::withPreamble(csv::syntaxOf(settings.dialect), preamble), settings.checkUtf8);
    machine.begin(preamble.begin);
    RecordText records;
    bool finished = false;
    for (qsizetype at = preamble.begin.offset;;) {
        if (at < text.size())
            at += machine.feed(text.sliced(at));
        else if (!std::exchange(finished, true))
            machine.finish();
        else
            return records;
        if (machine.stop() == csv::RecordMachine::Stop::Record)
            records.take(machine.record());
        if (machine.stop() == csv::RecordMachine::Stop::Failed) {
            records.fail(machine.error());
            return records;
        }
    }
}

RecordText readByParser(QByteArrayView text, const Settings &settings, const csv::BlockScan &scan)
{
    const csv::Preamble preamble = csv::preambleOf(text.first(qMin(text.size(), csv::Preamble::longest)));
    csv::RecordParser parser(csv::withPreamble(csv::syntaxOf(settings.dialect), preamble), settings.checkUtf8,
                             preamble.begin, scan);
    RecordText records;
    QByteArrayView rest = text.sliced(preamble.begin.offset);
    for (RecordView record;;) {
        switch (parser.next(record)) {
        case csv::RecordParser::Step::Record:
            records.take(record);
            break;
        case csv::RecordParser::Step::NeedsChunk:
            parser.give(rest);
            rest = {};
            break;
        case csv::RecordParser::Step::Failed:
            records.fail(parser.error());
            return records;
        case csv::RecordParser::Step::End:
            return records;
        }
    }
}

QByteArray textOf(const std::uint8_t *data, std::size_t size, const Settings &settings)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (!settings.manyTimes || text.isEmpty())
        return text;
    constexpr qsizetype enough = 6 * csv::blockBytes;
    return text.repeated(static_cast<int>(enough / text.size() + 1));
}

/// The count of the scan is exact, and its index leads to every record.
void scan(const std::shared_ptr<csv::ByteSource> &source, const Settings &settings, const RecordText &records)
{
    const auto report = csv::scanRecords(source, settings.dialect, {.pieceBytes = settings.manyTimes ? 256 : 64});
    const bool atLimit = records.failed && records.failure.back() != ' ';
    if (records.failed && (settings.checkUtf8 || atLimit))
        return; // bytes and limits are none of the scan's business
    expect(report.ok() != records.failed, "the scan fails where reading fails");
    if (!report.ok()) {
        expect(RecordText::describe(report.error()) == records.failure, "the scan fails as reading fails");
        return;
    }
    expect(report->records == static_cast<qint64>(records.cells.size()), "the scan counts the records");
    if (records.cells.empty())
        return;
    const auto wanted = static_cast<qint64>(records.cells.size() / 2 + 1);
    RecordText one;
    const auto read =
        csv::readSome(source, report->syntax, wanted, 1,
                      {.begin = report->index.beforeRecord(wanted), .checkUtf8 = settings.checkUtf8}, one);
    expect(read.ok() && one.cells.size() == 1, "the index leads to a record");
    expect(records.text.find(one.text) != std::string::npos, "the index leads to the right record");
}

void readInThreads(const std::shared_ptr<csv::ByteSource> &source, const Settings &settings, const RecordText &records)
{
    std::vector<std::unique_ptr<RecordText>> runs;
    csv::ParallelOptions options;
    options.threads = 3;
    options.pieceBytes = 64;
    options.leastBytes = 64;
    const auto workers = csv::readInParallel(source, settings.dialect, options, [&](int) -> RecordSink & {
        return *runs.emplace_back(std::make_unique<RecordText>());
    });
    RecordText joined;
    for (const auto &run : runs)
        joined.text += run->text;
    if (workers.ok())
        same(records, joined, "several threads read what one reads");
    else
        expect(RecordText::describe(workers.error()) == records.failure, "several threads fail as one fails");
}

/// Rows copied as they stand are the rows that the reader gives to the splitter one by one.
void split(const std::shared_ptr<csv::ByteSource> &source, const Settings &settings, const RecordText &records)
{
    static const QTemporaryDir folder;
    PartPlan plan;
    plan.folder = folder.path();
    plan.sourceName = QStringLiteral("rows.csv");
    plan.zip = false;
    plan.limits.rows = 1 + static_cast<qint64>(records.cells.size()) / 3;
    plan.limits.columns = 1'000'000;
    QStringList names;
    for (std::size_t column = 0; column < (records.cells.empty() ? 1 : records.cells.front().size()); ++column)
        names << QStringLiteral("n");
    plan.columns = everyColumn(names);
    const fuzz::SplitRows quick(splitText(source, settings.dialect, plan, {}));
    PartSplitter splitter(plan, {});
    auto done = splitter.begin();
    fuzz::BehindHeader rows(splitter);
    if (done.ok())
        done = csv::RecordReader(source, settings.dialect).readAll(rows);
    const fuzz::SplitRows slow(done.ok() ? splitter.finish() : done.error());
    if (quick.text == slow.text)
        return;
    std::fprintf(stderr, "copied:%s\nrow by row:%s\n", quick.text.c_str(), slow.text.c_str());
    expect(false, "copied rows are the rows of the reader");
}

/// What was read can be written and is the same when it is read again.
void writeAndRead(const RecordText &records, bool checkUtf8)
{
    std::string text;
    for (const std::vector<std::string> &cells : records.cells) {
        const std::vector<std::string_view> views(cells.begin(), cells.end());
        csv::appendRecord(text, views, ',');
    }
    Settings usual;
    usual.checkUtf8 = checkUtf8;
    const QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    const RecordText again = readWith(std::make_shared<csv::MemorySource>(bytes), usual, wholeChunk);
    expect(!again.failed && again.cells == records.cells, "parse(write(x)) == x");
}

} // namespace

// Every way of reading a text gives the same records: the state machine alone, the fast lane with each set of
// instructions, any size of chunks, several threads; and the scan agrees with them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < settingBytes)
        return 0;
    const Settings settings = settingsOf(data);
    const QByteArray text = textOf(data + settingBytes, size - settingBytes, settings);
    const auto source = std::make_shared<csv::MemorySource>(text);
    const RecordText records = readByMachine(text, settings);
    static const std::vector<csv::BlockScan> scans = csv::allBlockScans();
    for (const csv::BlockScan &each : scans)
        same(records, readByParser(text, settings, each), "the fast lane reads what the machine reads");
    same(records, readWith(source, settings, settings.chunk), "chunks make no difference");
    scan(source, settings, records);
    if (settings.inThreads && settings.checkUtf8)
        readInThreads(source, settings, records);
    if (settings.split && settings.checkUtf8)
        split(source, settings, records);
    writeAndRead(records, settings.checkUtf8);
    return 0;
}
