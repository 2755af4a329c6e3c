#pragma once

#include "practice/JobRun.h"

namespace practice {

/// The file behind the two recorded file IDs: Last_Name, Mobile, Owner and three people.
[[nodiscard]] UploadedCsv sampleUpload();
/// Some invented Accounts, Contacts, Deals and Machines, for lookups, updates and the codes of locked records.
void storeSeeds(CrmData &data, const QDateTime &now);

} // namespace practice
