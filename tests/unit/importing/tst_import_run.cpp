#include "importing/ImportRun.h"
#include "importing/ResultReading.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestMain.h"

/// Waits with time going on: calls keep a distance from each other by the clock.
#define WAIT_FOR(condition)                                                                                            \
    for (int n = 0; n < 400 && !(condition); ++n) {                                                                    \
        m_clock->advance(50ms);                                                                                        \
        QTest::qWait(5);                                                                                               \
    }                                                                                                                  \
    QVERIFY(condition)

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace std::chrono_literals;
using Run = importing::ImportRun;

namespace {

/// Answers each request by its path, counts the create calls, and may close instead of answering one.
class StubCrm final : public QTcpServer {
public:
    StubCrm()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, &StubCrm::accept);
    }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

    QByteArray create = "201 Created";
    QByteArray createBody = R"({"status":"success","code":"SUCCESS","message":"success",)"
                            R"("details":{"id":"55","created_by":{"id":"7","name":"Ada"}}})";
    QByteArray jobStatus = "INPROGRESS";
    QByteArray counts = R"("added_count":2,"skipped_count":1,"updated_count":0,"total_count":3)";
    QByteArray archive;
    bool dropCreate = false;
    bool dropPolls = false;
    int creates = 0;
    int polls = 0;
    QByteArray lastBody;

private:
    void accept()
    {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    void read(QTcpSocket *socket)
    {
        const QByteArray so_far = socket->property("seen").toByteArray() + socket->readAll();
        socket->setProperty("seen", so_far);
        const qsizetype end = so_far.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = so_far.left(end).toLower();
        const qsizetype at = head.indexOf("content-length:");
        const qsizetype length =
            at < 0 ? 0 : head.mid(at + 15, head.indexOf("\r\n", at) - at - 15).trimmed().toLongLong();
        if (so_far.size() < end + 4 + length)
            return;
        socket->setProperty("seen", QByteArray());
        answer(socket, so_far.left(so_far.indexOf("\r\n")), so_far.mid(end + 4, length));
    }

    void answer(QTcpSocket *socket, const QByteArray &line, const QByteArray &body)
    {
        if (line.startsWith("POST /crm/bulk")) {
            ++creates;
            lastBody = body;
            if (dropCreate)
                socket->disconnectFromHost();
            else
                send(socket, create, "application/json", createBody);
        } else if (line.contains("/write/55")) {
            ++polls;
            if (dropPolls)
                socket->abort();
            else
                send(socket, "200 OK", "application/json", details());
        } else if (line.contains("/upload")) {
            send(socket, "200 OK", "application/json",
                 R"({"status":"success","code":"FILE_UPLOAD_SUCCESS","message":"x","details":{"file_id":"900"}})");
        } else {
            send(socket, "200 OK", "application/zip", archive);
        }
    }

    [[nodiscard]] QByteArray details() const
    {
        const QByteArray result =
            jobStatus == "COMPLETED" ? QByteArray(R"(,"result":{"download_url":"/result.zip"})") : QByteArray();
        return R"({"id":"55","operation":"insert","status":")" + jobStatus + R"(","resource":[{"status":")" + jobStatus
            + R"(","file":{"status":")" + jobStatus + "\"," + counts + "}}]" + result + "}";
    }

    static void send(QTcpSocket *socket, const QByteArray &status, const QByteArray &type, const QByteArray &body)
    {
        socket->write("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: "
                      + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
        socket->disconnectFromHost();
    }
};

} // namespace

