#include "session/RunController.h"

#include "checking/RequestCheck.h"
#include "crm/ErrorLocator.h"
#include "importing/MappedColumns.h"
#include "mapping/CellConversion.h"
#include "session/EarlierRuns.h"

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

QString headerOf(const tabular::TableSummary &table, int column)
{
    const auto at = static_cast<size_t>(column);
    return column >= 0 && at < table.columns.size() ? table.columns[at].header : QString();
}

QStringList headersOf(const tabular::TableSummary &table)
{
    QStringList names;
    for (const tabular::ColumnSummary &column : table.columns)
        names.append(column.header);
    return names;
}

std::vector<tabular::PartColumn> heldColumns(const importing::KnownFile &file)
{
    std::vector<tabular::PartColumn> columns;
    for (size_t i = 0; i < file.held.size(); ++i)
        columns.push_back({file.held[i].source, file.columns.value(static_cast<qsizetype>(i))});
    return columns;
}

/// The columns may have been moved, or the table read in another way, since it was uploaded.
bool stillTheSame(const importing::KnownFile &file, const tabular::TableSummary &table)
{
    return std::all_of(file.held.begin(), file.held.end(), [&table](const importing::HeldColumn &column) {
        return headerOf(table, column.source) == column.name;
    });
}

QString cellsOf(const importing::ImportPlan &plan, const crm::FieldMapping &mapping)
{
    const auto rule = plan.cells.find(mapping.field);
    return mapping::fingerprintOf(rule == plan.cells.end() ? nullptr : &rule->second, mapping.format);
}

/// Whether the file's cells are what `plan` makes of them.
bool holdsTheCells(const importing::KnownFile &file, const importing::ImportPlan &plan)
{
    const auto held = [&file, &plan](const crm::FieldMapping &mapping) {
        const QString cells = cellsOf(plan, mapping);
        if (!mapping.column || file.held.empty())
            return cells.isEmpty();
        for (size_t i = 0; i < file.held.size(); ++i) {
            const bool ours = file.held[i].source == mapping.column->value
                && file.columns.value(static_cast<qsizetype>(i)) == mapping.field.text();
            if (ours)
                return file.held[i].cells == cells;
        }
        // It was uploaded for another field, so it is right only where nothing was ever changed.
        return cells.isEmpty()
            && std::all_of(file.held.begin(), file.held.end(), [&](const importing::HeldColumn &column) {
                   return column.source != mapping.column->value || column.cells.isEmpty();
               });
    };
    return std::all_of(plan.request.mappings.begin(), plan.request.mappings.end(), held);
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
    /// How the session's file ID serves for its table: as it is, after translation, or not.
    struct Serving final {
        bool serves = false;
        std::vector<tabular::PartColumn> columns; ///< that the file holds; empty: all
    };
    [[nodiscard]] Serving serving(const importing::ImportPlan &plan) const;
    [[nodiscard]] importing::KnownFile uploadedFrom(const tabular::TableSummary &from) const;
    [[nodiscard]] QString cellsSent(const QString &field) const;
    void remember(const importing::KnownFile &file);
    void begin(const importing::RunOrder &order);
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
    mapping::CellRules sentCells;
    EarlierRuns earlier;
    std::optional<RunAim> aim;                              ///< of the run at work, when it cuts a spreadsheet
    std::pair<crm::FileId, tabular::SourceRows> lastUpload; ///< by a run of one part
    std::optional<tabular::TableSummary> table;             ///< what the run or upload at work was made from
    std::optional<WizardStep> stepAtFault;
};

bool RunController::Private::busy() const
{
    using State = importing::UploadRun::State;
    const bool running = run && run->state() != importing::ImportRun::State::Idle && !run->ended();
    return running || (upload && (upload->state() == State::Zipping || upload->state() == State::Uploading));
}

