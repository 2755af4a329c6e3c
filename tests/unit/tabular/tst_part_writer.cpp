#include "tabular/CsvReader.h"
#include "tabular/PartWriter.h"
#include "tabular/ZipReader.h"
#include "tabular/csv/RecordWriter.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/Files.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QRandomGenerator>

using base::ErrorCode;
using Records = QList<QStringList>;
using tabular::PartLimits;

namespace {

Records parse(const QByteArray &csv, qsizetype chunk)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(csv);
    buffer->open(QIODevice::ReadOnly);
    tabular::CsvReader reader(std::move(buffer), {}, chunk);
    Records records;
    tabular::Row row;
    for (auto more = reader.next(row); more.ok() && *more; more = reader.next(row))
        records << row.cells;
    return records;
}

QByteArray record(const QStringList &cells)
{
    std::vector<std::string> bytes;
    for (const QString &cell : cells)
        bytes.push_back(cell.toStdString());
    std::string text;
    tabular::csv::appendRecord(text, std::vector<std::string_view>(bytes.begin(), bytes.end()), ',');
    return QByteArray::fromStdString(text);
}

/// Cells that break careless writers and readers.
QString nastyCell(QRandomGenerator &random)
{
    static const QStringList pieces{QStringLiteral("a"),    QStringLiteral("\""),   QStringLiteral(","),
                                    QStringLiteral("\r"),   QStringLiteral("\n"),   QStringLiteral(" "),
                                    QStringLiteral("sep="), QStringLiteral("\r\n"), QStringLiteral("ü"),
                                    QStringLiteral("😀"),    QString(QChar(0xFEFF)), QString(QChar(0)),
                                    QStringLiteral("\t;"),  QStringLiteral("'")};
    QString cell;
    for (int n = random.bounded(5); n > 0; --n)
        cell += pieces.at(random.bounded(static_cast<int>(pieces.size())));
    return cell;
}

} // namespace

