#include "session/FileOpener.h"
#include "tests/support/TemporaryPlace.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThreadPool>

using base::ErrorCode;
using session::FileOpener;
using session::ImportSession;

class TestFileOpener final : public QObject {
    Q_OBJECT
private:
    QString write(const char *name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }

    static QStringList headers(const ImportSession &session)
    {
        QStringList headers;
        if (session.file().table) {
            for (const tabular::ColumnSummary &column : session.file().table->columns)
                headers.append(column.header);
        }
        return headers;
    }

    /// Until no reading is left that could still say something.
    static void settle()
    {
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }

    static session::FileChoice withId(const char *id)
    {
        session::FileChoice choice;
        choice.fileId = crm::FileId(QLatin1String(id));
        return choice;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void aSpreadsheetComesIntoTheSession()
    {
        ImportSession session;
        FileOpener opener(session);
        const QString path = write("leads.csv", "Last_Name;Mobile\nOkafor;1\nMoreau;2\n");

        opener.open(path);
        QVERIFY(opener.busy());
        QCOMPARE(opener.path(), path);
        QVERIFY(!session.file().table);
        QTRY_VERIFY(!opener.busy());

        QVERIFY(!opener.error());
        QCOMPARE(opener.percent(), 100);
        QCOMPARE(headers(session), (QStringList{QStringLiteral("Last_Name"), QStringLiteral("Mobile")}));
        QCOMPARE(session.file().table->rows, qint64(2));
        QCOMPARE(session.file().table->source.dialect.delimiter, QByteArray(";"));
    }

    /// The look, the reading of the whole, and both of them again after a choice.
    void anArchiveIsUnpackedOnce()
    {
        const support::TemporaryPlace place;
        ImportSession session;
        FileOpener opener(session);
        opener.open(write("leads.csv.gz",
                          QByteArray::fromBase64("H4sIAAAAAAACA/NJLC6J90vMTbX2zU/KzEnl8s9OTMsvsjbkAgCutXcnGgAAAA==")));
        QTRY_VERIFY(!opener.busy());
        QCOMPARE(headers(session), (QStringList{QStringLiteral("Last_Name"), QStringLiteral("Mobile")}));
        tabular::SourceFile source = opener.glance()->source;
        source.dialect.headerRow = 0;
        opener.openAs(source);
        QTRY_VERIFY(!opener.busy());
        QCOMPARE(session.file().table->rows, qint64(2));
        opener.openReplacing(source);
        QTRY_VERIFY(!opener.busy());
        QCOMPARE(session.file().table->rows, qint64(2));
        QCOMPARE(place.filesNamed(QStringLiteral("unpacked-*")), 1);
    }

    void whatCannotBeReadLeavesTheSessionAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QByteArray &content, ErrorCode code) {
            QTest::newRow(name) << content << int(code);
        };
        row("empty", "", ErrorCode::TableEmpty);
        row("broken archive", QByteArray("PK\x03\x04 nothing", 12), ErrorCode::ZipUnreadable);
        row("web page", "<html><table><tr><td>a</td></tr></table></html>", ErrorCode::TableNotText);
        row("document", "%PDF-1.7\n", ErrorCode::TableKindUnsupported);
        row("quote never closed", "a,b\n\"1,2\n", ErrorCode::TableQuoteNotClosed);
    }
    void whatCannotBeReadLeavesTheSessionAlone()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const int, code);
        ImportSession session;
        session.setFile(withId("415086"));
        FileOpener opener(session);

        opener.open(write("broken.csv", content));
        QTRY_VERIFY(!opener.busy());

        QVERIFY(opener.error().has_value());
        QCOMPARE(int(opener.error()->code), code);
        QVERIFY(session.file() == withId("415086"));
    }

    void aGlanceComesAheadOfTheWhole()
    {
        ImportSession session;
        FileOpener opener(session);
        bool ahead = false;
        connect(&opener, &FileOpener::changed, this,
                [&] { ahead = ahead || (opener.glance() && opener.busy() && !session.file().table); });
        opener.open(write("latin.csv", "Name;City\nJ\xFCrgen;K\xF6ln\n"));
        QVERIFY(!opener.glance());
        QTRY_VERIFY(!opener.busy());
        QVERIFY(ahead);
        QCOMPARE(opener.glance()->source, session.file().table->source);
        QCOMPARE(opener.glance()->top.at(1).cells.at(1), QString::fromUtf8("K\xC3\xB6ln"));
        QCOMPARE(session.file().table->firstRows.at(0).at(0), QString::fromUtf8("J\xC3\xBCrgen"));
    }

    void theGlanceStaysWhenTheWholeCannotBeRead()
    {
        ImportSession session;
        FileOpener opener(session);
        opener.open(write("open.csv", "a,b\n1,2\n\"3,4\n"));
        QTRY_VERIFY(!opener.busy());
        QCOMPARE(int(opener.error()->code), int(ErrorCode::TableQuoteNotClosed));
        QCOMPARE(opener.glance()->top.size(), size_t(2));
    }

    void aMissingFileIsSaidAndForgottenAtTheNextOne()
    {
        ImportSession session;
        FileOpener opener(session);
        opener.open(m_folder.filePath(QStringLiteral("nowhere.csv")));
        QTRY_VERIFY(!opener.busy());
        QCOMPARE(int(opener.error()->code), int(ErrorCode::FileNotFound));

        opener.open(write("here.csv", "A,B\n1,2\n"));

        QVERIFY(!opener.error());
        QTRY_VERIFY(session.file().table.has_value());
        QVERIFY(!opener.error());
    }

    void anotherSpreadsheetTakesTheFileIdAway()
    {
        ImportSession session;
        session.setFile(withId("415086"));
        FileOpener opener(session);
        opener.open(write("leads.csv", "A,B\n1,2\n"));
        QTRY_VERIFY(session.file().table.has_value());
        QVERIFY(session.file().fileId.isEmpty());
    }

    void aSpreadsheetBesideAFileIdLeavesIt()
    {
        ImportSession session;
        session.setFile(withId("415086"));
        FileOpener opener(session);
        opener.openForColumns({write("leads.csv", "A,B\n1,2\n"), {}});
        QTRY_VERIFY(session.file().table.has_value());
        QCOMPARE(session.file().fileId.text(), QStringLiteral("415086"));
        QCOMPARE(headers(session), (QStringList{QStringLiteral("A"), QStringLiteral("B")}));
    }

    void theUsersOwnDialectIsTaken()
    {
        ImportSession session;
        FileOpener opener(session);
        tabular::SourceFile source{write("odd.csv", "remark|x\nA;B|C\n1;2|3\n"), {}};
        source.dialect.delimiter = "|";
        source.dialect.headerRow = 2;
        opener.openAs(source);
        QTRY_VERIFY(session.file().table.has_value());
        QCOMPARE(headers(session), (QStringList{QStringLiteral("A;B"), QStringLiteral("C")}));
        QCOMPARE(session.file().table->rows, qint64(1));
    }

    void theLastOneOpenedCounts()
    {
        ImportSession session;
        FileOpener opener(session);
        QByteArray large("First,Other\n");
        for (int row = 0; row < 20'000; ++row)
            large += QByteArray::number(row) + ",x\n";
        QStringList seen;
        connect(&session, &ImportSession::changed, this, [&] { seen += headers(session).value(0); });

        opener.open(write("first.csv", large));
        opener.open(write("second.csv", "Second\n1\n"));
        QTRY_VERIFY(!opener.busy());
        settle();

        QVERIFY(!seen.contains(QStringLiteral("First")));
        QCOMPARE(headers(session), QStringList{QStringLiteral("Second")});
        QVERIFY(opener.path().endsWith(QLatin1String("second.csv")));
    }

    void aStoppedReadingSaysNothingMore()
    {
        ImportSession session;
        FileOpener opener(session);
        opener.open(write("leads.csv", "A,B\n1,2\n"));
        opener.stop();
        QVERIFY(!opener.busy());
        const QSignalSpy changed(&opener, &FileOpener::changed);
        settle();
        QVERIFY(!session.file().table);
        QVERIFY(!opener.error());
        QCOMPARE(changed.size(), 0);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestFileOpener)
#include "tst_file_opener.moc"
