#include "session/RunController.h"

#include "crm/ErrorLocator.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>

namespace session {

namespace {

bool saysFileIsSpent(const QString &code)
{
    static const QStringList codes{QStringLiteral("FILE_NOT_SUPPORTED"), QStringLiteral("FILE_NOT_FOUND"),
                                   QStringLiteral("INVALID_FILE_ID"), QStringLiteral("ALREADY_USED")};
    return codes.contains(code);
}

QStringList headersOf(const tabular::TableSummary &table)
{
    QStringList names;
    for (const tabular::ColumnSummary &column : table.columns)
        names.append(column.header);
    return names;
}

} // namespace

class RunController::Private final {
public:
    Private(RunController &owner, ImportSession &importSession, CrmConnection &crmConnection,
            importing::FileLedger &fileLedger, base::Clock &timeSource)
        : q(owner)
        , session(importSession)
        , connection(crmConnection)
        , ledger(fileLedger)
        , clock(timeSource)
    { }

    [[nodiscard]] bool busy() const;
    [[nodiscard]] importing::RunOrder order() const;
    void remember(const crm::FileId &id, const tabular::TableSummary &table);
    void runUploaded();
    void jobCreated();
    void runFinished();
    void showSteps();
    void uploadFinished();
    void showRefusal(const crm::CallFailure &failure, crm::ErrorSource source);

    RunController &q;
    ImportSession &session;
    CrmConnection &connection;
    importing::FileLedger &ledger;
    base::Clock &clock;
    importing::ImportRun *run = nullptr;
    importing::UploadRun *upload = nullptr;
    crm::OrgId org;
    crm::BulkWriteRequest sent;
    std::optional<tabular::TableSummary> table; ///< what the run or upload at work was made from
    std::optional<WizardStep> stepAtFault;
};

bool RunController::Private::busy() const
{
    using State = importing::UploadRun::State;
    const bool running = run && run->state() != importing::ImportRun::State::Idle && !run->ended();
    return running || (upload && (upload->state() == State::Zipping || upload->state() == State::Uploading));
}

importing::RunOrder RunController::Private::order() const
{
    const importing::ImportPlan plan = session.plan();
    importing::RunOrder order;
    order.request = plan.request;
    order.exactBody = plan.exactBody;
    order.tempFolder = QDir::tempPath();
    order.jitter = [] { return QRandomGenerator::global()->generateDouble(); };
    if (session.file().table && !session.file().hasUsableId()) {
        order.source = session.file().table->source;
        order.request.fileId = {};
    }
    return order;
}

void RunController::Private::remember(const crm::FileId &id, const tabular::TableSummary &from)
{
    ledger.add({id,
                QFileInfo(from.source.path).fileName(),
                from.source.path,
                from.rows,
                headersOf(from),
                clock.now(),
                org,
                {}});
    FileChoice choice = session.file();
    if (!choice.table || choice.table->source != from.source)
        return;
    choice.fileId = id;
    choice.usedBy.reset();
    session.setFile(choice);
}

void RunController::Private::runUploaded()
{
    sent.fileId = run->fileId();
    if (table)
        remember(run->fileId(), *table);
}

void RunController::Private::jobCreated()
{
    const crm::FileId id = run->fileId();
    const crm::JobId job = run->job()->id;
    if (id.isEmpty())
        return;
    if (!ledger.find(id))
        ledger.add({id, {}, {}, -1, {}, clock.now(), org, {}});
    ledger.markUsed(id, job);
    FileChoice choice = session.file();
    if (choice.fileId != id)
        return;
    choice.usedBy = job;
    session.setFile(choice);
}

void RunController::Private::runFinished()
{
    const std::optional<crm::CallFailure> &failure = run->failure();
    if (failure && failure->refusal && !run->job()) {
        const bool ofCreate = run->state() == importing::ImportRun::State::Refused;
        showRefusal(*failure, ofCreate ? crm::ErrorSource::CreateJob : crm::ErrorSource::Upload);
    }
    showSteps();
}

void RunController::Private::showSteps()
{
    using State = importing::ImportRun::State;
    switch (run->state()) {
    case State::Finished: {
        const crm::JobCounts &counts = run->result()->counts;
        const bool allIn = counts.added + counts.updated == counts.total;
        return session.showRun(StepStatus::Done, allIn ? StepStatus::Done : StepStatus::NeedsLook);
    }
    case State::Refused:
    case State::Failed:
        return session.showRun(StepStatus::Error, StepStatus::ToDo);
    case State::OutcomeUnknown:
    case State::Stopped:
        return session.showRun(StepStatus::NeedsLook, StepStatus::ToDo);
    default:
        return session.showRun(StepStatus::ToDo, StepStatus::ToDo);
    }
}

void RunController::Private::uploadFinished()
{
    const crm::CallResult<crm::UploadedFile> &result = upload->result();
    if (result && table)
        remember(result->id, *table);
    else if (!result && result.error().refusal)
        showRefusal(result.error(), crm::ErrorSource::Upload);
}

void RunController::Private::showRefusal(const crm::CallFailure &failure, crm::ErrorSource source)
{
    const std::shared_ptr<const crm::ServerError> refusal = failure.refusal;
    const std::vector<crm::InputRef> inputs = crm::locateError(*refusal, source, sent, session.metadata().fields);
    // The ID goes before the fault is shown, because a changed file clears the fault of the file.
    FileChoice choice = session.file();
    if (choice.table && saysFileIsSpent(refusal->code)) {
        choice.fileId = {};
        choice.usedBy.reset();
        session.setFile(choice);
    }
    session.showRefusal(inputs, refusal);
    stepAtFault = stepOf(inputs.front());
    Q_EMIT q.refused();
}

RunController::RunController(ImportSession &session, CrmConnection &connection, importing::FileLedger &ledger,
                             base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, session, connection, ledger, clock))
{ }

