#include "CsvTexts.h"
#include "Files.h"

#include "tabular/csv/FileSource.h"
#include "tabular/csv/RecordWriter.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/GeneratedText.h"
#include "tests/unit/tabular/Pipe.h"

#include <QBuffer>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using base::ErrorCode;
using csvtexts::Reading;
using csvtexts::Record;
using csvtexts::TextMaker;
using tabular::CsvDialect;
using namespace tabular::csv;
using Cells = QList<QList<QByteArray>>;
Q_DECLARE_METATYPE(CsvDialect)

namespace {

Cells cellsOf(const Reading &reading)
{
    Cells cells;
    for (const Record &record : reading.records)
        cells << record.cells;
    return cells;
}

/// A text that never ends.
class Endless final : public ByteSource {
public:
    explicit Endless(char byte)
        : m_byte(byte)
    { }
    base::Result<qsizetype> readAt(qint64 offset, std::span<char> into) override
    {
        std::fill(into.begin(), into.end(), m_byte);
        if (offset == 0)
            into.front() = '"';
        taken += static_cast<qint64>(into.size());
        return static_cast<qsizetype>(into.size());
    }
    [[nodiscard]] qint64 size() const override { return qint64(1) << 40; }
    qint64 taken = 0;

private:
    char m_byte;
};

std::shared_ptr<ByteSource> fileSource(const QString &path)
{
    auto opened = FileSource::open(path);
    return opened.ok() ? std::shared_ptr<ByteSource>(std::move(opened).value()) : nullptr;
}

QString codeOf(const base::Result<bool> &result)
{
    return result.ok() ? QString() : QString::fromLatin1(base::name(result.error().code));
}

const QList<CsvDialect> &dialects()
{
    static const QList<CsvDialect> all{
        {},
        {.delimiter = ";"},
        {.quote = '\''},
        {.quote = '\0'},
        {.comment = '#'},
        {.backslashEscapes = true},
        {.delimiter = "::"},
        {.delimiter = "\"\"", .quote = '\''},
        {.delimiter = ",;", .backslashEscapes = true, .comment = 'a'},
    };
    return all;
}

} // namespace

