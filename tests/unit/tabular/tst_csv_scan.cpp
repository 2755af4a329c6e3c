#include "CsvTexts.h"
#include "Files.h"

#include "tabular/Utf8.h"
#include "tabular/csv/FileSource.h"
#include "tabular/csv/ParallelReading.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/GeneratedText.h"
#include "tests/unit/tabular/Pipe.h"

#include <bit>

using base::ErrorCode;
using csvtexts::Reading;
using csvtexts::Record;
using csvtexts::TextMaker;
using tabular::CsvDialect;
using namespace tabular::csv;

namespace {

base::Result<ScanReport> scan(const QByteArray &text, const CsvDialect &dialect = {}, qsizetype piece = 512 * 1024,
                              int threads = 1)
{
    return scanRecords(csvtexts::memory(text), dialect, {.threads = threads, .pieceBytes = piece});
}

const QList<CsvDialect> &dialects()
{
    static const QList<CsvDialect> all{
        {}, {.quote = '\''}, {.quote = '\0'}, {.comment = '#'}, {.backslashEscapes = true}, {.delimiter = "::"}};
    return all;
}

/// Places of bytes that are no part of a character, found one by one.
QList<qint64> invalidBytes(const QByteArray &text)
{
    QList<qint64> places;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype length = 0;
        for (qsizetype most = 1; most <= 4 && length == 0 && at + most <= text.size(); ++most) {
            QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
            const QString decoded = decoder.decode(QByteArrayView(text).sliced(at, most));
            if (!decoder.hasError() && decoded.toUtf8() == text.mid(at, most))
                length = most;
        }
        if (length == 0)
            places << at;
        at += qMax<qsizetype>(1, length);
    }
    return places;
}

struct ScanTrace final {
    QList<qint64> figures;
    bool quick = false; ///< nothing came by that takes the quick loops away
};

/// All that the three loops of a set tell of whole blocks; `careful` keeps it to its full ones.
ScanTrace traceOf(const BlockScan &scan, const QByteArray &text, qsizetype blocks, const CsvSyntax &syntax,
                  bool careful)
{
    ScanTrace trace;
    QList<qint64> &all = trace.figures;
    BlockCarry carry;
    carry.careful = careful;
    BlockCounts counts;
    scan.count(text.constData(), blocks, ~quint64(0), syntax, carry, counts);
    trace.quick = !carry.careful;
    all << counts.runs << counts.runsOutside << counts.lines << (counts.badUtf8 != 0);
    for (std::size_t side = 0; side < 2; ++side)
        all << (counts.irregular[side] != 0) << (counts.lf[side] != 0) << (counts.crlf[side] != 0)
            << (counts.cr[side] != 0);
    BlockCarry laneCarry;
    BlockCarry rowCarry;
    laneCarry.careful = rowCarry.careful = careful;
    auto rows = std::make_unique<RowEnds>();
    rows->wanted = 3;
    LaneWindow window;
    for (qsizetype block = 0; block < blocks && !window.odd; block += LaneWindow::blocks) {
        const qsizetype some = qMin<qsizetype>(blocks - block, LaneWindow::blocks);
        const char *const data = text.constData() + block * blockBytes;
        window.clear();
        scan.index(data, some, ~quint64(0), 7, syntax, true, laneCarry, window);
        all << window.used << window.lines << window.odd << (window.odd ? window.oddAt : 0);
        all.append(QList<qint64>(window.positions.begin(), window.positions.begin() + window.count));
        all.append(QList<qint64>(window.escapes.begin(), window.escapes.begin() + window.used));
        all.append(QList<qint64>(window.breaks.begin(), window.breaks.begin() + window.used));
        all.append(QList<qint64>(window.linesBefore.begin(), window.linesBefore.begin() + window.used));
        if (!rows->odd)
            scan.ends(data, some, static_cast<quint32>(block * blockBytes), syntax, false, rowCarry, *rows);
    }
    all << rows->count << rows->odd;
    all.append(QList<qint64>(rows->places.begin(), rows->places.begin() + rows->count));
    all.append(QList<qint64>(rows->breaks.begin(), rows->breaks.begin() + rows->count));
    for (const BlockCarry &some : {carry, laneCarry, rowCarry}) {
        if (!window.odd && !rows->odd)
            all << static_cast<qint64>(some.inside) << static_cast<qint64>(some.quote)
                << static_cast<qint64>(some.lineEnd) << static_cast<qint64>(some.separator) << some.utf8.asks();
    }
    return trace;
}

