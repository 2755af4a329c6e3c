#include "tests/gui/journeys/Program.h"

#include "base/SafeFile.h"
#include "tests/support/TestMain.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <ctime>
#include <functional>

using session::WizardStep;

namespace {

/// Beats every 5 ms in the thread of the window and keeps how long each beat was late: by the clock on the wall (what a
/// person feels, other programs' load included) and by the thread's own processor time (what the window itself did).
class Heartbeat final : public QObject {
public:
    explicit Heartbeat(std::function<QString()> where)
        : m_where(std::move(where))
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
        m_wall.start();
        m_lastCpu = cpuNow();
        m_timer.start(5);
    }
    void stop() { m_timer.stop(); }
    [[nodiscard]] static double worst(std::vector<double> gaps, double share)
    {
        std::sort(gaps.begin(), gaps.end());
        return gaps[std::min(gaps.size() - 1, std::size_t(double(gaps.size()) * share))];
    }
    std::vector<double> wallGaps; ///< milliseconds
    std::vector<double> cpuGaps;
    QStringList slow; ///< the longest of them, and where the window stood

private:
    static double cpuNow()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
    }
    void beat()
    {
        wallGaps.push_back(double(m_wall.nsecsElapsed()) / 1e6);
        m_wall.restart();
        const double cpu = cpuNow();
        cpuGaps.push_back(cpu - m_lastCpu);
        m_lastCpu = cpu;
        if (cpuGaps.back() > 25 && m_where)
            slow << QStringLiteral("%1 ms at %2").arg(cpuGaps.back(), 0, 'f', 0).arg(m_where());
    }
    std::function<QString()> m_where;
    QTimer m_timer;
    QElapsedTimer m_wall;
    double m_lastCpu = 0;
};

#if defined(__SANITIZE_ADDRESS__)
constexpr double slowdown = 5; // what the sanitizers cost
#else
constexpr double slowdown = 1;
#endif

} // namespace

/// As much as one job takes, through the window: nothing is lost, and the window stays at hand meanwhile.
class TestBigImport final : public QObject {
    Q_OBJECT
    static constexpr int rows = 25'000;

    static QStringList fields()
    {
        return QStringLiteral("Last_Name,Owner,Company,First_Name,Designation,Skype_ID,Twitter,Street,City,State,"
                              "Zip_Code,Country,Description,Branch,Department,Region,Campaign_Code,Landing_Page,"
                              "Referred_By,Remark")
            .split(QLatin1Char(','));
    }

    static QString cell(int row, int column)
    {
        if (column == 1)
            return QStringLiteral("mei.tanaka@example.com");
        static const QStringList words{QStringLiteral("Ærø"), QStringLiteral("a, \"b\""), QStringLiteral("漢字"),
                                       QStringLiteral("007"), QStringLiteral("two\nlines")};
        return QStringLiteral("%1 %2/%3").arg(words[(row + column) % words.size()]).arg(row).arg(column);
    }

    static QByteArray csv()
    {
        QByteArray text = fields().join(QLatin1Char(',')).toUtf8() + '\n';
        for (int row = 0; row < rows; ++row) {
            QStringList cells;
            for (int column = 0; column < fields().size(); ++column)
                cells << QLatin1Char('"') + cell(row, column).replace(QLatin1Char('"'), QLatin1String("\"\""))
                        + QLatin1Char('"');
            text += cells.join(QLatin1Char(',')).toUtf8() + '\n';
        }
        return text;
    }

    static QJsonArray page(journeys::Program &program, int number)
    {
        QNetworkAccessManager network;
        QUrl url = program.practice.baseUrl();
        url.setPath(QStringLiteral("/crm/v2.1/Leads"));
        url.setQuery(QStringLiteral("per_page=200&page=%1").arg(number));
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Zoho-oauthtoken " + program.practice.token().reveal());
        std::unique_ptr<QNetworkReply> reply(network.get(request));
        QSignalSpy(reply.get(), &QNetworkReply::finished).wait(20000);
        return QJsonDocument::fromJson(reply->readAll()).object().value(QLatin1String("data")).toArray();
    }

    static QString textOf(const QJsonValue &value)
    {
        return value.isObject() ? value[QLatin1String("email")].toString() : value.toString();
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void everyCellArrivesAndTheWindowStaysAtHand()
    {
        journeys::Program program;
        const QString path = program.folder.filePath(QStringLiteral("big.csv"));
        QVERIFY(base::writeFileSafely(path, csv()).ok());
        program.signIntoPractice();
        program.press("nextButton");
        program.chooseRow("moduleList", QStringLiteral("Leads"));
        QTRY_VERIFY_WITH_TIMEOUT(!program.session.metadata().fields.empty(), 10000);
        QTest::mouseClick(program.find<QAbstractButton>("operationInsert"), Qt::LeftButton);

        program.press("nextButton");
        program.dialogs.open << path;
        Heartbeat reading(whereabouts(program));
        program.press("chooseFileButton");
        QTRY_VERIFY_WITH_TIMEOUT(program.session.file().table.has_value(), 60000);
        reading.stop();
        QCOMPARE(program.session.file().table->rows, qint64(rows));
        QCOMPARE(int(program.session.mapping().entries().size()), int(fields().size()));
        for (const WizardStep step : {WizardStep::Mapping, WizardStep::Callback, WizardStep::Check}) {
            program.press("nextButton");
            QTRY_COMPARE(program.step(), step);
        }
        program.press("nextButton");
        Heartbeat running(whereabouts(program));
        QTRY_COMPARE_WITH_TIMEOUT(program.step(), WizardStep::Results, 150000);
        running.stop();
        program.picture(QStringLiteral("big-import-results"));

        const auto *result = program.runs->run()->result();
        QCOMPARE(result->counts.total, qint64(rows));
        QCOMPARE(result->counts.added, qint64(rows));
        for (int first = 0; first < rows; first += 200) {
            const QJsonArray records = page(program, first / 200 + 1);
            QCOMPARE(records.size(), 200);
            for (int i = 0; i < 200; ++i) {
                for (int column = 0; column < fields().size(); ++column)
                    QCOMPARE(textOf(records[i][fields()[column]]), cell(first + i, column));
            }
        }
        report("reading", reading);
        report("running", running);
        QVERIFY2(Heartbeat::worst(running.cpuGaps, 1) <= 50 * slowdown, "the run held the window up");
    }

private:
    static std::function<QString()> whereabouts(journeys::Program &program)
    {
        return [&program] {
            const auto *run = program.runs->run();
            return QStringLiteral("step %1, run state %2")
                .arg(int(program.step()) + 1)
                .arg(run ? int(run->state()) : -1);
        };
    }

    static void report(const char *phase, const Heartbeat &heart)
    {
        qInfo("%s: heartbeat over %d beats, milliseconds: wall p99 %.1f, max %.1f; own work p99 %.1f, max %.1f", phase,
              int(heart.wallGaps.size()), Heartbeat::worst(heart.wallGaps, .99), Heartbeat::worst(heart.wallGaps, 1),
              Heartbeat::worst(heart.cpuGaps, .99), Heartbeat::worst(heart.cpuGaps, 1));
        qInfo("over 25 ms of own work: %s", qPrintable(heart.slow.join(QLatin1String("; "))));
    }
};

WIZARD_TEST_MAIN(QApplication, TestBigImport)
#include "tst_big_import.moc"
