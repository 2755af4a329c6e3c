#pragma once

#include "base/Result.h"
#include "mapping/ColumnMapping.h"
#include "tabular/CsvDialect.h"

#include <QByteArray>

namespace importing {

/// An import as it is saved and shared: readable, versioned, without secrets (file name *.importplan.json). Its heart is
/// the create-job body. What becomes of cells before they go up is no part of that body and stands beside it. A bare body (as in the recorded exchanges) reads as a plan without a source; `exactBody` then
/// holds its bytes, which go out unchanged.
struct ImportPlan final {
    QString apiVersion;                        ///< "v2.1"; empty when a bare body was read
    std::optional<tabular::SourceFile> source; ///< path relative to the plan's folder or absolute
    crm::BulkWriteRequest request;
    mapping::CellRules cells; ///< that are changed on their way up
    std::optional<QByteArray> exactBody;
    QString lost; ///< the first place of the request that was read but is not in `request`; see firstLoss()
};

/// Errors: PlanUnreadable (context "line", "key"; an API version that is not known is one), PlanVersionUnknown (context "found").
base::Result<ImportPlan> readPlan(const QByteArray &json);
/// Also makes a relative source path absolute against the plan's folder.
base::Result<ImportPlan> readPlanFile(const QString &path);
/// Never writes the file ID of a plan with a source: it is good for one job only.
[[nodiscard]] QByteArray writePlan(const ImportPlan &plan);

} // namespace importing