/// What readInParallel() gave, run behind run.
struct ParallelRead final {
    Reading reading;
    int workers = 0;
};

ParallelRead readParallel(const QByteArray &text, const CsvDialect &dialect, ParallelOptions options)
{
    std::vector<std::unique_ptr<csvtexts::Collector>> sinks;
    const auto read = readInParallel(csvtexts::memory(text), dialect, options, [&sinks](int) -> tabular::RecordSink & {
        sinks.push_back(std::make_unique<csvtexts::Collector>());
        return *sinks.back();
    });
    ParallelRead result;
    result.workers = static_cast<int>(sinks.size());
    if (!read.ok())
        result.reading.error = csvtexts::sentence(read.error());
    for (const auto &sink : sinks)
        result.reading.records << sink->records;
    return result;
}

} // namespace

class TestCsvScan final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void allSetsOfInstructionsAgree()
    {
        const std::vector<BlockScan> scans = allBlockScans();
        QVERIFY(!scans.empty());
        QCOMPARE(QByteArray(scans.front().name), QByteArray("plain"));
        TextMaker maker(3);
        for (int round = 0; round < 200; ++round) {
            QByteArray text = round % 3 ? maker.wild(400) : maker.tidy(400, 0).replace('\r', round % 2 ? '\r' : 'r');
            const qsizetype blocks = text.size() / blockBytes;
            const quint64 valid = ~quint64(0) >> maker.below(64);
            const CsvSyntax syntax = syntaxOf(dialects().at(maker.below(4)));
            const auto seen = [&](const BlockScan &some) {
                BlockCarry carry;
                BlockCounts counts;
                some.count(text.constData(), blocks, valid, syntax, carry, counts);
                QList<qint64> all{counts.runs, counts.runsOutside, counts.lines};
                for (std::size_t side = 0; side < 2; ++side)
                    all << (counts.irregular[side] != 0) << (counts.lf[side] != 0) << (counts.crlf[side] != 0)
                        << (counts.cr[side] != 0);
                all << (counts.badUtf8 != 0) << static_cast<qint64>(carry.inside) << static_cast<qint64>(carry.quote)
                    << static_cast<qint64>(carry.separator) << carry.utf8.asks();
                BlockCarry lookCarry;
                const BlockBits bits = some.look(text.constData(), valid, syntax, lookCarry);
                for (const quint64 mask : {bits.starts[0], bits.starts[1], bits.runs, bits.breaks, bits.inside})
                    all << static_cast<qint64>(mask);
                LaneWindow window;
                BlockCarry laneCarry;
                some.index(text.constData(), qMin<qsizetype>(blocks, LaneWindow::blocks), valid, 5, syntax, true,
                           laneCarry, window);
                all << window.used << window.lines << window.odd << (window.odd ? window.oddAt : 0);
                all.append(QList<qint64>(window.positions.begin(), window.positions.begin() + window.count));
                all.append(QList<qint64>(window.escapes.begin(), window.escapes.begin() + window.used));
                return all;
            };
            for (const BlockScan &some : scans)
                QCOMPARE(seen(some), seen(scans.front()));
        }
    }

    void everyPairOfBytesIsJudgedAsUtf8_data()
    {
        QTest::addColumn<QByteArray>("behind");
        QTest::addColumn<int>("place");
        for (const char *behind : {"", "\x80", "\x80\x80", "\xBF\xBF\xBF"}) {
            for (const int place : {9, 30, 253, 254, 255})
                QTest::addRow("%d bytes behind, at %d", int(qstrlen(behind)), place) << QByteArray(behind) << place;
        }
    }

    void everyPairOfBytesIsJudgedAsUtf8()
    {
        QFETCH(QByteArray, behind);
        QFETCH(int, place);
        const CsvSyntax syntax = syntaxOf({});
        const std::vector<BlockScan> scans = allBlockScans();
        QByteArray text(8 * blockBytes, 'x');
        text.replace(place + 2, behind.size(), behind);
        for (int pair = 0; pair < 256 * 256; ++pair) {
            text[place] = static_cast<char>(pair >> 8);
            text[place + 1] = static_cast<char>(pair & 255);
            const bool bad = tabular::firstNonUtf8(text) >= 0;
            for (const BlockScan &some : scans) {
                if (&some == &scans.front() && pair % 16 != 0)
                    continue; // slow
                BlockCarry carry;
                BlockCounts counts;
                const int first = pair % 2 ? 4 : 8; // at once or in two calls
                some.count(text.constData(), first, ~quint64(0), syntax, carry, counts);
                some.count(text.constData() + first * blockBytes, 8 - first, ~quint64(0), syntax, carry, counts);
                if ((counts.badUtf8 != 0) != bad)
                    QFAIL(qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(some.name)).arg(pair, 4, 16)));
            }
        }
    }

    void quickLoopsGiveWhatFullOnesGive_data()
    {
        QTest::addColumn<int>("oddity"); // one text in so many holds a byte that fits nowhere; 0: none does
        QTest::newRow("plain") << 0;
        QTest::newRow("a byte that fits nowhere") << 1;
    }

    void quickLoopsGiveWhatFullOnesGive()
    {
        QFETCH(int, oddity);
        TextMaker maker(static_cast<quint32>(70 + oddity));
        const CsvSyntax syntax = syntaxOf({});
        int quick = 0;
        for (int round = 0; round < 400; ++round) {
            QByteArray text = maker.plain(60, 4);
            if (oddity > 0)
                text.replace(maker.below(static_cast<int>(text.size())), 1, maker.wild(1));
            const qsizetype blocks = text.size() / blockBytes;
            const ScanTrace full = traceOf(allBlockScans().front(), text, blocks, syntax, true);
            for (const BlockScan &some : allBlockScans()) {
                const ScanTrace trace = traceOf(some, text, blocks, syntax, false);
                QCOMPARE(trace.figures, full.figures);
                quick += trace.quick;
            }
        }
        QVERIFY(oddity > 0 || quick > 300);
    }

    void theCountIsThatOfTheReader_data()
    {
        QTest::addColumn<int>("oddity"); // -1: wild
        QTest::newRow("tidy") << 0;
        QTest::newRow("odd now and then") << 300;
        QTest::newRow("odd often") << 20;
        QTest::newRow("wild") << -1;
    }

    void theCountIsThatOfTheReader()
    {
        QFETCH(int, oddity);
        TextMaker maker(static_cast<quint32>(50 + oddity));
        int counted = 0;
        for (int round = 0; round < 80; ++round) {
            const QByteArray text =
                oddity < 0 ? maker.wild(3 + maker.below(60)) : maker.tidy(1 + maker.below(200), oddity);
            for (const CsvDialect &dialect : dialects()) {
                const Reading expected = csvtexts::readByMachine(text, dialect, false);
                for (const qsizetype piece : {64, 128, 448, 4096, 512 * 1024}) {
                    const auto report = scan(text, dialect, piece, 1 + maker.below(3));
                    QCOMPARE(report.ok() ? QString() : csvtexts::sentence(report.error()), expected.error);
                    if (!report.ok())
                        continue;
                    ++counted;
                    QCOMPARE(report->records, expected.records.size());
                    checkIndex(text, *report, expected);
                }
            }
        }
        QVERIFY(counted > 200);
    }

    void theNumberOfThreadsDoesNotMatter()
    {
        TextMaker maker(9);
        for (int round = 0; round < 60; ++round) {
            const QByteArray text = maker.tidy(1000, round % 2 ? 100 : 0) + (round % 3 ? "" : "\n\xFFrest");
            const auto one = scan(text, {}, 128, 1);
            QVERIFY(one.ok());
            for (const int threads : {2, 3, 7})
                QVERIFY(*scan(text, {}, 128, threads) == *one);
        }
    }

    void lineEndsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("seen");
        QTest::newRow("lf") << QByteArray("a\nb\n") << "lf";
        QTest::newRow("crlf") << QByteArray("a\r\nb\r\n") << "crlf";
        QTest::newRow("cr") << QByteArray("a\rb\r") << "cr";
        QTest::newRow("cr at the end only") << QByteArray("a\r") << "cr";
        QTest::newRow("mixed") << QByteArray("a\r\nb\nc\rd") << "lf crlf cr";
        QTest::newRow("inside quotes does not count") << QByteArray("\"a\nb\rc\",d\r\n") << "crlf";
        QTest::newRow("none") << QByteArray("a,b") << "";
    }

    void lineEndsAreNamed()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, seen);
        for (const int blanks : {0, 61, 62, 63, 64, 5000}) {
            const auto report = scan(QByteArray(blanks, ' ') + ',' + csv, {}, 64);
            QStringList kinds;
            if (report->lf)
                kinds << "lf";
            if (report->crlf)
                kinds << "crlf";
            if (report->cr)
                kinds << "cr";
            QCOMPARE(kinds.join(' '), seen);
        }
    }

    void whatIsNoUtf8IsListed()
    {
        TextMaker maker(21);
        int listed = 0;
        for (int round = 0; round < 200; ++round) {
            QByteArray text = maker.tidy(60, 0);
            static const QList<QByteArray> bad{
                "\xFC",     "\xC3",         "\xE2\x82",         "\xF0\x9F\x98",     "\xED\xA0\x80",
                "\xC0\xAF", "\xE0\x80\x80", "\xF4\x90\x80\x80", "\xF0\x80\x80\x80", "\x80",
                "\xFF",     "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xF5\x80\x80\x80", "\xED\x9F\xBF"};
            for (int i = 0; i < 5; ++i)
                text.insert(maker.below(static_cast<int>(text.size())),
                            bad.at(maker.below(static_cast<int>(bad.size()))));
            const auto report = scan(text, {}, 64, 1 + round % 3);
            const QList<qint64> expected = invalidBytes(text);
            if (!report.ok()) // a byte may have come behind a closing quote
                continue;
            QCOMPARE(report->invalidBytes, expected.size());
            for (std::size_t i = 0; i < report->invalid.size(); ++i) {
                QCOMPARE(report->invalid[i].offset, expected.at(static_cast<qsizetype>(i)));
                ++listed;
            }
        }
        QVERIFY(listed > 500);
    }

    void placesOfInvalidBytesAreNamed()
    {
        const QByteArray text =
            "a,b\n\n\"x\r\ny\",\"q\"\"\xFC\",c\xE9" + QByteArray("\nplain,text").repeated(200) + "\n\xFF";
        for (const qsizetype piece : {64, 512 * 1024}) {
            const auto report = scan(text, {}, piece);
            QCOMPARE(report->invalidBytes, 3);
            QCOMPARE(report->invalid.at(0), (InvalidPlace{16, 2, 3, 2}));
            QCOMPARE(report->invalid.at(1), (InvalidPlace{20, 2, 3, 3}));
            QCOMPARE(report->invalid.at(2), (InvalidPlace{text.size() - 1, 203, 205, 1}));
        }
    }

    void manyInvalidBytesAreOnlyCounted()
    {
        const auto report = scan(QByteArray("\xFC,\xDF\n").repeated(5000), {}, 64, 2);
        QCOMPARE(report->records, 5000);
        QCOMPARE(report->invalidBytes, 10'000);
        QCOMPARE(report->invalid.size(), ScanReport::mostPlaces);
        QCOMPARE(report->invalid.back().row, 500);
    }

    void aCharacterCutOffAtTheEndIsInvalid()
    {
        for (const qsizetype length : {0, 61, 62, 63, 64, 126}) {
            const QByteArray text = QByteArray(length, 'x') + "\xE2\x82";
            QCOMPARE(scan(text, {}, 64)->invalidBytes, 2);
            QCOMPARE(scan(text + "\xAC", {}, 64)->invalidBytes, 0);
        }
    }

    void emptyTextsHoldNothing_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("byte-order mark") << QByteArray("\xEF\xBB\xBF");
        QTest::newRow("blank lines") << QByteArray("\n\r\n\r\r\n").repeated(50);
        QTest::newRow("sep line") << QByteArray("sep=;\r\n");
    }

    void emptyTextsHoldNothing()
    {
        QFETCH(QByteArray, csv);
        QCOMPARE(scan(csv, {}, 64)->records, 0);
        QCOMPARE(scan(csv, {}, 64)->syntax.delimiter, csv.startsWith("sep") ? ';' : ',');
    }

    void anyRecordIsReachedAtOnce()
    {
        TextMaker maker(4);
        const QByteArray text = "sep=;\n" + maker.tidy(3000, 200).replace(',', ';');
        const auto report = scan(text, {}, 128);
        QVERIFY(report->index.places().size() > 50);
        const Reading all = csvtexts::readText(text);
        QCOMPARE(report->records, all.records.size());
        for (qint64 first = 1; first <= report->records + 1; first += 37) {
            csvtexts::Collector some;
            QVERIFY(readFrom(csvtexts::memory(text), *report, first, 5, some).ok());
            QCOMPARE(some.records, all.records.mid(first - 1, 5));
        }
        csvtexts::Collector none;
        QVERIFY(readFrom(csvtexts::memory(text), *report, 3, 0, none).ok());
        QVERIFY(none.records.isEmpty());
    }

    void severalWorkersReadWhatOneReads_data() { theCountIsThatOfTheReader_data(); }

    void severalWorkersReadWhatOneReads()
    {
        QFETCH(int, oddity);
        TextMaker maker(static_cast<quint32>(90 + oddity));
        int shared = 0;
        for (int round = 0; round < 60; ++round) {
            const QByteArray text = oddity < 0 ? maker.wild(200) : maker.tidy(300, oddity);
            for (const CsvDialect &dialect : dialects()) {
                const Reading expected = csvtexts::readText(text, dialect);
                const auto report = scan(text, dialect, 64);
                for (const int threads : {1, 2, 3}) {
                    ParallelOptions options{.threads = threads, .pieceBytes = 64, .leastBytes = 1};
                    if (report.ok() && round % 2)
                        options.report = &*report;
                    const ParallelRead read = readParallel(text, dialect, options);
                    QCOMPARE(read.reading.error, expected.error);
                    const QList<Record> ahead = read.reading.records.mid(0, expected.records.size());
                    QVERIFY(ahead == expected.records || !expected.error.isEmpty());
                    QVERIFY(read.reading.records.size() == ahead.size() || !expected.error.isEmpty());
                    shared += read.workers == threads && threads > 1;
                }
            }
        }
        QVERIFY(oddity < 0 || shared > 300);
    }

    /// Whatever can be read only once has one worker, and the same records and places.
    void aPipeIsCountedAndReadLikeMemory()
    {
        TextMaker maker(23);
        const auto pipe = [](const QByteArray &text) {
            return std::make_shared<DeviceSource>(std::make_unique<Pipe>(text));
        };
        for (int round = 0; round < 60; ++round) {
            const QByteArray text = maker.tidy(200, round % 2 ? 30 : 0);
            const auto fromPipe = scanRecords(pipe(text), {}, {.threads = 3, .pieceBytes = 64});
            const auto expected = scan(text, {}, 64);
            QCOMPARE(fromPipe.ok(), expected.ok());
            if (expected.ok()) {
                QCOMPARE(fromPipe->records, expected->records);
                QCOMPARE(fromPipe->bytes, expected->bytes);
                checkIndex(text, *fromPipe, csvtexts::readByMachine(text, {}, false));
            }
            csvtexts::Collector sink;
            int sinks = 0;
            const auto read = readInParallel(pipe(text), {}, {.threads = 3, .pieceBytes = 64, .leastBytes = 1},
                                             [&](int) -> tabular::RecordSink & {
                                                 ++sinks;
                                                 return sink;
                                             });
            QCOMPARE(sinks, 1);
            const Reading reading = csvtexts::readText(text);
            QCOMPARE(read.ok(), reading.error.isEmpty());
            QVERIFY(sink.records == reading.records);
        }
    }

    void aSinkThatHasEnoughEndsTheLaterRuns()
    {
        const QByteArray text = QByteArray("some,plain,record\n").repeated(2000);
        std::vector<std::unique_ptr<csvtexts::Collector>> sinks;
        const auto read = readInParallel(csvtexts::memory(text), {}, {.threads = 3, .pieceBytes = 64, .leastBytes = 1},
                                         [&sinks](int) -> tabular::RecordSink & {
                                             sinks.push_back(std::make_unique<csvtexts::Collector>());
                                             sinks.back()->most = sinks.size() == 2 ? 10 : 1'000'000;
                                             return *sinks.back();
                                         });
        QCOMPARE(*read, 3);
        QVERIFY(sinks.at(0)->records.size() > 600);
        QCOMPARE(sinks.at(1)->records.size(), 10);
    }

    /// The real size, made up as it is read: 160 MB without a disk.
    void tenMillionRowsAreCountedAndReached()
    {
        constexpr qint64 rows = 10'000'000;
        const auto text = std::make_shared<GeneratedText>("Name,City\n", "Ada,\"London\"\r\n", rows, "last,row");
        for (const int threads : {1, 2}) {
            const auto scan = scanRecords(text, {}, {.threads = threads});
            QVERIFY(scan.ok());
            QCOMPARE(scan->records, rows + 2);
            QVERIFY(scan->index.places().size() < 1'000);
            const qint64 asked = text->asked();
            csvtexts::Collector found;
            QVERIFY(readFrom(text, *scan, rows + 1, 10, found).ok());
            QCOMPARE(found.records.size(), 2);
            QCOMPARE(found.records[0].cells, (QList<QByteArray>{"Ada", "London"}));
            QCOMPARE(found.records[1].cells, (QList<QByteArray>{"last", "row"}));
            QCOMPARE(found.records[1].line, rows + 2);
            QVERIFY(text->asked() - asked <= 2 * 1024 * 1024);
        }
    }

    void aRaisedFlagStopsEverything()
    {
        const base::StopFlag stop;
        stop.raise();
        const QByteArray text = QByteArray("a,b\n").repeated(1000);
        const auto counted = scanRecords(csvtexts::memory(text), {}, {.threads = 2, .stop = stop, .pieceBytes = 64});
        QCOMPARE(counted.error().code, ErrorCode::Cancelled);
        const ParallelRead read =
            readParallel(text, {}, {.threads = 2, .stop = stop, .pieceBytes = 64, .leastBytes = 1});
        QVERIFY(read.reading.error.startsWith("Cancelled"));
    }

    void filesAreCounted()
    {
        const Files files;
        const QByteArray text = "\xEF\xBB\xBF" + QByteArray("a,\"b\nc\"\r\n").repeated(200'000) + "last";
        const QString path = files.write("people.csv", text);
        for (const int threads : {1, 2, 3}) {
            const auto report = countRecords(path, {}, threads);
            QCOMPARE(report->records, 200'001);
            QCOMPARE(report->bytes, text.size());
            QVERIFY(report->crlf && !report->lf && !report->cr);
        }
        QCOMPARE(countRecords(files.path("none.csv"), {}, 1).error().code, ErrorCode::FileNotFound);
    }

    void progressReachesTheEnd()
    {
        const QByteArray text = QByteArray(QByteArray(1023, 'x') + '\n').repeated(100 * 1024);
        QList<qint64> told;
        const auto tell = [&told](qint64 bytes) { told << bytes; };
        QVERIFY(scanRecords(csvtexts::memory(text), {}, {.threads = 2, .progress = tell}).ok());
        QCOMPARE(told.last(), text.size());
        QVERIFY(told.size() <= text.size() / progressStep + 1);
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        told.clear();
        readParallel(text, {}, {.threads = 2, .progress = tell});
        QCOMPARE(told.last(), text.size());
        QVERIFY(std::is_sorted(told.begin(), told.end()));
    }

private:
    /// From each place of the index the rest is read as if from the begin.
    void checkIndex(const QByteArray &text, const ScanReport &report, const Reading &expected)
    {
        for (const RecordPlace &place : report.index.places()) {
            QVERIFY(place.records == 0 || expected.records.at(place.records).offset == place.offset);
            QVERIFY(place.records == 0 || expected.records.at(place.records).line == place.line);
        }
        const RecordPlace &last = report.index.last();
        RecordReader reader(csvtexts::memory(text), report.syntax, {.begin = last, .checkUtf8 = false});
        QVERIFY(csvtexts::readAll(reader).records == expected.records.mid(last.records));
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestCsvScan)
#include "tst_csv_scan.moc"
