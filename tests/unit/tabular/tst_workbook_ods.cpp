#include "tests/support/TestMain.h"
#include "tests/unit/tabular/WorkbookBuilder.h"

using namespace books;
using tabular::Sheet;
using tabular::WorkbookFinding;
using Finding = WorkbookFinding::Kind;

namespace {

const QByteArray filled = R"(<table:table-cell office:value-type="float" office:value="1"/>)";

QByteArray tableRow(const QByteArray &cells, const QByteArray &attributes = {})
{
    return "<table:table-row" + attributes + ">" + cells + "</table:table-row>";
}

QByteArray tableOf(const QByteArray &name, const QByteArray &cells, const QByteArray &style = "plain")
{
    return "<table:table table:name=\"" + name + "\" table:style-name=\"" + style + "\">" + tableRow(cells)
        + "</table:table>";
}

} // namespace

class TestWorkbookOds final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void cellsBecomeText_data()
    {
        QTest::addColumn<QByteArray>("cell"); // after <table:table-cell
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &cell, const char *text) {
            QTest::newRow(name) << cell << QString::fromUtf8(text);
        };
        const auto value = [&](const char *name, const QByteArray &type, const QByteArray &rest, const char *text) {
            row(name, " office:value-type=\"" + type + "\" office:" + rest + "><text:p>shown</text:p>", text);
        };
        row("text", " office:value-type=\"string\"><text:p>007</text:p>", "007");
        row("text of no type", "><text:p>Zoë</text:p>", "Zoë");
        row("text in an attribute", " office:value-type=\"string\" office:string-value=\" a \"><text:p>b</text:p>",
            " a ");
        row("paragraphs", "><text:p>a</text:p><text:p/><text:p>b</text:p>", "a\n\nb");
        row("spans and links", "><text:p>a<text:span>b<text:a>c</text:a></text:span>d</text:p>", "abcd");
        row("spaces", "><text:p><text:s/>a<text:s text:c=\"3\"/>b</text:p>", " a   b");
        row("white space is one space", "><text:p>\n  a \t\r\n <text:span> b</text:span></text:p>", "a b");
        row("tab and line break", "><text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a\tb\nc");
        row("comments are skipped", "><office:annotation><text:p>no</text:p></office:annotation><text:p>yes</text:p>",
            "yes");
        row("comments in a paragraph",
            "><text:p>y<office:annotation><text:p>no</text:p></office:annotation>es</text:p>", "yes");
        row("pictures are skipped", "><drawing:frame><text:p>no</text:p></drawing:frame><text:p>yes</text:p>", "yes");
        row("ruby is skipped",
            "><text:p><text:ruby><text:ruby-base>東</text:ruby-base><text:ruby-text>トウ</text:ruby-text></text:ruby></"
            "text:p>",
            "東");
        row("what shows a number is not read",
            " office:value-type=\"float\" office:value=\"1234.5\"><text:p>1.234,50 €</text:p>", "1234.5");
        value("scientific", "float", "value=\"1E-3\"", "0.001");
        value("percentage", "percentage", "value=\"0.125\"", "0.125");
        value("currency", "currency", "value=\"12.50\"", "12.5");
        value("20 digits", "float", "value=\"12345678901234567890\"", "12345678901234567890");
        value("date", "date", "date-value=\"2024-02-29\"", "2024-02-29");
        value("date-time", "date", "date-value=\"2024-02-29T13:45:00.000000000\"", "2024-02-29T13:45:00");
        value("time", "time", "time-value=\"PT13H45M00S\"", "13:45:00");
        value("long time", "time", "time-value=\"PT36H15M00S\"", "36:15:00");
        value("negative time as stored", "time", "time-value=\"-PT1H\"", "-PT1H");
        value("true", "boolean", "boolean-value=\"true\"", "true");
        value("false", "boolean", "boolean-value=\"false\"", "false");
        row("formula", " table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\"><text:p>2</text:p>",
            "2");
        row("truth as a formula", " table:formula=\"of:=TRUE()\" office:value-type=\"float\" office:value=\"1\">",
            "true");
        row("untruth as a formula", " table:formula=\"of:=FALSE()\" office:value-type=\"float\" office:value=\"0\">",
            "false");
        row("error",
            " table:formula=\"of:=NA()\" office:value-type=\"string\" office:string-value=\"\" "
            "calcext:value-type=\"error\"><text:p>#N/A</text:p>",
            "#N/A");
    }
    void cellsBecomeText()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QString, text);
        const auto result = read(odsOf(tableRow("<table:table-cell" + cell + "</table:table-cell>")).write(m_files));
        QCOMPARE(result.code(), QString());
        QCOMPARE(result.rows, QStringList{QStringLiteral("1: ") + text});
    }

    void cellsAndRowsFindTheirPlaces_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QStringList>("read");
        const auto empty = [](int count) {
            return "<table:table-cell table:number-columns-repeated=\"" + QByteArray::number(count) + "\"/>";
        };
        const auto times = [](int count) {
            return " table:number-rows-repeated=\"" + QByteArray::number(count) + "\"";
        };
        const QByteArray three =
            R"(<table:table-cell office:value-type="float" office:value="3" table:number-columns-repeated="3"/>)";
        QTest::newRow("nothing") << QByteArray() << QStringList();
        QTest::newRow("the rest of a sheet")
            << tableRow(filled + empty(16'383)) + tableRow(empty(16'384), times(1'048'575)) << QStringList{"1: 1"};
        QTest::newRow("more than a sheet, all empty") << tableRow(filled + empty(1'000'000))
                + tableRow(empty(9), times(2'000'000'000)) + tableRow(empty(1), times(2'000'000'000))
                                                      << QStringList{"1: 1"};
        QTest::newRow("gaps") << tableRow(empty(2) + filled) + tableRow({}, times(3)) + tableRow(filled)
                              << QStringList{"1: ||1", "5: 1"};
        QTest::newRow("repeated cells") << tableRow(three + filled) << QStringList{"1: 3|3|3|1"};
        QTest::newRow("repeated rows") << tableRow(filled, times(3)) + tableRow(three)
                                       << QStringList{"1: 1", "2: 1", "3: 1", "4: 3|3|3"};
        QTest::newRow("last row") << tableRow({}, times(1'048'575)) + tableRow(filled) << QStringList{"1048576: 1"};
        QTest::newRow("covered cells") << tableRow(
            "<table:table-cell table:number-columns-spanned=\"3\" office:value-type=\"float\" office:value=\"1\"/>"
            "<table:covered-table-cell "
            "table:number-columns-repeated=\"2\"><text:p>no</text:p></table:covered-table-cell>"
            + filled) << QStringList{"1: 1|||1"};
        QTest::newRow("groups and headers") << "<table:table-header-rows>" + tableRow(filled)
                + "</table:table-header-rows><table:table-row-group><table:table-row-group>" + tableRow(three)
                + "</table:table-row-group></table:table-row-group>"
                                            << QStringList{"1: 1", "2: 3|3|3"};
        QTest::newRow("tables in cells and shapes are passed over")
            << "<table:shapes><drawing:frame>" + tableOf("x", filled) + "</drawing:frame></table:shapes>"
                + tableRow("<table:table-cell>" + tableOf("y", filled) + "</table:table-cell>" + filled)
            << QStringList{"1: |1"};
    }
    void cellsAndRowsFindTheirPlaces()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QStringList, read);
        const auto result = books::read(odsOf(rows).write(m_files));
        QCOMPARE(result.code(), QString());
        QCOMPARE(result.rows, read);
        QVERIFY(result.numbersGrow);
    }

    void brokenSheetsNameTheCell_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("cell");
        const auto repeated = [](const char *count) {
            return QByteArray(filled).replace("/>", QByteArray(" table:number-columns-repeated=\"") + count + "\"/>");
        };
        QTest::newRow("filled cells beyond the sheet") << tableRow(filled + repeated("16384")) << QStringLiteral("B1");
        QTest::newRow("filled rows beyond the sheet")
            << tableRow({}, " table:number-rows-repeated=\"1048576\"") + tableRow(filled) << QStringLiteral("A1048577");
        QTest::newRow("repeat of zero") << tableRow(repeated("0")) << QStringLiteral("A1");
        QTest::newRow("negative repeat") << tableRow(repeated("-1")) << QStringLiteral("A1");
        QTest::newRow("repeat beyond all numbers")
            << tableRow(repeated("99999999999999999999")) << QStringLiteral("A1");
        QTest::newRow("row repeat that is no number")
            << tableRow(filled, " table:number-rows-repeated=\"x\"") << QStringLiteral("A1");
    }
    void brokenSheetsNameTheCell()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QString, cell);
        const auto result = read(odsOf(rows).write(m_files));
        QCOMPARE(result.code(), QStringLiteral("WorkbookBroken"));
        QCOMPARE(result.word("cell"), cell);
    }

    void findingsTellTheFirstPlaceAndTheCount_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<Finding>("kind");
        QTest::addColumn<qint64>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<qint64>("count");
        const auto cells = [](const QByteArray &cell) { return tableRow(filled) + tableRow(filled + cell + cell); };
        QTest::newRow("formula without value")
            << cells("<table:table-cell table:formula=\"of:=A1\"/>") << Finding::FormulaWithoutValue << 2LL << 1 << 2LL;
        QTest::newRow("error") << cells("<table:table-cell table:formula=\"of:=A1\" "
                                        "office:value-type=\"string\"><text:p>#REF!</text:p></table:table-cell>")
                               << Finding::ErrorValue << 2LL << 1 << 2LL;
        QTest::newRow("16 digits") << cells(
            "<table:table-cell office:value-type=\"float\" office:value=\"1234567890123456\"/>")
                                   << Finding::DigitsBeyond15 << 2LL << 1 << 2LL;
        QTest::newRow("time that is none")
            << cells("<table:table-cell office:value-type=\"time\" office:time-value=\"-PT1H\"/>")
            << Finding::ImpossibleDate << 2LL << 1 << 2LL;
        QTest::newRow("merged") << cells(
            "<table:table-cell table:number-columns-spanned=\"1\" table:number-rows-spanned=\"2\"/>")
                                << Finding::MergedCells << 2LL << 1 << 2LL;
        QTest::newRow("hidden rows") << tableRow({}, " table:visibility=\"collapse\"")
                + tableRow(filled, " table:visibility=\"filter\" table:number-rows-repeated=\"4\"")
                                     << Finding::HiddenRows << 2LL << -1 << 4LL;
        QTest::newRow("hidden columns")
            << "<table:table-column table:number-columns-repeated=\"2\"/>"
               "<table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"3\"/>"
                + tableRow(filled)
            << Finding::HiddenColumns << 0LL << 2 << 3LL;
    }
    void findingsTellTheFirstPlaceAndTheCount()
    {
        QFETCH(QByteArray, rows);
        QFETCH(Finding, kind);
        QFETCH(qint64, row);
        QFETCH(int, column);
        QFETCH(qint64, count);
        const auto result = read(odsOf(rows).write(m_files));
        QCOMPARE(result.code(), QString());
        QCOMPARE(result.findings.size(), size_t(1));
        QVERIFY(result.findings.front() == (WorkbookFinding{kind, row, column, count}));
    }

    void sheetsAreListedInOrderAndReadByName()
    {
        const QByteArray styles =
            R"(<style:style style:name="gone"><style:table-properties table:display="false"/></style:style>)"
            R"(<style:style style:name="plain"><style:table-properties table:display="true"/></style:style>)";
        const QByteArray changes = "<table:tracked-changes><table:deletion>" + tableOf("z", filled)
            + "</table:deletion></table:tracked-changes>";
        const QString path =
            ods(odsContent(changes + tableOf("Old", filled, "gone") + tableOf("A &amp; B", filled + filled)
                               + "<table:table table:name=\"Empty\"/>",
                           styles))
                .part("Basic/script-lc.xml", {})
                .write(m_files);
        const auto book = tabular::openWorkbook(path);
        QVERIFY(book.ok());
        QCOMPARE((*book)->format(), QStringLiteral("ODS"));
        const auto sheets = (*book)->sheets({});
        QVERIFY(sheets.ok());
        QVERIFY(*sheets == (std::vector<Sheet>{{"Old", true}, {"A & B"}, {"Empty"}}));
        QCOMPARE(read(path).rows, QStringList{"1: 1|1"});
        QCOMPARE(read(path, "Empty").rows, QStringList());
        const auto hidden = read(path, "Old");
        QCOMPARE(hidden.rows, QStringList{"1: 1"});
        QVERIFY(hidden.findings
                == (std::vector<WorkbookFinding>{{Finding::HiddenSheet, 0, -1, 1}, {Finding::Macros, 0, -1, 1}}));
        QCOMPARE(read(path, "Nowhere").code(), QStringLiteral("WorkbookSheetMissing"));
    }

    void aWorkbookOfHiddenSheetsGivesTheFirst()
    {
        const QByteArray styles =
            R"(<style:style style:name="gone"><style:table-properties table:display="false"/></style:style>)";
        const auto result = read(ods(odsContent(tableOf("Old", filled, "gone"), styles)).write(m_files));
        QCOMPARE(result.rows, QStringList{"1: 1"});
        QCOMPARE(read(ods(odsContent({})).write(m_files)).code(), QStringLiteral("WorkbookSheetMissing"));
    }

    void nothingIsReadAfterTheSheetOrThePreview()
    {
        const QString path = ods(odsContent(tableOf("A", filled) + tableOf("B", filled) + "<broken")).write(m_files);
        QCOMPARE(read(path, "B").code(), QString());
        QCOMPARE(read(path, "C").code(), QStringLiteral("WorkbookBroken"));
        QByteArray rows;
        for (int i = 0; i < 20'000; ++i)
            rows += tableRow(QByteArray(filled).replace("=\"1\"", "=\"" + QByteArray::number(i * 7'919) + "\""));
        const QString cut = odsOf(rows + "<broken").write(m_files);
        QCOMPARE(read(cut, {}, 100).rows.size(), 100);
        QCOMPARE(read(cut, {}, 100).code(), QString());
        QCOMPARE(read(cut).code(), QStringLiteral("WorkbookBroken"));
    }

    void encryptedWorkbooksSaySo()
    {
        const auto encrypted =
            odsOf(tableRow(filled))
                .part("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>");
        QCOMPARE(read(encrypted.write(m_files)).code(), QStringLiteral("WorkbookEncrypted"));
        QCOMPARE(read(WorkbookBuilder().part("mimetype", {}).part("encrypted-package", "x").write(m_files)).code(),
                 QStringLiteral("WorkbookEncrypted"));
    }

    void withoutAMediaTypeTheContentDecides()
    {
        QCOMPARE(read(odsOf(tableRow(filled)).without("mimetype").without("META-INF/manifest.xml").write(m_files)).rows,
                 QStringList{"1: 1"});
        QCOMPARE(read(odsOf({}).without("content.xml").write(m_files)).code(), QStringLiteral("WorkbookBroken"));
    }

private:
    Files m_files;
};

WIZARD_TEST_MAIN(QCoreApplication, TestWorkbookOds)
#include "tst_workbook_ods.moc"
