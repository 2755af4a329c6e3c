#include "session/ImportSession.h"

#include "mapping/AutoMatcher.h"
#include "mapping/FormatChoice.h"

#include <algorithm>

namespace session {

namespace {

using Kind = crm::InputRef::Kind;

bool sameUser(const crm::CrmUser &a, const crm::CrmUser &b)
{
    return a.id == b.id && a.name == b.name && a.email == b.email && a.profile == b.profile;
}

bool sameOrganisation(const crm::Organisation &a, const crm::Organisation &b)
{
    return a.zgid == b.zgid && a.name == b.name && a.type == b.type;
}

bool sameModules(const std::vector<crm::Module> &a, const std::vector<crm::Module> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const crm::Module &left, const crm::Module &right) {
        return left.name == right.name && left.id == right.id && left.pluralLabel == right.pluralLabel
            && left.creatable == right.creatable && left.editable == right.editable;
    });
}

bool sameAccount(const AccountState &a, const AccountState &b)
{
    return a.connected == b.connected && a.practice == b.practice && a.name == b.name && a.dataCentre == b.dataCentre
        && a.apiHost == b.apiHost && a.apiVersion == b.apiVersion && sameOrganisation(a.organisation, b.organisation)
        && sameUser(a.user, b.user) && sameModules(a.modules, b.modules);
}

crm::ModuleName moduleName(const ModuleChoice &choice)
{
    return choice.module ? choice.module->name : crm::ModuleName();
}

std::vector<crm::InputRef> changedInputs(const ModuleChoice &before, const ModuleChoice &after)
{
    std::vector<crm::InputRef> inputs;
    if (before.module != after.module)
        inputs.push_back({Kind::Module, {}});
    if (before.operation != after.operation)
        inputs.push_back({Kind::Operation, {}});
    if (before.findBy != after.findBy)
        inputs.push_back({Kind::FindBy, {}});
    return inputs;
}

std::vector<crm::InputRef> changedInputs(const FileChoice &before, const FileChoice &after)
{
    if (before.table == after.table && before.fileId == after.fileId)
        return {};
    return {{Kind::File, {}}, {Kind::CharacterEncoding, {}}};
}

bool sameRule(const mapping::CellRule *a, const mapping::CellRule *b)
{
    return (!a && !b) || (a && b && *a == *b);
}

std::vector<crm::InputRef> changedInputs(const mapping::ColumnMapping &before, const mapping::ColumnMapping &after)
{
    std::vector<crm::InputRef> inputs;
    for (const crm::FieldMapping &entry : before.entries()) {
        const crm::FieldMapping *now = after.find(entry.field);
        if (!now || *now != entry || !sameRule(before.ruleOf(entry.field), after.ruleOf(entry.field)))
            inputs.push_back({Kind::Mapping, entry.field});
    }
    for (const crm::FieldMapping &entry : after.entries()) {
        if (!before.find(entry.field))
            inputs.push_back({Kind::Mapping, entry.field});
    }
    if (!inputs.empty())
        inputs.push_back({Kind::Mapping, {}});
    return inputs;
}

std::vector<crm::InputRef> changedInputs(const std::optional<crm::Callback> &before,
                                         const std::optional<crm::Callback> &after)
{
    std::vector<crm::InputRef> inputs;
    if (before.has_value() != after.has_value() || (before && before->url != after->url))
        inputs.push_back({Kind::CallbackUrl, {}});
    if (before.has_value() != after.has_value() || (before && before->method != after->method))
        inputs.push_back({Kind::CallbackMethod, {}});
    return inputs;
}

/// A file ID that appears beside the same table (it was uploaded) changes nothing for the steps after it.
bool needsNewLook(const FileChoice &before, const FileChoice &after)
{
    return before.table != after.table || (!after.table && before.fileId != after.fileId);
}

} // namespace

ImportSession::ImportSession(QObject *parent)
    : StepStates(parent)
{
    check();
    announceStatuses();
}

void ImportSession::setAccount(const AccountState &account)
{
    if (sameAccount(m_account, account))
        return;
    const bool otherPlace =
        m_account.apiHost != account.apiHost || m_account.organisation.zgid != account.organisation.zgid;
    m_account = account;
    Areas areas{Area::Account};
    if (otherPlace && !m_metadata.module.isEmpty()) {
        m_metadata = {};
        areas.push_back(Area::Metadata);
    }
    if (otherPlace)
        markStale({WizardStep::Module, WizardStep::Mapping, WizardStep::Check});
    settle(areas, {{Kind::Account, {}}});
}

