#pragma once

#include "base/Observe.h"
#include "base/Result.h"

#include <QString>

#include <chrono>
#include <functional>

namespace tabular {

/// How long a drive may take to say what a file is.
inline constexpr std::chrono::milliseconds drivePatience{5'000};

/// Asks the drive of `path` for it in a thread of its own, which is left behind where a lost network drive holds it, so
/// that the caller is free again. Meant for a pool thread. Errors, with "file": FileUnreachable, Cancelled. Whether there
/// is such a file is for whoever opens it.
[[nodiscard]] base::Status awaitDrive(const QString &path, const base::StopFlag &stop);

/// The same for any question. `ask` may outlive the call.
[[nodiscard]] base::Status awaitAnswer(const std::function<void()> &ask, std::chrono::milliseconds patience,
                                       const base::StopFlag &stop);

} // namespace tabular
