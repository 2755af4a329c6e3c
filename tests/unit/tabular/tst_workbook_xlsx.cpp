#include "tabular/workbook/SharedTexts.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/WorkbookBuilder.h"

#include <QStringEncoder>

using namespace books;
using tabular::Sheet;
using tabular::WorkbookFinding;
using Finding = WorkbookFinding::Kind;

namespace {

QByteArray utf16(const QByteArray &utf8)
{
    QByteArray declared = utf8;
    declared.replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    return encoder(QString::fromUtf8(declared));
}

QByteArray strict(QByteArray xml)
{
    return xml.replace(mainSpace, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replace(linkSpace, "http://purl.oclc.org/ooxml/officeDocument/relationships");
}

/// Every element of the main namespace behind a prefix.
QByteArray prefixed(QByteArray xml)
{
    xml.replace("xmlns=\"" + mainSpace, "xmlns:odd.x=\"" + mainSpace);
    for (const char *name : {"worksheet", "sheetData", "row", "c", "v", "is", "t", "workbook", "sheets", "sheet"}) {
        for (const char *end : {" ", ">", "/>"}) {
            xml.replace(QByteArray("<") + name + end, QByteArray("<odd.x:") + name + end);
            xml.replace(QByteArray("</") + name + end, QByteArray("</odd.x:") + name + end);
        }
    }
    return xml;
}

const QByteArray twoRows =
    R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Zoë</t></is></c></row>)"
    R"(<row r="2"><c r="A2"><v>1.5</v></c></row>)";
const QStringList twoRowsRead{QStringLiteral("1: Name|Zoë"), QStringLiteral("2: 1.5")};

} // namespace

