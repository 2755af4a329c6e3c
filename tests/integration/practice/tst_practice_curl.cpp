#include "practice/PracticeHost.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

/// A second client, made by others: curl, zip and unzip take the sample spreadsheet into the practice CRM.
class TestPracticeCurl final : public QObject {
    Q_OBJECT
private:
    QByteArray run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(program, arguments);
        process.waitForFinished(30'000);
        m_exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return process.readAllStandardOutput();
    }

    QJsonObject curl(const QString &path, const QStringList &more = {})
    {
        const QString url = path.startsWith(QLatin1String("http")) ? path : m_host.baseUrl().toString() + path;
        const QString token =
            QStringLiteral("Authorization: Zoho-oauthtoken ") + QString::fromLatin1(m_host.token().reveal());
        const QByteArray said =
            run(QStringLiteral("curl"),
                QStringList{QStringLiteral("-sS"), QStringLiteral("-H"), token} + more + QStringList{url});
        return QJsonDocument::fromJson(said).object();
    }

    QString upload()
    {
        run(QStringLiteral("zip"), {QStringLiteral("-q"), QStringLiteral("leads.zip"), QStringLiteral("leads.csv")});
        const QJsonObject said = curl(QStringLiteral("/crm/v2.1/upload"),
                                      {QStringLiteral("-H"), QStringLiteral("feature: bulk-write"),
                                       QStringLiteral("-H"), QStringLiteral("X-CRM-ORG: ") + zgid(),
                                       QStringLiteral("-F"), QStringLiteral("file=@leads.zip;type=application/zip")});
        return said[QLatin1String("details")][QLatin1String("file_id")].toString();
    }

    QString zgid()
    {
        return curl(QStringLiteral("/crm/v2.1/org"))[QLatin1String("org")][0][QLatin1String("zgid")].toString();
    }

    void writeBody(const QString &fileId)
    {
        QFile plan(QStringLiteral(WIZARD_SOURCE_DIR "/resources/samples/leads.importplan.json"));
        QVERIFY(plan.open(QIODevice::ReadOnly));
        QJsonObject request =
            QJsonDocument::fromJson(plan.readAll()).object().value(QLatin1String("request")).toObject();
        QJsonObject resource = request[QLatin1String("resource")][0].toObject();
        resource.insert(QStringLiteral("file_id"), fileId);
        request.insert(QStringLiteral("resource"), QJsonArray{resource});
        QFile body(m_folder.filePath(QStringLiteral("body.json")));
        QVERIFY(body.open(QIODevice::WriteOnly));
        body.write(QJsonDocument(request).toJson());
    }

    QTemporaryDir m_folder;
    practice::PracticeHost m_host;
    int m_exitCode = 0;

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void theSampleGoesInAndItsResultComesBack()
    {
        for (const char *program : {"curl", "zip", "unzip"})
            QVERIFY2(!QStandardPaths::findExecutable(QLatin1String(program)).isEmpty(), program);
        practice::PracticeOptions options;
        options.script.added = std::chrono::milliseconds(50);
        options.script.inProgress = std::chrono::milliseconds(50);
        QVERIFY(m_host.start(options).ok());
        QVERIFY(QFile::copy(QStringLiteral(WIZARD_SOURCE_DIR "/resources/samples/leads.csv"),
                            m_folder.filePath(QStringLiteral("leads.csv"))));

        const QString fileId = upload();
        QVERIFY(!fileId.isEmpty());
        writeBody(fileId);
        const QJsonObject created = curl(QStringLiteral("/crm/bulk/v2.1/write"),
                                         {QStringLiteral("-H"), QStringLiteral("Content-Type: application/json"),
                                          QStringLiteral("--data-binary"), QStringLiteral("@body.json")});
        const QString jobId = created[QLatin1String("details")][QLatin1String("id")].toString();
        QVERIFY2(!jobId.isEmpty(), QJsonDocument(created).toJson().constData());

        QJsonObject job;
        const auto finished = [&] {
            job = curl(QStringLiteral("/crm/bulk/v2.1/write/") + jobId);
            return job[QLatin1String("status")] == QLatin1String("COMPLETED");
        };
        QTRY_VERIFY_WITH_TIMEOUT(finished(), 20'000);
        const QJsonValue file = job[QLatin1String("resource")][0][QLatin1String("file")];
        QCOMPARE(file[QLatin1String("total_count")].toInt(), 40);
        QCOMPARE(file[QLatin1String("added_count")].toInt(), 36);
        QCOMPARE(file[QLatin1String("skipped_count")].toInt(), 4);

        curl(job[QLatin1String("result")][QLatin1String("download_url")].toString(),
             {QStringLiteral("-o"), QStringLiteral("result.zip")});
        const QByteArray result = run(QStringLiteral("unzip"), {QStringLiteral("-p"), QStringLiteral("result.zip")});
        QCOMPARE(m_exitCode, 0);
        QVERIFY(result.startsWith("Last_Name,First Name,Company,STATUS,RECORD_ID,ERRORS\r\n"));
        QCOMPARE(result.count("\r\n"), 41);
        for (const char *line : {"Vogt,Lena,Alpenmilch eG,skipped,,INVALID_DATA-Email\r\n",
                                 ",Imani,Baobab Crafts,skipped,,MANDATORY_NOT_FOUND-Last_Name\r\n",
                                 "Rahman,Tasnim,Padma Jute,skipped,,INVALID_DATA-Owner\r\n",
                                 "Fernandes,Beatriz,Ilha Cafés,skipped,,INVALID_DATA-First_Contact\r\n"})
            QVERIFY2(result.contains(line), line);
        const QByteArray names =
            run(QStringLiteral("unzip"), {QStringLiteral("-Z1"), QStringLiteral("result.zip")}).trimmed();
        QCOMPARE(names, QByteArray("Leads-leads.csv"));
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestPracticeCurl)
#include "tst_practice_curl.moc"