class TestPartWriter final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void whatIsWrittenIsReadBack_data()
    {
        QTest::addColumn<uint>("seed");
        for (uint seed = 1; seed <= 200; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void whatIsWrittenIsReadBack()
    {
        QFETCH(uint, seed);
        QRandomGenerator random(seed);
        const int columns = random.bounded(1, 5);
        Records records;
        QByteArray csv;
        for (int row = random.bounded(1, 6); row > 0; --row) {
            QStringList cells;
            for (int column = 0; column < columns; ++column)
                cells << nastyCell(random);
            records << cells;
            csv += record(cells);
        }
        for (qsizetype chunk = 1; chunk <= csv.size() + 1; ++chunk)
            QCOMPARE(parse(csv, chunk), records);
    }

    void theZipHoldsOneCsvInTheFormTheCrmReads()
    {
        const Files files;
        const auto source =
            files.source("\xEF\xBB\xBFName;;Name\nM\xC3\xBCller;\"a,b\"\n\n;\"x\r\ny\";\"c\"\"d\"\n", 1, ';');
        QList<int> progress;
        const auto part =
            tabular::writePart(source, files.path("out/part.zip"), {}, {}, [&](int percent) { progress << percent; });
        QVERIFY(part.ok());
        QFile zip(part->zipPath);
        QVERIFY(zip.open(QIODevice::ReadOnly));
        const QByteArray bytes = zip.readAll();
        const auto entries = tabular::readZip(bytes, {});
        QVERIFY(entries.ok());
        QCOMPARE(entries->size(), size_t(1));
        QCOMPARE(entries->front().name, QStringLiteral("people.csv"));
        const QByteArray expected = "Name,Column 2,Name (2)\r\nM\xC3\xBCller,\"a,b\",\r\n,\"x\r\ny\",\"c\"\"d\"\r\n";
        QCOMPARE(entries->front().content, expected);
        QCOMPARE(part->csvName, QStringLiteral("people.csv"));
        QCOMPARE(part->rows, 2);
        QCOMPARE(part->columns, 3);
        QCOMPARE(part->csvBytes, expected.size());
        QCOMPARE(part->zipBytes, bytes.size());
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        QCOMPARE(part->sha256, QString::fromLatin1(hash));
        QCOMPARE(zip.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        QCOMPARE(progress.last(), 100);
        QVERIFY(std::is_sorted(progress.cbegin(), progress.cend()));
    }

    void theEntryTellsItsSizeUpFrontAndCarriesAFixedTime()
    {
        const Files files;
        const auto part = tabular::writePart(files.source("a\n1\n"), files.path("part.zip"), {}, {});
        QVERIFY(part.ok());
        QFile zip(part->zipPath);
        QVERIFY(zip.open(QIODevice::ReadOnly));
        const QByteArray header = zip.read(30);
        QVERIFY(!(header.at(6) & 8));
        QCOMPARE(header.mid(10, 4), QByteArray("\0\0\x21\0", 4));
        QVERIFY(header.mid(14, 4) != QByteArray(4, '\0'));
    }

    void theSameInputGivesTheSameBytes()
    {
        const Files files;
        const auto source = files.source("a,b\n1,2\n");
        const auto first = tabular::writePart(source, files.path("one.zip"), {}, {});
        const auto second = tabular::writePart(source, files.path("two.zip"), {}, {});
        const auto again = tabular::writePart(source, files.path("two.zip"), {}, {});
        QVERIFY(first.ok() && second.ok() && again.ok());
        QCOMPARE(first->sha256, second->sha256);
        QCOMPARE(first->sha256, again->sha256);
        const auto other = tabular::writePart(files.source("a,b\n1,3\n"), files.path("three.zip"), {}, {});
        QVERIFY(other->sha256 != first->sha256);
    }

    void rowsKeepTheirColumns_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<int>("headerRow");
        QTest::addColumn<Records>("expected");
        QTest::newRow("no header") << QByteArray("1,2\n3,4\n") << 0
                                   << Records{{"Column 1", "Column 2"}, {"1", "2"}, {"3", "4"}};
        QTest::newRow("header in the third row")
            << QByteArray("Report\n\nof,May,2024\na,b\n1,2\n") << 3 << Records{{"a", "b"}, {"1", "2"}};
        QTest::newRow("short row") << QByteArray("a,b,c\n1\n") << 1 << Records{{"a", "b", "c"}, {"1", "", ""}};
        QTest::newRow("long row without a header row")
            << QByteArray("1\n1,2,3\n") << 0
            << Records{{"Column 1", "Column 2", "Column 3"}, {"1", "", ""}, {"1", "2", "3"}};
        QTest::newRow("a delimiter too many") << QByteArray("a,b\n1,2,\n") << 1 << Records{{"a", "b"}, {"1", "2"}};
        QTest::newRow("one column with a blank") << QByteArray("a\n\"\"\n1\n") << 1 << Records{{"a"}, {""}, {"1"}};
    }

    void rowsKeepTheirColumns()
    {
        QFETCH(QByteArray, csv);
        QFETCH(int, headerRow);
        QFETCH(Records, expected);
        const Files files;
        const auto part = tabular::writePart(files.source(csv, headerRow), files.path("part.zip"), {}, {});
        QVERIFY(part.ok());
        QFile zip(part->zipPath);
        QVERIFY(zip.open(QIODevice::ReadOnly));
        const auto entries = tabular::readZip(zip.readAll(), {});
        QCOMPARE(parse(entries->front().content, 1000), expected);
    }

    void whatIsTooMuchIsRefusedAndLeavesNoFile_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<int>("columns");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<int>("code");
        QTest::addColumn<qint64>("found");
        QTest::addColumn<qint64>("limit");
        const auto none = std::numeric_limits<qint64>::max();
        QTest::newRow("rows") << QByteArray("a\n1\n2\n3\n") << qint64(2) << 9 << none
                              << int(ErrorCode::TableTooManyRows) << qint64(3) << qint64(2);
        QTest::newRow("long row") << QByteArray("a,b\n1,2,3\n") << none << 9 << none << int(ErrorCode::TableRowTooLong)
                                  << qint64(0) << qint64(0);
        QTest::newRow("columns") << QByteArray("a,b,c\n1,2,3\n") << none << 2 << none
                                 << int(ErrorCode::TableTooManyColumns) << qint64(3) << qint64(2);
        QTest::newRow("bytes of the CSV")
            << QByteArray("a\n") + QByteArray(1000, 'x') + "\ny\n"
            << none << 9 << qint64(500) << int(ErrorCode::TableTooLarge) << qint64(1008) << qint64(500);
        QTest::newRow("no rows") << QByteArray("a,b\n") << none << 9 << none << int(ErrorCode::TableHasNoRows)
                                 << qint64(0) << qint64(0);
        QTest::newRow("nothing") << QByteArray("\n\n") << none << 9 << none << int(ErrorCode::TableEmpty) << qint64(0)
                                 << qint64(0);
        QTest::newRow("broken row") << QByteArray("a\n1\n\"2") << none << 9 << none
                                    << int(ErrorCode::TableQuoteNotClosed) << qint64(0) << qint64(0);
    }

    void whatIsTooMuchIsRefusedAndLeavesNoFile()
    {
        QFETCH(QByteArray, csv);
        QFETCH(qint64, rows);
        QFETCH(int, columns);
        QFETCH(qint64, bytes);
        const Files files;
        const auto part = tabular::writePart(files.source(csv), files.path("part.zip"),
                                             {.rows = rows, .columns = columns, .bytes = bytes}, {});
        QVERIFY(!part.ok());
        QTEST(int(part.error().code), "code");
        QTEST(part.error().context.value("found").toLongLong(), "found");
        QTEST(part.error().context.value("limit").toLongLong(), "limit");
        QVERIFY(!QFile::exists(files.path("part.zip")));
    }

    void justWithinTheLimitsIsTaken()
    {
        const Files files;
        const auto part = tabular::writePart(files.source("a,b\n1,2\n3,4\n"), files.path("part.zip"),
                                             {.rows = 2, .columns = 2, .bytes = 1000}, {});
        QVERIFY(part.ok());
    }

    void aZipLargerThanItsLimitIsRemoved()
    {
        const Files files;
        const auto part = tabular::writePart(files.source("a\n1\n"), files.path("part.zip"), {.bytes = 20}, {});
        QCOMPARE(part.error().code, ErrorCode::TableTooLarge);
        QVERIFY(part.error().context.value("found").toLongLong() > 20);
        QVERIFY(!QFile::exists(files.path("part.zip")));
    }

    void stoppingLeavesNoFile()
    {
        const Files files;
        const auto source = files.source("a\n" + QByteArray("1\n").repeated(5000));
        for (const int at : {0, 50}) {
            const base::StopFlag stop;
            const auto part = tabular::writePart(source, files.path("part.zip"), {}, stop, [&](int percent) {
                if (percent >= at)
                    stop.raise();
            });
            QCOMPARE(part.error().code, ErrorCode::Cancelled);
            QVERIFY(!QFile::exists(files.path("part.zip")));
        }
    }

    void whatStandsInTheWayIsNotDestroyed()
    {
        const Files files;
        const auto source = files.source("a\n1\n");
        QCOMPARE(tabular::writePart(source, source.path, {}, {}).error().code, ErrorCode::FileUnwritable);
        QVERIFY(QFile::exists(source.path));
        QCOMPARE(tabular::writePart(source, files.path("."), {}, {}).error().code, ErrorCode::FileUnwritable);
        QCOMPARE(tabular::writePart(source, source.path + "/part.zip", {}, {}).error().code, ErrorCode::FileUnwritable);
    }

    void entryNamesAreHarmless()
    {
        const Files files;
        const QString path = files.write("a:b*\tc" + QString(200, 'x') + ".tsv", "a\n1\n");
        const auto part = tabular::writePart({path, {}}, files.path("part.zip"), {}, {});
        QVERIFY(part.ok());
        QCOMPARE(part->csvName, "a_b__c" + QString(94, 'x') + ".csv");
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestPartWriter)
#include "tst_part_writer.moc"
