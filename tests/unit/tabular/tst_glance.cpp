#include "tabular/TableSummary.h"
#include "tabular/opening/Glance.h"
#include "tabular/opening/OpenedTable.h"
#include "tests/support/TemporaryPlace.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/Archives.h"
#include "tests/unit/tabular/WorkbookBuilder.h"

using base::ErrorCode;
using tabular::FileKind;
using tabular::InvalidBytes;
using tabular::OpenedTable;

namespace {

/// Of one cell each, and different: a workbook that packs too well is refused.
QByteArray odsRows(int count)
{
    QByteArray rows;
    for (int i = 0; i < count; ++i)
        rows += "<table:table-row><table:table-cell><text:p>" + QByteArray::number(i * 7'919LL % 1'000'003)
            + "</text:p></table:table-cell></table:table-row>";
    return rows;
}

} // namespace

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

    void theCutEndOfALongTextIsNoRecord()
    {
        const Files files;
        const QByteArray row = QByteArray(20'000, 'x') + ",y\n";
        const auto glance = tabular::glanceAt(files.write("long.csv", "Name,City\n" + row.repeated(50)), {}, {});
        QVERIFY(glance.ok());
        QVERIFY(!glance->topIsAll);
        QVERIFY(glance->top.size() > 5 && glance->top.size() < 50);
        for (const auto &record : glance->top)
            QCOMPARE(record.cells.size(), 2);
    }

    void anArchiveIsUnpackedOnlyAsFarAsItMust()
    {
        const Files files;
        const QByteArray text = "Name,City\n" + QByteArray("Anna,Ulm\n").repeated(2'000'000);
        for (const QByteArray &archive : {archives::gzip(text), archives::zip({{"people.csv", text}})}) {
            const auto glance = tabular::glanceAt(files.write("people.csv.gz", archive), {}, {});
            QVERIFY(glance.ok());
            QCOMPARE(glance->member, "people.csv");
            QCOMPARE(glance->bytes, archive.size());
            QCOMPARE(glance->top.size(), size_t(100));
            QVERIFY(!glance->topIsAll);
        }
    }

    void anArchiveIsUnpackedOnce_data()
    {
        QTest::addColumn<QByteArray>("archive");
        const QByteArray rows = odsRows(200) + "</table:table><table:table table:name=\"Second\">" + odsRows(1);
        const QByteArray workbook = books::odsOf(rows).zip();
        QTest::newRow("workbook in a zip") << archives::zip({{"people.ods", workbook}});
        QTest::newRow("workbook in gzip") << archives::gzip(workbook);
        QTest::newRow("short text in a zip") << archives::zip({{"people.csv", "Name,City\nAnna,Ulm\n"}});
    }
    /// However often it is looked at before it is opened.
    void anArchiveIsUnpackedOnce()
    {
        QFETCH(QByteArray, archive);
        const Files files;
        const support::TemporaryPlace place;
        const auto unpacked = [&place] { return place.filesNamed("unpacked-*"); };
        {
            auto look = tabular::glanceAt(files.write("people", archive), {}, {});
            QVERIFY(look.ok());
            const auto chosen = tabular::glanceAs(look->source, {}, {}, look->unpacked);
            QVERIFY(chosen.ok());
            QCOMPARE(chosen->top, look->top);
            QVERIFY(tabular::completeSheets(look.value(), {}).ok());
            const auto table = OpenedTable::open(chosen->source, InvalidBytes::Refuse, {}, {}, chosen->unpacked);
            QVERIFY(table.ok());
            const auto summary = tabular::summarise(chosen->source, {}, {}, chosen->unpacked);
            QVERIFY(summary.ok());
            QCOMPARE(summary->rows, static_cast<qint64>((*table)->isSheet() ? 200 : 1));
            QCOMPARE(unpacked(), 1);
        }
        QCOMPARE(unpacked(), 0);
    }

    /// Of a long text only the head is there after a look.
    void theHeadOfATextIsNotTakenForTheWhole()
    {
        const Files files;
        const QByteArray text = "Name,City\n" + QByteArray("Anna,Ulm\n").repeated(1'000'000);
        const auto look = tabular::glanceAt(files.write("people.csv.gz", archives::gzip(text)), {}, {});
        QVERIFY(look.ok());
        const auto again = tabular::glanceAs(look->source, {}, {}, look->unpacked);
        QVERIFY(again.ok());
        QCOMPARE(again->unpacked, look->unpacked);
        const auto table = OpenedTable::open(look->source, InvalidBytes::Refuse, {}, {}, look->unpacked);
        QVERIFY(table.ok());
        QCOMPARE((*table)->text()->size(), text.size());
    }

    void whatWasUnpackedOfAnotherFileIsNotUsed_data()
    {
        QTest::addColumn<bool>("movedInPlace"); ///< rather than written over
        QTest::newRow("written to") << false;
        QTest::newRow("another one put in its place") << true;
    }
    void whatWasUnpackedOfAnotherFileIsNotUsed()
    {
        QFETCH(bool, movedInPlace);
        const Files files;
        const auto archiveOf = [](const QByteArray &name) {
            return archives::zip({{"people.csv", "Name,City\n" + name + ",Ulm\n"}});
        };
        const QString path = files.write("people.zip", archiveOf("Anna"));
        const auto look = tabular::glanceAt(path, {}, {});
        QVERIFY(look.ok() && look->unpacked);
        if (movedInPlace) {
            QVERIFY(QFile::rename(path, files.path("earlier.zip")));
            QVERIFY(QFile::rename(files.write("later.zip", archiveOf("Bernadette")), path));
        } else {
            QCOMPARE(files.write("people.zip", archiveOf("Bernadette")), path);
        }
        const auto again = tabular::glanceAs(look->source, {}, {}, look->unpacked);
        QVERIFY(again.ok());
        QCOMPARE(again->top.at(1).cells.front(), "Bernadette");
        const auto other = files.write("other.zip", archiveOf("Cleo"));
        tabular::SourceFile source = again->source;
        source.path = other;
        QCOMPARE(tabular::glanceAs(source, {}, {}, again->unpacked)->top.at(1).cells.front(), "Cleo");
    }

    /// The names of an ODS stand behind the rows, and nobody waits for a million of those to see the first.
    void theFirstRowsOfALongOdsComeBeforeTheNamesOfItsSheets()
    {
        const Files files;
        const QByteArray second = "</table:table><table:table table:name=\"Second\">" + odsRows(1);
        // Were more than the start of it looked at, the damage further down would show.
        const QByteArray damage = odsRows(50'000) + "<oops>";
        const auto glance = tabular::glanceAt(books::odsOf(odsRows(200) + second + damage).write(files), {}, {});
        QVERIFY(glance.ok());
        QCOMPARE(glance->top.size(), size_t(tabular::Glance::mostRecords));
        QCOMPARE(glance->sheets.size(), size_t(1));
        QVERIFY(!glance->sheetsAreAll);
        QCOMPARE(glance->source.sheet, glance->sheets.front().name);

        auto sound = tabular::glanceAt(books::odsOf(odsRows(200) + second).write(files), {}, {});
        QVERIFY(sound.ok() && !sound->sheetsAreAll);
        QVERIFY(tabular::completeSheets(sound.value(), {}).ok());
        QVERIFY(sound->sheetsAreAll);
        QCOMPARE(sound->sheets.size(), size_t(2));
        QCOMPARE(sound->sheets.at(1).name, "Second");
    }

    void theSheetsOfAnOdsAreAllKnown_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("later"); ///< elements in the second sheet
        QTest::newRow("both are short") << 3 << 3;
        QTest::newRow("the first is empty and the second long") << 0 << 50'000;
    }
    void theSheetsOfAnOdsAreAllKnown()
    {
        QFETCH(int, rows);
        QFETCH(int, later);
        const Files files;
        const auto glance =
            tabular::glanceAt(books::odsOf(odsRows(rows) + "</table:table><table:table table:name=\"Second\">"
                                           + odsRows(later) + "</table:table><table:table table:name=\"Third\">")
                                  .write(files),
                              {}, {});
        QVERIFY(glance.ok());
        QVERIFY(glance->sheetsAreAll);
        QCOMPARE(glance->sheets.size(), size_t(3));
    }

    void theUsersChoicesHold()
    {
        const Files files;
        tabular::SourceFile source{files.write("a.txt", "x;y\nJ\xE9;2\n"), {}};
        source.dialect.delimiter = "|";
        source.dialect.headerRow = 0;
        source.dialect.encoding = "KOI8-R";
        const auto glance = tabular::glanceAs(source, u"windows-1252", {});
        QVERIFY(glance.ok());
        QCOMPARE(glance->source, source);
        QCOMPARE(glance->top.at(1).cells, QStringList{QString::fromUtf8("J\xD0\x98;2")});
        QCOMPARE(glance->dialect->dialect.delimiter, ";");
        source.dialect.encoding = "klingon-1";
        QCOMPARE(tabular::glanceAs(source, {}, {}).error().code, ErrorCode::TableBytesUndecodable);
    }

    void sheetsAreListed()
    {
        const Files files;
        const QByteArray cells = R"(<row r="3"><c r="A3" t="inlineStr"><is><t>Name</t></is></c></row>)";
        auto glance = tabular::glanceAt(books::xlsxOf(cells).write(files), {}, {});
        QVERIFY(glance.ok());
        QCOMPARE(glance->source.sheet, "People");
        QCOMPARE(glance->sheets.size(), size_t(1));
        QCOMPARE(glance->top.at(0).row, 3);
        glance.value().source.sheet = "Nobody";
        QCOMPARE(tabular::glanceAs(glance->source, {}, {}).error().code, ErrorCode::WorkbookSheetMissing);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestGlance)
#include "tst_glance.moc"