void ImportSession::setModule(const ModuleChoice &module)
{
    if (m_module == module)
        return;
    const Inputs inputs = changedInputs(m_module, module);
    Areas areas{Area::Module};
    if (moduleName(m_module) != moduleName(module)) {
        m_keepMapping = false;
        if (!m_metadata.module.isEmpty()) {
            m_metadata = {};
            areas.push_back(Area::Metadata);
        }
    }
    m_module = module;
    markStale({WizardStep::Mapping, WizardStep::Check});
    settle(areas, inputs);
}

void ImportSession::setMetadata(const ModuleMetadata &metadata)
{
    if (metadata.module.isEmpty() && m_metadata.module.isEmpty())
        return;
    m_metadata = metadata;
    Areas areas{Area::Metadata};
    Inputs inputs;
    matchNames(areas, inputs);
    settle(areas, inputs);
}

void ImportSession::setFile(const FileChoice &file)
{
    if (m_file == file)
        return;
    Inputs inputs = changedInputs(m_file, file);
    if (m_file.table && file.table && m_file.table->source.path != file.table->source.path)
        m_keepMapping = false;
    if (needsNewLook(m_file, file))
        markStale({WizardStep::Mapping, WizardStep::Check});
    m_file = file;
    Areas areas{Area::File};
    matchNames(areas, inputs);
    settle(areas, inputs);
}

void ImportSession::setMapping(const mapping::ColumnMapping &mapping, const std::set<crm::FieldName> &again)
{
    if (m_mapping == mapping)
        return;
    const Inputs inputs = changedInputs(m_mapping, mapping);
    m_automatic.follow(m_mapping, mapping, again);
    m_mapping = mapping;
    markStale({WizardStep::Check});
    settle({Area::Mapping}, inputs);
}

void ImportSession::takeMatches(std::vector<mapping::ColumnMatch> matches)
{
    m_matches = std::move(matches);
    const crm::Operation operation = m_module.operation.value_or(crm::Operation::Insert);
    const mapping::ColumnMapping after = m_keepMapping
        ? m_mapping
        : m_automatic.withMatches(m_mapping, m_matches, m_metadata.fields, operation, profile());
    const Inputs inputs = changedInputs(m_mapping, after);
    if (after == m_mapping)
        return settle({Area::Matches}, inputs);
    m_mapping = after;
    markStale({WizardStep::Check});
    settle({Area::Matches, Area::Mapping}, inputs);
}

void ImportSession::setCallback(const std::optional<crm::Callback> &callback)
{
    if (m_callback == callback)
        return;
    const Inputs inputs = changedInputs(m_callback, callback);
    m_callback = callback;
    markStale({WizardStep::Check});
    settle({Area::Callback}, inputs);
}

void ImportSession::adopt(const importing::ImportPlan &plan)
{
    const crm::BulkWriteRequest &request = plan.request;
    const bool empty = request == crm::BulkWriteRequest{} && !plan.source;
    // The CRM takes an absent ignore_empty for false; an import made here from nothing keeps what blank cells would clear.
    m_module = {request.module, request.operation, request.findBy, request.ignoreEmpty.value_or(empty)};
    m_file = {{}, request.fileId, {}};
    m_mapping = mapping::ColumnMapping(request.mappings, {}, plan.cells);
    m_callback = request.callback;
    m_adopted = empty ? std::nullopt : std::optional(plan);
    m_automatic.forgetAll();
    m_matched = {};
    m_matches.clear();
    m_keepMapping = !request.mappings.empty();
    m_faults.clearRefusals();
    forgetStale();
    Areas areas{Area::Module, Area::File, Area::Mapping, Area::Callback, Area::Matches};
    if (m_metadata.module != moduleName(m_module)) {
        m_metadata = {};
        areas.push_back(Area::Metadata);
    }
    if (empty)
        forgetVisits();
    settle(areas, {});
}

crm::BulkWriteRequest ImportSession::request() const
{
    crm::BulkWriteRequest request = m_adopted ? m_adopted->request : crm::BulkWriteRequest{};
    const bool leftAbsent = m_adopted && !request.ignoreEmpty && !m_module.ignoreEmpty;
    request.operation = m_module.operation;
    request.ignoreEmpty = leftAbsent ? std::nullopt : std::optional(m_module.ignoreEmpty);
    request.callback = m_callback;
    request.module = m_module.module;
    request.fileId = m_file.fileId;
    request.findBy = m_module.findBy;
    request.mappings = m_mapping.everything();
    return request;
}

importing::ImportPlan ImportSession::plan() const
{
    importing::ImportPlan plan;
    plan.apiVersion = m_account.apiVersion;
    if (!m_account.connected && m_adopted && !m_adopted->apiVersion.isEmpty())
        plan.apiVersion = m_adopted->apiVersion;
    if (m_file.table)
        plan.source = m_file.table->source;
    plan.request = request();
    plan.cells = m_mapping.rules();
    if (m_adopted && m_adopted->request == plan.request)
        plan.exactBody = m_adopted->exactBody;
    return plan;
}

