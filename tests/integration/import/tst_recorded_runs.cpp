#include "base/SafeFile.h"
#include "tests/support/ConsoleProgram.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>

using support::ConsoleOutput;
using support::ConsoleProgram;

/// The recorded create-job bodies through the program as a script would start it. The practice CRM finds by its own rules
/// what the recorded CRM found.
class TestRecordedRuns final : public QObject {
    Q_OBJECT
private:
    static constexpr int refusedByCrm = 4;

    static QByteArray recordedBody(const QString &name)
    {
        const auto file = base::readSmallFile(
            QStringLiteral(WIZARD_TEST_DATA "/recorded/create-bulk-write-job.postman-item.json"), 1 << 20);
        const QJsonArray all = QJsonDocument::fromJson(*file).object().value(QLatin1String("response")).toArray();
        for (const QJsonValue &exchange : all) {
            if (exchange[QLatin1String("name")].toString() == name)
                return exchange[QLatin1String("originalRequest")][QLatin1String("body")][QLatin1String("raw")]
                    .toString()
                    .toUtf8();
        }
        return {};
    }

    QString write(const QString &name, const QByteArray &content) const
    {
        const QString path = m_folder.filePath(name);
        return base::writeFileSafely(path, content).ok() ? path : QString();
    }
    QString bodyFile(const QString &name) const { return write(name + QLatin1String(".json"), recordedBody(name)); }

    static QStringList inputsOf(const QJsonObject &refused)
    {
        QStringList inputs;
        for (const QJsonValue &input : refused[QLatin1String("inputs")].toArray())
            inputs.append(input.toString());
        return inputs;
    }
    static QStringList names(const ConsoleOutput &output)
    {
        QStringList names;
        for (const QJsonObject &event : output.events())
            names.append(event.value(QLatin1String("event")).toString());
        return names;
    }

    QTemporaryDir m_folder;
    ConsoleProgram m_program{QStringLiteral(WIZARD_PROGRAM)};
    QString m_quick;

private Q_SLOTS:
    void initTestCase()
    {
        m_quick = write(QStringLiteral("quick.json"), R"({"added_ms": 20, "in_progress_ms": 20})");
        QVERIFY(!m_quick.isEmpty());
    }
    void init() { support::failOnWarnings(); }

    void theAcceptedBodyEndsWithAllRowsIn()
    {
        const ConsoleOutput output = m_program.run({QStringLiteral("run"), bodyFile(QStringLiteral("SUCCESS RESPONSE")),
                                                    QStringLiteral("--practice"), QStringLiteral("--json"),
                                                    QStringLiteral("--script"), m_quick});

        QCOMPARE(output.err, ownerByWhat);
        QCOMPARE(output.exitCode, 0);
        QCOMPARE(output.event("job_created")[QLatin1String("id")].toString(), QStringLiteral("4150868000005350003"));
        QCOMPARE(output.event("job_created")[QLatin1String("created_by")][QLatin1String("name")].toString(),
                 QStringLiteral("Patricia Boyle"));
        QCOMPARE(output.event("job_status")[QLatin1String("status")].toString(), QStringLiteral("COMPLETED"));
        const QJsonObject result = output.event("result");
        QCOMPARE(result[QLatin1String("total")].toInt(), 3);
        QCOMPARE(result[QLatin1String("added")].toInt(), 3);
        QCOMPARE(names(output).first(), QStringLiteral("job_created"));
        QCOMPARE(names(output).last(), QStringLiteral("result"));
    }

