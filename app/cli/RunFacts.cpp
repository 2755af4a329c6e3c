#include "cli/RunFacts.h"

namespace cli {

RunFacts::RunFacts(net::CrmApi &api, const importing::ImportPlan &plan)
    : m_api(api)
    , m_plan(plan)
{ }

RunFacts::~RunFacts()
{
    m_stop.raise();
}

void RunFacts::gather(Then then)
{
    m_then = std::move(then);
    if (m_plan.request.module)
        askFields();
    else
        readTable();
}

void RunFacts::askFields()
{
    base::observe(m_api.fields(m_plan.request.module->name), this,
                  [this](const crm::CallResult<std::vector<crm::Field>> &fields) {
                      if (!fields && !fields.error().refusal)
                          return m_then(fields.error());
                      if (!fields)
                          return readTable();
                      m_fields = *fields;
                      askLayouts();
                  });
}

void RunFacts::askLayouts()
{
    base::observe(m_api.layouts(m_plan.request.module->name), this,
                  [this](const crm::CallResult<std::vector<crm::Layout>> &layouts) {
                      if (layouts)
                          m_layouts = *layouts;
                      readTable();
                  });
}

void RunFacts::readTable()
{
    if (!m_plan.source)
        return m_then({});
    base::observe(
        base::runInPool([source = *m_plan.source, stop = m_stop] { return tabular::summarise(source, stop); }), this,
        [this](const base::Result<tabular::TableSummary> &table) {
            if (table)
                m_table = *table;
            m_then({});
        });
}

std::vector<checking::Finding> RunFacts::findings() const
{
    checking::RequestFacts facts;
    facts.request = &m_plan.request;
    facts.fields = m_fields;
    facts.layouts = m_layouts;
    facts.table = m_table;
    facts.hasFile = true;
    facts.splitsTable = m_plan.source.has_value();
    // What was uploaded before has its cells as they are.
    facts.changesCells = m_plan.source.has_value();
    std::vector<checking::Finding> findings = checking::checkRequest(facts);
    const std::vector<checking::Finding> ofValues = checking::checkValues(facts, m_plan.cells);
    findings.insert(findings.end(), ofValues.begin(), ofValues.end());
    // How many jobs there are in the end is told when the parts are made; what is not decided ends that with an error,
    // which names the place.
    std::erase_if(findings, [](const checking::Finding &finding) {
        return finding.rule == checking::Rule::FileUndecided || finding.context.contains(QStringLiteral("jobs"));
    });
    return findings;
}

} // namespace cli
