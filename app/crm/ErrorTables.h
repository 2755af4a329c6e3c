#pragma once

#include "crm/ErrorCatalogue.h"

namespace crm {

// The parts of errorCatalogue(), one a file, so that none grows beyond a glance.
[[nodiscard]] std::span<const ErrorEntry> createJobErrors();
[[nodiscard]] std::span<const ErrorEntry> sharedErrors();   ///< of any call
[[nodiscard]] std::span<const ErrorEntry> transferErrors(); ///< upload, job details and download
[[nodiscard]] std::span<const ErrorEntry> metadataErrors();
[[nodiscard]] std::span<const ErrorEntry> oauthErrors();
[[nodiscard]] std::span<const ErrorEntry> rowErrors();

} // namespace crm
