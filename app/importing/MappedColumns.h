#pragma once

#include "mapping/ColumnMapping.h"
#include "tabular/parts/PartPlan.h"

namespace importing {

/// The columns that go up for `request`, whose indexes are the spreadsheet's: one for each mapping with a column that the
/// spreadsheet has, in the order of the mappings, under the field's API name. Without any such mapping the first column
/// goes alone, for rows need something to stand in. `width` is how many columns the spreadsheet has; -1: not known.
/// Cells of a field that `rules` names are changed as mapping::CellConversion has it.
[[nodiscard]] std::vector<tabular::PartColumn> mappedColumns(const crm::BulkWriteRequest &request, int width = -1,
                                                             const mapping::CellRules &rules = {});

/// The same request for a file that holds `columns`: its indexes count within them. A column that is not among them gets
/// an index outside the file, so that the CRM refuses it as it would have been refused in the spreadsheet.
[[nodiscard]] crm::BulkWriteRequest requestWithin(const std::vector<tabular::PartColumn> &columns,
                                                  crm::BulkWriteRequest request);

/// Whether a file of `columns` has all that `request` maps.
[[nodiscard]] bool holdAll(const std::vector<tabular::PartColumn> &columns, const crm::BulkWriteRequest &request);

} // namespace importing
