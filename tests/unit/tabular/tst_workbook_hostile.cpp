#include "tabular/workbook/WorkbookPackage.h"
#include "tabular/workbook/XmlStream.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/WorkbookBuilder.h"

#include <QDateTime>
#include <QRandomGenerator>

using namespace books;

namespace {

const QByteArray cell = R"(<row r="1"><c r="A1"><v>1</v></c></row>)";
const QByteArray localHeader("PK\x03\x04");
const QByteArray directoryHeader("PK\x01\x02");

QByteArray withDtd(const QByteArray &declarations, const QByteArray &text)
{
    QByteArray sheet = worksheet("<row><c t=\"inlineStr\"><is><t>" + text + "</t></is></c></row>");
    return sheet.replace(xmlHead, xmlHead + declarations);
}

/// Overwrites a field of every header of one kind.
QByteArray withField(QByteArray zip, const QByteArray &header, qsizetype offset, const QByteArray &value)
{
    for (qsizetype at = zip.indexOf(header); at >= 0; at = zip.indexOf(header, at + 4))
        zip.replace(at + offset, value.size(), value);
    return zip;
}

/// A compound file with one stream of this name, as far as that can be told from its directory.
QByteArray oleWith(const QString &stream)
{
    QByteArray file(2048, '\0');
    file.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    for (qsizetype i = 0; i < stream.size(); ++i)
        file[1152 + 2 * i] = static_cast<char>(stream.at(i).unicode());
    file[1152 + 64] = static_cast<char>(2 * (stream.size() + 1));
    file[1152 + 66] = 2;
    return file;
}

class Nothing final : public tabular::XmlHandler {
public:
    bool open(const tabular::XmlName &, const tabular::XmlAttributes &) override { return true; }
    bool close() override { return true; }
    bool text(std::string_view) override { return true; }
};

/// The code that parsing ends with, fed in pieces.
QString parse(const QByteArray &xml, qsizetype piece)
{
    Nothing nothing;
    tabular::XmlStream stream(nothing);
    for (qsizetype at = 0; at < xml.size(); at += piece) {
        const QByteArray part = xml.mid(at, piece);
        const auto fed = stream.feed({part.constData(), static_cast<size_t>(part.size())});
        if (!fed.ok())
            return QString::fromLatin1(base::name(fed.error().code));
    }
    const auto finished = stream.finish();
    return finished.ok() ? QString() : QString::fromLatin1(base::name(finished.error().code));
}

} // namespace

