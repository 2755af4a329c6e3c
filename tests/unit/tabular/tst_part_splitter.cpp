#include "tabular/CsvReader.h"
#include "tabular/Utf8.h"
#include "tabular/ZipReader.h"
#include "tabular/parts/PartManifest.h"
#include "tabular/parts/PartSplitter.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/CsvRecords.h"
#include "tests/unit/tabular/Files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

using base::ErrorCode;
using Rows = QList<QStringList>;
using tabular::PartPlan;
using tabular::SplitPart;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray csvOf(const SplitPart &part)
{
    const QByteArray bytes = contentOf(part.path);
    if (!part.path.endsWith(QLatin1String(".zip")))
        return bytes;
    const auto entries = tabular::readZip(bytes, {.ratio = 1100});
    return entries.ok() && entries->size() == 1 ? entries->front().content : QByteArray();
}

Rows rowsOf(const QByteArray &csv)
{
    const auto reader = tabular::readCsvText(csv, {});
    Rows rows;
    tabular::Row row;
    for (auto more = reader->next(row); more.ok() && *more; more = reader->next(row))
        rows << row.cells;
    return rows;
}

QByteArray numbered(int rows, const QByteArray &header = "id,name\n")
{
    QByteArray csv = header;
    for (int row = 1; row <= rows; ++row)
        csv += QByteArray::number(row) + ",x\n";
    return csv;
}

PartPlan planFor(const Files &files, const QStringList &names, const QString &folder = QStringLiteral("out"))
{
    PartPlan plan;
    plan.sourceName = QStringLiteral("people.csv");
    plan.columns = tabular::everyColumn(names);
    plan.folder = files.path(folder);
    return plan;
}

base::Result<std::vector<SplitPart>> split(const PartPlan &plan, const CsvRecords &records)
{
    tabular::PartSplitter splitter(plan, {});
    if (const auto begun = splitter.begin(); !begun.ok())
        return begun.error();
    records.feedRows(splitter);
    return splitter.finish();
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

QByteArray randomTable(uint seed, int columns)
{
    static const QList<QByteArray> pieces{"a", "\"\"", ",",        "\r\n",         "\n",
                                          " ", "sep=", "\xC3\xBC", "\xEF\xBB\xBF", "42"};
    QRandomGenerator random(seed);
    QByteArray csv = QByteArray("h,").repeated(columns - 1) + "h\n";
    for (int row = random.bounded(1, 40); row > 0; --row) {
        for (int column = 0; column < columns; ++column) {
            csv += column > 0 ? ",\"" : "\"";
            for (int n = random.bounded(4); n > 0; --n)
                csv += pieces.at(random.bounded(static_cast<int>(pieces.size())));
            csv += '"';
        }
        csv += random.bounded(5) == 0 ? "\n\n" : "\n";
    }
    return csv;
}

} // namespace