RunController::Private::Serving RunController::Private::serving(const importing::ImportPlan &plan) const
{
    const FileChoice &choice = session.file();
    if (choice.fileId.isEmpty() || (choice.table && choice.usedBy))
        return {};
    const importing::KnownFile *file = ledger.find(choice.fileId);
    const bool ofTable = choice.table && file && file->path == choice.table->source.path;
    if (ofTable && !plan.exactBody && !holdsTheCells(*file, plan))
        return {};
    // Exact bytes name the ID and the indexes that belong to it.
    if (!ofTable || file->held.empty() || plan.exactBody)
        return {true, {}};
    std::vector<tabular::PartColumn> columns = heldColumns(*file);
    const bool serves = stillTheSame(*file, *choice.table) && importing::holdAll(columns, plan.request);
    return {serves, std::move(columns)};
}

importing::RunOrder RunController::Private::order() const
{
    const importing::ImportPlan plan = session.plan();
    importing::RunOrder order;
    order.request = plan.request;
    order.cells = plan.cells;
    order.exactBody = plan.exactBody;
    order.tempFolder = QDir::tempPath();
    order.jitter = [] { return QRandomGenerator::global()->generateDouble(); };
    const Serving file = serving(plan);
    if (session.file().table && !file.serves) {
        order.source = session.file().table->source;
        order.table = session.file().table;
        order.request.fileId = {};
    } else if (!file.columns.empty()) {
        order.request = importing::requestWithin(file.columns, order.request);
    }
    if (!order.source && order.request.fileId == lastUpload.first)
        order.uploadedRows = lastUpload.second;
    return order;
}

importing::KnownFile RunController::Private::uploadedFrom(const tabular::TableSummary &from) const
{
    return {{}, QFileInfo(from.source.path).fileName(), from.source.path, from.rows, headersOf(from), clock.now(), org,
            {}};
}

/// What the run at work did to the cells of a field.
QString RunController::Private::cellsSent(const QString &field) const
{
    const crm::FieldMapping *mapping = sent.mappingOf(crm::FieldName(field));
    const auto rule = sentCells.find(crm::FieldName(field));
    return mapping::fingerprintOf(rule == sentCells.end() ? nullptr : &rule->second,
                                  mapping ? mapping->format : QString());
}

void RunController::Private::remember(const importing::KnownFile &file)
{
    ledger.add(file);
    FileChoice choice = session.file();
    if (!table || !choice.table || choice.table->source != table->source)
        return;
    choice.fileId = file.id;
    choice.idIsOfTable = true;
    choice.usedBy.reset();
    session.setFile(choice);
}

void RunController::Private::begin(const importing::RunOrder &order)
{
    using importing::ImportRun;
    ImportRun *before = run;
    run = new ImportRun(*connection.api(), order, clock, &q);
    QObject::connect(run, &ImportRun::uploaded, &q, [this] { runUploaded(); });
    QObject::connect(run, &ImportRun::jobCreated, &q, [this] { jobCreated(); });
    QObject::connect(run, &ImportRun::finished, &q, [this] { runFinished(); });
    QObject::connect(run, &ImportRun::stateChanged, &q, [this] {
        if (!run->ended())
            showSteps();
    });
    Q_EMIT q.runChanged();
    if (before)
        before->deleteLater();
    run->start();
}

void RunController::Private::runUploaded()
{
    sent = run->request();
    sent.fileId = run->fileId();
    const importing::RunParts &parts = *run->parts();
    // One of several is good for nothing but this run.
    if (!table || parts.parts.size() > 1)
        return;
    lastUpload = {run->fileId(), parts.parts.front().rows};
    importing::KnownFile file = uploadedFrom(*table);
    file.id = run->fileId();
    file.rows = run->part()->rows;
    file.columns.clear();
    for (const tabular::PartColumn &column : parts.columns) {
        file.columns.append(column.header);
        file.held.push_back({column.source, headerOf(*table, column.source), cellsSent(column.header)});
    }
    remember(file);
}

