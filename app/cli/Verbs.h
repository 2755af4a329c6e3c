#pragma once

#include <QStringList>

namespace cli {

/// The exit codes of the console verbs (product rules; scripts rely on them).
enum ExitCode {
    AllRowsIn = 0,  ///< or all done, where no rows are sent
    UsageWrong = 2, ///< or unreadable input
    SomeRowsRefused = 3,
    JobRefused = 4,
    SignInNeeded = 5,
    NetworkTrouble = 6, ///< or stopped, or outcome unknown
};

/// Whether the first argument is a console verb (inspect, split, cells, run, explain, practice-server) or asks for --help or --version.
[[nodiscard]] bool isVerb(const QString &word);

/// Runs the verb in `arguments` (program name first) under the QCoreApplication that exists, to its end; gives the exit
/// code. Results go to standard output, one sentence an error to standard error.
[[nodiscard]] int runVerb(const QStringList &arguments);

} // namespace cli
