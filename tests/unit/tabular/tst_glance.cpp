#include "tabular/opening/Glance.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/Archives.h"
#include "tests/unit/tabular/WorkbookBuilder.h"

using base::ErrorCode;
using tabular::FileKind;

class TestGlance final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void firstRecordsStandAsTheyAre()
    {
        const Files files;
        const auto glance = tabular::glanceAt(files.write("a.csv", "Report\n\nName;Age\nAnna;1\n\"B;b\";2\n"), {}, {});
        QVERIFY(glance.ok());
        QCOMPARE(glance->format, "CSV");
        QCOMPARE(glance->source.dialect.delimiter, ";");
        QCOMPARE(glance->source.dialect.headerRow, 2);
        QCOMPARE(glance->top.size(), size_t(4));
        QCOMPARE(glance->top.at(3).row, 4);
        QCOMPARE(glance->top.at(3).cells, (QStringList{"B;b", "2"}));
        QVERIFY(glance->topIsAll);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestGlance)
#include "tst_glance.moc"
