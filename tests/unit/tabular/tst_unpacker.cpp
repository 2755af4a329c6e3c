#include "tabular/sniffing/FileKind.h"
#include "tabular/sniffing/Unpacker.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/Archives.h"
#include "tests/unit/tabular/Files.h"

#include <QDir>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using base::ErrorCode;
using tabular::Unpacker;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

/// Text that packs about four to one.
QByteArray table(int rows)
{
    QByteArray text = "id,name\n";
    for (int row = 0; row < rows; ++row)
        text += QByteArray::number(qint64(row) * 7919 % 100'003) + ",name " + QByteArray::number(row % 977) + '\n';
    return text;
}

} // namespace

class TestUnpacker final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void whatWasPackedComesOut_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray("a,b\n");
        QTest::newRow("a megabyte") << table(70'000);
        QTest::newRow("as good as nothing when packed") << QByteArray(10 * 1024 * 1024, 'x');
    }

    void whatWasPackedComesOut()
    {
        QFETCH(QByteArray, content);
        const Files files;
        QList<int> seen;
        const Unpacker gzip(m_folder->path(), {}, {}, [&seen](int percent) { seen.append(percent); });
        const auto fromGzip = gzip.unpackGzip(files.write("a.csv.gz", archives::gzip(content)));
        QVERIFY(fromGzip.ok());
        QCOMPARE(contentOf(*fromGzip), content);
        QVERIFY(std::is_sorted(seen.begin(), seen.end()) && (content.isEmpty() || seen.last() == 100));
        QCOMPARE(QFileInfo(*fromGzip).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        QVERIFY(QFile::remove(*fromGzip));

        for (const int method : {Z_DEFLATED, 0}) {
            const QByteArray packed =
                archives::zip({{"b.txt", "no"}, {"x/../../people.csv", content}, {"c.txt", "no"}}, nullptr, method);
            const auto fromZip =
                Unpacker(m_folder->path()).unpackZipMember(files.write("a.zip", packed), "x/../../people.csv");
            QVERIFY(fromZip.ok());
            QCOMPARE(contentOf(*fromZip), content);
            QCOMPARE(QFileInfo(*fromZip).absolutePath(), QFileInfo(m_folder->path()).absoluteFilePath());
        }
    }

    void gzipMembersFollowEachOther()
    {
        const Files files;
        const QByteArray packed = archives::gzip("a\n") + archives::gzip("") + archives::gzip("b\n");
        const auto path = Unpacker(m_folder->path()).unpackGzip(files.write("a.gz", packed + QByteArray(600, '\0')));
        QVERIFY(path.ok());
        QCOMPARE(contentOf(*path), QByteArray("a\nb\n"));
    }

    void anArchiveInAnArchiveComesOutBesideIt()
    {
        const Files files;
        const Unpacker unpacker(m_folder->path());
        const auto outer =
            unpacker.unpackGzip(files.write("a.gz", archives::gzip(archives::zip({{"a.csv", "1,2\n"}}))));
        QVERIFY(outer.ok());
        const auto look = tabular::lookAt(*outer);
        QCOMPARE(look->kind, tabular::FileKind::ZipOfOneTable);
        const auto inner = unpacker.unpackZipMember(*outer, look->member);
        QVERIFY(inner.ok());
        QCOMPARE(contentOf(*inner), QByteArray("1,2\n"));
    }

    void damagedGzipIsRefusedAndNothingIsLeft_data()
    {
        QTest::addColumn<QByteArray>("packed");
        const QByteArray good = archives::gzip(table(50'000));
        const auto changed = [&good](qsizetype at) {
            QByteArray bytes = good;
            bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
            return bytes;
        };
        QTest::newRow("cut in the middle") << good.first(good.size() / 2);
        QTest::newRow("cut in the trailer") << good.chopped(3);
        QTest::newRow("cut in the header") << good.first(5);
        QTest::newRow("wrong sum") << changed(good.size() - 7);
        QTest::newRow("wrong length") << changed(good.size() - 2);
        QTest::newRow("wrong data") << changed(good.size() / 2);
        QTest::newRow("wrong method") << changed(2);
        QTest::newRow("something behind") << good + "tail";
        QTest::newRow("a member behind padding") << good + QByteArray(4, '\0') + good;
        QTest::newRow("a cut member behind") << good + good.first(200);
    }

    void damagedGzipIsRefusedAndNothingIsLeft()
    {
        QFETCH(QByteArray, packed);
        const Files files;
        const auto path = Unpacker(m_folder->path()).unpackGzip(files.write("a.gz", packed));
        QVERIFY(!path.ok());
        QCOMPARE(path.error().code, ErrorCode::ZipUnreadable);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void damagedZipIsRefusedAndNothingIsLeft_data()
    {
        QTest::addColumn<QByteArray>("packed");
        const QByteArray good = archives::zip({{"a.csv", table(50'000)}});
        const qsizetype directory = good.lastIndexOf("PK\x01\x02");
        const auto with = [&good](qsizetype at, quint32 number) {
            QByteArray bytes = good;
            archives::put(bytes, at, number);
            return bytes;
        };
        QTest::newRow("no directory") << good.first(directory);
        QTest::newRow("wrong sum") << with(directory + 16, 1);
        QTest::newRow("claims to be shorter") << with(directory + 24, 10);
        QTest::newRow("claims to be longer") << with(directory + 24, 900'000'000);
        QTest::newRow("claims to be packed shorter") << with(directory + 20, 100);
        QTest::newRow("wrong data") << with(good.size() / 2, 0x12345678);
        QTest::newRow("points beyond the end") << with(directory + 42, 0x7FFFFFFF);
        const QByteArray asItIs = archives::zip({{"a.csv", table(50'000)}}, nullptr, 0);
        const qsizetype itsDirectory = asItIs.lastIndexOf("PK\x01\x02");
        const auto storedWith = [&asItIs](std::initializer_list<qsizetype> places, quint32 number) {
            QByteArray bytes = asItIs;
            for (const qsizetype at : places)
                archives::put(bytes, at, number);
            return bytes;
        };
        QTest::newRow("stored, wrong sum") << storedWith({itsDirectory + 16}, 1);
        QTest::newRow("stored, wrong data") << storedWith({asItIs.size() / 2}, 0x12345678);
        QTest::newRow("stored, claims to be shorter") << storedWith({itsDirectory + 20, itsDirectory + 24}, 10);
        QTest::newRow("stored, claims to be longer") << storedWith({itsDirectory + 20, itsDirectory + 24}, 900'000);
        QTest::newRow("stored, claims two lengths") << storedWith({itsDirectory + 24}, 10);
        QTest::newRow("stored, points beyond the end") << storedWith({itsDirectory + 42}, 0x7FFFFFFF);
        QTest::newRow("other name") << archives::zip({{"A.CSV", "1,2"}});
    }

    void damagedZipIsRefusedAndNothingIsLeft()
    {
        QFETCH(QByteArray, packed);
        const Files files;
        const auto path = Unpacker(m_folder->path()).unpackZipMember(files.write("a.zip", packed), "a.csv");
        QVERIFY(!path.ok());
        QCOMPARE(path.error().code, ErrorCode::ZipUnreadable);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    /// It is not damaged: its owner can do something about it.
    void anEncryptedZipIsNamed()
    {
        const Files files;
        const QString zip = files.write("a.zip", archives::zip({{"a.csv", "1,2"}}, "secret"));
        const auto path = Unpacker(m_folder->path()).unpackZipMember(zip, "a.csv");
        QCOMPARE(path.error().code, ErrorCode::TableKindUnsupported);
        QCOMPARE(path.error().context.value("found").toString(), "Encrypted ZIP");
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void whatGrowsTooLargeIsRefusedAndNothingIsLeft()
    {
        const Files files;
        const QString gzip = files.write("a.gz", archives::gzip(table(100'000)));
        const QString zip = files.write("a.zip", archives::zip({{"a.csv", table(100'000)}}));
        const Unpacker unpacker(m_folder->path(), {.bytes = 600'000});
        const QString asItIs = files.write("s.zip", archives::zip({{"a.csv", table(100'000)}}, nullptr, 0));
        for (const auto &path : {unpacker.unpackGzip(gzip), unpacker.unpackZipMember(zip, "a.csv"),
                                 unpacker.unpackZipMember(asItIs, "a.csv")}) {
            QVERIFY(!path.ok());
            QCOMPARE(path.error().code, ErrorCode::ZipTooLarge);
            QCOMPARE(path.error().context.value("limit").toLongLong(), 600'000);
        }
        const QString bomb = files.write("b.gz", archives::gzip(QByteArray(40 * 1024 * 1024, '0')));
        QCOMPARE(Unpacker(m_folder->path()).unpackGzip(bomb).error().code, ErrorCode::ZipTooLarge);
        const QString zipBomb = files.write("b.zip", archives::zip({{"a.csv", QByteArray(40 * 1024 * 1024, '0')}}));
        QCOMPARE(Unpacker(m_folder->path(), {.ratio = 200}).unpackZipMember(zipBomb, "a.csv").error().code,
                 ErrorCode::ZipTooLarge);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void itStopsWhenAsked()
    {
        const Files files;
        const base::StopFlag stop;
        int reports = 0;
        const Unpacker unpacker(m_folder->path(), {}, stop, [&](int) {
            if (++reports == 2)
                stop.raise();
        });
        const auto path = unpacker.unpackGzip(files.write("a.gz", archives::gzip(table(1'500'000))));
        QCOMPARE(path.error().code, ErrorCode::Cancelled);
        QCOMPARE(reports, 2);
        for (const int method : {Z_DEFLATED, 0}) {
            const QString zip = files.write("a.zip", archives::zip({{"a", "1"}}, nullptr, method));
            QCOMPARE(unpacker.unpackZipMember(zip, "a").error().code, ErrorCode::Cancelled);
        }
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void whereItCannotWriteItSaysSo()
    {
        const Files files;
        const QString gzip = files.write("a.gz", archives::gzip("a"));
        QCOMPARE(Unpacker(files.path("no folder")).unpackGzip(gzip).error().code, ErrorCode::FileUnwritable);
        QCOMPARE(Unpacker(m_folder->path()).unpackGzip(files.path("none.gz")).error().code, ErrorCode::FileNotFound);
    }

#ifdef Q_OS_UNIX
    void whenTheDiskTakesNoMoreNothingIsLeft()
    {
        const Files files;
        const QString gzip = files.write("a.gz", archives::gzip(table(100'000)));
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{300'000, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto path = Unpacker(m_folder->path()).unpackGzip(gzip);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!path.ok());
        QVERIFY(path.error().code == ErrorCode::FileUnwritable || path.error().code == ErrorCode::DiskFull);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }
#endif

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

WIZARD_TEST_MAIN(QCoreApplication, TestUnpacker)
#include "tst_unpacker.moc"
