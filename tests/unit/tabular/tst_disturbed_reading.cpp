#include "tabular/PartWriter.h"
#include "tabular/TableSplit.h"
#include "tabular/TableSummary.h"
#include "tabular/csv/ParallelReading.h"
#include "tabular/opening/Glance.h"
#include "tabular/parts/PartSplitter.h"
#include "tabular/parts/TextSplit.h"
#include "tabular/sniffing/DriveAnswer.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/Archives.h"
#include "tests/unit/tabular/GeneratedText.h"
#include "tests/unit/tabular/WorkbookBuilder.h"

#include <QDir>
#include <QSemaphore>

#include <deque>
#include <thread>

#ifdef Q_OS_LINUX
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

using base::ErrorCode;
using tabular::InvalidBytes;
using tabular::OpenedTable;

namespace {

constexpr qint64 mebi = 1024 * 1024;
constexpr qint64 page = 4'096;

class Nothing final : public tabular::RecordSink {
public:
    bool take(const tabular::RecordView &) override { return true; }
};

/// What another program does to a file.
void disturb(const QString &path, const QByteArray &how)
{
    QFile file(path);
    if (how == "vanish" || how == "replace") {
        if (!file.remove())
            qFatal("the test cannot remove its file");
        if (how == "vanish")
            return;
    }
    const auto mode = how == "grow" ? QIODevice::Append : QIODevice::ReadWrite;
    if (!file.open(mode) || (how == "shrink" && !file.resize(file.size() / 2))
        || (how != "shrink" && file.write("x,y\n") != 4))
        qFatal("the test cannot change its file");
    // File systems tell times apart only so far.
    if (!file.setFileTime(QDateTime::currentDateTime().addSecs(10), QFileDevice::FileModificationTime))
        qFatal("the test cannot date its file");
}

QByteArray numbers(int rows)
{
    QByteArray text = "Name,City\n";
    for (int row = 0; row < rows; ++row)
        text += QByteArray::number(row) + "," + QByteArray::number(row * 7919 % 1'000'003) + "\n";
    return text;
}

QByteArray utf16(const QByteArray &text)
{
    QByteArray bytes("\xFF\xFE");
    for (const char c : text)
        bytes += QByteArray(1, c) + '\0';
    return bytes;
}

QByteArray bookOf(int rows)
{
    QByteArray cells;
    for (int row = 1; row <= rows; ++row)
        cells += "<row r=\"" + QByteArray::number(row) + "\"><c r=\"A" + QByteArray::number(row) + "\"><v>"
            + QByteArray::number(row * 7919 % 1'000'003) + "</v></c></row>";
    return books::xlsxOf(cells).zip();
}

struct Road final {
    QByteArray name;
    QByteArray content;
    QString encoding = "UTF-8";
};

/// Files of which a working copy is made, which takes a while.
QList<Road> copies()
{
    return {{"UTF-16", utf16(numbers(200'000)), "UTF-16LE"},
            {"gz", archives::gzip(numbers(200'000))},
            {"zip", archives::zip({{"people.csv", numbers(200'000)}})},
            {"XLSX", bookOf(20'000)}};
}

bool holdsNoFiles(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden).isEmpty();
}

tabular::PartPlan planInto(const Files &files)
{
    tabular::PartPlan plan;
    plan.sourceName = "people.csv";
    plan.folder = files.path("parts");
    return plan;
}

QByteArrayList disturbances()
{
#ifdef Q_OS_UNIX // elsewhere an open file stays until it is closed
    return {"grow", "shrink", "overwrite", "vanish", "replace"};
#else
    return {"grow", "shrink", "overwrite"};
#endif
}

} // namespace

/// A file that another program changes, and a user who stops, at any moment of any road from file to parts.
class TestDisturbedReading final : public QObject {
    Q_OBJECT
private:
    static void addDisturbances()
    {
        QTest::addColumn<QByteArray>("how");
        for (const QByteArray &how : disturbances())
            QTest::newRow(how.constData()) << how;
    }

    static void addCopies()
    {
        QTest::addColumn<QByteArray>("how");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("encoding");
        for (const Road &road : copies()) {
            for (const QByteArray &how : disturbances())
                QTest::newRow((road.name + ", " + how).constData()) << how << road.content << road.encoding;
        }
    }

    /// Reads `text` on one of the roads.
    static base::Status read(const QByteArray &road, const std::shared_ptr<GeneratedText> &text,
                             const base::StopFlag &stop, const QString &folder)
    {
        Nothing sink;
        const tabular::CsvDialect dialect;
        const QByteArray threads = road.right(1);
        if (road == "one by one")
            return tabular::csv::RecordReader(text, dialect, {.stop = stop}).readAll(sink);
        if (road.startsWith("count")) {
            const auto scan = tabular::csv::scanRecords(text, dialect, {.threads = threads.toInt(), .stop = stop});
            return scan.ok() ? base::Status(base::Done{}) : scan.error();
        }
        if (road.startsWith("parallel")) {
            std::deque<Nothing> sinks;
            const auto done =
                tabular::csv::readInParallel(text, dialect, {.threads = threads.toInt(), .stop = stop},
                                             [&sinks](int) -> tabular::RecordSink & { return sinks.emplace_back(); });
            return done.ok() ? base::Status(base::Done{}) : done.error();
        }
        tabular::PartPlan plan;
        plan.sourceName = "people.csv";
        plan.folder = folder;
        plan.zip = false;
        plan.columns = tabular::everyColumn({"Name", "City"});
        if (road == "split, other columns")
            std::swap(plan.columns[0], plan.columns[1]);
        const auto parts = tabular::splitText(text, dialect, plan, stop);
        return parts.ok() ? base::Status(base::Done{}) : parts.error();
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void aChangeBeforeTheRowsAreReadIsTold_data() { addDisturbances(); }
    void aChangeBeforeTheRowsAreReadIsTold()
    {
        QFETCH(const QByteArray, how);
        const Files files;
        const auto source = files.source(numbers(20'000));
        const auto table = OpenedTable::open(source, InvalidBytes::Refuse, {});
        const auto summary = tabular::summarise(*table, {});
        QVERIFY(summary.ok());
        disturb(source.path, how);
        QCOMPARE(tabular::summarise(*table, {}).error().code, ErrorCode::FileChanged);
        const auto rows = tabular::rowsFrom(**table, *summary->scan, 10'000, 50);
        QVERIFY(!rows.ok());
        QCOMPARE(rows.error().code, ErrorCode::FileChanged);
        QCOMPARE(rows.error().context.value("file").toString(), source.path);
        const auto parts = tabular::splitTable(**table, nullptr, planInto(files), {});
        QCOMPARE(parts.error().code, ErrorCode::FileChanged);
        QVERIFY(holdsNoFiles(files.path("parts")));
    }

    /// The first pass measures, the second one writes.
    void aChangeBetweenTheTwoPassesOfAPartIsTold_data() { addDisturbances(); }
    void aChangeBetweenTheTwoPassesOfAPartIsTold()
    {
        QFETCH(const QByteArray, how);
        const Files files;
        const auto source = files.source(numbers(20'000));
        bool disturbed = false;
        const auto part = tabular::writePart(source, files.path("parts/part.zip"), {}, {}, [&](int percent) {
            if (!std::exchange(disturbed, disturbed || percent >= 30) && disturbed)
                disturb(source.path, how);
        });
        QVERIFY(disturbed);
        QCOMPARE(part.error().code, ErrorCode::FileChanged);
        QVERIFY(holdsNoFiles(files.path("parts")));
    }

    void aChangeWhileACopyIsMadeIsTold_data() { addCopies(); }
    void aChangeWhileACopyIsMadeIsTold()
    {
        QFETCH(const QByteArray, how);
        QFETCH(const QByteArray, content);
        QFETCH(const QString, encoding);
        const Files files;
        tabular::SourceFile source{files.write("people", content), {}};
        source.dialect.encoding = encoding;
        bool disturbed = false;
        const auto table = OpenedTable::open(source, InvalidBytes::Refuse, {}, [&](int) {
            if (!std::exchange(disturbed, true))
                disturb(source.path, how);
        });
        QVERIFY(disturbed);
        QVERIFY(!table.ok());
        QCOMPARE(table.error().code, ErrorCode::FileChanged);
        QCOMPARE(table.error().context.value("file").toString(), source.path);
    }

    /// What an open quote or a damaged archive is due to.
    void aChangeIsTheCauseOfWhatItLedTo()
    {
        const Files files;
        const auto source = files.source(numbers(1'000));
        const auto table = OpenedTable::open(source, InvalidBytes::Refuse, {});
        QFile file(source.path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write("\"") == 1);
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(10), QFileDevice::FileModificationTime));
        file.close();
        QCOMPARE(tabular::summarise(*table, {}).error().code, ErrorCode::FileChanged);
    }

    void aLookAtAFileThatIsBeingWrittenNeverFallsOver()
    {
        const Files files;
        const QList<QByteArray> contents{numbers(9'000), archives::gzip(numbers(9'000)), bookOf(500),
                                         utf16(numbers(5'000)), ""};
        const QString path = files.write("people", contents[0]);
        std::atomic<bool> done = false;
        std::thread writer([&] {
            for (qsizetype i = 0; !done; ++i) {
                QFile file(path);
                const QByteArray &content = contents[i % contents.size()];
                if (file.open(QIODevice::ReadWrite)) {
                    file.write(content.left(content.size() / 2));
                    file.resize(content.size() / 2);
                    file.write(content.mid(content.size() / 2));
                }
            }
        });
        int answers = 0;
        for (int round = 0; round < 100; ++round) {
            const auto glance = tabular::glanceAt(path, {}, {});
            const auto table = glance.ok() ? tabular::summarise(glance->source, {})
                                           : base::Result<tabular::TableSummary>(glance.error());
            answers += table.ok() || !table.error().context.value("file").toString().isEmpty() ? 1 : 0;
        }
        done = true;
        writer.join();
        QCOMPARE(answers, 100);
    }

    void aStopIsHeededWithinAMebibyteForEachThread_data()
    {
        QTest::addColumn<int>("threads");
        for (const char *road :
             {"one by one", "split, as it stands", "split, other columns", "count, 1", "parallel, 1"})
            QTest::newRow(road) << 1;
        for (const char *road : {"count, 2", "parallel, 2"})
            QTest::newRow(road) << 2;
        for (const char *road : {"count, 3", "parallel, 3"})
            QTest::newRow(road) << 3;
    }
    void aStopIsHeededWithinAMebibyteForEachThread()
    {
        QFETCH(const int, threads);
        const Files files;
        // All of it read once or twice; the invalid byte has places listed.
        for (const qint64 after : {qint64(0), mebi, 10 * mebi, 30 * mebi}) {
            const auto text = std::make_shared<GeneratedText>("Name,City\n", "Ada,London\n", 40 * mebi / 11);
            const base::StopFlag stop;
            std::atomic<qint64> raisedAt = -1;
            text->whileReading = [&](qint64 asked) {
                if (asked >= after && !stop.raised()) {
                    stop.raise();
                    raisedAt = asked;
                }
            };
            const auto done = read(QTest::currentDataTag(), text, stop, files.path("parts"));
            QVERIFY(!done.ok());
            QCOMPARE(done.error().code, ErrorCode::Cancelled);
            const qint64 more = text->asked() - raisedAt;
            QVERIFY2(more <= threads * (mebi + page), qPrintable(QString::number(more)));
            QVERIFY(holdsNoFiles(files.path("parts")));
        }
    }

    void aStopWhileInvalidBytesAreListedIsHeeded()
    {
        const auto text = std::make_shared<GeneratedText>("Name,City\n", "Ad\xE4,London\n", 20 * mebi / 11);
        const base::StopFlag stop;
        std::atomic<qint64> raisedAt = -1;
        // The counting itself reads all of it once.
        text->whileReading = [&](qint64 asked) {
            if (asked > text->size() && !stop.raised()) {
                stop.raise();
                raisedAt = asked;
            }
        };
        const auto scan = tabular::csv::scanRecords(text, {}, {.threads = 1, .stop = stop});
        QVERIFY(raisedAt > 0);
        QCOMPARE(scan.error().code, ErrorCode::Cancelled);
        QVERIFY(text->asked() - raisedAt <= mebi);
    }

    void aStopWhileACopyIsMadeIsHeededAtOnce_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("encoding");
        for (const Road &road : copies())
            QTest::newRow(road.name.constData()) << road.content << road.encoding;
    }
    void aStopWhileACopyIsMadeIsHeededAtOnce()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, encoding);
        const Files files;
        tabular::SourceFile source{files.write("people", content), {}};
        source.dialect.encoding = encoding;
        const base::StopFlag stop;
        int more = -1;
        const auto table = OpenedTable::open(source, InvalidBytes::Refuse, stop, [&](int) {
            stop.raise();
            ++more;
        });
        QCOMPARE(table.error().code, ErrorCode::Cancelled);
        QVERIFY2(more >= 0 && more <= 1, qPrintable(QString::number(more)));
    }

    void aStopWhilePartsArePackedIsHeeded()
    {
        const Files files;
        const base::StopFlag stop;
        auto plan = planInto(files);
        plan.columns = tabular::everyColumn({"Name"});
        tabular::PartSplitter splitter(plan, stop);
        QVERIFY(splitter.begin().ok());
        const std::vector<std::string_view> cells{"Ada"};
        qint64 taken = 0;
        for (qint64 row = 2; splitter.take({row, row, 0, cells, {}}); ++row) {
            taken += stop.raised() ? 1 : 0;
            if (row == 60'000)
                stop.raise();
        }
        QVERIFY2(taken <= 256, qPrintable(QString::number(taken)));
        QCOMPARE(splitter.finish().error().code, ErrorCode::Cancelled);
        QVERIFY(holdsNoFiles(plan.folder));
    }

    void aDriveThatDoesNotAnswerIsLeft()
    {
        const auto held = std::make_shared<QSemaphore>();
        const auto ask = [held] { held->acquire(); };
        QCOMPARE(tabular::awaitAnswer(ask, std::chrono::milliseconds(1), {}).error().code, ErrorCode::FileUnreachable);
        const base::StopFlag stop;
        stop.raise();
        QCOMPARE(tabular::awaitAnswer(ask, tabular::drivePatience, stop).error().code, ErrorCode::Cancelled);
        held->release(2);
        QVERIFY(tabular::awaitAnswer([] {}, tabular::drivePatience, {}).ok());
    }

#ifdef Q_OS_LINUX
    /// As a spreadsheet program does on Windows; here a lease stands in for it.
    void aFileThatAnotherProgramKeepsToItselfIsTold()
    {
        const Files files;
        const auto source = files.source("Name,City\nA,B\n");
        const auto before = std::signal(SIGIO, SIG_IGN);
        const int holder = ::open(QFile::encodeName(source.path).constData(), O_RDWR | O_CLOEXEC);
        const bool held = ::fcntl(holder, F_SETLEASE, F_WRLCK) == 0;
        const auto glance = tabular::glanceAt(source.path, {}, {});
        const auto table = OpenedTable::open(source, InvalidBytes::Refuse, {});
        ::close(holder);
        std::signal(SIGIO, before);
        QCOMPARE(glance.ok(), !held); // not every file system has leases
        QCOMPARE(table.ok(), !held);
        if (!held)
            return;
        QCOMPARE(glance.error().code, ErrorCode::FileInUse);
        QCOMPARE(table.error().code, ErrorCode::FileInUse);
        QCOMPARE(table.error().context.value("file").toString(), source.path);
    }
#endif
};

WIZARD_TEST_MAIN(QCoreApplication, TestDisturbedReading)
#include "tst_disturbed_reading.moc"
