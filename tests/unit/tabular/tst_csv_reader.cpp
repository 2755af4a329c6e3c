#include "tabular/CsvReader.h"
#include "tests/support/TestMain.h"

#include <QBuffer>

using base::ErrorCode;
using Records = QList<QStringList>;
using tabular::CsvDialect;
using tabular::CsvReader;
using tabular::Row;

namespace {

struct Reading final {
    Records records;
    QList<qint64> lines;
    QList<tabular::CellRemark> remarks;
    std::optional<base::Error> error;
};

Reading readAll(tabular::CsvReader &reader)
{
    Reading reading;
    Row row;
    for (auto more = reader.next(row);; more = reader.next(row)) {
        if (!more.ok())
            reading.error = more.error();
        if (!more.ok() || !*more)
            return reading;
        reading.records << row.cells;
        reading.lines << row.line;
        reading.remarks << row.remarks;
    }
}

CsvReader readerOf(const QByteArray &text, qsizetype chunk, char delimiter = ',')
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(text);
    buffer->open(QIODevice::ReadOnly);
    return CsvReader(std::move(buffer), CsvDialect{.delimiter = QByteArray(1, delimiter)}, chunk);
}

Reading read(const QByteArray &text, qsizetype chunk = CsvReader::defaultChunk, char delimiter = ',')
{
    CsvReader reader = readerOf(text, chunk, delimiter);
    return readAll(reader);
}

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestCsvReader final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void everyChunkBoundaryGivesTheSameRecords_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<Records>("expected");
        const auto add = [](const char *name, const QByteArray &csv, const Records &expected, char delimiter = ',') {
            QTest::newRow(name) << csv << delimiter << expected;
        };
        const Records abcd{{"a", "b"}, {"c", "d"}};
        add("lf", "a,b\nc,d\n", abcd);
        add("crlf", "a,b\r\nc,d\r\n", abcd);
        add("cr", "a,b\rc,d\r", abcd);
        add("mixed line ends", "a,b\rc,d\n", abcd);
        add("no final newline", "a,b\nc,d", abcd);
        add("many final newlines", "a,b\nc,d\n\n\r\n\r\r\n\n", abcd);
        add("blank lines between", "\n\na,b\r\n\r\nc,d", abcd);
        add("byte-order mark",
            "\xEF\xBB\xBF"
            "a,b\nc,d",
            abcd);
        add("byte-order mark before a quoted header", "\xEF\xBB\xBF\"a\",b\nc,d", abcd);
        add("a second byte-order mark is data",
            "\xEF\xBB\xBF\xEF\xBB\xBF"
            "a,b",
            {{QChar(0xFEFF)
                  + text(""
                         "a"),
              "b"}});
        add("quoted", "\"a\",\"b\"\n\"c\",\"d\"\n", abcd);
        add("delimiter in quotes", "\"a,1\",b\n", {{"a,1", "b"}});
        add("line ends in quotes", "\"a\r\nb\rc\nd\",e\n", {{"a\r\nb\rc\nd", "e"}});
        add("doubled quotes", "\"\"\"a\"\"\",\"\"\"\"\n", {{"\"a\"", "\""}});
        add("quoted cell ends the file", "a,\"b\"", {{"a", "b"}});
        add("empty cells", ",\n,,\n", {{"", ""}, {"", "", ""}});
        add("last cell empty without newline", "a,", {{"a", ""}});
        add("an empty quoted cell is a record", "\"\"\n", {{""}});
        add("spaces are data", " a , \n  \n", {{" a ", " "}, {"  "}});
        add("lone quotes are data", "5\" pipe,a\"b\"c\n", {{"5\" pipe", "a\"b\"c"}});
        add("umlauts and emoji",
            "Gr\xC3\xBC\xC3\x9F"
            "e,\xF0\x9F\x98\x80\n",
            {{text("Gr\xC3\xBC\xC3\x9F"
                   "e"),
              text("\xF0\x9F\x98\x80")}});
        add("nothing", "", {});
        add("only a byte-order mark", "\xEF\xBB\xBF", {});
        add("only blank lines", "\n\r\n\r", {});
        add("semicolon", "a;b,c\n", {{"a", "b,c"}}, ';');
        add("tab", "a\tb\n", {{"a", "b"}}, '\t');
        add("sep line", "sep=;\r\na;b\r\nc;d", abcd);
        add("sep line after a byte-order mark", "\xEF\xBB\xBFSEP=|\ra|b\rc|d", abcd);
        add("sep line alone", "sep=;", {});
        add("quoted sep is data", "\"sep=;\"\n", {{"sep=;"}});
        add("longer than sep is data", "sep=;x\n", {{"sep=;x"}});
    }

    void everyChunkBoundaryGivesTheSameRecords()
    {
        QFETCH(QByteArray, csv);
        QFETCH(char, delimiter);
        QFETCH(Records, expected);
        for (qsizetype chunk = 1; chunk <= csv.size() + 1; ++chunk) {
            const Reading reading = read(csv, chunk, delimiter);
            QVERIFY2(!reading.error, qPrintable(QString::number(chunk)));
            QCOMPARE(reading.records, expected);
        }
    }

    void errorsNameTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<int>("code");
        QTest::addColumn<qint64>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<qint64>("line");
        const auto add = [](const char *name, const QByteArray &csv, ErrorCode code, qint64 row, int column,
                            qint64 line) {
            QTest::newRow(name) << csv << static_cast<int>(code) << row << column << line;
        };
        add("quote open at the end", "a,b\nc,\"d\ne\nf", ErrorCode::TableQuoteNotClosed, 2, 2, 2);
        add("text after a quote", "a\n\"b\nb\"c\n", ErrorCode::TableQuoteNotClosed, 2, 1, 2);
        add("space after a quote", "\"a\" ,b\n", ErrorCode::TableQuoteNotClosed, 1, 1, 1);
        add("latin-1",
            "a,b\nc,Gr\xFC\xDF"
            "e\n",
            ErrorCode::TableNotUtf8, 2, 2, 2);
        add("latin-1 in the third line of a cell", "a\r\n\"x\r\ny\r\nz\xE9\"", ErrorCode::TableNotUtf8, 2, 1, 4);
        add("cut character at the end", "a\nb\xC3", ErrorCode::TableNotUtf8, 2, 1, 2);
        add("cut character in a cell", "\xE2\x82,a", ErrorCode::TableNotUtf8, 1, 1, 1);
        add("overlong", "\xC0\xAF", ErrorCode::TableNotUtf8, 1, 1, 1);
        add("surrogate", "\xED\xA0\x80", ErrorCode::TableNotUtf8, 1, 1, 1);
        add("beyond Unicode", "\xF4\x90\x80\x80", ErrorCode::TableNotUtf8, 1, 1, 1);
    }

    void errorsNameTheirPlace()
    {
        QFETCH(QByteArray, csv);
        for (qsizetype chunk = 1; chunk <= csv.size() + 1; ++chunk) {
            CsvReader reader = readerOf(csv, chunk);
            const Reading reading = readAll(reader);
            QVERIFY(reading.error);
            QTEST(static_cast<int>(reading.error->code), "code");
            QTEST(reading.error->context.value("row").toLongLong(), "row");
            QTEST(reading.error->context.value("column").toInt(), "column");
            QTEST(reading.error->context.value("line").toLongLong(), "line");
            Row row;
            QCOMPARE(reader.next(row).error().code, reading.error->code);
        }
    }

    void limitsStopHostileFiles_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<int>("code");
        const QByteArray mebibyte(1024 * 1024, 'x');
        QTest::newRow("cell over 1 MiB") << "a," + mebibyte + "x,b" << int(ErrorCode::TableCellTooLong);
        QTest::newRow("quoted cell over 1 MiB") << "\"" + mebibyte + "x\"" << int(ErrorCode::TableQuoteNotClosed);
        QTest::newRow("quoted cell over 1,000 lines")
            << "\"" + QByteArray("x\n").repeated(1001) + "\"" << int(ErrorCode::TableQuoteNotClosed);
        QTest::newRow("too many columns") << QByteArray(20'000, ',') << int(ErrorCode::TableTooManyColumns);
        QTest::newRow("record over 8 MiB") << (mebibyte + ",").repeated(9) << int(ErrorCode::TableCellTooLong);
    }

    void limitsStopHostileFiles()
    {
        QFETCH(QByteArray, csv);
        const Reading reading = read(csv, 1000);
        QVERIFY(reading.error);
        QTEST(int(reading.error->code), "code");
        QVERIFY(reading.records.isEmpty());
    }

    void whatIsJustWithinTheLimitsIsRead()
    {
        const QByteArray mebibyte(1024 * 1024, 'x');
        QCOMPARE(read(mebibyte).records.first().first().size(), mebibyte.size());
        QCOMPARE(read("\"" + mebibyte + "\"").records.first().first().size(), mebibyte.size());
        QCOMPARE(read("\"" + QByteArray("x\n").repeated(1000) + "\"").records.size(), 1);
        QCOMPARE(read(QByteArray(16'383, ',')).records.first().size(), 16'384);
    }

    void linesCountBreaksInsideQuotes()
    {
        const QByteArray csv = "\n\"a\r\nb\nc\rd\"\r\n\r\ne\n";
        for (qsizetype chunk = 1; chunk <= csv.size(); ++chunk)
            QCOMPARE(read(csv, chunk).lines, (QList<qint64>{2, 7}));
        QCOMPARE(read("sep=,\r\na").lines, QList<qint64>{2});
    }

    void oddBytesAreKeptAndCounted()
    {
        const QByteArray csv("a\0b\0,x\"y\n\"\0\",z\n", 15);
        for (qsizetype chunk = 1; chunk <= csv.size(); ++chunk) {
            const Reading reading = read(csv, chunk);
            using Kind = tabular::CellRemark::Kind;
            QCOMPARE(reading.records.at(0).at(0).size(), 4);
            QCOMPARE(reading.remarks.size(), 3);
            QCOMPARE(reading.remarks.at(0), (tabular::CellRemark{Kind::NulByte, 0, 2}));
            QCOMPARE(reading.remarks.at(1), (tabular::CellRemark{Kind::LoneQuote, 1, 1}));
            QCOMPARE(reading.remarks.at(2), (tabular::CellRemark{Kind::NulByte, 0, 1}));
        }
    }

    void progressReachesTheTotal()
    {
        CsvReader reader = readerOf("a,b\nc,d\n", 3);
        QCOMPARE(reader.bytesRead(), 0);
        Row row;
        QVERIFY(*reader.next(row));
        QCOMPARE(reader.bytesRead(), 4);
        readAll(reader);
        QCOMPARE(reader.bytesRead(), 8);
    }

    void textInMemoryIsReadToo()
    {
        const auto reader = tabular::readCsvText("a;b\n1;2\n", CsvDialect{.delimiter = ";"});
        QCOMPARE(readAll(*reader).records, (Records{{"a", "b"}, {"1", "2"}}));
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestCsvReader)
#include "tst_csv_reader.moc"
