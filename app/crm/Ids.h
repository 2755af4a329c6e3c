#pragma once

#include "base/StrongText.h"

#include <compare>

namespace crm {

using ModuleName = base::StrongText<struct ModuleNameTag>; ///< API name of a module, e.g. "Leads"
using FieldName = base::StrongText<struct FieldNameTag>;   ///< API name of a field, e.g. "Last_Name"
using FileId = base::StrongText<struct FileIdTag>;         ///< what an upload answers; good for one created job
using JobId = base::StrongText<struct JobIdTag>;           ///< of a bulk write job
using RecordId = base::StrongText<struct RecordIdTag>;     ///< of a record, module, layout or user
using OrgId = base::StrongText<struct OrgIdTag>;           ///< the organisation's zgid, sent as X-CRM-ORG

/// A zero-based column of the uploaded CSV.
struct ColumnIndex final {
    int value = 0;
    friend auto operator<=>(const ColumnIndex &, const ColumnIndex &) = default;
};

} // namespace crm
