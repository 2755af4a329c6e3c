#include "tabular/TableSummary.h"
#include "tabular/profile/ValueCounts.h"
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

    void valuesAreCounted_data()
    {
        using Counts = QMap<QString, qint64>;
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<int>("most");
        QTest::addColumn<int>("rows");
        QTest::addColumn<Counts>("counts");
        QTest::addColumn<bool>("complete");
        QTest::addColumn<bool>("everyRow");
        const auto add = [](const char *name, const QByteArray &cells, int most, int rows, const Counts &counts,
                            bool complete, bool everyRow) {
            QTest::newRow(name) << "head,x\n" + cells << most << rows << counts << complete << everyRow;
        };
        add("as they stand", "a\nb\na\n a\nA\n", 9, -1, {{"a", 2}, {"b", 1}, {" a", 1}, {"A", 1}}, true, true);
        add("blank ones do not count", "a\n\" \"\n,b\n\"\t\",c\n", 9, -1, {{"a", 1}}, true, true);
        add("as many as may be", "a\nb\na\n", 2, -1, {{"a", 2}, {"b", 1}}, true, true);
        add("one too many", "a\na\nb\nc\na\n", 2, -1, {{"a", 2}, {"b", 1}}, false, false);
        add("one too many, at the end", "a\nb\nc\n", 2, -1, {{"a", 1}, {"b", 1}}, false, true);
        add("the first rows", "a\nb\na\nc\n", 9, 3, {{"a", 2}, {"b", 1}}, true, false);
        add("as many rows as there are", "a\nb\n", 9, 2, {{"a", 1}, {"b", 1}}, true, true);
        add("a long one", QByteArray(1'001, 'a') + "\nb\n", 9, -1, {}, false, false);
        add("no rows", "", 9, -1, {}, true, true);
        add("no text", "a\xFF\na\xFE\n", 9, -1, {{QString::fromUtf8("a\xEF\xBF\xBD"), 2}}, true, true);
    }

    void valuesAreCounted()
    {
        QFETCH(const QByteArray, csv);
        QFETCH(const int, most);
        QFETCH(const int, rows);
        const Files files;
        const auto table = tabular::OpenedTable::open(files.source(csv), tabular::InvalidBytes::Refuse, {});
        QVERIFY(table.ok());
        const auto counts = tabular::valueCounts(**table, {0}, {most, rows}, {});
        QVERIFY(counts.ok());
        QTEST(counts->columns.at(0).counts, "counts");
        QTEST(counts->columns.at(0).complete, "complete");
        QTEST(counts->everyRow, "everyRow");
    }

    void valuesOfSeveralColumnsAreCountedAtOnce()
    {
        const Files files;
        const auto summary = tabular::summarise(files.source("Report\na,b,c\n1,x\n2,x,\n3,x,z\n", 2), {});
        QVERIFY(summary.ok());
        const auto counts = tabular::valueCounts(*summary->opened, {2, 0, 1, 7}, {2, -1}, {});
        QVERIFY(counts.ok());
        QCOMPARE(counts->rows, 3);
        QVERIFY(counts->everyRow);
        QCOMPARE(counts->columns.at(0).counts, (QMap<QString, qint64>{{"z", 1}}));
        QVERIFY(!counts->columns.at(1).complete);
        QCOMPARE(counts->columns.at(2).counts, (QMap<QString, qint64>{{"x", 3}}));
        QVERIFY(counts->columns.at(3).counts.isEmpty());
        base::StopFlag stopped;
        stopped.raise();
        QCOMPARE(tabular::valueCounts(*summary->opened, {0}, {}, stopped).error().code, ErrorCode::Cancelled);
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
