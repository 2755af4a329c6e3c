#include "tabular/sniffing/FileKind.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/Archives.h"
#include "tests/unit/tabular/Files.h"

#include <QRandomGenerator>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using base::ErrorCode;
using tabular::FileKind;

namespace {

const QByteArray sheetTypes = "<Types><Override PartName=\"/book.xml\" ContentType=\"application/vnd.openxmlformats-"
                              "officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
const QByteArray wordTypes = "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument."
                             "wordprocessingml.document.main+xml\"/></Types>";
const QByteArray odsType = "application/vnd.oasis.opendocument.spreadsheet";

using Add = void (*)(const char *row, const QByteArray &content, FileKind kind, const char *found);

void addTexts(Add add)
{
    add("empty", "", FileKind::DelimitedText, "text");
    add("csv", "a,b\n1,2\n", FileKind::DelimitedText, "text");
    add("utf-8 mark",
        "\xEF\xBB\xBF"
        "a,b\n",
        FileKind::DelimitedText, "text");
    add("utf-16",
        QByteArray("\xFF\xFE"
                   "a\0,\0",
                   6),
        FileKind::DelimitedText, "text");
    add("utf-16 without a mark", QByteArray("a\0,\0b\0\n\0", 8).repeated(40), FileKind::DelimitedText, "text");
    add("shift-jis", "\x93\x8C\x8B\x9E,\x91\xE5\x8D\xE3\n", FileKind::DelimitedText, "text");
    add("a stray NUL", QByteArray("a,b\nc\0,d\n", 9), FileKind::DelimitedText, "text");
    add("starts like a zip's mark", "PK,Name\n", FileKind::DelimitedText, "text");
    add("starts like bzip2", "BZh,Name\n1,2\n", FileKind::DelimitedText, "text");
    add("DOS end of file", "a,b\n1,2\n\x1A", FileKind::DelimitedText, "text");
    add("html", "\n <!DOCTYPE HTML><html>", FileKind::Html, "HTML");
    add("html table", "<table><tr><td>", FileKind::Html, "HTML");
    add("html in utf-16", QByteArray("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14), FileKind::Html, "HTML");
    add("xml", "<?xml version=\"1.0\"?>", FileKind::Xml, "XML");
}

void addWorkbooks(Add add)
{
    using archives::zip;
    const std::pair<QString, QByteArray> types{"[Content_Types].xml", "<Types/>"};
    add("xlsx", zip({types, {"xl/workbook.xml", "x"}}), FileKind::Xlsx, "XLSX");
    add("xlsx, other case", zip({types, {"XL/Workbook.xml", "x"}}), FileKind::Xlsx, "XLSX");
    add("xlsx, parts called otherwise", zip({{"book.xml", "x"}, {"[Content_Types].xml", sheetTypes}}), FileKind::Xlsx,
        "XLSX");
    add("xlsx with a csv inside", zip({types, {"xl/workbook.xml", "x"}, {"a.csv", "1"}}), FileKind::Xlsx, "XLSX");
    add("xlsb", zip({types, {"xl/workbook.bin", "x"}}), FileKind::Xlsb, "XLSB");
    add("word", zip({{"[Content_Types].xml", wordTypes}, {"word/document.xml", "x"}}), FileKind::OtherBinary, "Office");
    add("ods", zip({{"mimetype", odsType}, {"content.xml", "x"}}), FileKind::Ods, "ODS");
    add("odt", zip({{"mimetype", "application/vnd.oasis.opendocument.text"}}), FileKind::OtherBinary, "OpenDocument");
    add("ods with a password", zip({{"mimetype", odsType}, {"META-INF/manifest.xml", "<manifest:encryption-data>"}}),
        FileKind::EncryptedWorkbook, "ODS");
    add("numbers", zip({{"Index/Document.iwa", "x"}, {"Data/a.csv", "1"}}), FileKind::Numbers, "Numbers");
    add("xls", archives::ole({"Root Entry", "Workbook"}), FileKind::Xls, "XLS");
    add("xls of 1995", archives::ole({"Root Entry", "Book"}), FileKind::Xls, "XLS");
    add("encrypted xlsx", archives::ole({"Root Entry", "a", "b", "c", "EncryptionInfo", "EncryptedPackage"}),
        FileKind::EncryptedWorkbook, "XLSX");
    add("old word", archives::ole({"Root Entry", "WordDocument"}), FileKind::OtherBinary, "Office");
    add("no more than the mark", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileKind::Xls, "XLS");
}

void addArchives(Add add)
{
    using archives::zip;
    add("zip of a csv", zip({{"people.csv", "a"}}), FileKind::ZipOfOneTable, "ZIP");
    add("zip of a csv and litter",
        zip({{"out/", ""},
             {"out/people.CSV", "a"},
             {"__MACOSX/out/._people.csv", "x"},
             {"out/.DS_Store", "x"},
             {"readme.pdf", "x"}}),
        FileKind::ZipOfOneTable, "ZIP");
    add("zip of a workbook", zip({{"people.xlsx", "a"}}), FileKind::ZipOfOneTable, "ZIP");
    add("zip of two", zip({{"a.csv", "a"}, {"b.tsv", "b"}}), FileKind::ZipOfSeveralTables, "ZIP");
    add("zip of none", zip({{"a.png", "a"}}), FileKind::ZipWithoutTable, "ZIP");
    add("empty zip", QByteArray("PK\x05\x06") + QByteArray(18, '\0'), FileKind::ZipWithoutTable, "ZIP");
    add("cut zip", zip({{"people.csv", QByteArray(3'000, 'a')}}).chopped(30), FileKind::BrokenZip, "ZIP");
    add("only a zip's mark", "PK\x03\x04", FileKind::BrokenZip, "ZIP");
    add("gzip", archives::gzip("a,b\n"), FileKind::Gzip, "GZIP");
}

void addOthers(Add add)
{
    add("pdf", "%PDF-1.7\n", FileKind::Pdf, "PDF");
    add("png", "\x89PNG\r\n\x1A\n", FileKind::OtherBinary, "PNG");
    add("database", QByteArray("SQLite format 3\0", 16), FileKind::OtherBinary, "SQLITE");
    add("parquet", QByteArray("PAR1\x15\x04\x15\0", 8).repeated(100), FileKind::OtherBinary, "PARQUET");
    add("noise", QByteArray::fromHex("01020304f00d0a05").repeated(100), FileKind::OtherBinary, "binary");
    add("text, then noise", QByteArray("a,b\n").repeated(30'000) + QByteArray("\1\2\3").repeated(30'000),
        FileKind::OtherBinary, "binary");
    add("zeros", QByteArray(5'000, '\0'), FileKind::OtherBinary, "binary");
}

} // namespace

class TestFileKind final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void theContentDecides_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<FileKind>("kind");
        QTest::addColumn<QString>("found");
        const auto add = [](const char *row, const QByteArray &content, FileKind kind, const char *found) {
            QTest::newRow(row) << content << kind << QString::fromUtf8(found);
        };
        addTexts(add);
        addWorkbooks(add);
        addArchives(add);
        addOthers(add);
    }

    void theContentDecides()
    {
        QFETCH(QByteArray, content);
        const Files files;
        const auto look = tabular::lookAt(files.write("people.csv", content));
        QVERIFY(look.ok());
        QTEST(look->kind, "kind");
        QTEST(look->found, "found");
        QCOMPARE(look->bytes, content.size());
    }

    void anEncryptedWorkbookIsToldWhereverItsDirectoryStands()
    {
        const Files files;
        QByteArray content = archives::ole({"Root Entry", "a", "b", "c", "EncryptionInfo", "EncryptedPackage"});
        QCOMPARE(tabular::lookAt(files.write("a.xlsx", content))->kind, FileKind::EncryptedWorkbook);
        // A directory that is its own continuation ends the search.
        archives::put(content, 512 + 8, 2);
        QCOMPARE(tabular::lookAt(files.write("a.xlsx", content))->kind, FileKind::EncryptedWorkbook);
        archives::put(content, 48, 0x00FFFFFF);
        QCOMPARE(tabular::lookAt(files.write("a.xlsx", content))->kind, FileKind::Xls);
    }

    void theOneTableIsNamed()
    {
        const Files files;
        const auto look =
            tabular::lookAt(files.write("a.zip", archives::zip({{"x/.b.csv", "1"}, {"../../x.csv", "2"}})));
        QCOMPARE(look->kind, FileKind::ZipOfOneTable);
        QCOMPARE(look->member, QStringLiteral("../../x.csv"));
    }

    void aZipOfTooManyFilesIsRefused()
    {
        archives::Entries entries;
        for (int i = 0; i <= 10'000; ++i)
            entries.append({QString::number(i), {}});
        const Files files;
        const auto look = tabular::lookAt(files.write("a.zip", archives::zip(entries)));
        QCOMPARE(look.error().code, ErrorCode::ZipTooLarge);
        QCOMPARE(look.error().context.value("limit").toInt(), 10'000);
    }

    void onlyPiecesOfALargeFileAreRead()
    {
        const Files files;
        const QString path = files.path("large.csv");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("a,b\n") == 4 && file.resize(3LL * 1024 * 1024 * 1024));
        QVERIFY(file.seek(file.size() - 4) && file.write("end\n") == 4);
        file.close();
        const auto look = tabular::lookAt(path);
        QVERIFY(look.ok());
        QCOMPARE(look->pieces.head.size(), 64 * 1024);
        QCOMPARE(look->pieces.tail.size(), 64 * 1024);
        QVERIFY(look->pieces.tail.endsWith("end\n"));
        QCOMPARE(look->pieces.between.size(), size_t{16});
        for (const QByteArray &piece : look->pieces.between)
            QCOMPARE(piece.size(), 4 * 1024);
        QVERIFY(!look->pieces.headIsAll);
    }

    void onlyRegularFilesAreOpened()
    {
        const Files files;
        const auto codeOf = [](const QString &path) { return tabular::lookAt(path).error().code; };
        QCOMPARE(codeOf(files.path("none.csv")), ErrorCode::FileNotFound);
        QCOMPARE(codeOf(files.path(".")), ErrorCode::NotARegularFile);
#ifdef Q_OS_UNIX
        QCOMPARE(codeOf("/dev/zero"), ErrorCode::NotARegularFile);
        QCOMPARE(::mkfifo(QFile::encodeName(files.path("pipe")).constData(), 0600), 0);
        QCOMPARE(codeOf(files.path("pipe")), ErrorCode::NotARegularFile);
        QVERIFY(QFile::link(files.path("one"), files.path("two")) && QFile::link(files.path("two"), files.path("one")));
        QCOMPARE(codeOf(files.path("one")), ErrorCode::FileNotFound);
        QVERIFY(QFile::link(files.write("there.csv", "a"), files.path("link.csv")));
        QVERIFY(tabular::lookAt(files.path("link.csv")).ok());
#endif
    }

    void damageNeverMakesItFail()
    {
        const Files files;
        QRandomGenerator random(31);
        const std::vector<QByteArray> good{
            archives::zip({{"[Content_Types].xml", sheetTypes}, {"book.xml", "x"}}),
            archives::zip({{"mimetype", odsType}, {"META-INF/manifest.xml", "x"}, {"content.xml", "x"}}),
            archives::zip({{"people.csv", "a,b"}}),
            archives::ole({"Root Entry", "a", "b", "c", "EncryptionInfo", "EncryptedPackage"}),
        };
        for (int round = 0; round < 400; ++round) {
            QByteArray bytes = good.at(static_cast<size_t>(round) % good.size());
            for (int i = random.bounded(1, 12); i > 0; --i)
                bytes[random.bounded(4, static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
            if (round % 3 == 0)
                bytes.truncate(random.bounded(4, static_cast<int>(bytes.size())));
            const auto look = tabular::lookAt(files.write("a.bin", bytes));
            QVERIFY2(look.ok(), bytes.toHex().constData());
            QVERIFY(look->kind != FileKind::DelimitedText);
        }
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestFileKind)
#include "tst_file_kind.moc"
