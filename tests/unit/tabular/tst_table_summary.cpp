#include "tabular/TableSummary.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/WorkbookBuilder.h"

using base::ErrorCode;
using tabular::TableFinding;
using Kind = TableFinding::Kind;

Q_DECLARE_METATYPE(std::vector<TableFinding>)

namespace {

QStringList headersOf(const tabular::TableSummary &summary)
{
    QStringList headers;
    for (const auto &column : summary.columns)
        headers << column.header;
    return headers;
}

} // namespace

class TestTableSummary final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void columnsHaveNamesOfTheirOwn_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<int>("headerRow");
        QTest::addColumn<QStringList>("expected");
        const auto add = [](const char *name, const QByteArray &csv, int headerRow, const QStringList &expected) {
            QTest::newRow(name) << csv << headerRow << expected;
        };
        add("as they stand", "Name, E-mail \n1,2", 1, {"Name", " E-mail "});
        add("missing", "Name,, \n1,2,3", 1, {"Name", "Column 2", "Column 3"});
        add("repeated", "Email,Email,email,Email\n1", 1, {"Email", "Email (2)", "email", "Email (3)"});
        add("the second name is taken", "a,a,a (2)\n1", 1, {"a", "a (3)", "a (2)"});
        add("the made-up name is taken", ",Column 1\n1", 1, {"Column 1 (2)", "Column 1"});
        add("no header", "1,2\n3,4,5", 0, {"Column 1", "Column 2", "Column 3"});
        add("second row", "Report\na,b\n1,2", 2, {"a", "b"});
        add("header alone", "a,b", 1, {"a", "b"});
    }

    void columnsHaveNamesOfTheirOwn()
    {
        QFETCH(QByteArray, csv);
        QFETCH(int, headerRow);
        const Files files;
        const auto summary = tabular::summarise(files.source(csv, headerRow), {});
        QVERIFY(summary.ok());
        QTEST(headersOf(*summary), "expected");
    }

    void rowsAndFilledCellsAreCounted()
    {
        const Files files;
        const auto source = files.source("Report\nName,Age\n\nAnna,1\nBob,\n ,2\n", 2);
        const auto summary = tabular::summarise(source, {});
        QVERIFY(summary.ok());
        QCOMPARE(summary->rows, 3);
        QCOMPARE(summary->bytes, QFileInfo(source.path).size());
        QCOMPARE(summary->source, source);
        QCOMPARE(summary->columns.at(0).filled, 2);
        QCOMPARE(summary->columns.at(1).filled, 2);
        QCOMPARE(summary->firstRows, (std::vector<QStringList>{{"Anna", "1"}, {"Bob", ""}, {" ", "2"}}));
        QVERIFY(summary->findings.empty());
    }

    void thePreviewEndsAfterFiftyRows()
    {
        const Files files;
        const auto summary = tabular::summarise(files.source("a\n" + QByteArray("x\n").repeated(60)), {});
        QCOMPARE(summary->firstRows.size(), size_t(50));
        QCOMPARE(summary->rows, 60);
        const auto bare = tabular::summarise(files.source("1\n2\n", 0), {});
        QCOMPARE(bare->firstRows, (std::vector<QStringList>{{"1"}, {"2"}}));
        QCOMPARE(bare->rows, 2);
    }

    void samplesTellWhatIsInAColumn_data()
    {
        QTest::addColumn<QByteArray>("cells");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("typical, longest, another")
            << QByteArray("aa\nb\n\" \"\ncccccc\naa\nddd\n") << QStringList{"aa", "cccccc", "b"};
        QTest::newRow("one value") << QByteArray("x\nx\nx\n") << QStringList{"x"};
        QTest::newRow("two values") << QByteArray("x\nyy\n") << QStringList{"x", "yy"};
        QTest::newRow("never blank") << QByteArray("\"\"\n\" \"\n") << QStringList{};
        QTest::newRow("longest at the end") << QByteArray("x\n").repeated(2000) + "yy\n" << QStringList{"x", "yy"};
        QTest::newRow("cut") << QByteArray(600, 'x') << QStringList{QString(500, 'x')};
    }

    void samplesTellWhatIsInAColumn()
    {
        QFETCH(QByteArray, cells);
        const Files files;
        const auto summary = tabular::summarise(files.source("head\n" + cells), {});
        QVERIFY(summary.ok());
        QTEST(summary->columns.at(0).samples, "expected");
    }

    void severalHeaderRowsNameTheColumnsTogether()
    {
        const Files files;
        auto source = files.source("Report\nHome,,Work\nStreet,City,\n1,2,3\n", 2);
        source.dialect.headerRows = 2;
        const auto summary = tabular::summarise(source, {});
        QVERIFY(summary.ok());
        QCOMPARE(headersOf(*summary), (QStringList{"Home Street", "City", "Work"}));
        QCOMPARE(summary->rows, 1);
        QCOMPARE(summary->firstRows, (std::vector<QStringList>{{"1", "2", "3"}}));
    }

    void whatItWasMadeOfComesWithIt()
    {
        const Files files;
        const auto summary = tabular::summarise(files.source("a,b\n1,x\n2,y\n"), {});
        QVERIFY(summary.ok());
        QCOMPARE(summary->format, "CSV");
        QCOMPARE(summary->profile->columns.at(0).shape, tabular::Shape::Integer);
        QCOMPARE(summary->scan->records, 3);
        const auto rows = tabular::rowsFrom(*summary->opened, *summary->scan, 1, 5);
        QCOMPARE(*rows, (std::vector<QStringList>{{"2", "y"}}));
    }

    void rowsOfASheetHaveTheSheetsNumbers()
    {
        const Files files;
        const QByteArray row7 = R"(<row r="7"><c r="A7" t="inlineStr"><is><t>007</t></is></c></row>)";
        const QByteArray sheet = R"(<row r="3"><c r="A3" t="inlineStr"><is><t>Name</t></is></c></row>)" + row7;
        const auto summary = tabular::summarise({books::xlsxOf(sheet).write(files), {}}, {});
        QVERIFY(summary.ok());
        QCOMPARE(summary->format, "XLSX");
        QCOMPARE(summary->findings, (std::vector<TableFinding>{{Kind::LeadingZero, 1, 7, 0}}));
    }

    void oddThingsAreFound_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<int>("headerRow");
        QTest::addColumn<std::vector<TableFinding>>("expected");
        using Findings = std::vector<TableFinding>;
        QTest::newRow("short rows") << QByteArray("a,b\n1,2\n1\n1\n") << 1 << Findings{{Kind::ShortRow, 2, 3, -1}};
        QTest::newRow("long row") << QByteArray("a,b\n1,2,3\n") << 1 << Findings{{Kind::LongRow, 1, 2, -1}};
        QTest::newRow("blanks at the end are no long row") << QByteArray("a,b\n1,2,, \n") << 1 << Findings{};
        QTest::newRow("no header, ragged")
            << QByteArray("1,2\n1\n1,2,3\n") << 0 << Findings{{Kind::ShortRow, 1, 2, -1}, {Kind::LongRow, 1, 3, -1}};
        QTest::newRow("NUL") << QByteArray("a,b\n1,x\0\0\n\0,1\n", 14) << 1 << Findings{{Kind::NulByte, 3, 2, 1}};
        QTest::newRow("lone quote") << QByteArray("a,b\n1,5\"\n") << 1 << Findings{{Kind::LoneQuote, 1, 2, 1}};
        QTest::newRow("lone quote in the header")
            << QByteArray("a,b\"\n1,5\n") << 1 << Findings{{Kind::LoneQuote, 1, 1, 1}};
        QTest::newRow("headers") << QByteArray("x\na,,a,\n1,2,3,4\n") << 2
                                 << Findings{{Kind::HeaderMissing, 2, 2, 1}, {Kind::HeaderRepeated, 1, 2, 2}};
        QTest::newRow("no UTF-8") << QByteArray("a,b\n1,\xE4\n\xFC,2\n") << 1
                                  << Findings{{Kind::InvalidBytes, 2, 2, 1}};
        QTest::newRow("header no UTF-8") << QByteArray("\xE4\n1\n") << 1 << Findings{{Kind::InvalidBytes, 1, 1, 0}};
    }

    void oddThingsAreFound()
    {
        QFETCH(QByteArray, csv);
        QFETCH(int, headerRow);
        const Files files;
        const auto summary = tabular::summarise(files.source(csv, headerRow), {});
        QVERIFY(summary.ok());
        QTEST(summary->findings, "expected");
    }

    void faultsEndIt_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<int>("headerRow");
        QTest::addColumn<int>("code");
        QTest::newRow("empty") << QByteArray() << 1 << int(ErrorCode::TableEmpty);
        QTest::newRow("empty without header") << QByteArray("\n") << 0 << int(ErrorCode::TableEmpty);
        QTest::newRow("no such header row") << QByteArray("a\n1\n") << 3 << int(ErrorCode::TableEmpty);
        QTest::newRow("quote") << QByteArray("a\n\"1\n") << 1 << int(ErrorCode::TableQuoteNotClosed);
        QTest::newRow("cell") << "a\n" + QByteArray(1100000, 'x') << 1 << int(ErrorCode::TableCellTooLong);
    }

    void faultsEndIt()
    {
        QFETCH(QByteArray, csv);
        QFETCH(int, headerRow);
        const Files files;
        const auto summary = tabular::summarise(files.source(csv, headerRow), {});
        QVERIFY(!summary.ok());
        QTEST(int(summary.error().code), "code");
    }

    void progressRisesAndStopEnds()
    {
        const Files files;
        const auto source = files.source("a\n" + QByteArray("xxxxxxxxx\n").repeated(300'000));
        QList<int> seen;
        QVERIFY(tabular::summarise(source, {}, [&](int percent) { seen << percent; }).ok());
        QCOMPARE(seen.last(), 100);
        QVERIFY(std::is_sorted(seen.cbegin(), seen.cend()));
        QVERIFY(seen.size() > 2);
        const base::StopFlag stop;
        seen.clear();
        const auto stopped = tabular::summarise(source, stop, [&](int percent) {
            seen << percent;
            stop.raise();
        });
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QCOMPARE(seen.size(), 1);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestTableSummary)
#include "tst_table_summary.moc"