class TestWorkbookXlsx final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void cellsBecomeText_data()
    {
        QTest::addColumn<QByteArray>("cell"); // attributes and content after r="A1"
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *cell, const char *text) {
            QTest::newRow(name) << QByteArray(cell) << QString::fromUtf8(text);
        };
        row("shared text", "t=\"s\"><v>0</v>", "Name");
        row("leading zeros of a shared text", "t=\"s\"><v>1</v>", "007");
        row("inline text", "t=\"inlineStr\"><is><t>+49 170 1</t></is>", "+49 170 1");
        row("a 20-digit id that is text", "t=\"inlineStr\"><is><t>12345678901234567890</t></is>",
            "12345678901234567890");
        row("kept spaces", "t=\"inlineStr\"><is><t xml:space=\"preserve\"> a  b </t></is>", " a  b ");
        row("rich runs are joined", "t=\"inlineStr\"><is><r><rPr><b/></rPr><t>bo</t></r><r><t>ld</t></r></is>", "bold");
        row("phonetic runs are skipped",
            "t=\"inlineStr\"><is><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></is>", "東京");
        row("escapes are decoded", "t=\"inlineStr\"><is><t>a_x000D__x000a_b_x005F_x000D_</t></is>", "a\r\nb_x000D_");
        row("entities", "t=\"inlineStr\"><is><t>a &amp; b &lt;c&gt; &#x1F600;</t></is>", "a & b <c> 😀");
        row("CDATA", "t=\"inlineStr\"><is><t><![CDATA[<b>]]></t></is>", "<b>");
        row("whole number", "><v>42</v>", "42");
        row("negative decimal", "t=\"n\"><v>-0.25</v>", "-0.25");
        row("what binary makes of 0.1", "><v>0.10000000000000001</v>", "0.1");
        row("scientific becomes plain", "><v>1.5E-3</v>", "0.0015");
        row("large scientific", "><v>1.2E+15</v>", "1200000000000000");
        row("huge keeps its exponent", "><v>1E+300</v>", "1e+300");
        row("digits beyond 15 as stored", "><v>1234567890123456789</v>", "1234567890123456789");
        row("percent as stored", "s=\"5\"><v>0.125</v>", "0.125");
        row("a format with letters in quotes and brackets", "s=\"8\"><v>45351</v>", "45351");
        row("a number formatted as text", "s=\"7\"><v>12</v>", "12");
        row("true", "t=\"b\"><v>1</v>", "true");
        row("false", "t=\"b\"><v>0</v>", "false");
        row("date", "s=\"1\"><v>45351</v>", "2024-02-29");
        row("date-time", "s=\"2\"><v>45351.572916666664</v>", "2024-02-29T13:45:00");
        row("time", "s=\"3\"><v>0.57291666666666663</v>", "13:45:00");
        row("elapsed time", "s=\"4\"><v>1.5104166666666667</v>", "36:15:00");
        row("custom date-time", "s=\"6\"><v>45351.25</v>", "2024-02-29T06:00:00");
        row("the false leap day stays a number", "s=\"1\"><v>60</v>", "60");
        row("the day before it", "s=\"1\"><v>59</v>", "1900-02-28");
        row("the day after it", "s=\"1\"><v>61</v>", "1900-03-01");
        row("negative date stays a number", "s=\"1\"><v>-1</v>", "-1");
        row("the last day", "s=\"1\"><v>2958465</v>", "9999-12-31");
        row("beyond the last day", "s=\"1\"><v>2958466</v>", "2958466");
        row("style that is not there", "s=\"99\"><v>45351</v>", "45351");
        row("date stored as ISO text", "t=\"d\" s=\"1\"><v>2024-02-29T00:00:00</v>", "2024-02-29");
        row("date-time stored as ISO text", "t=\"d\" s=\"2\"><v>2024-02-29T00:00:00</v>", "2024-02-29T00:00:00");
        row("formula with a number", "><f>1+1</f><v>2</v>", "2");
        row("formula with text", "t=\"str\"><f>\"a\"</f><v>a</v>", "a");
        row("shared formula", "><f t=\"shared\" si=\"0\"/><v>3</v>", "3");
        row("array formula", "><f t=\"array\" ref=\"A1:A2\">B1:B2</f><v>4</v>", "4");
        row("error value", "t=\"e\"><v>#N/A</v>", "#N/A");
        row("a number that is none", "><v>NaN</v>", "NaN");
        row("spaces around a number", "><v> 7 </v>", "7");
    }
    void cellsBecomeText()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QString, text);
        const auto rows = read(xlsxOf("<row r=\"1\"><c r=\"A1\" " + cell + "</c></row>").write(m_files));
        QCOMPARE(rows.code(), QString());
        QCOMPARE(rows.rows, QStringList{QStringLiteral("1: ") + text});
    }

    void cellsAndRowsFindTheirPlaces_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QStringList>("read");
        const auto row = [](const char *name, const char *rows, const QStringList &read) {
            QTest::newRow(name) << QByteArray(rows) << read;
        };
        row("no sheet data", "", {});
        row("only blank rows and cells", R"(<row r="1"/><row r="2"><c r="A2"/><c r="B2" t="inlineStr"><is/></c></row>)",
            {});
        row("blank rows between", R"(<row r="2"><c r="A2"><v>1</v></c></row><row r="5"><c r="A5"><v>2</v></c></row>)",
            {"2: 1", "5: 2"});
        row("trailing blank cells", R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/><c r="C1"/></row>)", {"1: 1"});
        row("gaps between cells", R"(<row r="1"><c r="B1"><v>1</v></c><c r="D1"><v>2</v></c></row>)", {"1: |1||2"});
        row("no places at all", R"(<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>)",
            {"1: 1|2", "2: 3"});
        row("some places", R"(<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>)",
            {"3: |1|2", "4: 3"});
        row("cells out of order", R"(<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>)", {"1: 1||3"});
        row("rows out of order come as they stand",
            R"(<row r="2"><c><v>2</v></c></row><row r="1"><c><v>1</v></c></row>)", {"2: 2", "1: 1"});
        row("last cell of the sheet", R"(<row r="1048576"><c r="A1048576"><v>1</v></c></row>)", {"1048576: 1"});
        row("small letters", R"(<row r="1"><c r="b1"><v>1</v></c></row>)", {"1: |1"});
        row("what is unknown is passed over",
            R"(<other><c r="A1"><v>9</v></c></other><row r="1"><c r="A1"><x>8</x><v>1</v></c></row>)", {"1: 1"});
    }
    void cellsAndRowsFindTheirPlaces()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QStringList, read);
        const auto result = books::read(xlsxOf(rows).write(m_files));
        QCOMPARE(result.code(), QString());
        QCOMPARE(result.rows, read);
        QVERIFY(result.numbersGrow);
    }

    void theLastColumnOfTheSheetIsRead()
    {
        const auto result = read(xlsxOf(R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)").write(m_files));
        QCOMPARE(result.code(), QString());
        QCOMPARE(result.rows.value(0).count(QLatin1Char('|')), 16'383);
    }

    void brokenSheetsNameTheCell_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("cell");
        const auto row = [](const char *name, const char *rows, const char *cell) {
            QTest::newRow(name) << QByteArray(rows) << QString::fromLatin1(cell);
        };
        row("cell twice", R"(<row r="7"><c r="B7"><v>1</v></c><c r="B7"><v>2</v></c></row>)", "B7");
        row("cell twice, one blank", R"(<row r="7"><c r="B7"/><c r="A7"><v>1</v></c><c r="B7"><v>2</v></c></row>)",
            "B7");
        row("row twice", R"(<row r="7"><c r="B7"><v>1</v></c></row><row r="7"><c r="C7"><v>1</v></c></row>)", "A7");
        row("row twice, out of order",
            R"(<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>)",
            "A2");
        row("shared text out of range", R"(<row r="3"><c r="AB3" t="s"><v>2</v></c></row>)", "AB3");
        row("shared text without a number", R"(<row r="3"><c r="A3" t="s"><v>one</v></c></row>)", "A3");
        row("cell of another row", R"(<row r="3"><c r="A4"><v>1</v></c></row>)", "A3");
        row("cell without a place", R"(<row r="3"><c r="7"><v>1</v></c></row>)", "A3");
        row("column beyond the sheet", R"(<row r="3"><c r="XFE3"><v>1</v></c></row>)", "A3");
        row("column of endless letters", R"(<row r="3"><c r="AAAAAAAAAAAAAAA3"><v>1</v></c></row>)", "A3");
        row("row beyond the sheet", R"(<row r="1"/><row r="1048577"><c><v>1</v></c></row>)", "A1");
        row("row number beyond all numbers", R"(<row r="99999999999999999999999"><c><v>1</v></c></row>)", "A0");
    }
    void brokenSheetsNameTheCell()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QString, cell);
        const auto result = read(xlsxOf(rows).write(m_files));
        QCOMPARE(result.code(), QStringLiteral("WorkbookBroken"));
        QCOMPARE(result.word("cell"), cell);
    }

    void findingsTellTheFirstPlaceAndTheCount_data()
    {
        QTest::addColumn<QByteArray>("sheet");
        QTest::addColumn<Finding>("kind");
        QTest::addColumn<qint64>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<qint64>("count");
        const auto cells = [](const QByteArray &rest) {
            return worksheet("<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" " + rest + "</c><c r=\"C2\" " + rest
                             + "</c></row>");
        };
        QTest::newRow("formula without value")
            << cells("><f>A1</f>") << Finding::FormulaWithoutValue << 2LL << 1 << 2LL;
        QTest::newRow("formula with an empty value")
            << cells("><f>A1</f><v></v>") << Finding::FormulaWithoutValue << 2LL << 1 << 2LL;
        QTest::newRow("error value") << cells("t=\"e\"><v>#DIV/0!</v>") << Finding::ErrorValue << 2LL << 1 << 2LL;
        QTest::newRow("16 digits") << cells("><v>1234567890123456</v>") << Finding::DigitsBeyond15 << 2LL << 1 << 2LL;
        QTest::newRow("20 digits with an exponent")
            << cells("><v>1.23456789012345E+19</v>") << Finding::DigitsBeyond15 << 2LL << 1 << 2LL;
        QTest::newRow("false leap day") << cells("s=\"1\"><v>60</v>") << Finding::ImpossibleDate << 2LL << 1 << 2LL;
        QTest::newRow("day zero") << cells("s=\"1\"><v>0</v>") << Finding::ImpossibleDate << 2LL << 1 << 2LL;
        QTest::newRow("merged") << worksheet(
            "<row r=\"1\"><c><v>1</v></c></row>", {},
            "<mergeCells><mergeCell ref=\"C3:D4\"/><mergeCell ref=\"A9:A10\"/></mergeCells>")
                                << Finding::MergedCells << 3LL << 2 << 2LL;
        QTest::newRow("hidden rows that hold something")
            << worksheet("<row r=\"1\" hidden=\"1\"/><row r=\"4\" hidden=\"1\"><c><v>1</v></c></row>")
            << Finding::HiddenRows << 4LL << -1 << 1LL;
        QTest::newRow("hidden columns") << worksheet(
            "<row r=\"1\"><c><v>1</v></c></row>",
            "<cols><col min=\"1\" max=\"1\"/><col min=\"3\" max=\"5\" hidden=\"1\"/></cols>")
                                        << Finding::HiddenColumns << 0LL << 2 << 3LL;
        QTest::newRow("rows out of order")
            << worksheet("<row r=\"3\"/><row r=\"1\"/><row r=\"2\"/>") << Finding::RowsOutOfOrder << 1LL << -1 << 2LL;
    }
    void findingsTellTheFirstPlaceAndTheCount()
    {
        QFETCH(QByteArray, sheet);
        QFETCH(Finding, kind);
        QFETCH(qint64, row);
        QFETCH(int, column);
        QFETCH(qint64, count);
        const auto result = read(xlsx(sheet).write(m_files));
        QCOMPARE(result.code(), QString());
        QCOMPARE(result.findings.size(), size_t(1));
        QVERIFY(result.findings.front() == (WorkbookFinding{kind, row, column, count}));
    }

    void ordinaryCellsAreNoFinding()
    {
        const auto result =
            read(xlsxOf(R"(<row r="1"><c t="str"><f>""</f><v></v></c><c><v>123456789012345</v></c>)"
                        R"(<c><v>0.30000000000000004</v></c><c s="1"><v>45351</v></c><c s="3"><v>0</v></c></row>)")
                     .write(m_files));
        QCOMPARE(result.rows, QStringList{"1: |123456789012345|0.30000000000000004|2024-02-29|00:00:00"});
        QVERIFY(result.findings.empty());
    }

    void otherWaysToBuildTheSameWorkbook_data()
    {
        QTest::addColumn<QByteArray>("zip");
        const QByteArray sheet = worksheet(twoRows);
        const WorkbookBuilder plain = xlsx(sheet);
        const auto with = [&](const QString &name, const QByteArray &content) {
            return WorkbookBuilder(plain).part(name, content);
        };
        const QString book = QStringLiteral("xl/workbook.xml");
        const QString bookLinks = QStringLiteral("xl/_rels/workbook.xml.rels");
        QTest::newRow("plain") << plain.zip();
        QTest::newRow("UTF-16") << with(sheetPart, utf16(sheet)).part(book, utf16(plain.content(book))).zip();
        QTest::newRow("BOM") << with(sheetPart, "\xEF\xBB\xBF" + sheet).zip();
        QTest::newRow("prefixes") << with(sheetPart, prefixed(sheet)).part(book, prefixed(plain.content(book))).zip();
        QByteArray nested = sheet;
        nested.replace("<row r=\"2\">",
                       "<row xmlns=\"http://example.com\" r=\"1\"><c r=\"A1\"><v>9</v></c></row><row r=\"2\">");
        QTest::newRow("rows of another namespace") << with(sheetPart, nested).zip();
        nested = sheet;
        nested.replace("<row r=\"2\">", "<y:row xmlns:y=\"" + mainSpace + "\" r=\"2\">");
        nested.replace("</row></sheetData>", "</y:row></sheetData>");
        QTest::newRow("prefix of one row") << with(sheetPart, nested).zip();
        QTest::newRow("strict") << with(sheetPart, strict(sheet))
                                       .part(book, strict(plain.content(book)))
                                       .part(bookLinks, strict(plain.content(bookLinks)))
                                       .part("_rels/.rels", strict(plain.content("_rels/.rels")))
                                       .zip();
        QTest::newRow("absolute links")
            << with(bookLinks, plain.content(bookLinks).replace("Target=\"", "Target=\"/xl/")).zip();
        QTest::newRow("links with dots")
            << with(bookLinks, plain.content(bookLinks).replace("Target=\"", "Target=\"./../xl/")).zip();
        QTest::newRow("other case")
            << WorkbookBuilder(plain).without(sheetPart).part("XL/Worksheets/Sheet1.XML", sheet).zip();
        QTest::newRow("backslashes")
            << WorkbookBuilder(plain).without(sheetPart).part("xl\\worksheets\\sheet1.xml", sheet).zip();
        QTest::newRow("no styles") << WorkbookBuilder(plain).without("xl/styles.xml").zip();
        QTest::newRow("no package links") << WorkbookBuilder(plain).without("_rels/.rels").zip();
        QTest::newRow("wrong content types") << with("[Content_Types].xml", "<html>").zip();
        QTest::newRow("dimension too large")
            << with(sheetPart, worksheet(twoRows, "<dimension ref=\"A1:XFD1048576\"/>")).zip();
        QTest::newRow("dimension too small") << with(sheetPart, worksheet(twoRows, "<dimension ref=\"A1\"/>")).zip();
        QTest::newRow("filters and views")
            << with(sheetPart,
                    worksheet(twoRows, "<sheetViews><sheetView/></sheetViews>", "<autoFilter ref=\"A1:B2\"/>"))
                   .zip();
    }
    void otherWaysToBuildTheSameWorkbook()
    {
        QFETCH(QByteArray, zip);
        const auto result = read(m_files.write(QStringLiteral("book.xlsx"), zip));
        QCOMPARE(result.code(), QString());
        QCOMPARE(result.rows, twoRowsRead);
    }

    void theOtherDateSystem()
    {
        auto builder =
            xlsxOf(R"(<row r="1"><c s="1"><v>0</v></c><c s="1"><v>43889</v></c><c s="1"><v>2957004</v></c></row>)");
        builder.part("xl/workbook.xml",
                     workbook(R"(<sheet name="People" r:id="rId1"/>)", R"(<workbookPr date1904="1"/>)"));
        QCOMPARE(read(builder.write(m_files)).rows, QStringList{"1: 1904-01-01|2024-02-29|2957004"});
    }

    void missingPartsAreBroken_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("cell");
        QTest::newRow("shared texts that a cell needs")
            << QStringLiteral("xl/sharedStrings.xml") << QStringLiteral("A1");
        QTest::newRow("the sheet") << sheetPart << QString();
        QTest::newRow("the workbook") << QStringLiteral("xl/workbook.xml") << QString();
    }
    void missingPartsAreBroken()
    {
        QFETCH(QString, part);
        QFETCH(QString, cell);
        const auto result = read(xlsxOf(twoRows).without(part).write(m_files));
        QCOMPARE(result.code(), QStringLiteral("WorkbookBroken"));
        QCOMPARE(result.word("cell"), cell);
        QVERIFY(result.word("file").endsWith(QLatin1String("book.zip")));
    }

    void sheetsAreListedInOrderAndReadByName()
    {
        auto builder = xlsxOf(R"(<row r="1"><c><v>1</v></c></row>)");
        builder.part("xl/workbook.xml",
                     workbook(R"(<sheet name="Chart" r:id="c"/><sheet name="Old" state="veryHidden" r:id="b"/>)"
                              R"(<sheet name="Empty &amp; new" r:id="d"/><sheet name="Far" r:id="rId1"/>)"));
        builder.part("xl/_rels/workbook.xml.rels",
                     links(link("rId1", "worksheet", "worksheets/sheet1.xml")
                           + link("b", "worksheet", "worksheets/b.xml") + link("c", "chartsheet", "chartsheets/c.xml")
                           + link("d", "worksheet", "worksheets/d.xml") + link("m", "vbaProject", "vbaProject.bin")));
        builder.part("xl/worksheets/b.xml", worksheet("<row><c><v>2</v></c></row>"))
            .part("xl/worksheets/d.xml", worksheet({}));
        const QString path = builder.write(m_files);
        const auto book = tabular::openWorkbook(path);
        QVERIFY(book.ok());
        QCOMPARE((*book)->format(), QStringLiteral("XLSX"));
        const auto sheets = (*book)->sheets({});
        QVERIFY(sheets.ok());
        QVERIFY(*sheets
                == (std::vector<Sheet>{{"Chart", false, false}, {"Old", true, true}, {"Empty & new"}, {"Far"}}));
        QCOMPARE(read(path).rows, QStringList()); // the first visible table is the empty one
        QCOMPARE(read(path, "Far").rows, QStringList{"1: 1"});
        const auto hidden = read(path, "Old");
        QCOMPARE(hidden.rows, QStringList{"1: 2"});
        QVERIFY(hidden.findings
                == (std::vector<WorkbookFinding>{{Finding::HiddenSheet, 0, -1, 1}, {Finding::Macros, 0, -1, 1}}));
        for (const char *missing : {"Chart", "Nowhere"}) {
            const auto result = read(path, QLatin1String(missing));
            QCOMPARE(result.code(), QStringLiteral("WorkbookSheetMissing"));
            QCOMPARE(result.word("found"), QLatin1String(missing));
        }
    }

    void aPreviewReadsNoFurtherThanItNeeds()
    {
        QByteArray rows = "<row><c t=\"s\"><v>1</v></c></row>";
        for (int i = 0; i < 50'000; ++i)
            rows += "<row><c t=\"s\"><v>0</v></c><c><v>" + QByteArray::number(i * 7'919) + "</v></c></row>";
        auto builder = xlsxOf(rows + "<row r=\"1\"/>"); // the row that comes twice is never reached
        builder.part("xl/sharedStrings.xml",
                     sharedTexts(QByteArray("<si><t>text</t></si>").repeated(10'000) + "<!DOCTYPE"));
        const auto preview = read(builder.write(m_files), {}, 100);
        QCOMPARE(preview.code(), QString());
        QCOMPARE(preview.rows.size(), 100);
        const auto whole = read(builder.write(m_files));
        QCOMPARE(whole.code(), QStringLiteral("WorkbookBroken"));
    }

    void raisedStopFlagsEndTheReading()
    {
        const auto book = tabular::openWorkbook(xlsxOf(twoRows).write(m_files));
        QVERIFY(book.ok());
        base::StopFlag stop;
        stop.raise();
        RowsRead sink;
        const auto status = (*book)->readSheet({}, sink, stop);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().code, base::ErrorCode::Cancelled);
    }

    /// The first cell may ask for the last of a million texts, which are read in one go.
    void sharedTextsCanBeStopped()
    {
        const auto builder =
            xlsxOf(twoRows).part("xl/sharedStrings.xml", sharedTexts(QByteArray("<si><t>text</t></si>").repeated(10)));
        auto package = tabular::WorkbookPackage::open(builder.write(m_files));
        QVERIFY(package.ok());
        tabular::SharedTexts texts(**package, QStringLiteral("xl/sharedStrings.xml"));
        const base::StopFlag stop;
        texts.stopBy(stop);
        stop.raise();
        QCOMPARE(texts.at(9).error().code, base::ErrorCode::Cancelled);
        texts.stopBy({});
        const auto text = texts.at(9);
        QVERIFY(text.ok() && text->has_value());
        QCOMPARE(**text, std::string_view("text"));
    }

    void progressEndsWithAllBytes()
    {
        const auto book = tabular::openWorkbook(xlsxOf(twoRows).write(m_files));
        QVERIFY(book.ok());
        qint64 last = 0;
        qint64 all = -1;
        RowsRead sink;
        QVERIFY((*book)
                    ->readSheet({}, sink, {},
                                [&](qint64 done, qint64 total) {
                                    last = done;
                                    all = total;
                                })
                    .ok());
        QCOMPARE(last, all);
        QCOMPARE(all, worksheet(twoRows).size());
    }

private:
    Files m_files;
};

WIZARD_TEST_MAIN(QCoreApplication, TestWorkbookXlsx)
#include "tst_workbook_xlsx.moc"
