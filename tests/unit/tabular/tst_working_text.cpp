#include "tabular/sniffing/PrivateOutput.h"
#include "tabular/sniffing/WorkingText.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/Files.h"

#include <QDir>
#include <QFileInfo>
#include <QStringEncoder>

#ifdef Q_OS_UNIX
#include <sys/wait.h>
#include <unistd.h>
#endif

using base::ErrorCode;
using tabular::InvalidBytes;
using tabular::WorkingText;

namespace {

const tabular::TextEncoding &encoding(const char *name)
{
    return *tabular::findEncoding(QString::fromUtf8(name));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

QStringList foldersIn(const QString &parent)
{
    return QDir(parent).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

/// Large enough for several blocks, with characters of every length across their borders.
QString longText()
{
    QString text = QStringLiteral("Id,Name,Note\r\n");
    for (int row = 0; row < 60'000; ++row)
        text += QStringLiteral("%1,Müller,Ä%2\r\n").arg(row).arg(row % 7 ? QStringLiteral("x") : QStringLiteral("ß…"));
    return text;
}

} // namespace

class TestWorkingText final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void utf8IsReadWhereItIs()
    {
        const Files files;
        const QString path = files.write("a.csv", "\xEF\xBB\xBFName\nM\xC3\xBCller\n");
        const auto text = WorkingText::prepare(path, encoding("UTF-8"), InvalidBytes::Refuse, {}, {}, m_folder->path());
        QVERIFY(text.ok());
        QCOMPARE(text->path(), path);
        QVERIFY(!text->isCopy());
        QVERIFY(foldersIn(m_folder->path()).isEmpty());
        QCOMPARE(text->replacedPlaces().count, 0);
    }

    void otherTextIsCopied_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"windows-1252", "macintosh", "UTF-16LE", "UTF-16BE", "UTF-32LE", "GB18030"})
            QTest::newRow(name) << QByteArray(name);
    }

    void otherTextIsCopied()
    {
        QFETCH(QByteArray, name);
        const Files files;
        const QByteArray bytes = QStringEncoder(name.constData(), QStringEncoder::Flag::WriteBom).encode(longText());
        const QString path = files.write("a.csv", bytes);
        QList<int> seen;
        QString copy;
        {
            const auto text = WorkingText::prepare(
                path, encoding(name.constData()), InvalidBytes::Refuse, {},
                [&seen](int percent) { seen.append(percent); }, m_folder->path());
            QVERIFY(text.ok());
            QVERIFY(text->isCopy());
            copy = text->path();
            QCOMPARE(contentOf(copy), longText().toUtf8());
            const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther
                | QFile::ExeGroup | QFile::ExeOther;
            QCOMPARE(QFileInfo(copy).permissions() & others, QFile::Permissions());
            QCOMPARE(QFileInfo(QFileInfo(copy).absolutePath()).permissions() & others, QFile::Permissions());
        }
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QVERIFY(seen.size() > 1 && seen.last() == 100);
        QVERIFY(foldersIn(m_folder->path()).isEmpty());
        QCOMPARE(contentOf(path), bytes);
    }

    void aCopyMovesWithItsOwner()
    {
        const Files files;
        auto first = WorkingText::prepare(files.write("a.csv", "M\xFCller"), encoding("latin1"), InvalidBytes::Refuse,
                                          {}, {}, m_folder->path());
        QVERIFY(first.ok());
        {
            const WorkingText second = std::move(first).value();
            QCOMPARE(contentOf(second.path()), QByteArray("M\u00FCller"));
        }
        QVERIFY(foldersIn(m_folder->path()).isEmpty());
    }

    void invalidBytesAreRefusedOrReplaced()
    {
        const Files files;
        const QString path = files.write("a.csv", "Name\nM\xFCller\nx\x81y\n\x8D\n");
        const auto refused =
            WorkingText::prepare(path, encoding("cp1252"), InvalidBytes::Refuse, {}, {}, m_folder->path());
        QCOMPARE(refused.error().code, ErrorCode::TableBytesUndecodable);
        QCOMPARE(refused.error().context.value("line").toInt(), 3);
        QCOMPARE(refused.error().context.value("byte").toInt(), 13);
        QCOMPARE(refused.error().context.value("file").toString(), path);
        QVERIFY(foldersIn(m_folder->path()).isEmpty());

        const auto places = tabular::findInvalidBytes(path, encoding("cp1252"), {});
        QVERIFY(places.ok());
        QCOMPARE(places->count, 2);
        const auto replaced =
            WorkingText::prepare(path, encoding("cp1252"), InvalidBytes::Replace, {}, {}, m_folder->path());
        QVERIFY(replaced.ok());
        QCOMPARE(contentOf(replaced->path()), QByteArray("Name\nM\u00FCller\nx\uFFFDy\n\uFFFD\n"));
        QVERIFY(replaced->replacedPlaces() == *places);
        const auto utf8 =
            WorkingText::prepare(path, encoding("UTF-8"), InvalidBytes::Replace, {}, {}, m_folder->path());
        QVERIFY(utf8.ok() && utf8->isCopy());
        QCOMPARE(utf8->replacedPlaces().count, 3);
    }

    void itStopsWhenAskedAndLeavesNothing()
    {
        const Files files;
        const QString path = files.write("a.csv", longText().toLatin1().repeated(3));
        const base::StopFlag stop;
        int reports = 0;
        const auto text = WorkingText::prepare(
            path, encoding("latin1"), InvalidBytes::Refuse, stop,
            [&](int) {
                ++reports;
                stop.raise();
            },
            m_folder->path());
        QCOMPARE(text.error().code, ErrorCode::Cancelled);
        QCOMPARE(reports, 1);
        QVERIFY(foldersIn(m_folder->path()).isEmpty());
    }

    void aFileThatChangesMeanwhileIsToldAbout_data()
    {
        QTest::addColumn<bool>("grows");
        QTest::newRow("grows") << true;
        QTest::newRow("shrinks") << false;
    }

    void aFileThatChangesMeanwhileIsToldAbout()
    {
        QFETCH(bool, grows);
        const Files files;
        const QByteArray content = longText().toLatin1().repeated(3);
        const QString path = files.write("a.csv", content);
        bool done = false;
        const auto change = [&](int) {
            if (!done && !QFile::resize(path, content.size() + (grows ? 1'000 : -1'000)))
                qFatal("the test cannot change its file");
            done = true;
        };
        const auto text =
            WorkingText::prepare(path, encoding("latin1"), InvalidBytes::Replace, {}, change, m_folder->path());
        QCOMPARE(text.error().code, ErrorCode::FileChanged);
        QVERIFY(foldersIn(m_folder->path()).isEmpty());
    }

    void whatCannotBeReadOrWrittenIsToldApart()
    {
        const Files files;
        const QString path = files.write("a.csv", "a");
        const auto code = [](const QString &file, const QString &folder) {
            return WorkingText::prepare(file, encoding("latin1"), InvalidBytes::Refuse, {}, {}, folder).error().code;
        };
        QCOMPARE(code(files.path("none.csv"), m_folder->path()), ErrorCode::FileNotFound);
        QCOMPARE(code(m_folder->path(), m_folder->path()), ErrorCode::NotARegularFile);
        QCOMPARE(code(path, files.path("no folder")), ErrorCode::FileUnwritable);
    }

    void theRoomOnTheDiskIsLookedAtFirst()
    {
        constexpr qint64 tooMuch = 15LL * 1024 * 1024 * 1024 * 1024;
        QVERIFY(tabular::checkRoom(m_folder->path(), 1).ok());
        const auto room = tabular::checkRoom(m_folder->path(), tooMuch);
        QCOMPARE(room.error().code, ErrorCode::DiskFull);
        QVERIFY(room.error().context.value("needed").toLongLong() >= tooMuch);
        QVERIFY(room.error().context.value("free").toLongLong() < tooMuch);
#ifdef Q_OS_LINUX
        // A hole takes no room itself; its copy would.
        const Files files;
        QFile file(files.path("huge.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(tooMuch));
        const auto text =
            WorkingText::prepare(file.fileName(), encoding("latin1"), InvalidBytes::Refuse, {}, {}, m_folder->path());
        QCOMPARE(text.error().code, ErrorCode::DiskFull);
        QVERIFY(foldersIn(m_folder->path()).isEmpty());
#endif
    }

    void theHeadComesAtOnce()
    {
        const Files files;
        const QByteArray bytes =
            QStringEncoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom).encode(longText());
        const QString path = files.write("a.csv", bytes);
        const QByteArray all = longText().toUtf8();
        for (const int size : {0, 1, 20, 21, 22, 1'000, 100'000}) {
            const auto head = tabular::headText(path, encoding("UTF-16LE"), size);
            QVERIFY(head.ok());
            QVERIFY(head->utf8.size() <= size && head->utf8.size() > size - 4);
            QVERIFY(all.startsWith(head->utf8));
            QVERIFY(!head->isAll && QString::fromUtf8(head->utf8).toUtf8() == head->utf8);
        }
        const auto whole = tabular::headText(path, encoding("UTF-16LE"), all.size());
        QVERIFY(whole.ok() && whole->isAll);
        QCOMPARE(whole->utf8, all);
        QCOMPARE(tabular::headText(files.write("b.csv", "a\xFF"), encoding("UTF-8"), 10)->places.count, 1);
        QCOMPARE(tabular::headText(files.path("none"), encoding("UTF-8"), 10).error().code, ErrorCode::FileNotFound);
    }

    void whatACrashLeftIsRemovedAndWhatIsInUseStays()
    {
        const auto inUse = tabular::PrivateFolder::create(m_folder->path());
        QVERIFY(inUse.ok());
        QVERIFY(QDir(m_folder->path()).mkdir("crm-import-wizard-work-new"));
        QVERIFY(QDir(m_folder->path()).mkdir("other"));
        QCOMPARE(tabular::PrivateFolder::removeLeftovers(m_folder->path()), 0);
        QCOMPARE(foldersIn(m_folder->path()).size(), 3);
#ifdef Q_OS_UNIX
        const pid_t crashing = ::fork();
        if (crashing == 0) {
            const auto left = tabular::PrivateFolder::create(m_folder->path());
            ::_exit(left.ok() ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(::waitpid(crashing, &status, 0), crashing);
        QCOMPARE(status, 0);
        QCOMPARE(foldersIn(m_folder->path()).size(), 4);
        QVERIFY(QFile::link(m_folder->filePath("other"), m_folder->filePath("crm-import-wizard-work-link")));
        const auto next = tabular::PrivateFolder::create(m_folder->path());
        QVERIFY(next.ok());
        // The crashed one's went, the link and the next one's came.
        QCOMPARE(foldersIn(m_folder->path()).size(), 5);
        QVERIFY(QDir(inUse->path()).exists() && QDir(next->path()).exists());
#endif
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

WIZARD_TEST_MAIN(QCoreApplication, TestWorkingText)
#include "tst_working_text.moc"