void RunController::Private::jobCreated()
{
    const crm::FileId id = run->fileId();
    const crm::JobId job = run->job()->id;
    if (id.isEmpty())
        return;
    if (!ledger.find(id)) {
        const auto &part = run->part();
        ledger.add({id,
                    part ? QFileInfo(part->zipPath).fileName() : QString(),
                    {},
                    part ? part->rows : -1,
                    {},
                    clock.now(),
                    org,
                    {}});
    }
    ledger.markUsed(id, job);
    FileChoice choice = session.file();
    if (choice.fileId != id)
        return;
    choice.usedBy = job;
    session.setFile(choice);
}

void RunController::Private::runFinished()
{
    if (aim)
        earlier.note(*aim, run->parts());
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
        const crm::JobCounts counts = run->result() ? run->result()->counts : crm::JobCounts();
        const bool allIn = run->result() && counts.added + counts.updated == counts.total;
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
    if (result && table) {
        importing::KnownFile file = uploadedFrom(*table);
        file.id = result->id;
        remember(file);
    } else if (!result && result.error().refusal) {
        showRefusal(result.error(), crm::ErrorSource::Upload);
    }
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
    // Whatever the CRM would say: no part is made of such a file.
    if (d->session.faults().openQuestion())
        return false;
    const std::vector<Fault> faults = d->session.faults().all();
    return asItStands || std::none_of(faults.begin(), faults.end(), [](const Fault &fault) {
               return !fault.fromServer() && !fault.isWarning();
           });
}

StartOutlook RunController::outlook() const
{
    using Kind = StartOutlook::Kind;
    const importing::RunOrder order = d->order();
    StartOutlook outlook;
    if (!order.source)
        return outlook;
    outlook.jobs = checking::jobsFor(*d->session.file().table).most();
    const RunAim aim = aimOf(d->session, *order.source);
    const auto same = d->earlier.find(aim);
    const auto other = same ? nullptr : d->earlier.findOtherwise(aim);
    if (!same && !other)
        return outlook;
    const std::vector<importing::RunPart> &parts = (same ? same : other)->parts;
    outlook.parts = static_cast<int>(parts.size());
    outlook.written =
        static_cast<int>(std::count_if(parts.begin(), parts.end(), [](const auto &part) { return part.mayBeIn(); }));
    outlook.kind = Kind::WouldRepeat;
    if (!same)
        return outlook;
    const size_t next = same->next();
    outlook.openPart = static_cast<int>(next) + 1;
    outlook.kind = parts[next].doubtful() ? Kind::InDoubt : Kind::GoesOn;
    outlook.jobs = static_cast<qint64>(parts.size() - next);
    return outlook;
}

OutgoingRequest RunController::outgoing() const
{
    const importing::RunOrder order = d->order();
    if (!order.source)
        return {order.request, order.exactBody, order.request.mappings != d->session.mapping().entries()};
    const auto width = static_cast<int>(d->session.file().table->columns.size());
    return {importing::requestWithin(importing::mappedColumns(order.request, width), order.request), {}, true};
}

void RunController::start(Doubt doubt)
{
    using Kind = StartOutlook::Kind;
    if (!canStart(true))
        return;
    const StartOutlook::Kind kind = outlook().kind;
    if ((kind == Kind::InDoubt && doubt == Doubt::Ask) || (kind == Kind::WouldRepeat && doubt != Doubt::SendAgain))
        return;
    d->session.showRefusal({}, nullptr);
    d->stepAtFault.reset();
    importing::RunOrder order = d->order();
    d->sent = order.request;
    d->sentCells = order.cells;
    d->table = order.source ? d->session.file().table : std::nullopt;
    d->org = d->session.account().organisation.zgid;
    d->aim = order.source ? std::optional(aimOf(d->session, *order.source)) : std::nullopt;
    if (kind == Kind::WouldRepeat)
        d->earlier.forget(*d->aim);
    else if (d->aim)
        order.goOn = d->earlier.find(*d->aim);
    if (kind == Kind::InDoubt) {
        using Fate = importing::RunPart::Fate;
        order.goOn->parts[order.goOn->next()].fate = doubt == Doubt::SendAgain ? Fate::NotSent : Fate::LeftOut;
    }
    d->begin(order);
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
