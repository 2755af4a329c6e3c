#include "practice/PracticeHost.h"
#include "tests/support/ConsoleProgram.h"
#include "tests/support/TestMain.h"
#include "tests/unit/practice/PracticeClient.h"

#include <QFile>
#include <QJsonArray>

using support::ConsoleOutput;
using support::ConsoleProgram;
using support::PracticeClient;

namespace {

constexpr int rows = 60'000; // three jobs: two full ones and a piece
constexpr int pageSize = 200;

/// A field, and what row `row` holds in it.
struct Column final {
    const char *field;
    QString (*cell)(int row);
};

QString plain(const char *pattern, int row)
{
    return QString::fromUtf8(pattern).arg(row);
}

constexpr Column columns[] = {
    {"Last_Name", [](int row) { return plain("O'Brien-Ünal %1", row); }},
    {"Company", [](int row) { return plain("Schäfer, Söhne & %1", row); }},
    {"First_Name", [](int row) { return row % 3 == 0 ? QString() : plain("José %1", row); }},
    {"Designation", [](int row) { return plain("\"Head\" of %1", row); }},
    {"Owner",
     [](int row) {
         static const char *const users[] = {"patricia.boyle@example.com", "amadou.diallo@example.com",
                                             "mei.tanaka@example.com", "soren.kjaer@example.com"};
         return QString::fromLatin1(users[row % 4]);
     }},
    {"Email", [](int row) { return plain("lead%1@mail.example", row); }},
    {"Phone", [](int row) { return plain("+49 30 %1", row); }},
    {"Mobile", [](int row) { return QStringLiteral("0049%1").arg(row, 8, 10, QLatin1Char('0')); }},
    {"Website", [](int row) { return plain("https://www.lead%1.example/a?b=c;d", row); }},
    {"Skype_ID", [](int row) { return QStringLiteral("%1").arg(row, 7, 10, QLatin1Char('0')); }},
    {"Street", [](int row) { return plain("Hof 3\nHaus %1, links", row); }},
    {"City", [](int row) { return plain("北京 %1", row); }},
    {"Zip_Code", [](int row) { return QStringLiteral("%1").arg(row, 5, 10, QLatin1Char('0')); }},
    {"Country", [](int row) { return plain("\"%1\"", row); }},
    {"Description", [](int row) { return plain("He said: \"yes, %1\"\r\nand\r\rleft; 😀|\ttab", row); }},
    {"Customer_No", [](int row) { return QStringLiteral("0%1").arg(row, 12, 10, QLatin1Char('0')); }},
    {"Branch", [](int row) { return plain("=1+%1", row); }},
    {"Region", [](int row) { return plain("a,b;c|d'%1", row); }},
    {"Campaign_Code", [](int row) { return QStringLiteral("1E%1").arg(row); }},
    {"Remark",
     [](int row) { return row % 7 == 0 ? QStringLiteral("\n") + plain("late start %1", row) : plain("x%1", row); }},
};
constexpr int columnCount = sizeof(columns) / sizeof(columns[0]);
static_assert(columnCount == 20);

QByteArray quoted(QString cell)
{
    static const QRegularExpression needsQuotes(QStringLiteral("[\",\\r\\n]"));
    if (!cell.contains(needsQuotes))
        return cell.toUtf8();
    return '"' + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")).toUtf8() + '"';
}

QByteArray csv()
{
    QByteArray text;
    for (int column = 0; column < columnCount; ++column)
        text += (column > 0 ? ",Column " : "Column ") + QByteArray::number(column);
    text += "\r\n";
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columnCount; ++column)
            text += (column > 0 ? "," : "") + quoted(columns[column].cell(row));
        text += "\r\n";
    }
    return text;
}

QByteArray plan()
{
    QJsonArray mappings;
    for (int column = 0; column < columnCount; ++column) {
        QJsonObject mapping{{QStringLiteral("api_name"), QLatin1String(columns[column].field)},
                            {QStringLiteral("index"), column}};
        if (qstrcmp(columns[column].field, "Owner") == 0)
            mapping.insert(QStringLiteral("find_by"), QStringLiteral("email"));
        mappings.append(mapping);
    }
    const QJsonObject resource{
        {QStringLiteral("type"), QStringLiteral("data")},
        {QStringLiteral("module"), QJsonObject{{QStringLiteral("api_name"), QStringLiteral("Leads")}}},
        {QStringLiteral("field_mappings"), mappings}};
    const QJsonObject request{{QStringLiteral("operation"), QStringLiteral("insert")},
                              {QStringLiteral("resource"), QJsonArray{resource}}};
    const QJsonObject source{{QStringLiteral("path"), QStringLiteral("whole.csv")},
                             {QStringLiteral("header_row"), 1},
                             {QStringLiteral("delimiter"), QStringLiteral(",")},
                             {QStringLiteral("encoding"), QStringLiteral("UTF-8")}};
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), QStringLiteral("crm-import-plan")},
                                     {QStringLiteral("version"), 1},
                                     {QStringLiteral("api_version"), QStringLiteral("v2.1")},
                                     {QStringLiteral("source"), source},
                                     {QStringLiteral("request"), request}})
        .toJson();
}

