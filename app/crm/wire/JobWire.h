#pragma once

#include "crm/BulkWriteJob.h"
#include "crm/RowResult.h"
#include "crm/ServerError.h"

namespace crm::wire {

/// The answer to an upload. Success is status "success" and a file_id, never HTTP 200 alone.
base::Result<UploadedFile, ServerError> decodeUpload(const ServerAnswer &answer);

base::Result<JobDetails, ServerError> decodeJobDetails(const ServerAnswer &answer);

/// Where STATUS, RECORD_ID and ERRORS stand in a result file's header (any case, any order; RECORD_ID may be called ID).
struct ResultColumns final {
    int status = -1;
    int recordId = -1;
    int errors = -1;
    int echoed = 0; ///< how many columns before these repeat the upload

    [[nodiscard]] bool known() const { return status >= 0; }
};
[[nodiscard]] ResultColumns findResultColumns(const QStringList &header);
[[nodiscard]] RowResult decodeRowResult(const QStringList &cells, const ResultColumns &columns,
                                        const QStringList &knownColumns);

/// Splits an ERRORS cell of the form "CODE-column,column:CODE-column"; `knownColumns` (field API names, headers) keep names with
/// commas, hyphens or colons whole. A cell of another form gives one RowError with an empty code and the raw text as its column.
[[nodiscard]] std::vector<RowError> decodeRowErrors(const QString &cell, const QStringList &knownColumns);

} // namespace crm::wire
