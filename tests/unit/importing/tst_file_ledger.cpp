#include "importing/FileLedger.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using importing::FileLedger;
using importing::KnownFile;

namespace {

KnownFile known(const char *id, int day, const char *org = "1")
{
    KnownFile file;
    file.id = crm::FileId(QString::fromLatin1(id));
    file.name = QStringLiteral("leads.csv");
    file.path = QStringLiteral("/data/leads.csv");
    file.rows = 12;
    file.columns = QStringList{QStringLiteral("Name"), QStringLiteral("City, \"x\"")};
    file.uploaded = QDateTime(QDate(2026, 5, day), QTime(7, 8, 9, 10), Qt::UTC);
    file.org = crm::OrgId(QString::fromLatin1(org));
    return file;
}

} // namespace

class TestFileLedger final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("deep/known-files.json"));
    }

    void whatWasAddedIsThereNextTimeNewestFirst()
    {
        {
            FileLedger ledger(m_path);
            ledger.add(known("1", 1));
            ledger.add(known("3", 3));
            ledger.add(known("2", 2));
            ledger.add(known("9", 9, "other"));
            QVERIFY(ledger.lastWrite().ok());
        }
        const FileLedger again(m_path);
        const std::vector<KnownFile> expected{known("3", 3), known("2", 2), known("1", 1)};
        QVERIFY(again.filesOf(crm::OrgId(QStringLiteral("1"))) == expected);
    }

    void aCreatedJobUsesAFileUp()
    {
        FileLedger ledger(m_path);
        ledger.add(known("1", 1));
        const QSignalSpy changed(&ledger, &FileLedger::changed);
        ledger.markUsed(crm::FileId(QStringLiteral("1")), crm::JobId(QStringLiteral("77")));
        ledger.markUsed(crm::FileId(QStringLiteral("unknown")), crm::JobId(QStringLiteral("78")));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(FileLedger(m_path).find(crm::FileId(QStringLiteral("1")))->usedBy->text(), QStringLiteral("77"));
    }

    void aForgottenFileIsGone()
    {
        FileLedger ledger(m_path);
        ledger.add(known("1", 1));
        ledger.forget(crm::FileId(QStringLiteral("1")));
        QVERIFY(!ledger.find(crm::FileId(QStringLiteral("1"))));
        QVERIFY(!FileLedger(m_path).find(crm::FileId(QStringLiteral("1"))));
    }

    void garbageIsMovedAsideAndKept_data()
    {
        QTest::addColumn<QByteArray>("garbage");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("binary") << QByteArray("\x00\xff\x01", 3);
        QTest::newRow("half") << QByteArray("{\"version\":1,\"files\":[");
        QTest::newRow("later version") << QByteArray("{\"version\":2,\"files\":[]}");
        QTest::newRow("other JSON") << QByteArray("[1,2]");
    }

    void garbageIsMovedAsideAndKept()
    {
        QFETCH(QByteArray, garbage);
        QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("deep"))));
        for (const char *aside : {".broken", ".2.broken"}) {
            QFile file(m_path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(garbage);
            file.close();
            FileLedger ledger(m_path);
            QVERIFY(ledger.filesOf(crm::OrgId(QStringLiteral("1"))).empty());
            ledger.add(known("1", 1));
            QVERIFY(FileLedger(m_path).find(crm::FileId(QStringLiteral("1"))));
            QFile kept(m_path + QLatin1String(aside));
            QVERIFY(kept.open(QIODevice::ReadOnly));
            QCOMPARE(kept.readAll(), garbage);
        }
    }

    void aListThatCannotBeWrittenLivesInMemory()
    {
        FileLedger ledger(QStringLiteral("/dev/full/known.json"));
        ledger.add(known("1", 1));
        QVERIFY(!ledger.lastWrite().ok());
        QVERIFY(ledger.find(crm::FileId(QStringLiteral("1"))));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

WIZARD_TEST_MAIN(QCoreApplication, TestFileLedger)
#include "tst_file_ledger.moc"
