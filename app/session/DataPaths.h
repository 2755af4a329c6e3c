#pragma once

#include <QString>

namespace session {

/// Where this computer keeps what outlives the program; window and console share them. No secrets in any.
[[nodiscard]] QString accountsFilePath();
[[nodiscard]] QString knownFilesPath();
[[nodiscard]] QString fieldChoicesPath();    ///< of the window only
[[nodiscard]] QString templatesFolderPath(); ///< one file a mapping template

} // namespace session
