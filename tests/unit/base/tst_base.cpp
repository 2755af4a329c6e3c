#include "base/ErrorCode.h"
#include "base/Observe.h"
#include "base/SafeFile.h"
#include "base/Secret.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>

#include <csignal>

#include <sys/resource.h>

using namespace std::chrono_literals;

class TestBase final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void everyErrorCodeHasItsOwnName()
    {
        QCOMPARE(QByteArray(base::name(base::ErrorCode::FileNotFound)), QByteArray("FileNotFound"));
        QCOMPARE(QByteArray(base::name(base::ErrorCode::OutcomeUnknown)), QByteArray("OutcomeUnknown"));
        QCOMPARE(QByteArray(base::name(base::ErrorCode::UsageWrong)), QByteArray("UsageWrong"));
    }

    void theLastSecretWipesItsBytes()
    {
        const QByteArray text("canary-token");
        base::Secret first(QByteArray(text.constData(), text.size()));
        const base::Secret second = first;
        first = base::Secret();
        QCOMPARE(second.reveal(), text);
        QVERIFY(first.isEmpty());
    }

    void aSafeWriteReplacesTheFileAndOnlyTheOwnerReadsIt()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("deep/er/list.json"));
        QVERIFY(base::writeFileSafely(path, "one").ok());
        QVERIFY(base::writeFileSafely(path, "two").ok());
        QCOMPARE(*base::readSmallFile(path, 100), QByteArray("two"));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    /// QSaveFile alone reported success here after it had destroyed the old content (Qt 6.4.2). A limit on the size of
    /// files stands for the full disk: the write fails at the same place.
    void aFullDiskKeepsTheOldFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("list.json"));
        QVERIFY(base::writeFileSafely(path, "old").ok());
        rlimit before = {};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit tight{2, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        const auto written = base::writeFileSafely(path, "something new");
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!written.ok());
        QCOMPARE(written.error().code, base::ErrorCode::FileUnwritable);
        QCOMPARE(*base::readSmallFile(path, 100), QByteArray("old"));
    }

    void readingNamesWhatIsWrong()
    {
        QTemporaryDir folder;
        QCOMPARE(base::readSmallFile(folder.filePath(QStringLiteral("none")), 10).error().code,
                 base::ErrorCode::FileNotFound);
        QCOMPARE(base::readSmallFile(folder.path(), 10).error().code, base::ErrorCode::NotARegularFile);
        const QString path = folder.filePath(QStringLiteral("big"));
        QVERIFY(base::writeFileSafely(path, "12345678901").ok());
        QCOMPARE(base::readSmallFile(path, 10).error().code, base::ErrorCode::TableTooLarge);
    }

    void aHandlerDiesWithItsReceiver()
    {
        auto receiver = std::make_unique<QObject>();
        bool called = false;
        base::observe(base::ready(1), receiver.get(), [&called](int) { called = true; });
        receiver.reset();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void workInThePoolComesBackToTheReceiver()
    {
        int got = 0;
        base::observe(base::runInPool([] { return 42; }), this, [&got](int value) { got = value; });
        QTRY_COMPARE(got, 42);
    }

    void theFakeClockRunsTimersInOrder()
    {
        support::FakeClock clock;
        QStringList order;
        clock.callAfter(20ms, this, [&order] { order << QStringLiteral("b"); });
        clock.callAfter(10ms, this, [&] {
            order << QStringLiteral("a");
            clock.callAfter(5ms, this, [&order] { order << QStringLiteral("a2"); });
        });
        const auto cancelled = clock.callAfter(1ms, this, [&order] { order << QStringLiteral("never"); });
        clock.cancel(cancelled);
        clock.advance(30ms);
        QCOMPARE(order.join(QLatin1Char(' ')), QStringLiteral("a a2 b"));
    }

    void theSystemClockCallsOnceAndCanBeCancelled()
    {
        base::SystemClock clock;
        int calls = 0;
        clock.callAfter(1ms, this, [&calls] { ++calls; });
        clock.cancel(clock.callAfter(1ms, this, [&calls] { calls += 100; }));
        QTRY_COMPARE(calls, 1);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestBase)
#include "tst_base.moc"
