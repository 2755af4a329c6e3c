#include "tabular/workbook/SheetCsv.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/WorkbookBuilder.h"

#include <QTemporaryFile>

using namespace books;

namespace {

struct Saved final {
    QByteArray text;
    QList<qint64> rows; ///< of each record
    std::optional<base::Error> error;
};

Saved save(const QString &path)
{
    const auto book = tabular::openWorkbook(path);
    if (!book.ok())
        return {{}, {}, book.error()};
    QTemporaryFile target;
    if (!target.open() || target.write("what was there before") < 0)
        qFatal("the test cannot write its file");
    const auto csv = tabular::saveSheetAsCsv(**book, {}, target, {});
    if (!csv.ok())
        return {{}, {}, csv.error()};
    target.seek(0);
    Saved saved{target.readAll(), {}, {}};
    for (qint64 record = 1; record <= csv->records; ++record)
        saved.rows += csv->lines.rowOf(record);
    if (csv->bytes != saved.text.size() || csv->lines.records() != csv->records)
        qFatal("the sums are wrong");
    return saved;
}

QByteArray inlineCell(const QByteArray &text)
{
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

} // namespace

class TestSheetCsv final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void cellsAreQuotedWhereTheyMustBe_data()
    {
        QTest::addColumn<QByteArray>("cells");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("plain") << inlineCell("a b") + inlineCell(";\t'") << QByteArray("a b,;\t'\n");
        QTest::newRow("comma") << inlineCell("a,b") << QByteArray("\"a,b\"\n");
        QTest::newRow("quotes") << inlineCell("\"a\"b") << QByteArray("\"\"\"a\"\"b\"\n");
        QTest::newRow("line ends") << inlineCell("a_x000D_b") + inlineCell("c_x000A_d")
                                   << QByteArray("\"a\rb\",\"c\nd\"\n");
        QTest::newRow("gap") << QByteArray("<c r=\"C1\"><v>1</v></c>") << QByteArray(",,1\n");
        QTest::newRow("looks like a preamble")
            << inlineCell("sep=;") + inlineCell("sep=;") << QByteArray("\"sep=;\",\"sep=;\"\n");
        QTest::newRow("looks like a BOM") << inlineCell("\xEF\xBB\xBFName") << QByteArray("\"\xEF\xBB\xBFName\"\n");
    }
    void cellsAreQuotedWhereTheyMustBe()
    {
        QFETCH(QByteArray, cells);
        QFETCH(QByteArray, line);
        const Saved saved = save(xlsxOf("<row r=\"1\">" + cells + "</row>").write(m_files));
        QVERIFY(!saved.error);
        QCOMPARE(saved.text, line);
    }

    void recordsKnowTheRowsOfTheSheet()
    {
        const Saved saved =
            save(xlsxOf("<row r=\"2\"><c><v>1</v></c></row><row r=\"3\"/><row r=\"7\"><c><v>2</v></c></row>"
                        "<row><c><v>3</v></c></row>")
                     .write(m_files));
        QCOMPARE(saved.text, QByteArray("1\n2\n3\n"));
        QCOMPARE(saved.rows, (QList<qint64>{2, 7, 8}));
    }

    void rowsOutOfOrderArePutInOrder()
    {
        QByteArray rows;
        QByteArray expected;
        QList<qint64> numbers;
        for (int i = 0; i < 20'000; ++i) {
            const int row = (i % 2 == 0 ? i + 2 : i) + 10;
            const int inOrder = i + 11;
            rows += "<row r=\"" + QByteArray::number(row) + "\"><c><v>" + QByteArray::number(row * 7'919) + "</v></c>"
                + inlineCell("a\nb") + "</row>";
            expected += QByteArray::number(inOrder * 7'919) + ",\"a\nb\"\n";
            numbers += inOrder;
        }
        const Saved saved = save(xlsxOf(rows).write(m_files));
        QVERIFY(!saved.error);
        QCOMPARE(saved.text, expected);
        QCOMPARE(saved.rows, numbers);
    }

    void errorsOfTheSheetAreHandedOn()
    {
        const Saved broken = save(xlsxOf("<row r=\"2\"/><row r=\"1\"/><row r=\"2\"/>").write(m_files));
        QVERIFY(broken.error);
        QCOMPARE(broken.error->code, base::ErrorCode::WorkbookBroken);
    }

    void aTargetThatTakesNothingIsNamed()
    {
        const auto book = tabular::openWorkbook(xlsxOf("<row><c><v>1</v></c></row>").write(m_files));
        QVERIFY(book.ok());
        QFile target(m_files.write("target.csv", "kept"));
        QVERIFY(target.open(QIODevice::ReadOnly));
        const auto csv = tabular::saveSheetAsCsv(**book, {}, target, {});
        QVERIFY(!csv.ok());
        QCOMPARE(csv.error().code, base::ErrorCode::FileUnwritable);
        QCOMPARE(csv.error().context.value("file").toString(), target.fileName());
    }

    void anEmptySheetIsAnEmptyText()
    {
        const Saved saved = save(xlsxOf({}).write(m_files));
        QVERIFY(!saved.error);
        QCOMPARE(saved.text, QByteArray());
    }

private:
    Files m_files;
};

WIZARD_TEST_MAIN(QCoreApplication, TestSheetCsv)
#include "tst_sheet_csv.moc"
