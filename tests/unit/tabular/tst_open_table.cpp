#include "tabular/TableReader.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/Files.h"

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using base::ErrorCode;

class TestOpenTable final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void whatIsNoTextIsToldByItsContent_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("found");
        const auto add = [](const char *name, const QByteArray &content, const char *found) {
            QTest::newRow(name) << content << QString::fromUtf8(found);
        };
        const QByteArray zip("PK\x03\x04\x14\0\0\0", 8);
        add("workbook", zip + QByteArray(30, 'x') + "xl/workbook.xml", "XLSX");
        add("workbook told by its directory", zip + QByteArray(200'000, 'x') + "xl/worksheets/sheet1.xml", "XLSX");
        add("open document", zip + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ODS");
        add("zip", zip + "people.csv", "ZIP");
        add("empty zip", QByteArray("PK\x05\x06") + QByteArray(18, '\0'), "ZIP");
        add("gzip", QByteArray("\x1F\x8B\x08\0", 4), "GZIP");
        add("old workbook", QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "XLS");
        add("pdf", "%PDF-1.7\n", "PDF");
        add("html", "\n <!DOCTYPE HTML><html>", "HTML");
        add("html table", "<table><tr><td>", "HTML");
        add("html after a byte-order mark", "\xEF\xBB\xBF<html>", "HTML");
        add("xml", "<?xml version=\"1.0\"?>", "XML");
        add("utf-16 le",
            QByteArray("\xFF\xFE"
                       "a\0,\0",
                       6),
            "UTF-16");
        add("utf-16 be", QByteArray("\xFE\xFF\0a\0,", 6), "UTF-16");
        add("utf-16 without a mark", QByteArray("a\0,\0b\0\n\0", 8), "UTF-16");
        add("utf-32 le", QByteArray("\xFF\xFE\0\0a\0\0\0", 8), "UTF-32");
        add("utf-32 be", QByteArray("\0\0\xFE\xFF\0\0\0a", 8), "UTF-32");
    }

    void whatIsNoTextIsToldByItsContent()
    {
        QFETCH(QByteArray, content);
        const Files files;
        const auto source = files.source(content);
        const auto opened = tabular::openTable(source);
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, ErrorCode::TableNotText);
        QTEST(opened.error().context.value("found").toString(), "found");
        QCOMPARE(opened.error().context.value("file").toString(), source.path);
        QCOMPARE(tabular::detectDialect(source.path).error().code, ErrorCode::TableNotText);
    }

    void textIsOpened_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("plain") << QByteArray("a,b\n");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("looks like a zip's name") << QByteArray("PK,Name\n");
        QTest::newRow("less-than") << QByteArray("<5,>5\n");
        QTest::newRow("a stray NUL") << QByteArray("a,b\nc\0,d\n", 9);
    }

    void textIsOpened()
    {
        QFETCH(QByteArray, content);
        const Files files;
        const auto opened = tabular::openTable(files.source(content));
        QVERIFY(opened.ok());
        QCOMPARE((*opened)->bytesTotal(), content.size());
    }

    void onlyRegularFilesAreOpened()
    {
        const Files files;
        QCOMPARE(tabular::openTable({files.path("none.csv"), {}}).error().code, ErrorCode::FileNotFound);
        QCOMPARE(tabular::openTable({files.path("."), {}}).error().code, ErrorCode::NotARegularFile);
#ifdef Q_OS_UNIX
        QCOMPARE(tabular::openTable({QStringLiteral("/dev/zero"), {}}).error().code, ErrorCode::NotARegularFile);
        const QString pipe = files.path("pipe");
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QCOMPARE(tabular::openTable({pipe, {}}).error().code, ErrorCode::NotARegularFile);
#endif
    }

    void theDelimiterIsFound_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<char>("expected");
        QTest::newRow("comma") << QByteArray("a,b\n1,2\n") << ',';
        QTest::newRow("semicolon") << QByteArray("a;b\n1;2\n") << ';';
        QTest::newRow("tab") << QByteArray("a\tb\n1\t2\n") << '\t';
        QTest::newRow("pipe") << QByteArray("a|b\n1|2\n") << '|';
        QTest::newRow("decimal commas") << QByteArray("Name;Price\nA;1,5\nB;2,25\n") << ';';
        QTest::newRow("delimiters in quotes") << QByteArray("a;b\n\"x,y,z\";1\n\"u,v,w\";2\n") << ';';
        QTest::newRow("one column") << QByteArray("a\nb\n") << ',';
        QTest::newRow("empty") << QByteArray() << ',';
        QTest::newRow("sep line") << QByteArray("sep=|\na,b|c\n1,2|3\n") << '|';
        QTest::newRow("preamble") << QByteArray("Report\n\na;b;c\n1;2;3\n4;5;6\n") << ';';
        QTest::newRow("long") << "a;b\n" + QByteArray("1;2,3\n").repeated(50'000) << ';';
    }

    void theDelimiterIsFound()
    {
        QFETCH(QByteArray, content);
        const Files files;
        const auto dialect = tabular::detectDialect(files.source(content).path);
        QVERIFY(dialect.ok());
        QFETCH(char, expected);
        QCOMPARE(dialect->delimiter, QByteArray(1, expected));
        QCOMPARE(dialect->headerRow, 1);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestOpenTable)
#include "tst_open_table.moc"
