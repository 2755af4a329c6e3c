#include "tabular/opening/OpenedTable.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/Archives.h"
#include "tests/unit/tabular/WorkbookBuilder.h"

using base::ErrorCode;
using tabular::InvalidBytes;
using tabular::OpenedTable;

class TestOpenedTable final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void textIsReadWhereItStands()
    {
        const Files files;
        const auto table = OpenedTable::open(files.source("a,b\n1,2\n"), InvalidBytes::Refuse, {});
        QVERIFY(table.ok());
        QCOMPARE((*table)->rowOf(2), 2);
        QCOMPARE((*table)->format(), "CSV");
    }

    void whoHasNotDecidedMayNotSend()
    {
        const Files files;
        const auto text = QByteArray::fromHex("FFFE 6100 0A00 6200 0A00 63"); // the last character is cut
        tabular::SourceFile source{files.write("people.csv", text), {}};
        source.dialect.encoding = "UTF-16LE";
        const auto refused = OpenedTable::open(source, InvalidBytes::Refuse, {});
        QVERIFY(refused.ok());
        QCOMPARE((*refused)->replacedPlaces().count, 1);
        const auto decided = (*refused)->decided();
        QCOMPARE(decided.error().code, ErrorCode::TableBytesUndecodable);
        QCOMPARE(decided.error().context.value("line").toInt(), 3);
        QVERIFY((*OpenedTable::open(source, InvalidBytes::Replace, {}))->decided().ok());
    }

    void aCopyGoesWithTheTableAndKnowsItsFile()
    {
        const Files files;
        const QString path = files.write("people.csv.gz", archives::gzip("a,b\n1,2\n"));
        const auto table = OpenedTable::open({path, {}}, InvalidBytes::Refuse, {});
        QVERIFY(table.ok());
        QCOMPARE((*table)->text()->size(), 8);
        QCOMPARE((*table)->member(), "people.csv");
        QVERIFY((*table)->unchanged().ok());
        QCOMPARE(files.write("people.csv.gz", "other"), path);
        const auto changed = (*table)->unchanged();
        QCOMPARE(changed.error().code, ErrorCode::FileChanged);
        QCOMPARE(changed.error().context.value("file").toString(), path);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestOpenedTable)
#include "tst_opened_table.moc"
