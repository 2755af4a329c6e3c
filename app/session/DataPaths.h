#pragma once

#include <QString>

namespace session {

/// Where this computer keeps what outlives the program; window and console share both files. No secrets in either.
[[nodiscard]] QString accountsFilePath();
[[nodiscard]] QString knownFilesPath();

} // namespace session