class TestPartSplitter final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void partsJoinedAreTheSource_data()
    {
        QTest::addColumn<uint>("seed");
        for (uint seed = 1; seed <= 60; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void partsJoinedAreTheSource()
    {
        QFETCH(uint, seed);
        const Files files;
        const int columns = 1 + static_cast<int>(seed % 3);
        const CsvRecords records(randomTable(seed, columns));
        PartPlan plan = planFor(files, QStringList(columns, QStringLiteral("h")));
        plan.limits.rows = 1 + seed % 7;
        plan.limits.bytes = 400;
        plan.zip = seed % 2 == 0;
        const auto parts = split(plan, records);
        QVERIFY(parts.ok());
        size_t record = 1;
        for (const SplitPart &part : *parts) {
            const Rows rows = rowsOf(csvOf(part));
            QCOMPARE(rows.first(), QStringList(columns, QStringLiteral("h")));
            QCOMPARE(rows.size() - 1, part.rows);
            QVERIFY(part.rows <= plan.limits.rows && part.csvBytes <= 400 && part.fileBytes <= 400);
            QCOMPARE(part.fileBytes, QFileInfo(part.path).size());
            for (qint64 row = 0; row < part.rows; ++row, ++record) {
                const auto source = records.at(record);
                QStringList cells;
                for (const std::string_view cell : source.cells)
                    cells << tabular::textOf(QByteArrayView(cell.data(), static_cast<qsizetype>(cell.size())));
                QCOMPARE(rows.at(row + 1), cells);
                QCOMPARE(part.source.rowOf(row), source.number);
                QCOMPARE(part.source.lineOf(row), source.line);
                QCOMPARE(part.source.partRowOf(source.number), std::optional(row));
                QCOMPARE(part.source.partRowAtLine(source.line), std::optional(row));
            }
        }
        QCOMPARE(record, records.size());
    }

    void rowsAreCutAtTheLimit_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<QList<qint64>>("expected");
        QTest::newRow("one") << 1 << QList<qint64>{1};
        QTest::newRow("at the limit") << 25'000 << QList<qint64>{25'000};
        QTest::newRow("one over") << 25'001 << QList<qint64>{25'000, 1};
        QTest::newRow("twice") << 50'000 << QList<qint64>{25'000, 25'000};
    }

    void rowsAreCutAtTheLimit()
    {
        QFETCH(int, rows);
        const Files files;
        const auto parts = split(planFor(files, {"id", "name"}), CsvRecords(numbered(rows)));
        QVERIFY(parts.ok());
        QList<qint64> counts;
        for (const SplitPart &part : *parts)
            counts << part.rows;
        QTEST(counts, "expected");
        QCOMPARE(parts->back().source.lastRow(), qint64(rows) + 1);
        QStringList names;
        for (int part = 1; part <= counts.size(); ++part)
            names << QStringLiteral("people-00%1.zip").arg(part);
        QCOMPARE(filesIn(files.path("out")), names);
    }

    void bytesAreCutAtTheLimit_data()
    {
        QTest::addColumn<qint64>("limit");
        QTest::addColumn<QList<qint64>>("expected");
        // "a\r\n" and three times "xxxxx\r\n": 3 + 7 + 7 + 7.
        QTest::newRow("all fit") << qint64(24) << QList<qint64>{3};
        QTest::newRow("one byte over") << qint64(23) << QList<qint64>{2, 1};
        QTest::newRow("two fit exactly") << qint64(17) << QList<qint64>{2, 1};
        QTest::newRow("two by one byte not") << qint64(16) << QList<qint64>{1, 1, 1};
        QTest::newRow("one fits exactly") << qint64(10) << QList<qint64>{1, 1, 1};
    }

    void bytesAreCutAtTheLimit()
    {
        QFETCH(qint64, limit);
        const Files files;
        PartPlan plan = planFor(files, {"a"});
        plan.limits.bytes = limit;
        plan.zip = false;
        const auto parts = split(plan, CsvRecords("a\nxxxxx\nxxxxx\nxxxxx\n"));
        QVERIFY(parts.ok());
        QList<qint64> counts;
        for (const SplitPart &part : *parts) {
            counts << part.rows;
            QVERIFY(part.csvBytes <= limit);
        }
        QTEST(counts, "expected");
    }

    void aRowThatFitsNoPartIsNamed()
    {
        const Files files;
        PartPlan plan = planFor(files, {"a"});
        plan.limits.bytes = 9;
        plan.zip = false;
        const auto parts = split(plan, CsvRecords("a\nx\n\n\"y\nyyyyy\"\n"));
        QCOMPARE(parts.error().code, ErrorCode::TableCellTooLong);
        QCOMPARE(parts.error().context.value("row").toLongLong(), 3);
        QCOMPARE(parts.error().context.value("line").toLongLong(), 4);
        QCOMPARE(parts.error().context.value("limit").toLongLong(), 9);
        QVERIFY(filesIn(plan.folder).isEmpty());
    }

    void aZipOverTheLimitIsMadeOfFewerRows()
    {
        const Files files;
        QRandomGenerator random(7);
        QByteArray csv = "a\n";
        for (int row = 0; row < 64; ++row) {
            for (int i = 0; i < 40; ++i)
                csv += static_cast<char>('0' + random.bounded(10));
            csv += '\n';
        }
        PartPlan plan = planFor(files, {"a"});
        // Three rows are 129 bytes, packed with the headers of a zip some 180; one row is some 140.
        plan.limits.bytes = 165;
        plan.limits.rows = 3;
        const auto parts = split(plan, CsvRecords(csv));
        QVERIFY(parts.ok());
        Rows joined;
        for (const SplitPart &part : *parts) {
            QVERIFY2(part.fileBytes <= 165, qPrintable(QString::number(part.fileBytes)));
            QCOMPARE(part.source.size(), part.rows);
            joined += rowsOf(csvOf(part)).mid(1);
        }
        QVERIFY(parts->size() > size_t(22));
        QCOMPARE(joined, rowsOf(csv).mid(1));
        plan.limits.bytes = 120;
        const auto none = split(plan, CsvRecords(csv));
        QCOMPARE(none.error().code, ErrorCode::TableCellTooLong);
        QCOMPARE(none.error().context.value("row").toLongLong(), 2);
    }

    void theSameInputGivesTheSameBytesFromAnyNumberOfThreads()
    {
        const Files files;
        const CsvRecords records(numbered(5'000));
        QStringList reference;
        for (const int threads : {1, 2, 3, 3}) {
            PartPlan plan = planFor(files, {"id", "name"}, QStringLiteral("t%1").arg(threads));
            plan.threads = threads;
            plan.limits.rows = 300;
            const auto parts = split(plan, records);
            QVERIFY(parts.ok());
            QStringList hashes;
            for (const SplitPart &part : *parts) {
                hashes << part.sha256;
                const auto hash = QCryptographicHash::hash(contentOf(part.path), QCryptographicHash::Sha256);
                QCOMPARE(QString::fromLatin1(hash.toHex()), part.sha256);
            }
            hashes << QString::fromUtf8(tabular::partManifest(plan, {}, *parts));
            if (reference.isEmpty())
                reference = hashes;
            QCOMPARE(hashes, reference);
        }
        QCOMPARE(reference.size(), 18);
    }

    void columnsAreChosenAndRenamed()
    {
        const Files files;
        PartPlan plan = planFor(files, {});
        plan.columns = {{2, "Last_Name"}, {0, "Email"}, {7, "Phone"}};
        const auto parts = split(plan, CsvRecords("mail,x,name\na@b.de,1,\"Mill,er\"\nshort\n"));
        QVERIFY(parts.ok());
        QCOMPARE(csvOf(parts->front()), QByteArray("Last_Name,Email,Phone\r\n\"Mill,er\",a@b.de,\r\n,short,\r\n"));
        plan.limits.columns = 2;
        const auto refused = split(plan, CsvRecords("a\n1\n"));
        QCOMPARE(refused.error().code, ErrorCode::TableTooManyColumns);
        QCOMPARE(refused.error().context.value("found").toLongLong(), 3);
    }

    void hashesAreLeftOutWhereNobodyAsksForThem()
    {
        const Files files;
        PartPlan plan = planFor(files, {"id", "name"});
        plan.hashed = false;
        const auto parts = split(plan, CsvRecords(numbered(3)));
        QVERIFY(parts.ok());
        QCOMPARE(parts->front().sha256, QString());
    }

    void onlyTheOwnerMayReadAPart()
    {
        const Files files;
        const auto parts = split(planFor(files, {"id", "name"}), CsvRecords(numbered(3)));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile(parts->front().path).permissions() & others, QFile::Permissions());
    }

    void stoppingLeavesNothing_data()
    {
        QTest::addColumn<int>("threads");
        QTest::newRow("one") << 1;
        QTest::newRow("three") << 3;
    }

    void stoppingLeavesNothing()
    {
        QFETCH(int, threads);
        const Files files;
        const CsvRecords records(numbered(2'000));
        PartPlan plan = planFor(files, {"id", "name"});
        plan.limits.rows = 100;
        plan.threads = threads;
        const base::StopFlag stop;
        tabular::PartSplitter splitter(plan, stop);
        QVERIFY(splitter.begin().ok());
        records.feed(splitter, 1, 1'000);
        stop.raise();
        const size_t end = records.size();
        size_t next = 1'000;
        while (next < end && splitter.take(records.at(next)))
            ++next;
        QVERIFY(next < end);
        QCOMPARE(splitter.finish().error().code, ErrorCode::Cancelled);
        {
            tabular::PartSplitter dropped(plan, {});
            QVERIFY(dropped.begin().ok());
            records.feed(dropped, 1, 1'000);
        }
        QVERIFY(filesIn(plan.folder).isEmpty());
    }

    void whatStandsInTheWayIsKeptAndNothingElseIsLeft()
    {
        const Files files;
        QVERIFY(QDir().mkpath(files.path("out/people-003.zip")));
        PartPlan plan = planFor(files, {"id", "name"});
        plan.limits.rows = 2;
        const auto parts = split(plan, CsvRecords(numbered(6)));
        QCOMPARE(parts.error().code, ErrorCode::FileUnwritable);
        QVERIFY(filesIn(plan.folder).isEmpty());
        plan.folder = files.write("file", "x");
        QCOMPARE(split(plan, CsvRecords(numbered(6))).error().code, ErrorCode::FileUnwritable);
        QCOMPARE(contentOf(files.path("file")), QByteArray("x"));
    }

    void tooLittleSpaceIsToldBefore()
    {
        const Files files;
        PartPlan plan = planFor(files, {"id"});
        plan.sourceBytes = 1'000'000'000'000'000;
        const auto parts = split(plan, CsvRecords(numbered(1)));
        QCOMPARE(parts.error().code, ErrorCode::DiskFull);
        QCOMPARE(parts.error().context.value("needed").toLongLong(), 3'000'000'200'000'000);
        QVERIFY(!QFile::exists(plan.folder));
    }

    void noRowsAreNoParts()
    {
        const Files files;
        QCOMPARE(split(planFor(files, {"a"}), CsvRecords("a\n")).error().code, ErrorCode::TableHasNoRows);
    }

    void theManifestNamesEveryPart()
    {
        const Files files;
        PartPlan plan = planFor(files, {"id", "name"});
        plan.limits.rows = 2;
        const auto parts = split(plan, CsvRecords("id,name\n1,x\n\n2,x\n3,x\n"));
        const QByteArray text = tabular::partManifest(plan, {}, *parts, QStringLiteral("abc"));
        const QJsonObject json = QJsonDocument::fromJson(text).object();
        QCOMPARE(json["rows"].toInt(), 3);
        QCOMPARE(json["source"]["name"].toString(), QStringLiteral("people.csv"));
        QCOMPARE(json["source"]["sha256"].toString(), QStringLiteral("abc"));
        QCOMPARE(json["parts"].toArray().size(), 2);
        const QJsonObject second = json["parts"][1].toObject();
        QCOMPARE(second["file"].toString(), QStringLiteral("people-002.zip"));
        QCOMPARE(second["csv_name"].toString(), QStringLiteral("people.csv"));
        QCOMPARE(second["rows"].toInt(), 1);
        QCOMPARE(second["first_row"].toInt(), 4);
        QCOMPARE(second["last_row"].toInt(), 4);
        QCOMPARE(second["csv_bytes"].toInteger(), parts->at(1).csvBytes);
        QCOMPARE(second["bytes"].toInteger(), parts->at(1).fileBytes);
        QCOMPARE(second["sha256"].toString(), parts->at(1).sha256);
        QVERIFY(!text.contains(files.path({}).toUtf8()));
        QVERIFY(text.indexOf("\"source\"") < text.indexOf("\"limits\""));
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestPartSplitter)
#include "tst_part_splitter.moc"
