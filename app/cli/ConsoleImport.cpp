#include "cli/ConsoleImport.h"

#include "cli/Output.h"
#include "cli/Sentences.h"
#include "crm/ErrorLocator.h"
#include "session/DataPaths.h"
#include "tabular/encoding/UsualPage.h"
#include "tabular/opening/Glance.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QLocale>
#include <QRandomGenerator>

namespace cli {

namespace {

const crm::ApiVersion *versionFor(const RunOptions &options, const importing::ImportPlan &plan)
{
    return crm::findApiVersion(options.apiVersion.isEmpty() ? plan.apiVersion : options.apiVersion);
}

} // namespace

ConsoleImport::ConsoleImport(RunOptions options)
    : m_options(std::move(options))
    , m_accounts(session::accountsFilePath())
    , m_keychain(m_clock)
{
    connect(&m_interrupt, &Interrupt::asked, this, [this] { interrupted(); });
}

ConsoleImport::~ConsoleImport() = default;

void ConsoleImport::start()
{
    if (!readPlan() || !chooseSource()) {
        QCoreApplication::exit(UsageWrong);
        return;
    }
    signIn();
}

bool ConsoleImport::readPlan()
{
    const QString path = m_options.plan.isEmpty() ? QStringLiteral(":/samples/leads.importplan.json") : m_options.plan;
    const base::Result<importing::ImportPlan> plan = importing::readPlanFile(path);
    if (plan)
        m_plan = *plan;
    else
        printTrouble(sentenceOf(plan.error()));
    return plan.ok();
}

bool ConsoleImport::chooseSource()
{
    if (!m_options.file.isEmpty()) {
        tabular::SourceFile source;
        if (m_plan.source) {
            source = *m_plan.source;
            source.path = m_options.file;
        } else {
            const base::Result<tabular::Glance> glance =
                tabular::glanceAt(m_options.file, tabular::usualPage(QLocale::system()), {});
            if (!glance) {
                printTrouble(sentenceOf(glance.error()));
                return false;
            }
            source = glance->source;
        }
        m_plan.source = source;
    }
    if (m_plan.source) {
        m_plan.request.fileId = {};
        m_plan.exactBody.reset();
    } else if (m_plan.request.fileId.isEmpty()) {
        printTrouble(
            QStringLiteral("The plan names neither a spreadsheet nor an uploaded file; give one with --file."));
        return false;
    }
    return true;
}

void ConsoleImport::signIn()
{
    if (m_options.practice) {
        signInToPractice();
    } else if (!m_options.account.isEmpty()) {
        signInAsSaved();
    } else if (!m_options.token.isEmpty() && !m_options.apiDomain.isEmpty()) {
        const QUrl upload = m_options.uploadDomain.isEmpty() ? m_options.apiDomain : m_options.uploadDomain;
        connectTo({m_options.apiDomain, upload}, m_options.token, m_options.org);
    } else {
        printTrouble(QStringLiteral("Sign-in is needed: use --practice, --account NAME, or CRM_ACCESS_TOKEN in the "
                                    "environment with --api-domain."));
        QCoreApplication::exit(SignInNeeded);
    }
}

void ConsoleImport::signInToPractice()
{
    practice::PracticeOptions options;
    if (!m_options.script.isEmpty()) {
        const std::optional<QByteArray> json = readInput(m_options.script);
        QString problem;
        if (json)
            options.script = practice::readScript(*json, &problem);
        if (!problem.isEmpty())
            printTrouble(QStringLiteral("The script cannot be understood: %1.").arg(problem));
        if (!json || !problem.isEmpty()) {
            QCoreApplication::exit(UsageWrong);
            return;
        }
    }
    m_practice = std::make_unique<practice::PracticeHost>();
    if (const base::Status started = m_practice->start(options); !started) {
        giveUp(started.error());
        return;
    }
    connectTo({m_practice->baseUrl(), m_practice->baseUrl()}, m_practice->token(), {});
}

void ConsoleImport::signInAsSaved()
{
    const auth::Account *account = m_accounts.find(m_options.account);
    if (!account) {
        printTrouble(QStringLiteral("There is no saved account named %1.").arg(m_options.account));
        QCoreApplication::exit(SignInNeeded);
        return;
    }
    base::observe(m_keychain.read(account->id), this,
                  [this, saved = *account](const base::Result<base::Secret> &token) {
                      if (token)
                          connectTo(saved.hosts, *token, saved.zgid);
                      else
                          giveUp(token.error());
                  });
}

void ConsoleImport::connectTo(const auth::ServiceHosts &hosts, const base::Secret &token, const QString &org)
{
    m_api = std::make_unique<net::CrmApi>(net::ApiTarget{hosts, versionFor(m_options, m_plan), crm::OrgId(org)},
                                          std::make_shared<auth::FixedTokenProvider>(token),
                                          net::HostPolicy({hosts.api.host(), hosts.upload.host()}), m_clock);
    if (!org.isEmpty() || !m_plan.source) {
        check();
        return;
    }
    base::observe(m_api->organisation(), this, [this](const crm::CallResult<crm::Organisation> &organisation) {
        if (!organisation) {
            giveUp(organisation.error(), crm::ErrorSource::Metadata);
            return;
        }
        m_api->setOrganisation(organisation->zgid);
        check();
    });
}

void ConsoleImport::warn() const
{
    if (!m_plan.exactBody && !m_plan.lost.isEmpty())
        printTrouble(QStringLiteral("Warning: The request's %1 is not known here and is not sent.").arg(m_plan.lost));
    for (const checking::Finding &finding : m_facts->findings())
        printTrouble(sentenceOf(finding));
}

void ConsoleImport::check()
{
    m_facts = std::make_unique<RunFacts>(*m_api, m_plan);
    m_facts->gather([this](const std::optional<crm::CallFailure> &failure) {
        if (failure)
            return giveUp(*failure, crm::ErrorSource::Metadata);
        warn();
        run();
    });
}

void ConsoleImport::run()
{
    importing::RunOrder order;
    order.source = m_plan.source;
    order.request = m_plan.request;
    order.cells = m_plan.cells;
    order.exactBody = m_plan.exactBody;
    order.tempFolder = QDir::tempPath();
    order.jitter = [] { return QRandomGenerator::global()->generateDouble(); };
    m_run = std::make_unique<importing::ImportRun>(*m_api, order, m_clock);
    m_report.emplace(*m_run, m_options.json);
    connectRun();
    m_run->start();
}

void ConsoleImport::connectRun()
{
    using Run = importing::ImportRun;
    connect(m_run.get(), &Run::stateChanged, this, [this] {
        if (m_run->partNow() > 0 && !std::exchange(m_begun, true))
            m_report->begun();
    });
    connect(m_run.get(), &Run::uploaded, this, [this] { m_report->uploaded(); });
    connect(m_run.get(), &Run::jobCreated, this, [this] { m_report->jobCreated(); });
    connect(m_run.get(), &Run::polled, this, [this] { m_report->polled(); });
    connect(m_run.get(), &Run::partFinished, this, [this] { m_report->partFinished(); });
    connect(m_run.get(), &Run::finished, this, [this] { finished(); });
    connect(m_run.get(), &Run::sendProgress, this, [](qint64 sent, qint64 total) {
        printProgress(QStringLiteral("Uploading: %1 of %2 bytes").arg(sent).arg(total));
    });
    connect(m_run.get(), &Run::waiting, this, [](int attempt, int attempts, const QDateTime &at) {
        if (attempts == 0)
            printProgress(QStringLiteral("No connection; trying again at %1 (Ctrl+C ends it)")
                              .arg(at.toLocalTime().toString(Qt::ISODate)));
        else
            printProgress(QStringLiteral("Trying again (%1 of %2)").arg(attempt).arg(attempts));
    });
}

/// The call that the run ended with.
crm::ErrorSource ConsoleImport::lastCall() const
{
    if (m_run->state() == importing::ImportRun::State::Refused)
        return crm::ErrorSource::CreateJob;
    if (!m_run->job())
        return crm::ErrorSource::Upload;
    const bool jobEnded = m_run->details() && m_run->details()->finished();
    return jobEnded ? crm::ErrorSource::Download : crm::ErrorSource::JobDetails;
}

void ConsoleImport::finished()
{
    using State = importing::ImportRun::State;
    const std::optional<crm::CallFailure> &failure = m_run->failure();
    if (m_run->state() == State::Finished) {
        m_report->finished();
    } else if (failure && m_run->state() != State::Stopped) {
        giveUp(*failure, lastCall());
        m_report->endedEarly();
        return;
    } else {
        m_report->endedEarly();
    }
    QCoreApplication::exit(m_report->exitCode());
}

/// Of the part at hand, once there is a run.
QJsonObject ConsoleImport::event(const char *name) const
{
    return m_report ? m_report->ofPart(name) : QJsonObject{{QStringLiteral("event"), QString::fromLatin1(name)}};
}

QJsonObject ConsoleImport::failedEvent(base::ErrorCode code) const
{
    QJsonObject failed = event("failed");
    failed.insert(QStringLiteral("error"), QString::fromLatin1(base::name(code)));
    return failed;
}

void ConsoleImport::printRefusal(QJsonObject event, const crm::ServerError &refusal, crm::ErrorSource source) const
{
    const QStringList inputs = namesOf(crm::locateError(refusal, source, m_run ? m_run->request() : m_plan.request));
    printTrouble(sentenceOf(refusal, source));
    if (!m_options.json)
        return;
    event.insert(QStringLiteral("code"), refusal.code);
    event.insert(QStringLiteral("message"), refusal.message);
    event.insert(QStringLiteral("details"), refusal.details);
    event.insert(QStringLiteral("inputs"), QJsonArray::fromStringList(inputs));
    printEvent(event);
}

void ConsoleImport::interrupted()
{
    if (!m_run || m_run->ended()) {
        printTrouble(QStringLiteral("Stopped before anything was sent to be written."));
        QCoreApplication::exit(NetworkTrouble);
        return;
    }
    if (m_run->job())
        printTrouble(QStringLiteral("Stopped watching job %1, which goes on: the CRM has no way to cancel it.")
                         .arg(m_run->job()->id.text()));
    else if (m_run->state() == importing::ImportRun::State::Creating)
        printTrouble(QStringLiteral("Stopping as soon as the job that is being created has its ID."));
    else
        printTrouble(QStringLiteral("Stopped before a job was created."));
    m_run->stop();
}

/// A job that the CRM took and gave up.
bool ConsoleImport::jobFailed() const
{
    return m_run && m_run->details() && m_run->details()->state != crm::JobState::Completed
        && m_run->details()->finished();
}

void ConsoleImport::giveUp(const base::Error &error)
{
    if (error.code == base::ErrorCode::ServerTrouble && jobFailed())
        printTrouble(QStringLiteral("The CRM ended job %1 without finishing it (%2).")
                         .arg(m_run->job()->id.text(), error.detail.simplified()));
    else
        printTrouble(sentenceOf(error));
    if (m_options.json)
        printEvent(failedEvent(error.code));
    QCoreApplication::exit(exitCodeOf(error.code));
}

void ConsoleImport::giveUp(const crm::CallFailure &failure, crm::ErrorSource source)
{
    if (!failure.refusal) {
        giveUp(failure.error);
        return;
    }
    // Once there is a job it is not refused any more, whatever becomes of watching it.
    const bool jobExists = m_run && m_run->job();
    printRefusal(jobExists ? failedEvent(failure.error.code) : event("refused"), *failure.refusal, source);
    const bool rightMissing = failure.refusal->code == QLatin1String("OAUTH_SCOPE_MISMATCH");
    const ExitCode code = rightMissing ? SignInNeeded : exitCodeOf(failure.error.code);
    if (code == SignInNeeded)
        QCoreApplication::exit(code);
    else if (jobExists)
        QCoreApplication::exit(NetworkTrouble);
    else
        QCoreApplication::exit(source == crm::ErrorSource::CreateJob ? JobRefused : code);
}

int runImport(const QStringList &arguments)
{
    const std::optional<RunOptions> options = readRunOptions(arguments);
    if (!options)
        return UsageWrong;
    ConsoleImport import(*options);
    QMetaObject::invokeMethod(
        &import, [&import] { import.start(); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace cli
