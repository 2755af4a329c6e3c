#pragma once

#include "crm/InputRef.h"

#include <span>

namespace crm {

struct ServerError;

/// Where a code can come from; some codes mean different things there.
enum class ErrorSource { CreateJob, AnyCall, Upload, JobDetails, Download, Metadata, OAuth, Row };

/// What is known of one code, from Zoho's pages on each call, its published SDKs and recorded answers. Answers that carry
/// no code of their own are listed under their HTTP status ("413"), the file gateway's under its ERROR_CODE ("400").
/// The texts are English source texts marked for translation in the context "ErrorCatalogue"; `ui/text/ErrorText`
/// translates them, the console prints them as they are.
struct ErrorEntry final {
    const char *code;
    ErrorSource source;
    int httpStatus;       ///< the documented one; 0 when none is
    InputRef::Kind input; ///< where it belongs when nothing more exact is found
    const char *meaning;  ///< one sentence: what the server says
    const char *cause;    ///< one sentence: what usually leads to it
    const char *fix;      ///< one sentence: what to do
};

[[nodiscard]] std::span<const ErrorEntry> errorCatalogue();

/// The entry for `code` as seen from `source`; falls back to the shared entries (AnyCall), then to any entry of that code.
/// nullptr for a code that is not known.
[[nodiscard]] const ErrorEntry *findError(const QString &code, ErrorSource source);
/// The entry for the code of `error` or, when the answer has no code, for its HTTP status.
[[nodiscard]] const ErrorEntry *findError(const ServerError &error, ErrorSource source);

} // namespace crm
