#pragma once

#include "practice/JobRun.h"

namespace practice {

struct RecordPage final {
    int page = 1; ///< from 1
    int perPage = 200;
    QStringList fields; ///< empty: all
};

/// {"data":[…],"info":{…}}: records as the CRM's record API shows them – numbers, booleans and lists as such, lookups and
/// owners as objects, what is empty as null.
[[nodiscard]] Json recordsJson(const CrmData &data, const PracticeModule &module, const RecordPage &page);

} // namespace practice