class TestWorkbookHostile final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void xmlThatHarmlessWorkbooksNeverHold_data()
    {
        QTest::addColumn<QByteArray>("sheet");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &sheet, const char *code = "WorkbookUnsafe") {
            QTest::newRow(name) << sheet << QString::fromLatin1(code);
        };
        row("DTD", withDtd("<!DOCTYPE worksheet>", "a"));
        row("external DTD", withDtd("<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1/x.dtd\">", "a"));
        row("entity bomb",
            withDtd("<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>", "&b;"));
        row("external entity", withDtd("<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;"));
        row("parameter entity", withDtd("<!DOCTYPE w [<!ENTITY % a SYSTEM \"file:///etc/passwd\">%a;]>", "a"));
        row("entity that nobody declared", withDtd({}, "&nbsp;"));
        QByteArray attributes;
        for (int i = 0; i < 100'000; ++i)
            attributes += " a" + QByteArray::number(i) + "=\"\"";
        row("10^5 attributes", worksheet("<row r=\"1\"" + attributes.left(attributes.indexOf(" a50000")) + "/>"));
        row("tag beyond 1 MiB", worksheet("<row r=\"1\"" + attributes + "/>"));
        attributes.truncate(attributes.indexOf(" a256="));
        row("256 attributes", worksheet("<row" + attributes + "/>"), "");
        row("257 attributes", worksheet("<row r=\"1\"" + attributes + "/>"));
        row("10^6 levels", worksheet(QByteArray("<a>").repeated(1'000'000)));
        row("64 levels", worksheet(QByteArray("<a>").repeated(62) + QByteArray("</a>").repeated(62)), "");
        row("65 levels", worksheet(QByteArray("<a>").repeated(63) + QByteArray("</a>").repeated(63)));
        const auto text = [](qsizetype bytes) {
            QByteArray noise(bytes, 'x');
            QRandomGenerator random(3); // a ratio of its own would end it earlier
            for (char &c : noise)
                c = static_cast<char>('A' + random.bounded(26));
            return worksheet("<row><c t=\"inlineStr\"><is><t>" + noise + "</t></is></c></row>");
        };
        row("text of 1 MiB", text(1024 * 1024), "");
        row("text beyond 1 MiB", text(1024 * 1024 + 1));
        row("huge comment", worksheet("<!--" + QByteArray(4'000'000, 'x') + "-->"));
        row("cut", worksheet(cell).chopped(20), "WorkbookBroken");
        row("empty", {}, "WorkbookBroken");
        row("not XML", "garbage", "WorkbookBroken");
        row("bytes that are no UTF-8", worksheet("<row><c t=\"inlineStr\"><is><t>\xFF</t></is></c></row>"),
            "WorkbookBroken");
        row("NUL", worksheet("<row><c t=\"inlineStr\"><is><t>" + QByteArray(1, '\0') + "</t></is></c></row>"),
            "WorkbookBroken");
        row("prefix out of its element", worksheet("<a:b xmlns:a=\"x\"/><a:c/>"), "WorkbookBroken");
        QByteArray prefixes;
        for (int i = 0; i < 130; ++i)
            prefixes += " xmlns:p" + QByteArray::number(i) + "=\"x\"";
        row("130 prefixes", worksheet("<row" + prefixes + "/>"));
        row("prefix of no namespace", worksheet("<no:row/>"), "WorkbookBroken");
    }
    void xmlThatHarmlessWorkbooksNeverHold()
    {
        QFETCH(QByteArray, sheet);
        QFETCH(QString, code);
        QCOMPARE(read(xlsx(sheet).write(m_files)).code(), code);
        // Cells are the sheet's affair; all else is refused by the parser, wherever the pieces are cut.
        if (!(sheet.contains("<t>") && sheet.size() > 1024 * 1024))
            QCOMPARE(parse(sheet, 7'001), code);
    }

    void everyPartIsGuarded_data()
    {
        QTest::addColumn<QByteArray>("zip");
        const QByteArray dtd = xmlHead + "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>";
        for (const char *part : {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
                                 "xl/sharedStrings.xml"}) {
            QTest::newRow(part) << xlsxOf("<row><c t=\"s\"><v>0</v></c></row>").part(QLatin1String(part), dtd).zip();
        }
        for (const char *part : {"META-INF/manifest.xml", "content.xml"})
            QTest::newRow(part) << odsOf({}).part(QLatin1String(part), dtd).zip();
    }
    void everyPartIsGuarded()
    {
        QFETCH(QByteArray, zip);
        QCOMPARE(read(m_files.write("book.zip", zip)).code(), QStringLiteral("WorkbookUnsafe"));
    }

    void textsOfOdsAreLimitedToo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("spaces that are counted") << QByteArray("<text:s text:c=\"2000000000\"/>");
        QTest::newRow("spaces without end") << QByteArray("<text:s text:c=\"99999999999999999999\"/>");
        QTest::newRow("many counted spaces") << QByteArray("<text:s text:c=\"1000000\"/><text:s text:c=\"1000000\"/>");
    }
    void textsOfOdsAreLimitedToo()
    {
        QFETCH(QByteArray, text);
        const auto result = read(odsOf("<table:table-row><table:table-cell><text:p>" + text
                                       + "</text:p></table:table-cell></table:table-row>")
                                     .write(m_files));
        QCOMPARE(result.code(), QStringLiteral("WorkbookUnsafe"));
        QCOMPARE(result.word("cell"), QStringLiteral("A1"));
    }

    void bombsEndAtTheLimits_data()
    {
        QTest::addColumn<QByteArray>("zip");
        const QByteArray blanks(40 * 1024 * 1024, ' ');
        QTest::newRow("flat, in the sheet") << xlsx(worksheet(blanks)).zip();
        QTest::newRow("flat, in the shared texts")
            << xlsxOf("<row><c t=\"s\"><v>0</v></c></row>").part("xl/sharedStrings.xml", sharedTexts(blanks)).zip();
        QTest::newRow("flat, in content.xml") << ods(odsContent(blanks)).zip();
    }
    void bombsEndAtTheLimits()
    {
        QFETCH(QByteArray, zip);
        QCOMPARE(read(m_files.write("bomb.zip", zip)).code(), QStringLiteral("ZipTooLarge"));
    }

    void bombsInPartsThatNobodyNeedsAreNotUnpacked()
    {
        const QByteArray nested = xlsx(worksheet(QByteArray(4 * 1024 * 1024, ' '))).zip();
        const auto result = read(xlsxOf(cell)
                                     .part("xl/media/image1.png", QByteArray(40 * 1024 * 1024, ' '))
                                     .part("xl/embeddings/book.xlsx", nested)
                                     .write(m_files));
        QCOMPARE(result.code(), QString());
        QCOMPARE(result.rows, QStringList{"1: 1"});
    }

    void limitsOfAPackage_data()
    {
        QTest::addColumn<tabular::PackageLimits>("limits");
        QTest::addColumn<QString>("code");
        const QByteArray zip =
            WorkbookBuilder().part("a", QByteArray(1000, 'a')).part("b", QByteArray(1000, 'b')).zip();
        QTest::newRow("all within") << tabular::PackageLimits{.entries = 2, .bytes = 2000} << QString();
        QTest::newRow("entries") << tabular::PackageLimits{.entries = 1} << QStringLiteral("ZipTooLarge");
        QTest::newRow("bytes of both") << tabular::PackageLimits{.bytes = 1999} << QStringLiteral("ZipTooLarge");
        QTest::newRow("ratio of all") << tabular::PackageLimits{.ratio = 4, .ratioFrom = 0}
                                      << QStringLiteral("ZipTooLarge");
        QTest::newRow("ratio of a part") << tabular::PackageLimits{.partRatio = 50, .ratioFrom = 0}
                                         << QStringLiteral("ZipTooLarge");
        QTest::newRow("ratios of little")
            << tabular::PackageLimits{.ratio = 1, .partRatio = 1, .ratioFrom = 2000} << QString();
        QVERIFY(QFile::exists(m_files.write("limits.zip", zip)));
    }
    void limitsOfAPackage()
    {
        QFETCH(tabular::PackageLimits, limits);
        QFETCH(QString, code);
        QString ended;
        const auto package = tabular::WorkbookPackage::open(m_files.path("limits.zip"), limits);
        if (!package.ok())
            ended = QString::fromLatin1(base::name(package.error().code));
        // Twice: what was read before does not count again.
        for (const char *part : {"a", "b", "a", "b"}) {
            auto stream = package.ok() && ended.isEmpty() ? (*package)->openPart(QLatin1String(part)) : base::Error{};
            for (bool more = stream.ok(); more;) {
                const auto bytes = (*stream)->next();
                more = bytes.ok() && !bytes->empty();
                if (!bytes.ok())
                    ended = QString::fromLatin1(base::name(bytes.error().code));
            }
        }
        QCOMPARE(ended, code);
    }

    void packagesThatLie_data()
    {
        QTest::addColumn<QByteArray>("zip");
        QTest::addColumn<QString>("code");
        const QByteArray zip = xlsxOf(cell).zip();
        const QByteArray one("\1\0\0\0", 4);
        const QByteArray much("\xFF\xFF\xFF\x0F", 4);
        const QString unsafe = QStringLiteral("WorkbookUnsafe");
        const QString unreadable = QStringLiteral("ZipUnreadable");
        QTest::newRow("nothing") << QByteArray() << unreadable;
        QTest::newRow("garbage") << QByteArray("PK\x03\x04 garbage") << unreadable;
        QTest::newRow("cut") << zip.chopped(100) << unreadable;
        QTest::newRow("empty zip") << QByteArray("PK\x05\x06" + QByteArray(18, '\0')) << unreadable;
        QTest::newRow("leaves the folder") << xlsxOf(cell).part("xl/../../x", "x").zip() << unsafe;
        QTest::newRow("leaves it backwards") << xlsxOf(cell).part("xl\\..\\..\\x", "x").zip() << unsafe;
        QTest::newRow("absolute") << xlsxOf(cell).part("/etc/x", "x").zip() << unsafe;
        QTest::newRow("drive") << xlsxOf(cell).part("C:x", "x").zip() << unsafe;
        QTest::newRow("two of one name") << xlsxOf(cell).again(sheetPart, worksheet({})).zip() << unsafe;
        QTest::newRow("two names that differ in case") << xlsxOf(cell).part("XL/WORKBOOK.xml", "x").zip() << unsafe;
        QTest::newRow("packed sizes beyond the file") << withField(zip, directoryHeader, 20, much) << unsafe;
        QTest::newRow("claims less than there is")
            << withField(withField(zip, directoryHeader, 24, one), localHeader, 22, one) << unreadable;
        QTest::newRow("claims more than there is")
            << withField(withField(zip, directoryHeader, 24, much), localHeader, 22, much) << unreadable;
        QTest::newRow("wrong check sums")
            << withField(withField(zip, directoryHeader, 16, much), localHeader, 14, much) << unreadable;
        QTest::newRow("unknown compression") << withField(withField(zip, directoryHeader, 10, QByteArray("\x63\0", 2)),
                                                          localHeader, 8, QByteArray("\x63\0", 2))
                                             << unreadable;
        QTest::newRow("encrypted entries")
            << xlsxOf(cell).password("secret").zip() << QStringLiteral("WorkbookEncrypted");
    }
    void packagesThatLie()
    {
        QFETCH(QByteArray, zip);
        QFETCH(QString, code);
        QCOMPARE(read(m_files.write("book.zip", zip)).code(), code);
    }

    void tenThousandEntriesAreTheMost()
    {
        WorkbookBuilder builder = xlsxOf(cell); // of seven parts
        for (int i = 0; i < 9'993; ++i)
            builder.again(QString::number(i), {});
        QCOMPARE(read(builder.write(m_files)).code(), QString());
        QCOMPARE(read(builder.again("more", {}).write(m_files)).code(), QStringLiteral("ZipTooLarge"));
    }

    void otherKindsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("found");
        const QString unsupported = QStringLiteral("TableKindUnsupported");
        const auto office = [](const char *target) {
            return WorkbookBuilder()
                .part("_rels/.rels", links(link("a", "officeDocument", target)))
                .part(QLatin1String(target), "x")
                .zip();
        };
        QTest::newRow("XLSB") << office("xl/workbook.bin") << unsupported << "XLSB";
        QTest::newRow("DOCX") << office("word/document.xml") << unsupported << "DOCX";
        QTest::newRow("PPTX") << office("ppt/presentation.xml") << unsupported << "PPTX";
        QTest::newRow("Numbers") << WorkbookBuilder().part("Index/Document.iwa", "x").zip() << unsupported << "Numbers";
        QTest::newRow("ODT") << WorkbookBuilder()
                                    .part("mimetype", "application/vnd.oasis.opendocument.text")
                                    .part("content.xml", "x")
                                    .zip()
                             << unsupported << "ODT";
        QTest::newRow("any zip") << WorkbookBuilder().part("a.csv", "a,b").zip() << unsupported << "ZIP";
        QTest::newRow("XLS") << oleWith("Workbook") << unsupported << "XLS";
        QTest::newRow("old XLS") << oleWith("Book") << unsupported << "XLS";
        QTest::newRow("DOC") << oleWith("WordDocument") << unsupported << "DOC";
        QTest::newRow("other compound file") << oleWith("Contents") << unsupported << "OLE";
        QTest::newRow("encrypted") << oleWith("EncryptedPackage") << QStringLiteral("WorkbookEncrypted") << QString();
        QTest::newRow("workbook that is a document") << xlsxOf(cell).part("xl/workbook.xml", "<document/>").zip()
                                                     << QStringLiteral("WorkbookBroken") << QString();
        QTest::newRow("nothing but a folder")
            << WorkbookBuilder().part("xl/a.xml", "x").zip() << QStringLiteral("WorkbookBroken") << QString();
    }
    void otherKindsAreNamed()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, code);
        QFETCH(QString, found);
        const auto result = read(m_files.write("book.xlsx", file));
        QCOMPARE(result.code(), code);
        QCOMPARE(result.word("found"), found);
        QCOMPARE(result.word("file"), m_files.path("book.xlsx"));
    }

    void whatIsNoFileIsNotOpened()
    {
        QCOMPARE(read(m_files.path("missing.xlsx")).code(), QStringLiteral("FileNotFound"));
        QCOMPARE(read(m_files.path(".")).code(), QStringLiteral("NotARegularFile"));
    }

    void aFileThatChangesSaysSo()
    {
        const QString path = xlsxOf(cell).write(m_files);
        const auto book = tabular::openWorkbook(path);
        QVERIFY(book.ok());
        QCOMPARE(xlsxOf(cell + cell).part("xl/more.xml", "x").write(m_files), path);
        RowsRead sink;
        const auto status = (*book)->readSheet({}, sink, {});
        QVERIFY(!status.ok());
        QCOMPARE(status.error().code, base::ErrorCode::FileChanged);
        QFile::remove(path);
        QCOMPARE((*book)->readSheet({}, sink, {}).error().code, base::ErrorCode::FileChanged);
    }

    /// Damaged anywhere, a workbook gives rows or an error, and nothing worse.
    void flippedBytesNeverCrash_data()
    {
        QTest::addColumn<QByteArray>("zip");
        QTest::newRow("XLSX") << xlsxOf("<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>45351</v></c></row>").zip();
        QTest::newRow("ODS")
            << odsOf("<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>")
                   .zip();
    }
    void flippedBytesNeverCrash()
    {
        QFETCH(QByteArray, zip);
        QRandomGenerator random(11);
        int refused = 0;
        for (int i = 0; i < 400; ++i) {
            QByteArray damaged = zip;
            for (int flips = 0; flips < 1 + i % 4; ++flips)
                damaged[random.bounded(static_cast<int>(damaged.size()))] = static_cast<char>(random.bounded(256));
            const auto result = read(m_files.write("book.zip", damaged));
            refused += result.error ? 1 : 0;
            QVERIFY(result.rows.size() <= 1);
        }
        QVERIFY(refused > 100);
    }

private:
    Files m_files;
};

WIZARD_TEST_MAIN(QCoreApplication, TestWorkbookHostile)
#include "tst_workbook_hostile.moc"
