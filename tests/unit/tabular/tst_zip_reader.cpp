#include "tabular/ZipReader.h"
#include "tests/support/TestMain.h"

#include <QBuffer>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

using base::ErrorCode;
using tabular::ZipEntry;

namespace {

QByteArray zipOf(const std::vector<ZipEntry> &entries, const char *password = nullptr)
{
    QBuffer buffer;
    QuaZip zip(&buffer);
    zip.setDataDescriptorWritingEnabled(false);
    zip.open(QuaZip::mdCreate);
    for (const ZipEntry &entry : entries) {
        QuaZipFile file(&zip);
        file.open(QIODevice::WriteOnly, QuaZipNewInfo(entry.name), password);
        file.write(entry.content);
        file.close();
    }
    zip.close();
    return buffer.data();
}

QByteArray withField(QByteArray zip, const QByteArray &signature, qsizetype offset, const QByteArray &value)
{
    const qsizetype at = zip.indexOf(signature);
    return at < 0 ? zip : zip.replace(at + offset, value.size(), value);
}

const QByteArray localHeader("PK\x03\x04");
const QByteArray directoryHeader("PK\x01\x02");
const QByteArray content = QByteArray("Name,Email\r\n").repeated(20);

} // namespace

class TestZipReader final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void everyFileIsUnpacked()
    {
        const auto entries = tabular::readZip(zipOf({{"a.csv", content}, {"folder/", {}}, {"folder/b.csv", {}}}), {});
        QVERIFY(entries.ok());
        QCOMPARE(entries->size(), size_t(2));
        QCOMPARE(entries->at(0).name, QStringLiteral("a.csv"));
        QCOMPARE(entries->at(0).content, content);
        QCOMPARE(entries->at(1).name, QStringLiteral("folder/b.csv"));
        QVERIFY(entries->at(1).content.isEmpty());
    }

    void hostileNamesAreOnlyNames()
    {
        const auto entries = tabular::readZip(zipOf({{"../../etc/passwd", content}, {"/tmp/x", content}}), {});
        QVERIFY(entries.ok());
        QCOMPARE(entries->at(0).name, QStringLiteral("../../etc/passwd"));
        QCOMPARE(entries->at(1).name, QStringLiteral("/tmp/x"));
    }

    void whatIsDamagedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("zip");
        const QByteArray good = zipOf({{"a.csv", content}});
        QByteArray flipped = good;
        flipped[45] = static_cast<char>(flipped[45] ^ 0x55);
        const QByteArray size(4, '\x7F');
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("a,b\n1,2\n");
        QTest::newRow("noise") << QByteArray(5000, '\x50');
        QTest::newRow("cut") << good.left(good.size() / 2);
        QTest::newRow("content changed") << flipped;
        QTest::newRow("wrong check sum") << withField(withField(good, localHeader, 14, "\1\2\3\4"), directoryHeader, 16,
                                                      "\1\2\3\4");
        QTest::newRow("claims more than it holds")
            << withField(withField(good, localHeader, 22, size), directoryHeader, 24, size);
        QTest::newRow("claims less than it holds")
            << withField(withField(good, localHeader, 22, QByteArray("\5\0\0\0", 4)), directoryHeader, 24,
                         QByteArray("\5\0\0\0", 4));
        QTest::newRow("encrypted") << zipOf({{"a.csv", content}}, "secret");
        QTest::newRow("unknown method") << withField(withField(good, localHeader, 8, QByteArray("\x63\0", 2)),
                                                     directoryHeader, 10, QByteArray("\x63\0", 2));
    }

    void whatIsDamagedIsRefused()
    {
        QFETCH(QByteArray, zip);
        const auto entries = tabular::readZip(zip, {});
        QVERIFY(!entries.ok());
        QCOMPARE(entries.error().code, ErrorCode::ZipUnreadable);
    }

    void limitsAreCountedWhileReading_data()
    {
        QTest::addColumn<int>("entries");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<int>("ratio");
        QTest::addColumn<bool>("taken");
        const qint64 size = 2'000'000;
        QTest::newRow("within") << 2 << size << 2000 << true;
        QTest::newRow("entries") << 1 << size << 2000 << false;
        QTest::newRow("bytes of all entries") << 2 << size - 1 << 2000 << false;
        QTest::newRow("ratio") << 2 << size << 200 << false;
    }

    void limitsAreCountedWhileReading()
    {
        QFETCH(int, entries);
        QFETCH(qint64, bytes);
        QFETCH(int, ratio);
        QFETCH(bool, taken);
        const QByteArray zeros(1'000'000, '0');
        const auto read =
            tabular::readZip(zipOf({{"a", zeros}, {"b", zeros}}), {.entries = entries, .bytes = bytes, .ratio = ratio});
        QCOMPARE(read.ok(), taken);
        if (!taken)
            QCOMPARE(read.error().code, ErrorCode::ZipTooLarge);
    }

    /// Cheap noise: no flipped byte may crash, and what is taken must be what went in.
    void noChangedByteGetsThroughUnseen()
    {
        const QByteArray good = zipOf({{"a.csv", content}});
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray changed = good;
            changed[at] = static_cast<char>(changed[at] ^ 0xFF);
            const auto read = tabular::readZip(changed, {});
            if (read.ok() && !read->empty())
                QCOMPARE(read->front().content, content);
        }
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestZipReader)
#include "tst_zip_reader.moc"