    void aRefusedBodyNamesItsInput_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *code, const char *input, const char *message) {
            QTest::newRow(code) << QString::fromLatin1(input) << QString::fromLatin1(message);
        };
        row("MANDATORY_FIELDS_NOT_MAPPED", "mapping:Owner",
            "All mandatory fields are not mapped for the layout [Owner]");
        row("INVALID_CALLBACK_URL", "callback.url", "Invalid URL 'http://requestbin.fullcontact.com' for callback.");
        row("INVALID_DATA", "operation", "Invalid data");
        row("MISSING_REQUIRED_KEY", "module", "required key module is not found in request body.");
        row("INVALID_FIELD_NAME", "mapping:Last Name", "invalid mapping. invalid api_name Last Name.");
    }

    void aRefusedBodyNamesItsInput()
    {
        QFETCH(const QString, input);
        QFETCH(const QString, message);
        const QString code = QString::fromLatin1(QTest::currentDataTag());

        const ConsoleOutput output = m_program.run(
            {QStringLiteral("run"), bodyFile(code), QStringLiteral("--practice"), QStringLiteral("--json")});

        checkRefusal(output, code, input, message);
    }

    /// A file ID serves one job: the second program finds it spent at the same CRM.
    void aSpentFileIsRefusedOnTheFile()
    {
        QProcess crm;
        m_program.start(crm, {QStringLiteral("practice-server"), QStringLiteral("--script"), m_quick});
        QVERIFY(crm.waitForStarted());
        while (crm.bytesAvailable() < 1 || !crm.peek(1000).contains("Token: "))
            QVERIFY(crm.waitForReadyRead(20'000));
        const QList<QByteArray> said = ConsoleOutput::lines(crm.readAllStandardOutput());
        QCOMPARE(said.size(), 2);
        const QString url = QString::fromLatin1(said[0].mid(int(qstrlen("Base URL: "))));
        ConsoleProgram program(QStringLiteral(WIZARD_PROGRAM));
        program.setToken(said[1].mid(int(qstrlen("Token: "))));
        const QString body = bodyFile(QStringLiteral("FILE_NOT_SUPPORTED"));
        const QStringList arguments{QStringLiteral("run"),
                                    body,
                                    QStringLiteral("--api-domain"),
                                    url,
                                    QStringLiteral("--upload-domain"),
                                    url,
                                    QStringLiteral("--org"),
                                    QStringLiteral("690415086"),
                                    QStringLiteral("--json")};

        const ConsoleOutput first = program.run(arguments);
        QCOMPARE(first.err, ownerByWhat);
        QCOMPARE(first.exitCode, 0);
        const ConsoleOutput second = program.run(arguments);

        checkRefusal(second, QStringLiteral("FILE_NOT_SUPPORTED"), QStringLiteral("file"),
                     QStringLiteral("File not supported for bulk write"));
        crm.terminate();
        const ConsoleOutput server = ConsoleProgram::end(crm);
        QCOMPARE(server.exitCode, 0);
        QCOMPARE(server.err, QByteArray());
    }

    /// Nothing but the program is needed to try it, wherever it is started.
    void theSampleIsBuiltIn()
    {
        const ConsoleOutput output = m_program.run({QStringLiteral("run"), QStringLiteral("--practice"),
                                                    QStringLiteral("--json"), QStringLiteral("--script"), m_quick});
        checkSample(output);
    }

    void theSampleCanBeRunAsAFile()
    {
        const QString plan = QStringLiteral(WIZARD_SOURCE_DIR "/resources/samples/leads.importplan.json");
        checkSample(m_program.run({QStringLiteral("run"), plan, QStringLiteral("--practice"), QStringLiteral("--json"),
                                   QStringLiteral("--script"), m_quick}));
    }

private:
    static void checkRefusal(const ConsoleOutput &output, const QString &code, const QString &input,
                             const QString &message)
    {
        QCOMPARE(output.exitCode, refusedByCrm);
        QCOMPARE(names(output), QStringList{QStringLiteral("refused")});
        const QJsonObject refused = output.event("refused");
        QCOMPARE(refused[QLatin1String("code")].toString(), code);
        QCOMPARE(refused[QLatin1String("message")].toString(), message);
        QCOMPARE(inputsOf(refused), QStringList{input});
        QVERIFY2(output.troubles().size() == 1, output.err.constData());
        QVERIFY2(output.troubles().first().contains(code.toUtf8()), output.err.constData());
        QVERIFY(output.troubles().first().endsWith('.'));
    }

    /// The CRM took the recorded body as it is, so that this is no error.
    inline static const QByteArray ownerByWhat =
        "Warning: The lookup field Owner does not say by what the other record is found (find_by).\n";
    inline static const QList<QByteArray> sampleWarnings{
        "Warning: The CRM refuses rows without a value in column 0 for the mandatory field Last_Name: 1.",
        "Warning: Cells of column 4 that do not look like what Email takes (email): 1.",
        "Warning: Cells of column 9 that do not look like what First_Contact takes (date): 1."};

    static void checkSample(const ConsoleOutput &output)
    {
        // What is wrong in the sample on purpose is said before it is sent.
        QCOMPARE(support::ConsoleOutput::lines(output.err), sampleWarnings);
        QCOMPARE(output.exitCode, 3);
        const QStringList order = names(output);
        QCOMPARE(order.mid(0, 2), (QStringList{QStringLiteral("uploaded"), QStringLiteral("job_created")}));
        QCOMPARE(output.event("uploaded")[QLatin1String("rows")].toInt(), 40);
        QCOMPARE(output.event("uploaded")[QLatin1String("columns")].toInt(), 12);
        QCOMPARE(order.last(), QStringLiteral("result"));
        QCOMPARE(output.event("result")[QLatin1String("added")].toInt(), 36);
        QCOMPARE(output.event("result")[QLatin1String("skipped")].toInt(), 4);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestRecordedRuns)
#include "tst_recorded_runs.moc"