class TestImportRun final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_clock = std::make_unique<support::FakeClock>();
        m_crm = std::make_unique<StubCrm>();
        m_folder = std::make_unique<QTemporaryDir>();
        const auth::ServiceHosts hosts{m_crm->url(), m_crm->url()};
        m_api = std::make_unique<net::CrmApi>(net::ApiTarget{hosts, nullptr, crm::OrgId(QStringLiteral("1"))},
                                              std::make_shared<auth::FixedTokenProvider>(base::Secret("t")),
                                              net::HostPolicy(), *m_clock);
        m_crm->archive =
            zipOf("Last_Name,STATUS,RECORD_ID,ERRORS\na,added,1,\nb,added,2,\nc,skipped,,DUPLICATE_DATA-Email\n");
    }

    void cleanup()
    {
        m_api.reset(); // before the clock that it uses
        m_crm.reset();
        m_clock.reset();
    }

    void aJobIsWatchedToItsResult()
    {
        Run run(*m_api, uploadedFile(), *m_clock);
        const QSignalSpy finished(&run, &Run::finished);
        run.start();
        WAIT_FOR(run.state() == Run::State::Polling);
        QCOMPARE(run.job()->id.text(), QStringLiteral("55"));
        QCOMPARE(m_clock->now().msecsTo(run.nextPoll()), 2000);
        m_clock->advance(2s);
        WAIT_FOR(m_crm->polls == 1);
        WAIT_FOR(run.nextPoll().isValid());
        QCOMPARE(m_clock->now().msecsTo(run.nextPoll()), 3000);
        m_crm->jobStatus = "COMPLETED";
        m_clock->advance(3s);
        WAIT_FOR(run.state() == Run::State::Finished);
        QCOMPARE(finished.count(), 1);
        const crm::JobCounts expected{2, 0, 1, 3};
        QVERIFY(run.result()->counts == expected);
        QVERIFY(*run.result()->serverCounts == expected);
        QCOMPARE(run.result()->archive, m_crm->archive);
        QCOMPARE(run.result()->file.rows.at(2).errors.at(0).code, QStringLiteral("DUPLICATE_DATA"));
        QCOMPARE(m_crm->creates, 1);
    }

    void countsThatDifferAreBothKept()
    {
        m_crm->jobStatus = "COMPLETED";
        m_crm->counts = R"("added_count":3,"skipped_count":0,"updated_count":0,"total_count":3)";
        Run run(*m_api, uploadedFile(), *m_clock);
        run.start();
        WAIT_FOR(run.state() == Run::State::Polling);
        run.pollNow();
        WAIT_FOR(run.state() == Run::State::Finished);
        QCOMPARE(run.result()->counts.added, 2);
        QCOMPARE(run.result()->serverCounts->added, 3);
    }

    void aSpreadsheetIsUploadedFirstAndItsIdGoesIntoTheRequest()
    {
        importing::RunOrder order = uploadedFile();
        order.request.fileId = {};
        order.exactBody = "{}";
        order.source = csv("Name\nx\n");
        Run run(*m_api, order, *m_clock);
        run.start();
        WAIT_FOR(run.state() == Run::State::Polling);
        QCOMPARE(run.fileId().text(), QStringLiteral("900"));
        QVERIFY(m_crm->lastBody.contains("\"900\""));
        QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("upload-*")}, QDir::Dirs).isEmpty());
    }

    void aBareBodyGoesOutAsItStands()
    {
        importing::RunOrder order = uploadedFile();
        order.exactBody = "{ \"odd\" :   1 }";
        Run run(*m_api, order, *m_clock);
        run.start();
        WAIT_FOR(run.state() == Run::State::Polling);
        QCOMPARE(m_crm->lastBody, *order.exactBody);
    }

    void aRefusalIsKeptAndNothingIsSentAgain()
    {
        m_crm->create = "400 Bad Request";
        m_crm->createBody = R"({"status":"error","code":"INVALID_DATA","message":"Invalid data","details":{}})";
        Run run(*m_api, uploadedFile(), *m_clock);
        run.start();
        WAIT_FOR(run.state() == Run::State::Refused);
        QCOMPARE(run.failure()->refusal->code, QStringLiteral("INVALID_DATA"));
        QCOMPARE(m_crm->creates, 1);
    }

    void aLostAnswerIsAnUnknownOutcomeAndNothingIsSentAgain()
    {
        m_crm->dropCreate = true;
        Run run(*m_api, uploadedFile(), *m_clock);
        run.start();
        WAIT_FOR(run.state() == Run::State::OutcomeUnknown);
        m_clock->advance(10min);
        QTest::qWait(20);
        QCOMPARE(m_crm->creates, 1);
        QVERIFY(!run.job());
    }

    void aStoppedWatchKeepsTheJobAndCanGoOn()
    {
        Run run(*m_api, uploadedFile(), *m_clock);
        run.start();
        WAIT_FOR(run.state() == Run::State::Polling);
        run.stop();
        QCOMPARE(run.state(), Run::State::Stopped);
        m_clock->advance(1h);
        QCOMPARE(m_crm->polls, 0);
        m_crm->jobStatus = "COMPLETED";
        run.resumeWatching();
        WAIT_FOR(run.state() == Run::State::Finished);
    }

    void whoStopsWhileAStepIsEnteredStopsItsCall()
    {
        Run run(*m_api, uploadedFile(), *m_clock);
        connect(&run, &Run::stateChanged, &run, [&run] {
            if (run.state() == Run::State::Creating)
                run.stop();
        });
        run.start();
        WAIT_FOR(run.state() == Run::State::Stopped);
        m_clock->advance(1h);
        QTest::qWait(20);
        QCOMPARE(m_crm->creates, 0);
    }

    /// The CRM goes on without us, so a broken connection is no reason to stop looking.
    void aConnectionThatBreaksWhileTheCrmWorksIsWaitedFor()
    {
        Run run(*m_api, uploadedFile(), *m_clock);
        QList<int> attempts;
        connect(&run, &Run::waiting, &run, [&attempts](int, int of, const QDateTime &) { attempts.append(of); });
        run.start();
        WAIT_FOR(run.state() == Run::State::Polling);
        m_crm->dropPolls = true;
        run.pollNow();
        for (int n = 0; n < 400 && !attempts.contains(0); ++n) {
            m_clock->advance(1s);
            QTest::qWait(5);
        }
        QVERIFY(attempts.contains(0));
        QCOMPARE(run.state(), Run::State::Polling);
        QCOMPARE(m_clock->now().msecsTo(run.nextPoll()), qint64(30'000));
        m_crm->dropPolls = false;
        m_crm->jobStatus = "COMPLETED";
        run.pollNow();
        WAIT_FOR(run.state() == Run::State::Finished);
        QCOMPARE(m_crm->creates, 1);
    }

    void aJobThatFailedInTheCrmIsAFailure()
    {
        m_crm->jobStatus = "FAILED";
        Run run(*m_api, uploadedFile(), *m_clock);
        run.start();
        WAIT_FOR(run.state() == Run::State::Polling);
        run.pollNow();
        WAIT_FOR(run.state() == Run::State::Failed);
        QCOMPARE(run.failure()->error.code, base::ErrorCode::ServerTrouble);
        QCOMPARE(run.details()->state, crm::JobState::Failed);
    }

    void aResultThatIsNoZipIsAFailureThatCanBeTriedAgain()
    {
        const QByteArray good = std::exchange(m_crm->archive, "PK no zip");
        m_crm->jobStatus = "COMPLETED";
        Run run(*m_api, uploadedFile(), *m_clock);
        run.start();
        WAIT_FOR(run.state() == Run::State::Polling);
        run.pollNow();
        QTRY_VERIFY(run.ended() || m_clock->hasTimers());
        for (int n = 0; n < 40 && !run.ended(); ++n) {
            m_clock->advance(10s);
            QTest::qWait(5);
        }
        QCOMPARE(run.state(), Run::State::Failed);
        m_crm->archive = good;
        run.resumeWatching();
        WAIT_FOR(run.state() == Run::State::Finished);
    }

    void aResultWithoutAStatusColumnIsNotGuessedAt()
    {
        const auto result = importing::readResultArchive(zipOf("a,b\n1,2\n"), {});
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, base::ErrorCode::AnswerNotUnderstood);
    }

private:
    [[nodiscard]] importing::RunOrder uploadedFile() const
    {
        importing::RunOrder order;
        order.tempFolder = m_folder->path();
        order.request.operation = crm::Operation::Insert;
        order.request.fileId = crm::FileId(QStringLiteral("123"));
        return order;
    }

    [[nodiscard]] tabular::SourceFile csv(const QByteArray &text) const
    {
        QFile file(m_folder->filePath(QStringLiteral("rows.csv")));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        return written ? tabular::SourceFile{file.fileName(), {}} : tabular::SourceFile{};
    }

    [[nodiscard]] QByteArray zipOf(const QByteArray &text) const
    {
        const QString path = m_folder->filePath(QStringLiteral("made.zip"));
        if (!tabular::writePart(csv(text), path, {}, {}))
            return {};
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<support::FakeClock> m_clock;
    std::unique_ptr<StubCrm> m_crm;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<net::CrmApi> m_api;
};

WIZARD_TEST_MAIN(QCoreApplication, TestImportRun)
#include "tst_import_run.moc"
