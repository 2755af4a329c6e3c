#pragma once

#include "practice/PracticeAnswer.h"
#include "practice/PracticeModules.h"
#include "practice/UploadedCsv.h"

#include <QHash>

#include <optional>

namespace practice {

/// One field mapping of a job, as far as rows need it.
struct OrderedField final {
    int field = -1;  ///< in the module's fields
    int column = -1; ///< zero-based; -1: only the default value
    QString findBy;  ///< of a lookup
    QString format;
    QString defaultValue;
};

/// A create-job body that passed every check.
struct JobOrder final {
    enum class Operation { Insert, Update, Upsert };
    Operation operation = Operation::Insert;
    bool ignoreEmpty = false;
    int findBy = -1; ///< in the module's fields; -1: none
    QString module;
    QString fileId;
    QString encoding;
    std::vector<OrderedField> fields;
    Json body; ///< as it came, for the echo in the job's details
};

/// An upload and the job that took it; a file ID serves one created job.
struct StoredUpload final {
    UploadedCsv csv;
    QString usedBy;
};

/// What the checks look at.
struct CrmView final {
    const std::vector<PracticeModule> &modules;
    const QHash<QString, StoredUpload> &uploads;
};

/// Checks a create-job body in the CRM's order – JSON, required keys, module, field names, indexes and duplicates, find_by,
/// mandatory fields, callback, file – and answers with the recorded texts where there is a recording. Each of the practice
/// CRM's jobs has one resource.
base::Result<JobOrder, Answer> readOrder(const QByteArray &body, const QString &version, const CrmView &crm);

} // namespace practice