class TestCsvRecords final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void laneAndMachineGiveTheSame_data()
    {
        QTest::addColumn<int>("oddity"); // -1: wild
        QTest::newRow("tidy") << 0;
        QTest::newRow("odd now and then") << 60;
        QTest::newRow("odd often") << 8;
        QTest::newRow("wild") << -1;
    }

    void laneAndMachineGiveTheSame()
    {
        QFETCH(int, oddity);
        TextMaker maker(static_cast<quint32>(1000 + oddity));
        int read = 0;
        for (int round = 0; round < 60; ++round) {
            const QByteArray text =
                oddity < 0 ? maker.wild(1 + maker.below(80)) : maker.tidy(1 + maker.below(40), oddity);
            for (const CsvDialect &dialect : dialects()) {
                for (const bool utf8 : {true, false}) {
                    const Reading expected = csvtexts::readByMachine(text, dialect, utf8);
                    read += static_cast<int>(expected.records.size());
                    for (const qsizetype chunk : {1, 2, 3, 7, 63, 64, 65, 130, 1000, 1024 * 1024}) {
                        const Reading reading = csvtexts::readText(text, dialect, chunk, utf8);
                        if (!(reading == expected)) {
                            qInfo() << text << chunk << reading.error << expected.error;
                            QCOMPARE(cellsOf(reading), cellsOf(expected));
                        }
                        QCOMPARE(reading.error, expected.error);
                        QVERIFY(reading == expected);
                    }
                }
            }
        }
        QVERIFY(read > 1000);
    }

    void everySetOfInstructionsGivesTheSameRecords()
    {
        TextMaker maker(7);
        for (int round = 0; round < 150; ++round) {
            const QByteArray text = round % 2 ? maker.tidy(60, 30) : maker.wild(120);
            const Reading expected = csvtexts::readByMachine(text, {});
            const Preamble preamble = preambleOf(text.left(Preamble::longest));
            for (const BlockScan &scan : allBlockScans()) {
                RecordParser parser(withPreamble({}, preamble), true, preamble.begin, scan);
                parser.give(QByteArrayView(text).sliced(preamble.begin.offset));
                Reading reading;
                tabular::RecordView view;
                for (auto step = parser.next(view); step != RecordParser::Step::End; step = parser.next(view)) {
                    if (step == RecordParser::Step::Record)
                        reading.records.append(csvtexts::kept(view));
                    if (step == RecordParser::Step::Failed) {
                        reading.error = csvtexts::sentence(parser.error());
                        break;
                    }
                    if (step == RecordParser::Step::NeedsChunk)
                        parser.give({});
                }
                QVERIFY2(reading == expected, scan.name);
            }
        }
    }

    void dialectsAreRead_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<CsvDialect>("dialect");
        QTest::addColumn<Cells>("expected");
        const auto add = [](const char *name, const QByteArray &csv, const CsvDialect &dialect, const Cells &expected) {
            QTest::newRow(name) << csv << dialect << expected;
        };
        const CsvDialect two{.delimiter = "||"};
        const CsvDialect backslash{.backslashEscapes = true};
        const CsvDialect comments{.comment = '#'};
        add("colon", "a:b\nc:d", {.delimiter = ":"}, {{"a", "b"}, {"c", "d"}});
        add("two characters", "a||b||\n\"x||y\"||c", two, {{"a", "b", ""}, {"x||y", "c"}});
        add("half a delimiter is text", "a|b||c|\n|||d", two, {{"a|b", "c|"}, {"", "|d"}});
        add("half a delimiter ends the text", "a||b|", two, {{"a", "b|"}});
        add("other quotes", "'a,''b'',\n\"',\"c\"\n", {.quote = '\''}, {{"a,'b',\n\"", "\"c\""}});
        add("no quotes", "\"a,b\"\n\"\n", {.quote = '\0'}, {{"\"a", "b\""}, {"\""}});
        add("backslash before a quote", "\"a\\\"b\",\"c\\\\\",\"d\\n\"", backslash, {{"a\"b", "c\\", "d\\n"}});
        add("doubled quotes beside backslashes", "\"a\"\"b\\\"\",c\\d", backslash, {{"a\"b\"", "c\\d"}});
        add("backslash without that dialect", "\"a\\\",\"b\"", {}, {{"a\\", "b"}});
        add("comments", "#x\na,#b\n# \"open\n\n#\r\n\"#c\",d\n#end", comments, {{"a", "#b"}, {"#c", "d"}});
        add("a hash without that dialect", "#x\n", {}, {{"#x"}});
        add("a sep line beats the dialect", "sep=|\na|b::c", {.delimiter = "::"}, {{"a", "b::c"}});
        add("vertical tab, form feed, line and paragraph separator", "a\v\f\xE2\x80\xA8\xE2\x80\xA9,b\x85\n",
            {.delimiter = ","}, {});
        add("controls are data", "a\v\f\xE2\x80\xA8\xE2\x80\xA9,\x1C\x1D\n", {},
            {{"a\v\f\xE2\x80\xA8\xE2\x80\xA9", "\x1C\x1D"}});
        add("ragged", "a,b,c\nd\ne,f,g,h\n", {}, {{"a", "b", "c"}, {"d"}, {"e", "f", "g", "h"}});
        add("formulas and numbers stay", "=1+1,+49,007,1E5,\t-1\n", {}, {{"=1+1", "+49", "007", "1E5", "\t-1"}});
    }

    void dialectsAreRead()
    {
        QFETCH(QByteArray, csv);
        QFETCH(CsvDialect, dialect);
        QFETCH(Cells, expected);
        for (qsizetype chunk = 1; chunk <= csv.size() + 1; ++chunk) {
            const Reading reading = csvtexts::readText(csv, dialect, chunk);
            QCOMPARE(cellsOf(reading), expected);
            QCOMPARE(reading.error.isEmpty(), !expected.isEmpty());
        }
    }

    void errorsOfDialectsNameTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<CsvDialect>("dialect");
        const auto add = [](const char *name, const char *csv, const CsvDialect &dialect) {
            QTest::newRow(name) << QByteArray(csv) << dialect;
        };
        add("half a delimiter after a quote", "a\n\"b\n\"|c\n", {.delimiter = "||"});
        add("half a delimiter after a quote at the end", "a\n\"b\n\"|", {.delimiter = "||"});
        add("escaped quote closes nothing", "a\n\"b\\\"\n", {.backslashEscapes = true});
        add("backslash at the end", "a\n\"b\\", {.backslashEscapes = true});
        add("other quotes", "a\n'b\nc", {.quote = '\''});
        add("behind a comment", "a#\n\"b\n#", {.comment = '#'});
    }

    void errorsOfDialectsNameTheirPlace()
    {
        QFETCH(QByteArray, csv);
        QFETCH(CsvDialect, dialect);
        for (qsizetype chunk = 1; chunk <= csv.size() + 1; ++chunk) {
            const Reading reading = csvtexts::readText(csv, dialect, chunk);
            QCOMPARE(reading.error, QStringLiteral("TableQuoteNotClosed column=1 line=2 row=2"));
            QCOMPARE(reading.records.size(), 1);
        }
    }

    void aCellWithoutEndStopsAtItsLimit_data()
    {
        QTest::addColumn<char>("byte");
        QTest::newRow("one long line") << 'x';
        QTest::newRow("endless lines") << '\n';
        QTest::newRow("doubled quotes") << '"';
    }

    void aCellWithoutEndStopsAtItsLimit()
    {
        QFETCH(char, byte);
        const auto source = std::make_shared<Endless>(byte);
        RecordReader reader(source, CsvDialect{});
        tabular::RecordView record;
        QCOMPARE(codeOf(reader.next(record)), QStringLiteral("TableQuoteNotClosed"));
        QVERIFY(source->taken <= 4 * 1024 * 1024);
    }

    /// The real size, made up as it is read. So little is asked for that no memory can fill.
    void aCellOfOneGigabyteStopsAtItsLimit_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QString>("code");
        QTest::newRow("unquoted") << QByteArray() << "TableCellTooLong";
        QTest::newRow("quoted") << QByteArray("\"") << "TableQuoteNotClosed";
        QTest::newRow("in the second column") << QByteArray("Ada,") << "TableCellTooLong";
    }
    void aCellOfOneGigabyteStopsAtItsLimit()
    {
        QFETCH(QByteArray, begin);
        QFETCH(QString, code);
        const auto text = std::make_shared<GeneratedText>("Name,City\n" + begin, "x", 1'000'000'000);
        RecordReader reader(text, CsvDialect{});
        const Reading reading = csvtexts::readAll(reader);
        QVERIFY2(reading.error.startsWith(code), qPrintable(reading.error));
        QVERIFY(reading.error.contains("line=2") && reading.error.contains("row=2"));
        QCOMPARE(reading.records.size(), 1);
        QVERIFY(text->asked() <= 3 * 1024 * 1024);
    }

    void aLineOf100MegabytesWithoutEndStopsAtItsLimit()
    {
        const auto text = std::make_shared<GeneratedText>("", "abcdefg,", 12'500'000);
        RecordReader reader(text, CsvDialect{});
        const Reading reading = csvtexts::readAll(reader);
        QVERIFY2(reading.error.startsWith("TableTooManyColumns"), qPrintable(reading.error));
        QVERIFY(text->asked() <= 9 * 1024 * 1024);
    }

    void limitsHoldInTheFastLaneToo()
    {
        const QByteArray wide = QByteArray(16'383, ',') + '\n';
        QCOMPARE(csvtexts::readText(wide + wide).records.size(), 2);
        QCOMPARE(csvtexts::readText(wide + "," + wide).error,
                 QStringLiteral("TableTooManyColumns column=16385 limit=16384 line=2 row=2"));
        const QByteArray lines = "a\n\"" + QByteArray("\r\n").repeated(1000);
        QCOMPARE(csvtexts::readText(lines + "\"\nb\n").records.at(2).line, 1003);
        QCOMPARE(csvtexts::readText(lines + "\r\"\nb\n").error,
                 QStringLiteral("TableQuoteNotClosed column=1 line=2 row=2"));
    }

    void whatIsWrittenIsReadBack()
    {
        TextMaker maker(11);
        for (const char delimiter : {',', ';', '\t', '|'}) {
            std::string text;
            Cells expected;
            for (int i = 0; i < 2000; ++i) {
                QList<QByteArray> cells;
                for (int column = maker.below(6); column >= 0; --column) {
                    const QByteArray cell = maker.once(3) ? maker.wild(maker.below(6)) : maker.letters(30);
                    cells << (maker.once(40) ? "sep=" + cell : maker.once(40) ? "\xEF\xBB\xBF" + cell : cell);
                }
                std::vector<std::string_view> views;
                for (const QByteArray &cell : cells)
                    views.emplace_back(cell.constData(), static_cast<std::size_t>(cell.size()));
                appendRecord(text, views, delimiter);
                expected << cells;
            }
            const CsvDialect dialect{.delimiter = QByteArray(1, delimiter)};
            const Reading reading = csvtexts::readText(QByteArray::fromStdString(text), dialect, 5000, false);
            QCOMPARE(reading.error, QString());
            QCOMPARE(cellsOf(reading), expected);
        }
    }

    void onlyWhatNeedsQuotesGetsThem_data()
    {
        QTest::addColumn<QByteArrayList>("cells");
        QTest::addColumn<QByteArray>("expected");
        const auto add = [](const char *name, const QByteArrayList &cells, const QByteArray &expected) {
            QTest::newRow(name) << cells << expected;
        };
        add("plain", {"a", "b c", ""}, "a,b c,\r\n");
        add("nothing", {""}, "\"\"\r\n");
        add("no cell", {}, "\"\"\r\n");
        add("special", {"a,b", "a\"b", "a\nb", "a\rb"}, "\"a,b\",\"a\"\"b\",\"a\nb\",\"a\rb\"\r\n");
        add("special behind eight", {"long enough, at once", "only quotes \"\""},
            "\"long enough, at once\",\"only quotes \"\"\"\"\"\r\n");
        add("preamble", {"Sep=;", "\xEF\xBB\xBF", "sep", "separate"}, "\"Sep=;\",\"\xEF\xBB\xBF\",sep,separate\r\n");
        add("umlauts", {"Gr\xC3\xBC\xC3\x9F", "x"}, "Gr\xC3\xBC\xC3\x9F,x\r\n");
        add("neighbours of what is special", {"!#+-", "\x0B\x09\x0C\x0E", "abcdefg\x23"},
            "!#+-,\x0B\x09\x0C\x0E,abcdefg\x23\r\n");
    }

    void onlyWhatNeedsQuotesGetsThem()
    {
        QFETCH(QByteArrayList, cells);
        std::vector<std::string_view> views;
        for (const QByteArray &cell : cells)
            views.emplace_back(cell.constData(), static_cast<std::size_t>(cell.size()));
        std::string text;
        appendRecord(text, views, ',');
        QTEST(QByteArray::fromStdString(text), "expected");
    }

    void fileAndPipeAndMemoryGiveTheSame()
    {
        const Files files;
        TextMaker maker(5);
        for (int round = 0; round < 50; ++round) {
            const QByteArray text = maker.tidy(100, 30);
            const Reading expected = csvtexts::readText(text);
            RecordReader fromFile(fileSource(files.write("people.csv", text)), CsvDialect{}, {.chunkBytes = 100});
            QVERIFY(csvtexts::readAll(fromFile) == expected);
            RecordReader fromPipe(std::make_shared<DeviceSource>(std::make_unique<Pipe>(text)), CsvDialect{});
            QVERIFY(csvtexts::readAll(fromPipe) == expected);
            QCOMPARE(fromPipe.bytesRead(), text.size());
        }
    }

    void aFileThatChangesEndsInAnError_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("grows") << "grow";
        QTest::newRow("shrinks") << "shrink";
#ifdef Q_OS_UNIX // elsewhere an open file stays until it is closed
        QTest::newRow("vanishes") << "vanish";
#endif
    }

    void aFileThatChangesEndsInAnError()
    {
        QFETCH(QString, what);
        const Files files;
        const QString path = files.write("people.csv", QByteArray("a,b\n").repeated(1000));
        RecordReader reader(fileSource(path), CsvDialect{}, {.chunkBytes = 100});
        tabular::RecordView record;
        QVERIFY(*reader.next(record));
        QFile file(path);
        if (what == "grow") {
            QVERIFY(file.open(QIODevice::Append) && file.write("c,d\n") == 4);
            file.close();
        } else if (what == "shrink") {
            QVERIFY(file.resize(500));
        } else {
            QVERIFY(file.remove());
        }
        const Reading reading = csvtexts::readAll(reader);
        QVERIFY2(reading.error.startsWith("FileChanged file=" + path), qPrintable(reading.error));
        QVERIFY(reading.error.contains(" line=") && reading.error.contains(" row="));
    }

    void onlyRegularFilesAreOpened()
    {
        const Files files;
        QCOMPARE(FileSource::open(files.path("none.csv")).error().code, ErrorCode::FileNotFound);
        const auto folder = FileSource::open(QFileInfo(files.path("x")).path());
        QVERIFY(!folder.ok());
#ifdef Q_OS_UNIX
        QCOMPARE(folder.error().code, ErrorCode::NotARegularFile);
        const QString pipe = files.path("pipe");
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QCOMPARE(FileSource::open(pipe).error().code, ErrorCode::NotARegularFile);
#endif
    }

    void aRaisedFlagStopsTheReading()
    {
        const base::StopFlag stop;
        RecordReader reader(csvtexts::memory(QByteArray("a,b\n").repeated(1000)), CsvDialect{},
                            {.chunkBytes = 100, .stop = stop});
        tabular::RecordView record;
        QVERIFY(*reader.next(record));
        stop.raise();
        int more = 0;
        auto read = reader.next(record);
        for (; read.ok(); read = reader.next(record))
            ++more;
        QCOMPARE(codeOf(read), QStringLiteral("Cancelled"));
        QVERIFY(more < 30);
    }

    void aSinkThatHasEnoughEndsTheReading()
    {
        csvtexts::Collector collector;
        collector.most = 3;
        RecordReader reader(csvtexts::memory("a\nb\nc\nd\n"), CsvDialect{});
        QVERIFY(reader.readAll(collector).ok());
        QCOMPARE(collector.records.size(), 3);
        QCOMPARE(reader.bytesRead(), 6);
    }

    void cellsAreViewsIntoTheTextOfTheirRecord()
    {
        const QByteArray csv =
            "\na,b\r\n\r\n\"c\",\"d\"\"e\"\n,\n\"f\ng\",h\n" + QByteArray(300, 'x') + ",y\n\nlast,one\n";
        RecordReader reader(std::make_shared<MemorySource>(csv), CsvDialect{});
        tabular::RecordView record;
        int pieces = 0;
        for (auto more = reader.next(record); *more; more = reader.next(record)) {
            const QByteArray text(record.text.data(), static_cast<qsizetype>(record.text.size()));
            pieces += text.isEmpty() ? 0 : 1;
            QCOMPARE(text, csv.mid(record.offset, text.size()));
            QVERIFY(text.isEmpty() || QByteArray("\r\n").contains(csv[record.offset + text.size()]));
            for (const std::string_view cell : record.cells) {
                const bool within = cell.data() >= record.text.data()
                    && cell.data() + cell.size() <= record.text.data() + record.text.size();
                QCOMPARE(within, !text.isEmpty() && cell != "d\"e");
            }
        }
        QVERIFY(pieces >= 5);
    }

    void progressIsToldSeldomAndAtTheEnd()
    {
        const QByteArray text = QByteArray(QByteArray(1023, 'x') + '\n').repeated(100 * 1024);
        QList<qint64> told;
        RecordReader reader(csvtexts::memory(text), CsvDialect{}, {.progress = [&](qint64 bytes) { told << bytes; }});
        csvtexts::Collector collector;
        tabular::RecordView record;
        for (auto more = reader.next(record); more.ok() && *more; more = reader.next(record)) { }
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QCOMPARE(told.size(), text.size() / progressStep + 1);
        QCOMPARE(told.last(), text.size());
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestCsvRecords)
#include "tst_csv_records.moc"
