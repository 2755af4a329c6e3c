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
};

WIZARD_TEST_MAIN(QCoreApplication, TestOpenedTable)
#include "tst_opened_table.moc"
