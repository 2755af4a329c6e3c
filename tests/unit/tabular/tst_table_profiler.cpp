#include "tabular/profile/TableProfiler.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/CsvRecords.h"

#include <QRandomGenerator>
#include <QtTest>

using tabular::TableFinding;
using tabular::TableProfile;
using tabular::TableProfiler;
using Kind = TableFinding::Kind;

namespace {

TableProfile profileOf(const QByteArray &csv)
{
    const CsvRecords records(csv);
    TableProfiler profiler(static_cast<qsizetype>(records.at(0).cells.size()));
    profiler.takeHeader(records.at(0));
    records.feedRows(profiler);
    return profiler.profile();
}

/// The rows in ranges that end at `cuts`, each with a profiler of its own.
TableProfile merged(const CsvRecords &records, const QList<size_t> &cuts, qint64 budget)
{
    const auto width = static_cast<qsizetype>(records.at(0).cells.size());
    TableProfiler whole(width, budget);
    whole.takeHeader(records.at(0));
    size_t from = 1;
    for (const size_t cut : cuts + QList<size_t>{records.size()}) {
        if (from == 1) {
            records.feed(whole, from, cut);
        } else {
            TableProfiler range(width, budget);
            records.feed(range, from, cut);
            whole.merge(range);
        }
        from = cut;
    }
    return whole.profile();
}

QByteArray cell(QRandomGenerator &random, int column)
{
    static const QList<QByteArray> odd{
        "",         "01/02/2024",    "31/12/2024", "12/31/24",  "Jan 5, 2024", "1,5",           "1,234",
        "1.234,5",  "007",           "yes",        "=1",        "a@b.de",      "+49 30 123456", "x",
        "\xC3\xA4", "\xE2\x80\xAEz", "0301234567", "2024-01-05"};
    if (random.bounded(4) == 0)
        return '"' + odd.at(random.bounded(static_cast<int>(odd.size()))) + '"';
    switch (column) {
    case 0:
        return "id-" + QByteArray::number(random.bounded(100'000));
    case 1:
        return QByteArray::number(random.bounded(31) + 1) + "/" + QByteArray::number(random.bounded(12) + 1) + "/2024";
    case 2:
        return QByteArray::number(random.bounded(900));
    default:
        return "note " + QByteArray(random.bounded(30), 'n');
    }
}

QByteArray randomTable(uint seed)
{
    QRandomGenerator random(seed);
    QByteArray csv = "id,day,count,note\n";
    for (int row = random.bounded(2, 2'500); row > 0; --row) {
        const int width = random.bounded(20) == 0 ? random.bounded(1, 7) : 4;
        for (int column = 0; column < width; ++column)
            csv += (column > 0 ? "," : "") + cell(random, column);
        csv += '\n';
    }
    return csv;
}

} // namespace

class TestTableProfiler final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void anyCutGivesTheSameProfile_data()
    {
        QTest::addColumn<uint>("seed");
        QTest::addColumn<qint64>("budget");
        for (uint seed = 1; seed <= 40; ++seed) {
            QTest::addRow("seed %u", seed) << seed << TableProfiler::distinctSlots;
            QTest::addRow("seed %u, little room", seed) << seed << qint64(700 + 37 * seed);
        }
    }

    void anyCutGivesTheSameProfile()
    {
        QFETCH(uint, seed);
        QFETCH(qint64, budget);
        const CsvRecords records(randomTable(seed));
        const TableProfile once = merged(records, {}, budget);
        QRandomGenerator random(seed);
        for (int round = 0; round < 4; ++round) {
            QList<size_t> cuts;
            for (int range = 0; range < 1 + round % 2; ++range)
                cuts << 1 + random.bounded(static_cast<quint32>(records.size()));
            std::sort(cuts.begin(), cuts.end());
            QVERIFY(merged(records, cuts, budget) == once);
        }
    }

    void rowsTogetherAreProfiledAsCellsAlone()
    {
        for (uint seed = 1; seed <= 20; ++seed) {
            QByteArray csv = randomTable(seed);
            // Too long to wait for others.
            csv += "id-1,\"" + QByteArray(20'000, 'x') + "\",=1,2024-01-05\n";
            csv += randomTable(seed + 100).mid(csv.indexOf('\n') + 1);
            const CsvRecords records(csv);
            std::deque<tabular::ColumnProfiler> alone;
            for (size_t row = 1; row < records.size(); ++row) {
                const auto record = records.at(row);
                while (alone.size() < record.cells.size())
                    alone.emplace_back();
                for (size_t column = 0; column < record.cells.size(); ++column)
                    alone[column].add(record.cells[column], record.number);
            }
            const TableProfile together = profileOf(csv);
            for (size_t column = 0; column < together.columns.size(); ++column) {
                tabular::ColumnProfile expected = alone[column].profile();
                expected.header = together.columns[column].header;
                QVERIFY(together.columns[column] == expected);
            }
        }
    }

    void theLimitOfExactCountsDoesNotDependOnTheCut()
    {
        QByteArray csv = "a,b,c\n";
        for (int row = 0; row < 3'000; ++row)
            csv += QByteArray::number(row % 900) + "," + QByteArray::number(qMax(0, row - 1'500)) + ","
                + QByteArray::number(row) + "\n";
        const CsvRecords records(csv);
        const TableProfile once = merged(records, {}, 6'500);
        QCOMPARE(once.columns.at(0).distinct, 900);
        QVERIFY(once.columns.at(0).distinctExact);
        QVERIFY(!once.columns.at(2).distinctExact);
        QVERIFY(qAbs(once.columns.at(2).distinct - 3'000) < 200);
        for (const size_t cut : {1, 100, 1'500, 2'000, 2'999})
            QVERIFY(merged(records, {cut}, 6'500) == once);
    }

    void manyWaysToWriteADateAreCountedTogether()
    {
        QByteArray csv = "d\n";
        for (const char separator : {'/', '-', '.', ' '}) {
            for (const char *date : {"1#2#2024", "01#02#2024", "31#1#2024", "1#31#2024", "2024#1#5", "01#02#03",
                                     "5#Jan#2024", "5#January#24", "5#May#24", "24#Mar#05"}) {
                for (const char *time : {"", " 10:20", " 10:20:30", "T10:20", " 1:20 PM"})
                    csv += QByteArray(date).replace('#', separator) + time + "\n";
            }
        }
        const CsvRecords records(csv);
        const TableProfile once = merged(records, {}, TableProfiler::distinctSlots);
        QCOMPARE(once.columns.front().fitting, 200);
        QCOMPARE(tabular::name(once.columns.front().shape), QStringLiteral("date"));
        QCOMPARE(once.columns.front().pattern, QString());
        for (size_t cut = 1; cut < records.size(); cut += 7)
            QVERIFY(merged(records, {cut}, TableProfiler::distinctSlots) == once);
    }

    void rowsAndHeaders()
    {
        const TableProfile profile = profileOf("Name,,Name\na,b,c\nd,e,f\n");
        QCOMPARE(profile.rows, 2);
        QStringList headers;
        for (const auto &column : profile.columns)
            headers << column.header;
        QCOMPARE(headers, (QStringList{"Name", "Column 2", "Name (2)"}));
    }

    void findings_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<TableFinding>("expected");
        const auto add = [](const char *name, const QByteArray &csv, const TableFinding &finding) {
            QTest::newRow(name) << csv << finding;
        };
        add("short rows", "a,b\n1,2\n3\n\n4\n", {Kind::ShortRow, 2, 3, -1});
        add("long rows", "a\n1,2\n1,\n1,,3\n", {Kind::LongRow, 2, 2, -1});
        add("name missing", "a, ,\n1,2,3\n", {Kind::HeaderMissing, 2, 1, 1});
        add("name repeated", "a,b,a\n1,2,3\n", {Kind::HeaderRepeated, 1, 1, 2});
        add("formula", "a,b\nx,y\nx,=1\n@x,y\n", {Kind::FormulaStart, 2, 3, 1});
        add("the left one comes first", "a,b\n=2,=1\n", {Kind::FormulaStart, 2, 2, 0});
        add("long number", "a\n12345678901234567\n", {Kind::LongNumber, 1, 2, 0});
        add("leading zero", "a,b\nx,1\nx,01\n", {Kind::LeadingZero, 1, 3, 1});
        add("invisible", "a\n\xE2\x80\xAEx\n", {Kind::InvisibleMark, 1, 2, 0});
    }

    void findings()
    {
        QFETCH(QByteArray, csv);
        const TableProfile profile = profileOf(csv);
        QFETCH(TableFinding, expected);
        QCOMPARE(profile.findings.size(), size_t(1));
        const TableFinding found = profile.findings.front();
        QCOMPARE(int(found.kind), int(expected.kind));
        QCOMPARE(found.count, expected.count);
        QCOMPARE(found.firstRow, expected.firstRow);
        QCOMPARE(found.column, expected.column);
    }

    void whatTheReaderRemarkedOnIsCounted()
    {
        using Remark = tabular::CellRemark;
        TableProfiler profiler(2);
        const std::vector<std::string_view> cells{"a\"", "b"};
        const std::vector<Remark> first{{Remark::Kind::LoneQuote, 0, 1}};
        const std::vector<Remark> second{{Remark::Kind::NulByte, 1, 2}, {Remark::Kind::LoneQuote, 0, 3}};
        profiler.take({2, 2, 0, cells, first});
        profiler.take({3, 3, 5, cells, second});
        QCOMPARE(profiler.profile().findings,
                 (std::vector<TableFinding>{{Kind::NulByte, 2, 3, 1}, {Kind::LoneQuote, 4, 2, 0}}));
    }

    void wideTablesStayWithinTheBudget()
    {
        constexpr int columns = 200;
        TableProfiler profiler(columns);
        std::vector<std::string> texts(columns);
        std::vector<std::string_view> cells(columns);
        size_t most = 0;
        for (qint64 row = 2; row < 30'000; ++row) {
            for (size_t column = 0; column < columns; ++column)
                cells[column] = texts[column] = std::to_string(row * 1'000 + static_cast<qint64>(column));
            profiler.take({row, row, 0, cells, {}});
            if (row % 500 == 0)
                most = std::max(most, profiler.distinctBytes());
        }
        QVERIFY2(most <= size_t(28'000'000), qPrintable(QString::number(most)));
        const TableProfile profile = profiler.profile();
        QCOMPARE(profile.columns.size(), size_t(columns));
        QVERIFY(!profile.columns.back().distinctExact);
        QVERIFY(qAbs(profile.columns.back().distinct - 29'998) < 1'500);
    }

    void columnsBeyondTheHeaderAreProfiledToo()
    {
        const TableProfile profile = profileOf("a\n1\n2,x\n3,yy,\n");
        QCOMPARE(profile.columns.size(), size_t(2));
        QCOMPARE(profile.columns.at(1).header, QStringLiteral("Column 2"));
        QCOMPARE(profile.columns.at(1).filled, 2);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestTableProfiler)
#include "tst_table_profiler.moc"
