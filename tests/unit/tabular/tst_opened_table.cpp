#include "tabular/PartWriter.h"
#include "tabular/TableSplit.h"
#include "tabular/TableSummary.h"
#include "tabular/ZipReader.h"
#include "tabular/opening/OpenedTable.h"
#include "tabular/opening/SheetCopy.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/Archives.h"
#include "tests/unit/tabular/CsvTexts.h"
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

namespace {

using Rows = QList<QStringList>;

/// With gaps between the rows, which only a sheet can have.
constexpr int rowsInAll = 250;
constexpr qint64 sheetRowOf(int row)
{
    return 2 + row + row / 100 * 5;
}

Rows sourceRows()
{
    Rows rows;
    for (int i = 0; i < rowsInAll; ++i)
        rows.append({QString::number(i), i % 7 == 0 ? QString() : QStringLiteral("a, \"b\" %1").arg(i * 7'919)});
    return rows;
}

QByteArray csvText()
{
    QByteArray text = "id,name\n";
    for (const QStringList &row : sourceRows())
        text += row.at(0).toUtf8() + ",\"" + row.at(1).toUtf8().replace("\"", "\"\"") + "\"\n";
    return text;
}

QByteArray xlsxBytes()
{
    QByteArray rows = R"(<row r="1"><c t="str"><v>id</v></c><c t="str"><v>name</v></c></row>)";
    int at = 0;
    for (const QStringList &row : sourceRows())
        rows += "<row r=\"" + QByteArray::number(sheetRowOf(at++)) + "\"><c><v>" + row.at(0).toUtf8()
            + "</v></c><c t=\"str\"><v>" + row.at(1).toHtmlEscaped().toUtf8() + "</v></c></row>";
    return books::xlsxOf(rows).zip();
}

QByteArray odsBytes()
{
    const auto cell = [](const QString &text) {
        return "<table:table-cell office:value-type=\"string\"><text:p>" + text.toHtmlEscaped().toUtf8()
            + "</text:p></table:table-cell>";
    };
    QByteArray rows = "<table:table-row>" + cell("id") + cell("name") + "</table:table-row>";
    int at = 0;
    qint64 next = 2;
    for (const QStringList &row : sourceRows()) {
        if (const qint64 gap = sheetRowOf(at++) - next; gap > 0)
            rows += "<table:table-row table:number-rows-repeated=\"" + QByteArray::number(gap) + "\"/>";
        next = sheetRowOf(at - 1) + 1;
        rows += "<table:table-row>" + cell(row.at(0)) + cell(row.at(1)) + "</table:table-row>";
    }
    return books::odsOf(rows).zip();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList textsOf(const QList<QByteArray> &cells)
{
    QStringList texts;
    for (const QByteArray &cell : cells)
        texts.append(QString::fromUtf8(cell));
    return texts;
}

/// The data rows of a zip with one CSV.
Rows rowsIn(const QString &zip)
{
    Rows rows;
    const auto entries = tabular::readZip(readFile(zip), {});
    if (!entries.ok() || entries->size() != 1)
        return rows;
    for (const auto &record : csvtexts::readText(entries->front().content).records)
        rows.append(textsOf(record.cells));
    return rows.mid(1);
}

void everyKind()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isSheet");
    QTest::newRow("XLSX") << xlsxBytes() << true;
    QTest::newRow("ODS") << odsBytes() << true;
    QTest::newRow("gzip") << archives::gzip(csvText()) << false;
    QTest::newRow("zip") << archives::zip({{"people.csv", csvText()}}) << false;
    QTest::newRow("XLSX in a zip") << archives::zip({{"people.xlsx", xlsxBytes()}}) << true;
    QTest::newRow("ODS in gzip") << archives::gzip(odsBytes()) << true;
}

tabular::PartPlan planFor(const Files &files)
{
    tabular::PartPlan plan;
    plan.sourceName = "people.csv";
    plan.folder = files.path("parts");
    plan.limits.rows = 60;
    return plan;
}

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

    void partsOfAnyKindJoinToTheSource_data() { everyKind(); }
    void partsOfAnyKindJoinToTheSource()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isSheet);
        const Files files;
        const auto summary = tabular::summarise({files.write("people", bytes), {}}, {});
        QVERIFY(summary.ok());
        QCOMPARE(summary->opened->isSheet(), isSheet);
        const auto parts = tabular::splitTable(*summary->opened, summary->profile.get(), planFor(files), {});
        QVERIFY(parts.ok());
        QCOMPARE(parts->size(), size_t(5));
        Rows joined;
        for (const tabular::SplitPart &part : *parts) {
            const Rows rows = rowsIn(part.path);
            for (qsizetype i = 0; i < rows.size(); ++i) {
                const int row = static_cast<int>(joined.size());
                QCOMPARE(part.source.rowOf(i), isSheet ? sheetRowOf(row) : qint64(row) + 2);
                joined.append(rows.at(i));
            }
        }
        QCOMPARE(joined, sourceRows());
    }

    void aPartOfAnyKindHoldsTheSource_data() { everyKind(); }
    void aPartOfAnyKindHoldsTheSource()
    {
        QFETCH(QByteArray, bytes);
        const Files files;
        const QString zip = files.path("part.zip");
        const auto part = tabular::writePart({files.write("people", bytes), {}}, zip, {}, {});
        QVERIFY(part.ok());
        QCOMPARE(part->rows, rowsInAll);
        QCOMPARE(rowsIn(zip), sourceRows());
    }

    void stoppedWorkLeavesNoPart_data() { everyKind(); }
    void stoppedWorkLeavesNoPart()
    {
        QFETCH(QByteArray, bytes);
        const Files files;
        const QString path = files.write("people", bytes);
        const base::StopFlag stop;
        const auto summary = tabular::summarise({path, {}}, {});
        QVERIFY(summary.ok());
        stop.raise();
        const auto parts = tabular::splitTable(*summary->opened, nullptr, planFor(files), stop);
        QCOMPARE(parts.error().code, ErrorCode::Cancelled);
        QVERIFY(QDir(files.path("parts")).isEmpty());
        QCOMPARE(tabular::writePart({path, {}}, files.path("part.zip"), {}, stop).error().code, ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(files.path("part.zip")));
    }

    void aFileThatChangedMeanwhileGivesNoPart_data() { everyKind(); }
    void aFileThatChangedMeanwhileGivesNoPart()
    {
        QFETCH(QByteArray, bytes);
        const Files files;
        const QString path = files.write("people", bytes);
        const auto summary = tabular::summarise({path, {}}, {});
        QVERIFY(summary.ok());
        QCOMPARE(files.write("people", bytes + '\0'), path);
        const auto parts = tabular::splitTable(*summary->opened, nullptr, planFor(files), {});
        QCOMPARE(parts.error().code, ErrorCode::FileChanged);
        QCOMPARE(parts.error().context.value("file").toString(), path);
        QVERIFY(QDir(files.path("parts")).isEmpty());
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestOpenedTable)
#include "tst_opened_table.moc"
