#pragma once

#include "base/Error.h"
#include "base/Observe.h"
#include "cli/Verbs.h"

#include <functional>

namespace cli {

/// Runs `work` in a pool thread while the event loop listens for Ctrl+C, which raises its flag, and gives the exit code
/// that it ends with. Work that has not ended 100 ms later (a zip is made in one go, a pipe takes nothing) ends with the
/// program: `abandon`, called in this thread, clears away what it must not leave behind.
[[nodiscard]] int runLocally(const std::function<ExitCode(const base::StopFlag &)> &work,
                             const std::function<void()> &abandon = {});

/// Prints the sentence for `error` and gives its exit code. An error of the command line carries its own sentence.
[[nodiscard]] ExitCode fail(const base::Error &error);

} // namespace cli
