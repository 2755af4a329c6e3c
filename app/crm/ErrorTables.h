#pragma once

#include "crm/ErrorCatalogue.h"

namespace crm {

// The catalogue's parts, one source file each. Use errorCatalogue(); these are its material. Codes, messages and statuses
// are those of Zoho's API pages, its OpenAPI files, its SDKs and recorded answers.
[[nodiscard]] std::span<const ErrorEntry> createJobErrors();
[[nodiscard]] std::span<const ErrorEntry> sharedErrors();
[[nodiscard]] std::span<const ErrorEntry> fileErrors();   ///< upload, job details, download, metadata
[[nodiscard]] std::span<const ErrorEntry> signInErrors(); ///< OAuth
[[nodiscard]] std::span<const ErrorEntry> rowErrors();    ///< the ERRORS column of a result file

} // namespace crm
