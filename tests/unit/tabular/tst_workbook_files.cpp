#include "tests/support/TestMain.h"
#include "tests/unit/tabular/WorkbookBuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace books;
using Finding = tabular::WorkbookFinding::Kind;

namespace {

const QString folder = QStringLiteral(WIZARD_TEST_DATA "/workbooks/");

QStringList rowsOf(const QJsonObject &expected)
{
    QMap<int, QString> rows;
    const QJsonObject stored = expected.value("rows").toObject();
    for (auto row = stored.begin(); row != stored.end(); ++row) {
        const QString cells = row.value().toVariant().toStringList().join(QLatin1Char('|'));
        rows.insert(row.key().toInt(), row.key() + QStringLiteral(": ") + cells);
    }
    return rows.values();
}

QString nameOf(Finding kind)
{
    static const QMap<Finding, QString> names{{Finding::FormulaWithoutValue, "FormulaWithoutValue"},
                                              {Finding::MergedCells, "MergedCells"},
                                              {Finding::HiddenRows, "HiddenRows"},
                                              {Finding::HiddenColumns, "HiddenColumns"}};
    return names.value(kind, QStringLiteral("another"));
}

} // namespace

class TestWorkbookFiles final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void savedTablesAreReadAsTheyWentIn_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonObject>("expected");
        QFile file(folder + QStringLiteral("expected.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(all.size(), 6);
        for (auto each = all.begin(); each != all.end(); ++each)
            QTest::newRow(qPrintable(each.key())) << folder + each.key() << each.value().toObject();
    }
    void savedTablesAreReadAsTheyWentIn()
    {
        QFETCH(QString, path);
        QFETCH(QJsonObject, expected);
        const auto result = read(path);
        QCOMPARE(result.code(), QString());
        QCOMPARE(result.rows, rowsOf(expected));
        QStringList findings;
        for (const auto &finding : result.findings)
            findings += nameOf(finding.kind);
        QCOMPARE(findings, expected.value("findings").toVariant().toStringList());
        QJsonArray sheets;
        const auto book = tabular::openWorkbook(path);
        QVERIFY(book.ok());
        const auto listed = (*book)->sheets({});
        QVERIFY(listed.ok());
        for (const auto &sheet : *listed)
            sheets.append(QJsonArray{sheet.name, sheet.hidden, sheet.isTable});
        QCOMPARE(sheets, expected.value("sheets").toArray());
        QCOMPARE(read(path, "Hidden").rows, QStringList{"2: |secret"});
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestWorkbookFiles)
#include "tst_workbook_files.moc"
