#include "practice/PracticeHost.h"
#include "tests/support/ConsoleProgram.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QJsonArray>

using support::ConsoleOutput;
using support::ConsoleProgram;

namespace {

enum Exit { Fine = 0, UsageWrong = 2, JobRefused = 4, SignInNeeded = 5, NetworkTrouble = 6 };

const char *const secret = "1000.canary.7f3a";
const char *const body =
    "{\"operation\":\"insert\",\"resource\":[{\"type\":\"data\",\"module\":{\"api_name\":\"Leads\"},"
    "\"file_id\":\"4150868000005364001\",\"field_mappings\":[{\"api_name\":\"Last_Name\",\"index\":0},"
    "{\"api_name\":\"Mobile\",\"index\":1},{\"api_name\":\"Owner\",\"index\":2,\"find_by\":\"email\"}]}]}";

QByteArray quoted(const char *withSingleQuotes)
{
    return QByteArray(withSingleQuotes).replace('\'', '"');
}

} // namespace

/// The verbs as a script meets them: exit codes, standard output that parses, one sentence for each trouble.
class TestConsoleVerbs final : public QObject {
    Q_OBJECT
private:
    QString write(const char *name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    /// `BODY` among the words stands for the file with the create-job body.
    [[nodiscard]] ConsoleOutput run(const char *words) const
    {
        QStringList arguments = QString::fromLatin1(words).split(QLatin1Char(' '));
        arguments.replaceInStrings(QStringLiteral("BODY"), m_body);
        return m_program.run(arguments);
    }
    [[nodiscard]] QStringList atCrm(const QString &url) const
    {
        return {QStringLiteral("run"),          m_body,
                QStringLiteral("--api-domain"), url,
                QStringLiteral("--org"),        QStringLiteral("690415086"),
                QStringLiteral("--json")};
    }
    [[nodiscard]] ConsoleOutput explain(const QByteArray &answer, const QStringList &more = {}) const
    {
        return m_program.run(QStringList{QStringLiteral("explain"), write("answer", answer), QStringLiteral("--json")}
                             + more);
    }
    static bool isOneSentence(const QByteArray &err)
    {
        return ConsoleOutput::lines(err).size() == 1 && err.trimmed().size() > 10 && err.endsWith(".\n")
            && !err.contains(". ");
    }
    /// Runs the recorded body at a practice CRM that misbehaves once.
    [[nodiscard]] ConsoleOutput runWithFault(const char *fault) const
    {
        const QString script =
            write("fault.json", quoted("{'added_ms':0,'in_progress_ms':0,'faults':[") + quoted(fault) + "]}");
        return m_program.run({QStringLiteral("run"), m_body, QStringLiteral("--practice"), QStringLiteral("--json"),
                              QStringLiteral("--script"), script});
    }

    QTemporaryDir m_folder;
    ConsoleProgram m_program{QStringLiteral(WIZARD_PROGRAM)};
    QString m_body;
    QProcess m_unreachable; ///< started first, for it tries again for a while

private Q_SLOTS:
    void initTestCase()
    {
        m_body = write("body.json", body);
        QVERIFY(!m_body.isEmpty());
        ConsoleProgram program(QStringLiteral(WIZARD_PROGRAM));
        program.setToken(secret);
        program.start(m_unreachable, atCrm(QStringLiteral("http://127.0.0.1:9")));
    }
    void init() { support::failOnWarnings(); }

    void anAnswerIsExplained_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("inputs");
        QTest::addColumn<bool>("known");
        const auto row = [](const char *name, const char *answer, const char *code, const char *inputs, bool known) {
            QTest::newRow(name) << quoted(answer) << QString::fromLatin1(code) << QString::fromLatin1(inputs) << known;
        };
        row("field",
            "{'status':'error','code':'INVALID_FIELD_NAME','message':'invalid mapping. invalid api_name Last "
            "Name.','details':{}}",
            "INVALID_FIELD_NAME", "mapping:Last Name", true);
        row("two fields",
            "{'status':'error','code':'MANDATORY_FIELDS_NOT_MAPPED','message':'All mandatory fields are not "
            "mapped for the layout [Owner, Company]','details':{}}",
            "MANDATORY_FIELDS_NOT_MAPPED", "mapping:Owner mapping:Company", true);
        row("callback",
            "{'status':'error','code':'INVALID_CALLBACK_URL','message':'Invalid URL','details':{'reason':'x'}}",
            "INVALID_CALLBACK_URL", "callback.url", true);
        row("file", "{'status':'error','code':'FILE_NOT_SUPPORTED','message':'no','details':{}}", "FILE_NOT_SUPPORTED",
            "file", true);
        row("key",
            "{'status':'error','code':'MISSING_REQUIRED_KEY','message':'required key module is not found in "
            "request body.','details':{}}",
            "MISSING_REQUIRED_KEY", "module", true);
        row("unknown", "{'status':'error','code':'BRAND_NEW','message':'who knows','details':{'a':1}}", "BRAND_NEW",
            "job", false);
        row("empty", "", "", "job", false);
    }
    void anAnswerIsExplained()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const bool, known);

        const ConsoleOutput output = explain(answer);

        QCOMPARE(output.exitCode, int(Fine));
        QCOMPARE(output.err, QByteArray());
        QCOMPARE(output.events().size(), 1);
        const QJsonObject said = output.events().first();
        QCOMPARE(said.keys().join(QLatin1Char(' ')),
                 QStringLiteral("cause code details fix inputs known meaning message"));
        QTEST(said[QLatin1String("code")].toString(), "code");
        QStringList inputs;
        for (const QJsonValue &input : said[QLatin1String("inputs")].toArray())
            inputs.append(input.toString());
        QTEST(inputs.join(QLatin1Char(' ')), "inputs");
        QCOMPARE(said[QLatin1String("known")].toBool(), known);
        for (const char *key : {"meaning", "cause", "fix"}) {
            const QJsonValue value = said[QLatin1String(key)];
            QVERIFY2(known ? value.toString().endsWith(QLatin1Char('.')) : value.isNull(), key);
        }
    }

    void anExplanationForPeopleHasTheSameFacts()
    {
        const QString answer =
            write("refused.json", quoted("{'code':'FILE_NOT_SUPPORTED','message':'no','details':{},'status':'error'}"));
        const ConsoleOutput output = m_program.run({QStringLiteral("explain"), answer});
        QCOMPARE(output.exitCode, int(Fine));
        QStringList labels;
        for (const QByteArray &line : ConsoleOutput::lines(output.out))
            labels.append(QString::fromUtf8(line.left(line.indexOf(": "))));
        QCOMPARE(labels.join(QLatin1Char('|')), QStringLiteral("Code|Message|Inputs|Meaning|Cause|What to do"));
    }

    /// INVALID_DATA names nothing; only the request tells that the operation is what lacks.
    void theRequestHelpsToFindTheInput()
    {
        const QByteArray answer =
            quoted("{'status':'error','code':'INVALID_DATA','message':'Invalid data','details':{}}");
        const QByteArray withoutOperation = QByteArray(body).replace("\"operation\":\"insert\",", "");
        const QStringList request{QStringLiteral("--request"), write("request.json", withoutOperation)};
        QCOMPARE(explain(answer, request).events().first()[QLatin1String("inputs")][0].toString(),
                 QStringLiteral("operation"));
        const QStringList whole{QStringLiteral("--request"), m_body};
        QCOMPARE(explain(answer, whole).events().first()[QLatin1String("inputs")][0].toString(), QStringLiteral("job"));
    }

    void aSuccessIsNotExplained_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::newRow("by its body") << QStringList{};
        QTest::newRow("by its status") << QStringList{QStringLiteral("--status"), QStringLiteral("201")};
    }
    void aSuccessIsNotExplained()
    {
        QFETCH(const QStringList, more);
        const ConsoleOutput output =
            explain(quoted("{'status':'success','code':'SUCCESS','message':'success','details':{'id':'55','created_by':"
                           "{'id':'7','name':'Ada'}}}"),
                    more);
        QCOMPARE(output.exitCode, int(UsageWrong));
        QCOMPARE(output.out, QByteArray());
        QVERIFY2(isOneSentence(output.err), output.err.constData());
    }

    void whatCannotBeDoneIsSaidInOneSentence_data()
    {
        QTest::addColumn<int>("exit");
        const auto row = [](const char *words, Exit exit) { QTest::newRow(words) << int(exit); };
        row("run", UsageWrong);
        row("run BODY BODY --practice", UsageWrong);
        row("run BODY --practice --bogus", UsageWrong);
        row("run nowhere.json --practice", UsageWrong);
        row("run BODY --practice --file nowhere.csv", UsageWrong);
        row("run BODY --practice --script nowhere.json", UsageWrong);
        row("run BODY --script BODY", UsageWrong);
        row("run BODY --practice --script BODY", UsageWrong);
        row("run BODY --practice --api-version v99", UsageWrong);
        row("run BODY --api-domain http://crm.example.com", UsageWrong);
        row("run BODY", SignInNeeded);
        row("run BODY --api-domain https://crm.example.com", SignInNeeded); // no token in the environment
        row("run BODY --account nobody", SignInNeeded);
        row("explain", UsageWrong);
        row("explain nowhere.json", UsageWrong);
        row("explain BODY --status x", UsageWrong);
        row("explain BODY --request nowhere.json", UsageWrong);
        row("practice-server --port x", UsageWrong);
        row("practice-server --script nowhere.json", UsageWrong);
    }
    void whatCannotBeDoneIsSaidInOneSentence()
    {
        QFETCH(const int, exit);
        const ConsoleOutput output = run(QTest::currentDataTag());
        QCOMPARE(output.exitCode, exit);
        QCOMPARE(output.out, QByteArray());
        QVERIFY2(isOneSentence(output.err), output.err.constData());
    }

    void helpAndVersionAreResults()
    {
        const ConsoleOutput help = run("--help");
        QCOMPARE(help.exitCode, int(Fine));
        for (const char *verb : {"run PLAN", "explain RESPONSE", "practice-server"})
            QVERIFY2(help.out.contains(verb), verb);
        QCOMPARE(run("--version").out, QByteArray("crm-import-wizard " WIZARD_VERSION "\n"));
        QCOMPARE(help.err, QByteArray());
    }

    /// What looks wrong here is a warning; the body goes out all the same and the CRM has the last word.
    void theLocalCheckWarnsInWords()
    {
        const QString strange = write("strange.json", QByteArray(body).replace("\"operation\":\"insert\",", ""));
        const ConsoleOutput output =
            m_program.run({QStringLiteral("run"), strange, QStringLiteral("--practice"), QStringLiteral("--json")});
        QCOMPARE(output.exitCode, int(JobRefused));
        const QList<QByteArray> lines = ConsoleOutput::lines(output.err);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], QByteArray("Warning: No operation (insert, update or upsert) is given."));
        QVERIFY2(lines[1].contains("INVALID_DATA"), lines[1].constData());
    }

    void aRefusedTokenNeedsASignIn()
    {
        practice::PracticeHost host;
        QVERIFY(host.start({}).ok());
        ConsoleProgram program(QStringLiteral(WIZARD_PROGRAM));
        program.setToken(secret);
        const ConsoleOutput output = program.run(atCrm(host.baseUrl().toString()));
        QCOMPARE(output.exitCode, int(SignInNeeded));
        QCOMPARE(output.event("refused")[QLatin1String("code")].toString(), QStringLiteral("INVALID_TOKEN"));
        QCOMPARE(output.event("refused")[QLatin1String("inputs")][0].toString(), QStringLiteral("account"));
        QVERIFY2(isOneSentence(output.err), output.err.constData());
        QVERIFY(!(output.out + output.err).contains(secret));
    }

    void anAnswerThatNeverCameIsNoFailure()
    {
        const QString script =
            write("drop.json", quoted("{'faults':[{'kind':'drop_after','match':'POST /crm/bulk'}]}"));
        const ConsoleOutput output = m_program.run({QStringLiteral("run"), m_body, QStringLiteral("--practice"),
                                                    QStringLiteral("--json"), QStringLiteral("--script"), script});
        QCOMPARE(output.exitCode, int(NetworkTrouble));
        QVERIFY2(isOneSentence(output.err), output.err.constData());
        QVERIFY2(output.err.contains("look into the CRM before trying again"), output.err.constData());
        QVERIFY(output.event("job_created").isEmpty());
        QCOMPARE(output.event("failed")[QLatin1String("error")].toString(), QStringLiteral("OutcomeUnknown"));
    }

    void whatTheServerWroteStaysOnOneLine()
    {
        const ConsoleOutput output =
            runWithFault("{'kind':'status','match':'POST /crm/bulk','status':400,'body':{'status':'error',"
                         "'code':'BRAND_NEW','message':'first\\nsecond.','details':{}}}");
        QCOMPARE(output.exitCode, int(JobRefused));
        QVERIFY2(isOneSentence(output.err), output.err.constData());
        QVERIFY2(output.err.contains("(BRAND_NEW: first second)"), output.err.constData());
        QCOMPARE(output.event("refused")[QLatin1String("message")].toString(), QStringLiteral("first\nsecond."));
    }

    void aRefusalWithoutAMessageIsSaidToo()
    {
        const ConsoleOutput output = runWithFault("{'kind':'status','match':'POST /crm/bulk','status':400,'body':"
                                                  "{'status':'error','code':'COEXISTENCE_NOT_ALLOWED'}}");
        QCOMPARE(output.exitCode, int(JobRefused));
        QVERIFY2(isOneSentence(output.err), output.err.constData());
        QVERIFY2(output.err.contains("(COEXISTENCE_NOT_ALLOWED)"), output.err.constData());
    }

    /// The job is there, so nothing may read as if it had been refused.
    void aRefusedPollDoesNotUnmakeTheJob()
    {
        const ConsoleOutput output =
            runWithFault("{'kind':'status','match':'GET /crm/bulk','status':404,'body':{'status':'error','code':"
                         "'RESOURCE_NOT_FOUND','message':'The requested resource does not exist.','details':{}}}");
        QCOMPARE(output.exitCode, int(NetworkTrouble));
        QVERIFY(!output.event("job_created").isEmpty());
        QVERIFY(output.event("refused").isEmpty());
        QCOMPARE(output.event("failed")[QLatin1String("code")].toString(), QStringLiteral("RESOURCE_NOT_FOUND"));
        QVERIFY2(isOneSentence(output.err), output.err.constData());
        QVERIFY2(output.err.contains("does not know this job"), output.err.constData());
    }

    void aJobThatTheCrmGaveUpIsNamed()
    {
        const ConsoleOutput output =
            runWithFault("{'kind':'status','match':'GET /crm/bulk','status':200,'body':{'status':'FAILED','id':'1',"
                         "'message':'improper csv','resource':[]}}");
        QCOMPARE(output.exitCode, int(NetworkTrouble));
        QVERIFY2(isOneSentence(output.err), output.err.constData());
        QVERIFY2(output.err.contains("4150868000005350003") && output.err.contains("improper csv"),
                 output.err.constData());
    }

    void aRightThatIsMissingNeedsASignIn()
    {
        const ConsoleOutput output =
            runWithFault("{'kind':'status','match':'POST /crm/bulk','status':401,'body':{'status':'error','code':"
                         "'OAUTH_SCOPE_MISMATCH','message':'invalid oauth scope to access this URL','details':{}}}");
        QCOMPARE(output.exitCode, int(SignInNeeded));
        QCOMPARE(output.event("refused")[QLatin1String("inputs")][0].toString(), QStringLiteral("account"));
    }

    /// The CRM counts rows that it did not process as skipped.
    void rowsThatWereNotProcessedAreNoContradiction()
    {
        const QString plan = write("update.json",
                                   quoted("{'operation':'update','resource':[{'type':'data','module':{'api_name':"
                                          "'Contacts'},'find_by':'Email','field_mappings':[{'api_name':'Email','index':"
                                          "0},{'api_name':'Last_Name','index':1}]}]}"));
        const QString file =
            write("contacts.csv", "Email,Last_Name\r\nin.process@example.com,New\r\npriya.raman@example.com,Newer\r\n");
        const ConsoleOutput output = m_program.run({QStringLiteral("run"), plan, QStringLiteral("--file"), file,
                                                    QStringLiteral("--practice"), QStringLiteral("--json")});
        QCOMPARE(output.exitCode, 3);
        QCOMPARE(output.event("result")[QLatin1String("unprocessed")].toInt(), 1);
        QCOMPARE(output.event("result")[QLatin1String("updated")].toInt(), 1);
        QVERIFY2(output.troubles().isEmpty(), output.err.constData());
    }

    /// Less than all rows is no success, even when every row that is told of went in.
    void countsThatDoNotComeOutAreNoSuccess()
    {
        const ConsoleOutput output = runWithFault(
            "{'kind':'status','match':'GET /crm/bulk','status':200,'body':{'status':'COMPLETED','id':"
            "'4150868000005350003','resource':[{'file':{'status':'COMPLETED','added_count':5,'updated_count':0,"
            "'skipped_count':0,'total_count':5}}],'result':{'download_url':"
            "'/v2.1/crm/org690415086/bulk-write/4150868000005350003/4150868000005350003.zip'}}}");
        QCOMPARE(output.exitCode, int(NetworkTrouble));
        QCOMPARE(output.event("result")[QLatin1String("added")].toInt(), 3);
        QCOMPARE(output.err, QByteArray("The result file and the CRM's own counts differ; look at both.\n"));
    }

    /// A request with more than one module cannot be sent anew in whole; whoever relies on it has to know.
    void whatIsNotSentIsSaid()
    {
        const QByteArray two =
            QByteArray(body).replace("]}]}", "]},{\"type\":\"data\",\"module\":{\"api_name\":\"X\"}}]}");
        const QString plan = write("two.json", two);
        const QString file = write("leads.csv", "L,M,O\r\nA,1,\r\n");
        const ConsoleOutput output = m_program.run({QStringLiteral("run"), plan, QStringLiteral("--file"), file,
                                                    QStringLiteral("--practice"), QStringLiteral("--json")});
        QCOMPARE(output.exitCode, int(Fine));
        QVERIFY2(output.err.contains("Warning: The request's resource[1] is not known here and is not sent.\n"),
                 output.err.constData());
    }

    /// The findings of the window, as warnings: a script is not stopped by them.
    void valuesAreCheckedBeforeTheyGoUp()
    {
        const QByteArray request =
            QByteArray(body)
                .replace("{\"api_name\":\"Mobile\",\"index\":1}", "{\"api_name\":\"Lead_Source\",\"index\":1}")
                .replace("{\"api_name\":\"Owner\",\"index\":2,\"find_by\":\"email\"}",
                         "{\"api_name\":\"Layout\",\"default_value\":{\"value\":\"79\"}}");
        const QString plan = write("cells.json",
                                   quoted("{'format':'crm-import-plan','version':2,'cells':{'Lead_Source':{'values':"
                                          "{'Messe':'Trade Show'}}},'request':")
                                       + request + "}");
        const QStringList words{QStringLiteral("run"), plan, QStringLiteral("--practice"), QStringLiteral("--json")};
        const QString file = write("sources.csv", "L,S\r\nA,Messe\r\nB,Kino\r\n");
        const QByteArray made = m_program.run(QStringList(words) << QStringLiteral("--file") << file).err;
        QVERIFY2(made.contains("Warning: The CRM will add values that Lead_Source does not have: \"Kino\" (1).\n"),
                 made.constData());
        QVERIFY2(made.contains("Warning: The module has no layout with the ID 79.\n"), made.constData());
        QVERIFY(!made.contains("uploaded already"));
        // Nothing can become of the cells of a file that is there already.
        const QByteArray uploaded = m_program.run(words).err;
        QVERIFY2(uploaded.contains("The file is uploaded already, so that the cells for Lead_Source go up as they are"),
                 uploaded.constData());
    }

    /// A token read from a file ends with a line end, which must not end up in the request's head.
    void aLineEndBehindTheTokenIsNotPartOfIt()
    {
        practice::PracticeOptions options;
        options.token = base::Secret(secret);
        options.script.added = options.script.inProgress = std::chrono::milliseconds(0);
        practice::PracticeHost host;
        QVERIFY(host.start(options).ok());
        ConsoleProgram program(QStringLiteral(WIZARD_PROGRAM));
        program.setToken(QByteArray(secret) + '\n');
        QCOMPARE(program.run(atCrm(host.baseUrl().toString())).exitCode, int(Fine));
    }

    void aPortThatIsTakenIsNamed()
    {
        practice::PracticeHost host;
        QVERIFY(host.start({}).ok());
        const QString port = QString::number(host.baseUrl().port());
        const ConsoleOutput output = m_program.run({QStringLiteral("practice-server"), QStringLiteral("--port"), port});
        QCOMPARE(output.exitCode, int(NetworkTrouble));
        QCOMPARE(output.out, QByteArray());
        QVERIFY2(isOneSentence(output.err), output.err.constData());
        QVERIFY2(output.err.contains(port.toLatin1()), output.err.constData());
    }

    /// An answer without a code is explained by its status, where the status alone means something.
    void aStatusIsExplainedWhenThereIsNoCode()
    {
        const auto said = [this](const char *status) {
            return explain("<html>no</html>", {QStringLiteral("--status"), QString::fromLatin1(status)})
                .events()
                .first();
        };
        QCOMPARE(said("413")[QLatin1String("inputs")][0].toString(), QStringLiteral("file"));
        QVERIFY(said("413")[QLatin1String("known")].toBool());
        QVERIFY(!said("400")[QLatin1String("known")].toBool());
    }

    /// The token is in nobody's sight: not in what is printed, and not in what is left in the program's folders.
    void theTokenIsNeverShown()
    {
        practice::PracticeOptions options;
        options.token = base::Secret(secret);
        options.script.added = options.script.inProgress = std::chrono::milliseconds(0);
        practice::PracticeHost host;
        QVERIFY(host.start(options).ok());
        ConsoleProgram program(QStringLiteral(WIZARD_PROGRAM));
        program.setToken(secret);
        const ConsoleOutput output = program.run(atCrm(host.baseUrl().toString()));
        QCOMPARE(output.exitCode, int(Fine));
        QCOMPARE(output.event("result")[QLatin1String("added")].toInt(), 3);
        QVERIFY(!(output.out + output.err).contains(secret));
        QVERIFY(!program.leaves(secret));
    }

    void anUnreachableHostIsNetworkTrouble()
    {
        const ConsoleOutput output = ConsoleProgram::end(m_unreachable);
        QCOMPARE(output.exitCode, int(NetworkTrouble));
        QCOMPARE(output.err, QByteArray("The host 127.0.0.1 refused the connection.\n"));
        QCOMPARE(output.events().size(), 1);
        QCOMPARE(output.event("failed")[QLatin1String("error")].toString(), QStringLiteral("ConnectionRefused"));
        QVERIFY(!output.out.contains(secret));
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestConsoleVerbs)
#include "tst_console_verbs.moc"