void ImportSession::showRefusal(const std::vector<crm::InputRef> &inputs,
                                std::shared_ptr<const crm::ServerError> refusal)
{
    const InputFaults before = m_faults;
    m_faults.setRefusal(inputs, std::move(refusal));
    announce(before);
}

void ImportSession::settle(const Areas &areas, const Inputs &inputs)
{
    const InputFaults before = m_faults;
    for (const crm::InputRef &input : inputs)
        m_faults.clearRefusalOf(input);
    m_faults.clearRefusalOf({Kind::Job, {}});
    check();
    for (const Area area : areas)
        Q_EMIT changed(area);
    announce(before);
}

void ImportSession::announce(const InputFaults &before)
{
    if (m_faults != before)
        Q_EMIT faultsChanged();
    announceStatuses();
}

void ImportSession::check()
{
    std::vector<checking::Finding> findings;
    if (!m_account.connected)
        findings.push_back({checking::Rule::AccountMissing, checking::Severity::Error, {Kind::Account, {}}, {}});
    const crm::BulkWriteRequest now = request();
    checking::RequestFacts facts;
    facts.request = &now;
    facts.modules = m_account.modules;
    facts.fields = m_metadata.fields;
    facts.layouts = m_metadata.layouts;
    facts.table = m_file.table;
    facts.splitsTable = m_file.table && !m_file.hasUsableId();
    facts.hasFile = m_file.table || !m_file.fileId.isEmpty();
    // With the spreadsheet at hand a spent ID is no obstacle: the run uploads again.
    facts.fileUsedBy = m_file.table ? std::nullopt : m_file.usedBy;
    facts.changesCells = m_file.table && (!m_file.hasUsableId() || m_file.idIsOfTable);
    for (const auto &found : {checking::checkRequest(facts), m_values.check(facts, m_mapping.rules())})
        findings.insert(findings.end(), found.begin(), found.end());
    m_faults.setLocal(findings);
}

bool ImportSession::decided(WizardStep step) const
{
    switch (step) {
    case WizardStep::Account:
        return m_account.connected;
    case WizardStep::Module:
        return m_module.module && m_module.operation;
    case WizardStep::File:
        return m_file.table || !m_file.fileId.isEmpty();
    case WizardStep::Mapping:
        return !m_mapping.entries().empty();
    case WizardStep::Callback:
        return m_callback.has_value();
    default:
        return false;
    }
}

void ImportSession::matchNames(Areas &areas, Inputs &inputs)
{
    const std::pair now(m_metadata.module, headers());
    if (now.first.isEmpty() || now.second.isEmpty() || now == m_matched || m_keepMapping)
        return;
    m_matched = now;
    if (!std::exchange(m_matches, {}).empty())
        areas.push_back(Area::Matches);
    const mapping::ColumnMapping kept = m_automatic.withoutThem(m_mapping);
    mapping::ColumnMapping matched = mapping::matchExactNames(kept, now.second, m_metadata.fields, m_module.operation);
    const std::vector<crm::FieldMapping> entries = matched.entries();
    for (const crm::FieldMapping &entry : entries) {
        if (!kept.find(entry.field))
            mapping::takeFormat(matched, entry.field, m_metadata.fields, profile());
    }
    m_automatic.becomeWhatIsNew(kept, matched);
    if (matched == m_mapping)
        return;
    const Inputs touched = changedInputs(m_mapping, matched);
    inputs.insert(inputs.end(), touched.begin(), touched.end());
    areas.push_back(Area::Mapping);
    m_mapping = matched;
    markStale({WizardStep::Check});
}

const tabular::TableProfile *ImportSession::profile() const
{
    return m_file.table ? m_file.table->profile.get() : nullptr;
}

QStringList ImportSession::headers() const
{
    QStringList names;
    if (m_file.table) {
        for (const tabular::ColumnSummary &column : m_file.table->columns)
            names.append(column.header);
    }
    return names;
}

const mapping::ColumnMatch *proposalFor(const ImportSession &session, crm::ColumnIndex column)
{
    const auto place = static_cast<std::size_t>(column.value);
    if (place >= session.matches().size() || session.mapping().stateOf(column) != mapping::ColumnState::Undecided)
        return nullptr;
    const mapping::ColumnMatch &match = session.matches()[place];
    return match.band == mapping::Band::NoIdea || session.mapping().find(match.best.field) ? nullptr : &match;
}

} // namespace session
