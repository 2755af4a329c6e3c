#include "tabular/ZipReader.h"
#include "tabular/parts/PartArchive.h"
#include "tabular/parts/PartPacker.h"
#include "tabular/parts/StoppableArchive.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/Files.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QThread>

class TestPartArchive final : public QObject {
    Q_OBJECT

    static int run(const QString &program, const QStringList &arguments, QByteArray *output = nullptr)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished())
            return -1;
        if (output != nullptr)
            *output = process.readAllStandardOutput();
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    static QByteArray contentNamed(const QString &kind)
    {
        if (kind == QLatin1String("nothing"))
            return {};
        if (kind == QLatin1String("one byte"))
            return "x";
        if (kind == QLatin1String("text"))
            return QByteArray("id,name\r\n1,M\xC3\xBCller\r\n").repeated(20'000);
        QRandomGenerator random(3);
        QByteArray noise;
        for (int i = 0; i < 200'000; ++i)
            noise += static_cast<char>(random.bounded(256));
        return noise;
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void everyProgramReadsIt_data()
    {
        QTest::addColumn<QString>("entry");
        for (const char *kind : {"nothing", "one byte", "text", "noise"})
            QTest::newRow(kind) << QStringLiteral("people.csv");
        QTest::newRow("text, foreign name") << QStringLiteral("Ärzte 東京.csv");
    }

    void everyProgramReadsIt()
    {
        QFETCH(QString, entry);
        const QByteArray content = contentNamed(QString::fromLatin1(QTest::currentDataTag()).section(',', 0, 0));
        const Files files;
        const QByteArray zip = tabular::makePartArchive(entry, content);
        const QString path = files.write("part.zip", zip);
        const auto entries = tabular::readZip(zip, {.ratio = 1100});
        QVERIFY(entries.ok());
        QCOMPARE(entries->size(), size_t(1));
        QCOMPARE(entries->front().name, entry);
        QCOMPARE(entries->front().content, content);
        QCOMPARE(run("unzip", {"-tqq", path}), 0);
        QByteArray unzipped;
        QCOMPARE(run("unzip", {"-p", path}, &unzipped), 0);
        QCOMPARE(unzipped, content);
        QCOMPARE(run("python3", {"-m", "zipfile", "-t", path}), 0);
        QByteArray listed;
        QCOMPARE(run("python3",
                     {"-c",
                      "import sys,zipfile;i=zipfile.ZipFile(sys.argv[1]).infolist()[0];"
                      "sys.stdout.buffer.write(repr((i.filename,i.file_size,i.date_time,oct(i.external_attr"
                      ">>16))).encode())",
                      path},
                     &listed),
                 0);
        QCOMPARE(QString::fromUtf8(listed),
                 QStringLiteral("('%1', %2, (1980, 1, 1, 0, 0, 0), '0o100600')").arg(entry).arg(content.size()));
    }

    void aDamagedOneIsNoticed()
    {
        const Files files;
        QByteArray zip = tabular::makePartArchive("a.csv", contentNamed("text"));
        zip[zip.size() / 2] = static_cast<char>(~zip.at(zip.size() / 2));
        QVERIFY(!tabular::readZip(zip, {.ratio = 1100}).ok());
        QVERIFY(run("unzip", {"-tqq", files.write("part.zip", zip)}) != 0);
    }

    void itIsHardlyLargerThanWhatZipMakes_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QRandomGenerator random(5);
        QByteArray varied = "id,name,amount,note\r\n";
        for (int row = 0; row < 5'000; ++row)
            varied += QByteArray::number(row) + ",Name " + QByteArray::number(random.bounded(300)) + ","
                + QByteArray::number(random.bounded(1'000'000)) + ",\"some words, some more\"\r\n";
        QTest::newRow("varied") << varied;
        QByteArray same = "id,state,country,currency,class,day\r\n";
        for (int row = 0; row < 20'000; ++row)
            same += QByteArray::number(row) + ",Open,Germany,EUR," + (random.bounded(2) == 0 ? "a" : "b") + ",2024-01-"
                + QByteArray::number(row % 28 + 1).rightJustified(2, '0') + "\r\n";
        QTest::newRow("the same over and over") << same;
    }

    void itIsHardlyLargerThanWhatZipMakes()
    {
        QFETCH(QByteArray, csv);
        const Files files;
        const QString path = files.write("a.csv", csv);
        QCOMPARE(run("zip", {"-6", "-j", "-q", files.path("peer.zip"), path}), 0);
        const qint64 peer = QFileInfo(files.path("peer.zip")).size();
        QVERIFY(peer > 0);
        const qint64 ours = tabular::makePartArchive("a.csv", csv).size();
        QVERIFY2(ours * 100 <= peer * 101, qPrintable(QStringLiteral("%1 : %2").arg(ours).arg(peer)));
    }

    void anArchiveThatCanBeStoppedIsTheSame()
    {
        const QByteArray text = contentNamed(QStringLiteral("text"));
        const auto archive = tabular::makePartArchive(QStringLiteral("a.csv"), text, {});
        QVERIFY(archive.ok());
        QCOMPARE(*archive, tabular::makePartArchive(QStringLiteral("a.csv"), text));
    }

    /// What has begun to be compressed cannot be stopped; nobody waits for it, and no part comes of it.
    void aStopWhileAPartIsPackedIsHeeded()
    {
        const Files files;
        tabular::RawPart part;
        QRandomGenerator random(3);
        for (int row = 0; row < 400'000; ++row) {
            part.rowStarts.push_back(static_cast<quint32>(part.csv.size()));
            part.csv +=
                QByteArray::number(random.generate64()) + ',' + QByteArray::number(random.generate64(), 16) + '\n';
            part.source.append(row, row);
        }
        tabular::PartPlan plan;
        plan.sourceName = QStringLiteral("a.csv");
        const base::StopFlag stop;
        const std::unique_ptr<QThread> other(QThread::create([stop] { stop.raise(); }));
        other->start();
        const auto packed = tabular::packPart(plan, std::move(part), files.path("part"), stop);
        QVERIFY(other->wait());
        QVERIFY(!packed.ok());
        QCOMPARE(packed.error().code, base::ErrorCode::Cancelled);
        QVERIFY(QDir(files.path(".")).isEmpty());
    }

    void entryNamesAreHarmless_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("entry");
        QTest::newRow("plain") << "people.tsv"
                               << "people.csv";
        QTest::newRow("folders") << "/a/b/people.csv"
                                 << "people.csv";
        QTest::newRow("several dots") << "people.2024.csv"
                                      << "people.2024.csv";
        QTest::newRow("odd signs") << "a:b*\tc.csv"
                                   << "a_b__c.csv";
        QTest::newRow("nothing left") << ".csv"
                                      << "data.csv";
        QTest::newRow("long") << QString(300, 'x') + ".csv" << QString(100, 'x') + ".csv";
        QTest::newRow("more bytes than a file name may have")
            << QString(83, QChar(0x65E5)) + ".csv" << QString(66, QChar(0x65E5)) + ".csv";
        QTest::newRow("half of an emoji")
            << QString(99, 'x') + QString::fromUtf8("\xF0\x9F\x98\x80") + ".csv" << QString(99, 'x') + ".csv";
        QTest::newRow("a device of Windows") << "CON.csv"
                                             << "_CON.csv";
        QTest::newRow("a device with more behind it") << "nul.2024.csv"
                                                      << "_nul.2024.csv";
        QTest::newRow("a device and a number") << "Com1.csv"
                                               << "_Com1.csv";
        QTest::newRow("no device") << "console.csv"
                                   << "console.csv";
        QTest::newRow("blanks and dots at the end") << "people. .csv"
                                                    << "people..csv";
    }

    void entryNamesAreHarmless()
    {
        QFETCH(QString, source);
        QTEST(tabular::partEntryName(source), "entry");
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestPartArchive)
#include "tst_part_archive.moc"
