#include "tabular/opening/OpenedTable.h"
#include "tabular/opening/SheetCopy.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/Archives.h"
#include "tests/unit/tabular/WorkbookBuilder.h"

using base::ErrorCode;
using tabular::InvalidBytes;
using tabular::OpenedTable;

namespace {

/// Claims to be as long as it is told to, and has one row.
class ClaimingWorkbook final : public tabular::Workbook {
public:
    explicit ClaimingWorkbook(qint64 bytes)
        : m_bytes(bytes)
    { }
    [[nodiscard]] QString format() const override { return "XLSX"; }
    [[nodiscard]] QString path() const override { return "people.xlsx"; }
    base::Result<std::vector<tabular::Sheet>> sheets(const base::StopFlag &) override { return knownSheets().sheets; }
    [[nodiscard]] tabular::SheetList knownSheets() const override { return {{{"People"}}, true}; }
    base::Status readSheet(const QString &, tabular::RecordSink &sink, const base::StopFlag &,
                           const tabular::WorkbookProgress &, tabular::SheetReach) override
    {
        ++readings;
        const std::vector<std::string_view> cells{"a"};
        sink.take({.number = 1, .line = 1, .offset = 0, .cells = cells, .remarks = {}});
        return base::Done{};
    }
    [[nodiscard]] qint64 textBytes(const QString &) const override { return m_bytes; }
    [[nodiscard]] std::vector<tabular::WorkbookFinding> findings() const override { return {}; }

    int readings = 0;

private:
    qint64 m_bytes;
};

} // namespace

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

    void theRoomForASheetIsLookedAtFirst()
    {
        constexpr qint64 tooMuch = 15LL * 1024 * 1024 * 1024 * 1024;
        ClaimingWorkbook huge(tooMuch);
        const auto refused = tabular::copySheet(huge, "People", {});
        QCOMPARE(refused.error().code, ErrorCode::DiskFull);
        QVERIFY(refused.error().context.value("file").toString().startsWith(QDir::tempPath()));
        QVERIFY(refused.error().context.value("needed").toLongLong() >= tooMuch);
        QVERIFY(refused.error().context.value("free").toLongLong() < tooMuch);
        QCOMPARE(huge.readings, 0);
        ClaimingWorkbook small(1);
        QCOMPARE(tabular::copySheet(small, "People", {})->written.records, 1);
    }

    void theTextOfASheetIsItsOwnersOnly()
    {
        ClaimingWorkbook small(1);
        const auto copy = tabular::copySheet(small, "People", {});
        QVERIFY(copy.ok());
        constexpr auto ofOwner = QFile::ReadOwner | QFile::WriteOwner;
        const auto users = QFile::ReadUser | QFile::WriteUser; // whoever asks, which is the owner
        QCOMPARE(QFile::permissions(copy->path) & ~users, ofOwner);
    }

    void howLongASheetGetsIsToldByItsParts()
    {
        const Files files;
        const QByteArray row = "<row><c><v>1</v></c></row>";
        const QString xlsx = books::xlsxOf(row.repeated(100)).write(files);
        const auto book = tabular::openWorkbook(xlsx);
        QVERIFY(book.ok());
        const qint64 part = 100 * row.size();
        QVERIFY((*book)->textBytes({}) > part / 2 && (*book)->textBytes({}) < part);
        QCOMPARE((*book)->textBytes("None"), 0);
        const QByteArray cell =
            "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>";
        const auto ods = tabular::openWorkbook(books::odsOf(cell.repeated(100)).write(files));
        QVERIFY(ods.ok());
        QVERIFY((*ods)->textBytes({}) > 25 * cell.size() && (*ods)->textBytes({}) < 50 * cell.size());
    }

    void theSheetsOfAnOdsAreKnownWhenItIsRead()
    {
        const Files files;
        const QByteArray row =
            "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>";
        const QString path = books::odsOf(row + "</table:table><table:table table:name=\"Long\">" + row.repeated(7'000)
                                          + "</table:table><table:table table:name=\"Last\">")
                                 .write(files);
        const auto table = OpenedTable::open({path, {}}, InvalidBytes::Refuse, {});
        QVERIFY(table.ok());
        QCOMPARE((*table)->sheets().size(), size_t(3));
        QCOMPARE((*table)->sheets().back().name, "Last");
        const auto text = OpenedTable::open(files.source("a,b\n1,2\n"), InvalidBytes::Refuse, {});
        QVERIFY((*text)->sheets().empty());
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestOpenedTable)
#include "tst_opened_table.moc"
