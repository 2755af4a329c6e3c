#pragma once

#include <QString>

namespace session {

/// Where this computer keeps what outlives the program; window and console share the files. No secrets in any.
[[nodiscard]] QString accountsFilePath();
[[nodiscard]] QString knownFilesPath();
[[nodiscard]] QString fieldChoicesPath(); ///< of the window only

} // namespace session
