#pragma once

#include "base/Observe.h"
#include "checking/ValueCheck.h"
#include "importing/ImportPlan.h"
#include "net/CrmApi.h"

#include <functional>

namespace cli {

/// What is to be known before a run, so that the console finds what the window finds: the fields and layouts of the module,
/// and the spreadsheet. What the CRM refuses to say and a spreadsheet that cannot be read are not checked; the run meets the
/// same trouble and tells it.
class RunFacts final : public QObject {
public:
    /// Both live longer than this.
    RunFacts(net::CrmApi &api, const importing::ImportPlan &plan);
    ~RunFacts() override;

    /// Calls `then` from the event loop, once; with the failure where the CRM cannot be reached at all.
    using Then = std::function<void(const std::optional<crm::CallFailure> &)>;
    void gather(Then then);
    [[nodiscard]] std::vector<checking::Finding> findings() const;

private:
    void askFields();
    void askLayouts();
    void readTable();

    net::CrmApi &m_api;
    const importing::ImportPlan &m_plan;
    base::StopFlag m_stop;
    Then m_then;
    std::vector<crm::Field> m_fields;
    std::vector<crm::Layout> m_layouts;
    std::optional<tabular::TableSummary> m_table;
};

} // namespace cli
