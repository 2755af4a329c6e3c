#include "practice/ResultZip.h"
#include "tests/support/TestMain.h"
#include "tests/unit/practice/PracticeClient.h"

#include <QJsonArray>
#include <QTimer>

#include <algorithm>
#include <numeric>

using support::PracticeClient;
using support::WireReply;

/// As many rows as one job takes, through HTTP and back, cell by cell.
class TestPracticeVolume final : public QObject {
    Q_OBJECT
private:
    static constexpr int rows = 25'000;
    static constexpr int columns = 20;

    static QStringList fieldNames()
    {
        return QStringLiteral(
                   "Last_Name,Owner,Company,First_Name,Designation,Skype_ID,Twitter,Street,City,State,Zip_Code,"
                   "Country,Description,Branch,Department,Region,Campaign_Code,Landing_Page,Referred_By,Remark")
            .split(QLatin1Char(','));
    }
    static QString cell(int row, int column)
    {
        if (column == 1)
            return QStringLiteral("mei.tanaka@example.com");
        static const QStringList words{QStringLiteral("Ærø"), QStringLiteral("a;b"), QStringLiteral("漢字"),
                                       QStringLiteral("x")};
        return QStringLiteral("%1 %2/%3").arg(words[(row + column) % 4]).arg(row).arg(column);
    }
    static QByteArray csv()
    {
        QByteArray text = fieldNames().join(QLatin1Char(',')).toUtf8() + "\r\n";
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column)
                text += (column > 0 ? "," : "") + cell(row, column).toUtf8();
            text += "\r\n";
        }
        return text;
    }
    static QByteArray body(const QString &fileId)
    {
        const QJsonObject resource{
            {QStringLiteral("type"), QStringLiteral("data")},
            {QStringLiteral("module"), QJsonObject{{QStringLiteral("api_name"), QStringLiteral("Leads")}}},
            {QStringLiteral("file_id"), fileId}};
        return QJsonDocument(QJsonObject{{QStringLiteral("operation"), QStringLiteral("insert")},
                                         {QStringLiteral("resource"), QJsonArray{resource}}})
            .toJson();
    }
    static QByteArray page(int number) { return "/crm/v2.1/Leads?per_page=200&page=" + QByteArray::number(number); }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void everyCellComesBackAndOthersAreAnsweredMeanwhile()
    {
        practice::PracticeOptions options;
        options.script.added = options.script.inProgress = std::chrono::milliseconds(0);
        practice::PracticeHost host;
        QVERIFY(host.start(options).ok());
        const PracticeClient client(host);
        QElapsedTimer time;
        time.start();
        const WireReply uploaded = client.upload(practice::zipOf(QStringLiteral("big.csv"), csv()));
        const QString fileId = uploaded.json()[QLatin1String("details")][QLatin1String("file_id")].toString();
        QVERIFY2(!fileId.isEmpty(), uploaded.body.constData());
        qInfo("uploaded after %lld ms", time.restart());
        const QString job = client.post("/crm/bulk/v2.1/write", body(fileId))
                                .json()[QLatin1String("details")][QLatin1String("id")]
                                .toString();
        QVERIFY(!job.isEmpty());

        QJsonObject details;
        qint64 slowest = 0;
        do {
            QElapsedTimer one;
            one.start();
            details = client.get("/crm/bulk/v2.1/write/" + job.toLatin1()).json();
            slowest = std::max(slowest, one.elapsed());
            QVERIFY(time.elapsed() < 60'000);
        } while (details[QLatin1String("status")] != QLatin1String("COMPLETED"));
        qInfo("%d rows taken in after %lld ms, slowest answer meanwhile %lld ms", rows, time.restart(), slowest);
        const QJsonValue file = details[QLatin1String("resource")][0][QLatin1String("file")];
        QCOMPARE(file[QLatin1String("added_count")].toInt(), rows);

        const QStringList names = fieldNames();
        for (int number = 1; number <= rows / 200; ++number) {
            const QJsonObject answer = client.get(page(number)).json();
            const QJsonArray data = answer[QLatin1String("data")].toArray();
            QCOMPARE(data.size(), 200);
            QCOMPARE(answer[QLatin1String("info")][QLatin1String("more_records")].toBool(), number < rows / 200);
            for (int i = 0; i < 200 * columns; ++i) {
                const int row = (number - 1) * 200 + i / columns;
                const QJsonValue value = data[i / columns][names[i % columns]];
                const QString found = i % columns == 1 ? value[QLatin1String("email")].toString() : value.toString();
                QVERIFY2(found == cell(row, i % columns), qPrintable(found));
            }
        }
        qInfo("read back after %lld ms", time.elapsed());
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestPracticeVolume)
#include "tst_practice_volume.moc"