QString textOf(const QJsonValue &value)
{
    return value.isObject() ? value[QLatin1String("email")].toString() : value.toString();
}

} // namespace

/// More than two jobs take, with cells that break careless programs, from a file through the program into the practice
/// CRM: what the CRM holds afterwards is what the file holds, cell by cell and in the file's order.
class TestWholeFile final : public QObject {
    Q_OBJECT
private:
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    /// The first row from `first` on that differs, in words; empty when the page equals the file.
    static QString difference(const QJsonArray &records, int first)
    {
        for (int row = first; row < first + pageSize; ++row) {
            const QJsonValue record = records[row - first];
            for (const Column &column : columns) {
                const QString found = textOf(record[QLatin1String(column.field)]);
                if (found != column.cell(row))
                    return QStringLiteral("row %1, %2: %3").arg(row).arg(QLatin1String(column.field), found);
            }
        }
        return {};
    }

    static int number(const QJsonObject &event, const char *key) { return event[QLatin1String(key)].toInt(-1); }

    /// Each part tells of itself, and the last line of all.
    static void checkEvents(const ConsoleOutput &output)
    {
        QStringList order;
        for (const QJsonObject &event : output.events()) {
            QCOMPARE(number(event, "parts"), 3);
            const QString name = event[QLatin1String("event")].toString();
            if (name != QLatin1String("job_status"))
                order << name + QString::number(number(event, "part"));
            if (name == QLatin1String("uploaded"))
                QCOMPARE(number(event, "columns"), columnCount);
        }
        QCOMPARE(order.join(QLatin1Char(' ')),
                 QStringLiteral("uploaded1 job_created1 result1 uploaded2 job_created2 result2 uploaded3 job_created3 "
                                "result3 result-1"));
        QCOMPARE(number(output.event("uploaded"), "rows"), 25'000);
        QCOMPARE(number(output.event("result"), "added"), 25'000);
        QCOMPARE(number(output.events().last(), "added"), rows);
        QCOMPARE(number(output.events().last(), "total"), rows);
        QCOMPARE(output.err.trimmed(),
                 QByteArray("Warning: The spreadsheet is sent in 3 jobs, 500 API credits each: 1500 in all."));
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void everyCellArrives()
    {
        const QTemporaryDir folder;
        const QString planPath = folder.filePath(QStringLiteral("whole.importplan.json"));
        write(folder.filePath(QStringLiteral("whole.csv")), csv());
        write(planPath, plan());
        practice::PracticeOptions options;
        options.script.added = options.script.inProgress = std::chrono::milliseconds(0);
        practice::PracticeHost host;
        QVERIFY(host.start(options).ok());
        ConsoleProgram program(QStringLiteral(WIZARD_PROGRAM));
        program.setToken(host.token().reveal());
        QElapsedTimer time;
        time.start();

        const ConsoleOutput output = program.run({QStringLiteral("run"), planPath, QStringLiteral("--api-domain"),
                                                  host.baseUrl().toString(), QStringLiteral("--json")});

        qInfo("%d rows of %d columns imported in %.1f s", rows, columnCount, double(time.restart()) / 1000);
        QVERIFY2(output.exitCode == 0, output.err.constData());
        checkEvents(output);
        const PracticeClient client(host);
        for (int first = 0; first < rows; first += pageSize) {
            const QByteArray page = QByteArray::number(first / pageSize + 1);
            const QJsonObject answer = client.get("/crm/v2.1/Leads?per_page=200&page=" + page).json();
            const QJsonArray records = answer[QLatin1String("data")].toArray();
            QCOMPARE(records.size(), pageSize);
            QCOMPARE(answer[QLatin1String("info")][QLatin1String("more_records")].toBool(), first + pageSize < rows);
            const QString different = difference(records, first);
            QVERIFY2(different.isEmpty(), qPrintable(different));
        }
        qInfo("%d cells read back and compared in %.1f s", rows * columnCount, double(time.elapsed()) / 1000);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestWholeFile)
#include "tst_whole_file.moc"
