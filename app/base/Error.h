#pragma once

#include "base/ErrorCode.h"

#include <QString>
#include <QVariantMap>

#include <chrono>
#include <optional>

namespace base {

/// A failure as a value. `code` decides what is said and done; `detail` is technical text for the log and the Details box
/// and is never parsed; `context` carries what a sentence needs (keys: "file", "row", "column", "line", "host", "limit",
/// "found", "field"); `retryAfter` is set where the other side said how long to wait.
struct Error final {
    ErrorCode code = ErrorCode::UsageWrong;
    QString detail;
    QVariantMap context;
    std::optional<std::chrono::milliseconds> retryAfter;
};

} // namespace base