RunController::~RunController() = default;

bool RunController::canStart(bool asItStands) const
{
    if (!d->connection.api() || d->busy())
        return false;
    const std::vector<Fault> faults = d->session.faults().all();
    return asItStands || std::none_of(faults.begin(), faults.end(), [](const Fault &fault) {
               return !fault.fromServer() && !fault.isWarning();
           });
}

void RunController::start()
{
    if (!canStart(true))
        return;
    d->session.showRefusal({}, nullptr);
    d->stepAtFault.reset();
    const importing::RunOrder order = d->order();
    d->sent = order.request;
    d->table = order.source ? d->session.file().table : std::nullopt;
    d->org = d->session.account().organisation.zgid;
    importing::ImportRun *before = d->run;
    d->run = new importing::ImportRun(*d->connection.api(), order, d->clock, this);
    connect(d->run, &importing::ImportRun::uploaded, this, [this] { d->runUploaded(); });
    connect(d->run, &importing::ImportRun::jobCreated, this, [this] { d->jobCreated(); });
    connect(d->run, &importing::ImportRun::finished, this, [this] { d->runFinished(); });
    connect(d->run, &importing::ImportRun::stateChanged, this, [this] {
        if (!d->run->ended())
            d->showSteps();
    });
    Q_EMIT runChanged();
    if (before)
        before->deleteLater();
    d->run->start();
}

void RunController::startUpload()
{
    if (!d->connection.api() || d->busy() || !d->session.file().table)
        return;
    d->session.showRefusal({}, nullptr);
    d->table = d->session.file().table;
    d->sent = d->session.plan().request;
    d->org = d->session.account().organisation.zgid;
    importing::UploadRun *before = d->upload;
    d->upload = new importing::UploadRun(*d->connection.api(), d->table->source, QDir::tempPath(), this);
    connect(d->upload, &importing::UploadRun::finished, this, [this] { d->uploadFinished(); });
    Q_EMIT uploadChanged();
    if (before)
        before->deleteLater();
    d->upload->start();
}

importing::ImportRun *RunController::run() const
{
    return d->run;
}

importing::UploadRun *RunController::upload() const
{
    return d->upload;
}

const std::optional<WizardStep> &RunController::stepAtFault() const
{
    return d->stepAtFault;
}

} // namespace session
