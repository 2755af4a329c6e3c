#include "tabular/TableSplit.h"
#include "tabular/parts/TextSplit.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/CsvTexts.h"
#include "tests/unit/tabular/Files.h"
#include "tests/unit/tabular/GeneratedText.h"

#include <QDir>

using base::ErrorCode;
using csvtexts::memory;
using tabular::CsvDialect;
using tabular::PartPlan;
using tabular::SplitPart;
using Parts = base::Result<std::vector<SplitPart>>;

namespace {

PartPlan planFor(const Files &files, int columns)
{
    PartPlan plan;
    plan.sourceName = QStringLiteral("people.csv");
    QStringList names;
    for (int column = 0; column < columns; ++column)
        names << QStringLiteral("Field %1").arg(column);
    plan.columns = tabular::everyColumn(names);
    plan.folder = files.path(QStringLiteral("out"));
    plan.zip = false;
    return plan;
}

Parts split(const PartPlan &plan, const QByteArray &text, const CsvDialect &dialect = {})
{
    return tabular::splitText(memory(text), dialect, plan, {});
}

QByteArray contentOf(const SplitPart &part)
{
    QFile file(part.path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray joined(const std::vector<SplitPart> &parts)
{
    QByteArray all;
    for (const SplitPart &part : parts)
        all += contentOf(part);
    return all;
}

/// A data row as every part must hold it: its number, its line, and so many cells.
struct DataRow final {
    qint64 number = 0;
    qint64 line = 0;
    QList<QByteArray> cells;

    friend bool operator==(const DataRow &a, const DataRow &b) = default;
};

QList<DataRow> expectedRows(const QByteArray &text, const CsvDialect &dialect, int columns)
{
    QList<DataRow> rows;
    for (const auto &record : csvtexts::readText(text, dialect).records) {
        if (record.number == 1)
            continue;
        rows.append({record.number, record.line, record.cells});
        rows.last().cells.resize(columns);
    }
    return rows;
}

QList<DataRow> rowsOf(const std::vector<SplitPart> &parts)
{
    QList<DataRow> rows;
    for (const SplitPart &part : parts) {
        const auto records = csvtexts::readText(contentOf(part)).records;
        for (qsizetype row = 1; row < records.size(); ++row)
            rows.append({part.source.rowOf(row - 1), part.source.lineOf(row - 1), records.at(row).cells});
    }
    return rows;
}

QByteArray anyCell(QRandomGenerator &random)
{
    static const QList<QByteArray> cells{"",
                                         "42",
                                         "Mill Road",
                                         "\"a, b\"",
                                         "\"two\nlines\"",
                                         "\"a\r\nb\"",
                                         "\"\"",
                                         "\"b\"\"c\"",
                                         "\xC3\xA4hre",
                                         "\xE2\x82\xAC 5",
                                         "sep=",
                                         "\"\r\"",
                                         "x y z",
                                         "2024-01-31",
                                         "\xF0\x9F\x98\x80",
                                         "\"long text that goes on, and on\""};
    return cells.at(random.bounded(static_cast<int>(cells.size())));
}

QByteArray oddRow(QRandomGenerator &random, const QByteArray &end)
{
    static const QList<QByteArray> rows{
        "short",           "a,b,c,d,too long", "",      "5\" nail,b,c", "a,b,c\r", "a,b,c\n", "a\rb,c,d",
        "\"x\",\"\",\"\"", "a,b\n\n\n,c,d",    "\0,b,c"};
    return rows.at(random.bounded(static_cast<int>(rows.size()))) + end;
}

/// One row in `odds` is odd; 0: none.
QByteArray randomText(uint seed, int odds)
{
    QRandomGenerator random(seed);
    const QByteArray end = seed % 2 == 0 ? "\r\n" : "\n";
    QByteArray text = (seed % 5 == 0 ? "\xEF\xBB\xBF" : "") + QByteArray("a,b,c") + end;
    for (int row = random.bounded(1, seed % 4 == 0 ? 20'000 : 500); row > 0; --row) {
        if (odds > 0 && random.bounded(odds) == 0)
            text += oddRow(random, end);
        else
            text += anyCell(random) + "," + anyCell(random) + "," + anyCell(random) + end;
    }
    if (seed % 3 == 0)
        text.chop(end.size());
    return text;
}

} // namespace

class TestTextSplit final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void partsHoldTheRowsOfTheReader_data()
    {
        QTest::addColumn<uint>("seed");
        QTest::addColumn<int>("odds");
        for (uint seed = 1; seed <= 36; ++seed) {
            for (const int odds : {0, 3, 60, 2'000})
                QTest::addRow("seed %u, one in %d", seed, odds) << seed << odds;
        }
    }

    void partsHoldTheRowsOfTheReader()
    {
        QFETCH(uint, seed);
        QFETCH(int, odds);
        const QByteArray text = randomText(seed, odds);
        const Files files;
        PartPlan plan = planFor(files, 3);
        plan.limits.rows = 7 + qint64(seed % 3) * 200 + text.count('\n') / 9;
        plan.limits.bytes = 300 + qint64(seed) * 50 + text.size() / 12;
        plan.threads = 1 + static_cast<int>(seed % 2);
        const Parts parts = split(plan, text);
        QVERIFY2(parts.ok(), qPrintable(parts.ok() ? QString() : parts.error().detail));
        QVERIFY(rowsOf(*parts) == expectedRows(text, {}, 3));
        for (const SplitPart &part : *parts) {
            QVERIFY(part.rows <= plan.limits.rows && part.csvBytes <= plan.limits.bytes);
            QCOMPARE(part.rows, part.source.size());
            QCOMPARE(part.fileBytes, QFileInfo(part.path).size());
        }
    }

    void plainRowsGoOutByteForByte_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("LF") << QByteArray("1,\"x\",\"\"\n2,\"y, z\",w\n");
        QTest::newRow("CRLF") << QByteArray("1,\"x\",\"\"\r\n2,\"y\nz\",w\r\n");
    }

    void plainRowsGoOutByteForByte()
    {
        QFETCH(QByteArray, rows);
        const QByteArray end = rows.endsWith("\r\n") ? "\r\n" : "\n";
        const QByteArray body = rows.repeated(5'000);
        const Files files;
        const Parts parts = split(planFor(files, 3), "\xEF\xBB\xBFid,a,b" + end + body);
        QVERIFY(parts.ok());
        QCOMPARE(parts->size(), size_t(1));
        // Of the last bytes the reader takes care, which knows no quotes that nobody needs.
        const QByteArray expected = "Field 0,Field 1,Field 2" + end + body;
        QCOMPARE(contentOf(parts->front()).left(expected.size() - 200), expected.left(expected.size() - 200));
    }

    /// The real size, made up as it is read: 80 MB that become 400 parts of 25,000 rows.
    void tenMillionRowsBecomeFourHundredParts()
    {
        constexpr qint64 rows = 10'000'000;
        const auto text = std::make_shared<GeneratedText>("a,b\n", "12,456\n", rows);
        const Files files;
        PartPlan plan = planFor(files, 2);
        plan.zip = true;
        plan.hashed = false;
        plan.threads = 2;
        const Parts parts = tabular::splitText(text, {}, plan, {});
        QVERIFY(parts.ok());
        QCOMPARE(parts->size(), size_t(400));
        QCOMPARE(QFileInfo(parts->back().path).fileName(), "people-400.zip");
        QCOMPARE(parts->back().source.lastRow(), rows + 1);
        QVERIFY(std::all_of(parts->begin(), parts->end(), [](const SplitPart &part) { return part.rows == 25'000; }));
    }

    void rowsWithZeroBytesAreNotCopied()
    {
        const Files files;
        const QByteArray rows = QByteArray("1,plain row\n").repeated(500);
        for (const QByteArray &odd : {QByteArray("2,a\0b\n", 6), QByteArray("2,\"a\0b\"\n", 8)}) {
            const Parts parts = split(planFor(files, 2), "a,b\n" + rows + odd + rows);
            QCOMPARE(parts.error().code, ErrorCode::TableHoldsZeroBytes);
            QCOMPARE(parts.error().context.value("row").toInt(), 502);
            QCOMPARE(parts.error().context.value("line").toInt(), 502);
        }
    }

    void otherTextsAreWrittenAnew_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<CsvDialect>("dialect");
        QTest::newRow("semicolons") << QByteArray("a;b\n1;2\n") << CsvDialect{.delimiter = ";"};
        QTest::newRow("sep line") << QByteArray("sep=;\na;b\n1;2\n") << CsvDialect{};
        QTest::newRow("comments") << QByteArray("a,b\n#x\n1,2\n") << CsvDialect{.comment = '#'};
        QTest::newRow("other quotes") << QByteArray("a,b\n'1',2\n") << CsvDialect{.quote = '\''};
        QTest::newRow("CR alone") << QByteArray("a,b\r1,2\r") << CsvDialect{};
        QTest::newRow("two header rows") << QByteArray("x\na,b\nc,d\n1,2")
                                         << CsvDialect{.headerRow = 2, .headerRows = 2};
        QTest::newRow("no header row") << QByteArray("1,2") << CsvDialect{.headerRow = 0};
    }

    void otherTextsAreWrittenAnew()
    {
        QFETCH(QByteArray, text);
        QFETCH(CsvDialect, dialect);
        const Files files;
        const Parts parts = split(planFor(files, 2), text, dialect);
        QVERIFY(parts.ok());
        QCOMPARE(joined(*parts).replace("\r\n", "\n"), QByteArray("Field 0,Field 1\n1,2\n"));
    }

    void columnsThatMoveAreWrittenAnew()
    {
        const Files files;
        PartPlan plan = planFor(files, 2);
        std::swap(plan.columns[0], plan.columns[1]);
        const Parts parts = split(plan, "a,b\r\n1,2\r\n3,4\r\n");
        QCOMPARE(joined(*parts), QByteArray("Field 1,Field 0\r\n2,1\r\n4,3\r\n"));
    }

    void plainPartsHaveHashesLikeZipsUnlessThePlanSaysNo()
    {
        const Files files;
        PartPlan plan = planFor(files, 2);
        QCOMPARE(split(plan, "a,b\n1,2\n")->front().sha256.size(), 64);
        plan.hashed = false;
        QCOMPARE(split(plan, "a,b\n1,2\n")->front().sha256, QString());
    }

    void whatIsWrongIsToldAndLeavesNothing_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("a quote that stays open") << QByteArray("\"x,y\n") << ErrorCode::TableQuoteNotClosed;
        QTest::newRow("text behind a quote") << QByteArray("\"x\"z,y\n") << ErrorCode::TableQuoteNotClosed;
        QTest::newRow("too many lines in quotes") << "\"" + QByteArray("\n").repeated(1'001) + "\",y\n"
                                                  << ErrorCode::TableQuoteNotClosed;
        QTest::newRow("a cell of too many bytes") << "\"" + QByteArray(1'100'000, 'x') + "\",y\n"
                                                  << ErrorCode::TableQuoteNotClosed;
        QTest::newRow("no UTF-8") << QByteArray("\xC3,y\n") << ErrorCode::TableNotUtf8;
        QTest::newRow("larger than a part") << QByteArray(60'000, 'x') + ",y\n" << ErrorCode::TableCellTooLong;
    }

    void whatIsWrongIsToldAndLeavesNothing()
    {
        QFETCH(QByteArray, row);
        QFETCH(ErrorCode, code);
        const Files files;
        PartPlan plan = planFor(files, 2);
        plan.limits.bytes = 50'000;
        const QByteArray plain = QByteArray("abcdef,\"g\"\n").repeated(20'000);
        const Parts parts = split(plan, "a,b\n" + plain + row + plain);
        QVERIFY(!parts.ok());
        QCOMPARE(parts.error().code, code);
        QCOMPARE(parts.error().context.value("row").toLongLong(), 20'002);
        QCOMPARE(parts.error().context.value("line").toLongLong(), 20'002);
        QVERIFY(QDir(plan.folder).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void stoppingAndNoRows()
    {
        const Files files;
        const PartPlan plan = planFor(files, 2);
        QCOMPARE(split(plan, "a,b\n").error().code, ErrorCode::TableHasNoRows);
        const base::StopFlag stop;
        stop.raise();
        const auto stopped = tabular::splitText(memory("a,b\n1,2\n"), {}, plan, stop);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(QDir(plan.folder).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void whatChangedMeanwhileLeavesNothing()
    {
        const Files files;
        const PartPlan plan = planFor(files, 2);
        const auto changed = [] { return base::Status(base::Error{ErrorCode::FileChanged, {}, {}, {}}); };
        const auto parts = tabular::splitText(memory(QByteArray("1,2\n").repeated(30'000)), {}, plan, {}, {}, changed);
        QCOMPARE(parts.error().code, ErrorCode::FileChanged);
        QVERIFY(QDir(plan.folder).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void aPartThatCannotBeWrittenIsTold()
    {
        const Files files;
        PartPlan plan = planFor(files, 2);
        plan.folder = files.write("in the way", {}) + QStringLiteral("/out");
        const Parts parts = split(plan, QByteArray("1,2\n").repeated(60'000));
        QCOMPARE(parts.error().code, ErrorCode::FileUnwritable);
    }

    /// The way that the program takes: quotes that nobody needs and the line ends show that the rows were copied.
    void rowsOfATableGoOutAsTheyStand_data()
    {
        QTest::addColumn<int>("threads");
        QTest::addColumn<bool>("hashed");
        QTest::newRow("written at once") << 1 << false;
        QTest::newRow("with hashes") << 1 << true;
        QTest::newRow("two threads") << 2 << false;
    }

    void rowsOfATableGoOutAsTheyStand()
    {
        QFETCH(int, threads);
        QFETCH(bool, hashed);
        const Files files;
        const QByteArray row = "1,\"x\",\"two\nlines\"\n";
        const QByteArray body = row.repeated(60'000);
        const auto table =
            tabular::OpenedTable::open(files.source("a,b,c\n" + body), tabular::InvalidBytes::Refuse, {});
        QVERIFY(table.ok());
        PartPlan plan;
        plan.folder = files.path(QStringLiteral("out"));
        plan.zip = false;
        plan.threads = threads;
        plan.hashed = hashed;
        int percent = 0;
        const Parts parts = tabular::splitTable(**table, nullptr, plan, {}, [&percent](int done) { percent = done; });
        QVERIFY(parts.ok());
        QCOMPARE(percent, 100);
        QCOMPARE(parts->size(), size_t(3));
        QCOMPARE(contentOf(parts->at(1)), "a,b,c\n" + body.left(25'000 * row.size()));
        QCOMPARE(parts->at(1).source.firstRow(), 25'002);
        QCOMPARE(parts->at(1).source.lineOf(1), 50'004);
        QCOMPARE(parts->at(1).csvBytes, contentOf(parts->at(1)).size());
        QCOMPARE(parts->at(2).rows, 10'000);
        QCOMPARE(parts->at(2).sha256.isEmpty(), !hashed);
    }

    void allInstructionsFindTheSameEnds()
    {
        using namespace tabular::csv;
        for (uint seed = 1; seed <= 40; ++seed) {
            const QByteArray text = randomText(seed, seed % 3 == 0 ? 0 : 40).mid(6);
            const qsizetype blocks = qMin<qsizetype>(text.size() / blockBytes, RowEnds::blocks);
            QByteArray first;
            for (const BlockScan &scan : allBlockScans()) {
                auto ends = std::make_unique<RowEnds>();
                ends->wanted = 2;
                BlockCarry carry;
                scan.ends(text.data(), blocks, 0, {}, seed % 2 == 0, carry, *ends);
                QByteArray found = QByteArray::number(ends->odd);
                for (quint32 i = 0; i < ends->count; ++i)
                    found += ' ' + QByteArray::number(ends->places[i]) + ':' + QByteArray::number(ends->breaks[i]);
                if (first.isEmpty())
                    first = found;
                QCOMPARE(found, first);
            }
        }
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestTextSplit)
#include "tst_text_split.moc"
